import type { Language } from '../../pages/layout.ts';
import { FAILURES_FR } from './failures-fr.ts';
import { FAULTS_FR } from './faults-fr.ts';

const ALL: Readonly<Record<string, string>> = { ...FAILURES_FR, ...FAULTS_FR };

/** A sentence with holes, `{}`, as what recognises it; in French `{1}` is what the first hole holds. */
interface Pattern {
  readonly holes: RegExp;
  readonly french: string;
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

const patternOf = ([english, french]: readonly [string, string]): Pattern => ({
  holes: new RegExp(`^${english.split('{}').map(escaped).join('(.+?)')}$`, 's'),
  french,
});

/** The one with the most words of its own comes first: another would take what it says more exactly. */
const PATTERNS: readonly Pattern[] = Object.entries(ALL)
  .filter(([english]) => english.includes('{}'))
  .toSorted(([a], [b]) => b.length - a.length)
  .map(patternOf);

/** In French, or `undefined` for a sentence that is in neither list. */
export const frenchOf = (english: string): string | undefined => {
  const whole = ALL[english];
  if (whole !== undefined) return whole;
  for (const { holes, french } of PATTERNS) {
    const found = holes.exec(english);
    if (found !== null) return french.replaceAll(/\{(\d)\}/g, (_, hole: string) => filled(found[Number(hole)] ?? ''));
  }
  return undefined;
};

/** What a hole holds: words of ours are said in French too, a name or a number stays. */
const filled = (held: string): string => frenchOf(held) ?? held;

/**
 * A sentence of ours in the caller's language. The code says its sentences in English; a test refuses one without its
 * French, so that the English is never answered to who reads French.
 */
export const sentenceIn = (language: Language, english: string): string =>
  language === 'fr' ? (frenchOf(english) ?? english) : english;
