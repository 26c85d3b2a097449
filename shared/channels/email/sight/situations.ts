import { pixelsOf } from '../styles/css-values.ts';

/** What all has to be so at once: features that are asked for, and the reader's program. */
export type Terms = ReadonlySet<string>;

/** Where a mail is read: in a window, in the dark, by a program that reads rules of its own. */
export interface Situation {
  readonly terms: Terms;
  readonly least: number;
  readonly most: number;
}

const WIDTH = /^\((min|max)-width:(.+)\)$/;
const widthIn = (term: string): { readonly side: string; readonly pixels: number } | undefined => {
  const [, side, value = ''] = WIDTH.exec(term) ?? [];
  const pixels = pixelsOf(value);
  return side === undefined || pixels === undefined ? undefined : { side, pixels };
};
const situationOf = (terms: Terms): Situation => {
  const widths = [...terms].flatMap((term) => widthIn(term) ?? []);
  const of = (asked: string): readonly number[] =>
    widths.filter(({ side }) => side === asked).map(({ pixels }) => pixels);
  return { terms, least: Math.max(0, ...of('min')), most: Math.min(Number.POSITIVE_INFINITY, ...of('max')) };
};

/** What a program takes decides what it shows, and asks nothing of where the mail is read. */
const TAKES = 'takes ';
/** It takes values that are new: colours of new kinds, variables. */
export const TAKES_NEW = `${TAKES}new`;
/** It reads a mail without a doctype as pages of old are read. */
export const TAKES_AS_OF_OLD = `${TAKES}as-of-old`;
export const DARK = '(prefers-color-scheme:dark)';

/** What every mail that is read on a screen meets. */
const ALWAYS = /^(?:|(?:only )?(?:all|screen)|not (?:print|speech))$/;
const termOf = (written: string): string =>
  written
    .replaceAll(/ ?([:<>=()]) ?/g, '$1')
    .replace('device-width', 'width')
    .replace(/^\(width<=?([^<>=]+)\)$/, '(max-width:$1)')
    .replace(/^\(width>=?([^<>=]+)\)$/, '(min-width:$1)')
    .trim();
const termsIn = (query: string, name: string): Terms => {
  const said = query.trim().replaceAll(/\s+/g, ' ');
  const isWhole = name !== 'media' || said.startsWith('not ') || said.includes(' or ');
  const terms = isWhole ? [said] : said.split(/ and /).map(termOf);
  return new Set(
    terms.filter((term) => !ALWAYS.test(term)).map((term) => (name === 'media' ? term : `${name} ${term}`)),
  );
};
/** The ways to meet a condition: `media (a) and (b), (c)` has two. */
const waysTo = (condition: string): readonly Terms[] => {
  const [, name = '', rest = ''] = /^(\S+)\s*(.*)$/s.exec(condition) ?? [];
  return (name === 'media' ? rest.split(',') : [rest]).map((query) => termsIn(query, name));
};
/** More ways than these are taken for one. */
const MOST_WAYS = 8;
/** The ways to meet all of some conditions; none: they are always met. */
export const waysToMeet = (conditions: readonly string[]): readonly Terms[] => {
  let ways: readonly Terms[] = [new Set()];
  for (const condition of conditions)
    ways = ways.flatMap((one) => waysTo(condition).map((other) => new Set([...one, ...other])));
  if (ways.some(({ size }) => size === 0)) return [];
  return ways.length > MOST_WAYS ? [new Set([conditions.join(' and ')])] : ways;
};

const isMetIn = (term: string, { terms, least, most }: Situation): boolean => {
  if (terms.has(term)) return true;
  const width = widthIn(term);
  return width !== undefined && (width.side === 'min' ? least >= width.pixels : most <= width.pixels);
};
export const holdsIn = (ways: readonly Terms[], situation: Situation): boolean =>
  ways.length === 0 || ways.some((terms) => [...terms].every((term) => isMetIn(term, situation)));

/** No reader is in it: two programs at once, a window both narrow and wide, light and dark. */
const isImpossible = ({ terms, least, most }: Situation): boolean =>
  least > most ||
  [...terms].filter((term) => term.startsWith('client ')).length > 1 ||
  (terms.has(DARK) && terms.has('(prefers-color-scheme:light)')) ||
  (terms.has('(orientation:portrait)') && terms.has('(orientation:landscape)'));

/** A mail asks for no more at once than these: more cannot be judged. */
const MOST_SITUATIONS = 24;

/**
 * Programs by what they take of a mail, where nothing else is known but what all of them meet: what none of them shows is hidden for
 * certain.
 */
export const programsOf = (all: Iterable<readonly Terms[]>, met: readonly string[] = []): readonly Situation[] => {
  const taken = new Set([...all].flat().flatMap((terms) => [...terms].filter((term) => term.startsWith(TAKES))));
  let programs: readonly Terms[] = [new Set(met)];
  for (const term of taken) programs = programs.flatMap((one) => [one, new Set([...one, term])]);
  return programs.map(situationOf);
};

/** What is tried: each way to meet a condition, and any two of them at once; `undefined`: too many. */
export const situationsOf = (all: Iterable<readonly Terms[]>): readonly Situation[] | undefined => {
  const single = new Map<string, Terms>();
  for (const terms of [...all].flat()) single.set([...terms].sort().join(' and '), terms);
  const asked = [...single.values()].filter((terms) => ![...terms].some((term) => term.startsWith(TAKES)));
  if (asked.length > MOST_SITUATIONS) return undefined;
  const alone = [...single.values()];
  const pairs = alone.flatMap((one, index) => alone.slice(index + 1).map((other) => new Set([...one, ...other])));
  return [...alone, ...pairs].map(situationOf).filter((situation) => !isImpossible(situation));
};
