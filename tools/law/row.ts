import type { ArticleVersion, Prohibition } from '#shared/law/article.ts';
import { reasonOf } from '#shared/law/reasons/reasons.ts';
import type { Drafted } from './drafted.ts';

/** One prohibition in words. */
export interface LawRow {
  readonly code: string;
  readonly anchor: string;
  readonly fr: string;
  readonly en: string;
  readonly reading?: string | undefined;
  readonly paragraph?: string | undefined;
  readonly outcome: string;
  readonly concerns: string;
  /** Exceptions, by name. */
  readonly unless: readonly string[];
  /** `✗` forbidden, `○` not forbidden. */
  readonly examples: readonly string[];
  readonly sanction?: string | undefined;
}

const KINDS = {
  statute: 'Statute',
  regulation: 'Regulation',
  doctrine: 'Doctrine of the authority, not law',
  charter: 'Charter or contract, not law',
  house: 'House rule, not law',
} as const;

/** Exceptions whose names say too little to a reader. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  consentWasNamed: 'the message names consent as its basis: then `EVIDENCE_MISSING`',
  automatesWereChosen: 'the advertiser recorded the other reading, with a justification',
  readingForProfessionals: 'professional by automated call: the advertiser recorded the other reading',
  isOpenFreeAccount: 'a free account in a paid model: see `SOFT_OPT_IN_FREEMIUM_REVIEW`',
  freeAccountsWereReviewed: 'the advertiser recorded that its free accounts are sales',
  firstMessageCarriesIt:
    'the address is from a public source or third party and, by recorded setting, the first message tells it',
};
/** `aParentAgreed` as words. */
const words = (name: string): string => EXCEPTIONS[name] ?? name.replaceAll(/([A-Z])/g, ' $1').toLowerCase();

const outcome = (rule: Prohibition): string => {
  if (rule.judges === 'moment') return 'defer';
  if (rule.judges === 'basis')
    return `${rule.cause === undefined ? 'this basis fails' : 'review of this basis'}: ${rule.bases.join(', ')}`;
  return rule.cause === undefined ? 'refuse' : 'review where a human can decide, else refuse';
};

const concerns = ({ concerns: whom }: Prohibition): string =>
  [
    whom?.channels?.join(', ') ?? 'every channel',
    ...(whom?.audience === undefined ? [] : [`${whom.audience}s only`]),
    ...(whom?.everyClass === undefined ? [] : ['also what is no prospecting']),
  ].join('; ');

/** `Code de la consommation, L. 223-8`. */
export const nameOf = ({ code, number }: ArticleVersion): string => `${code}, ${number}`;

/** The days on which a version decides. */
export const periodOf = ({ inForce }: ArticleVersion): string =>
  inForce.until === undefined
    ? `in force since ${inForce.from}`
    : `in force from ${inForce.from} to ${inForce.until}, that day excluded`;

/** Whether it is law at all. */
export const natureOf = ({ kind }: ArticleVersion): string => KINDS[kind];

/** The clause of the text, or why none is quoted. */
export const quoteOf = ({ quote }: ArticleVersion): string =>
  quote === undefined ? 'Not quoted: not read at its source.' : `« ${quote} »`;

/** A prohibition and its examples as a row of the page. */
export const rowOf = ({ prohibition, examples }: Drafted, anchor: string): LawRow => {
  const reason = reasonOf(prohibition.code);
  return {
    code: prohibition.code,
    anchor,
    fr: reason?.fr ?? '',
    en: reason?.en ?? '',
    reading: prohibition.reading,
    paragraph: prohibition.paragraph,
    outcome: outcome(prohibition),
    concerns: concerns(prohibition),
    unless: (prohibition.unless ?? []).map(({ name }) => words(name)),
    examples: examples.map(([title, , says]) => `${says === 'forbidden' ? '✗' : '○'} ${title}`),
    sanction: reason?.sanction,
  };
};
