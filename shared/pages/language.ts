import type { Language } from './layout.ts';

const LANGUAGES: readonly Language[] = ['fr', 'en'];

interface Range {
  readonly tag: string;
  /** From 0 (never) to 1. */
  readonly weight: number;
  readonly index: number;
}

const weightOf = (parameters: readonly string[]): number => {
  const q = parameters
    .map((parameter) => /^\s*q=([\d.]+)\s*$/i.exec(parameter)?.[1])
    .find((value) => value !== undefined);
  return q === undefined ? 1 : Number(q);
};

const rangesOf = (header: string): readonly Range[] =>
  header.split(',').map((range, index) => {
    const [tag = '', ...parameters] = range.split(';');
    return { tag: tag.trim().toLowerCase(), weight: weightOf(parameters), index };
  });

const byWeight = (a: Range, b: Range): number => b.weight - a.weight || a.index - b.index;

/** The range that speaks of a language: itself, else the best of its regions (`fr-CA`, never `frr`), else `*`. */
const rangeFor = (language: Language, ranges: readonly Range[]): Range | undefined => {
  const [ofRegion] = ranges.filter(({ tag }) => tag.startsWith(`${language}-`)).toSorted(byWeight);
  const named = ranges.find(({ tag }) => tag === language) ?? ofRegion;
  const any = ranges.find(({ tag }) => tag === '*');
  return named ?? (any && { ...any, index: ranges.length });
};

/**
 * The reader's language among ours by `Accept-Language` (RFC 9110 section 12.5.4), else the advertiser's, which also
 * wins where the reader wants both as much. By hand: docs/decisions/0017.
 */
export const languageOf = (acceptLanguage: string | undefined, otherwise: Language): Language => {
  const ranges = rangesOf(acceptLanguage ?? '');
  const wanted = [otherwise, ...LANGUAGES.filter((language) => language !== otherwise)]
    .flatMap((language) => {
      const range = rangeFor(language, ranges);
      return range === undefined || !(range.weight > 0) ? [] : [{ ...range, language }];
    })
    .toSorted(byWeight);
  return wanted[0]?.language ?? otherwise;
};
