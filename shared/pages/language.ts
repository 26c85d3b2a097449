import type { Language } from './layout.ts';

const weightOf = (parameters: readonly string[]): number => {
  const q = parameters
    .map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1])
    .find((value) => value !== undefined);
  return q === undefined ? 1 : Number(q);
};

/** The reader's language among ours by `Accept-Language` (RFC 9110 section 12.5.4), else the advertiser's. */
export const languageOf = (acceptLanguage: string | undefined, otherwise: Language): Language => {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((range, index) => {
      const [tag = '', ...parameters] = range.split(';');
      return { tag: tag.trim().slice(0, 2).toLowerCase(), weight: weightOf(parameters), index };
    })
    .filter(({ tag, weight }) => (tag === 'fr' || tag === 'en') && weight > 0)
    .toSorted((a, b) => b.weight - a.weight || a.index - b.index);
  const first = wanted[0]?.tag;
  return first === 'fr' || first === 'en' ? first : otherwise;
};
