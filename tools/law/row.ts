import type { ArticleVersion, Exception, Prohibition } from '#shared/law/article.ts';
import { readOf } from '#shared/law/reasons/citation.ts';
import { reasonOf } from '#shared/law/reasons/reasons.ts';
import type { Sanction, SanctionNature } from '#shared/law/texts/sanction.ts';
import { EVERY_DAY, type Grade } from '#shared/law/texts/text.ts';
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
  /** Exceptions, each with its paragraph or source, and its conditions by code. */
  readonly unless: readonly string[];
  /** `✗` forbidden, `○` not forbidden. */
  readonly examples: readonly string[];
  readonly quote: string;
  readonly sanctions: readonly string[];
}

const KINDS = {
  statute: 'Statute',
  regulation: 'Regulation',
  doctrine: 'Doctrine of the authority, not law',
  charter: 'Charter or contract, not law',
  house: 'House rule, not law',
} as const;

/** Any exception, whatever it judges: its words, its position in the law and its conditions. */
type InWords = Pick<Exception<never>, 'says' | 'paragraph' | 'source' | 'conditions'>;

/** `al. 4: the person is a customer, … (`SOFT_OPT_IN_NO_SALE`, …)`. */
const exceptionIn = ({ says, paragraph, source, conditions = [] }: InWords): string => {
  const codes = conditions.map(({ code }) => `\`${code}\``).join(', ');
  const from = [paragraph, source].filter((each) => each !== undefined).join(', ');
  return `${from === '' ? '' : `${from}: `}${says}${codes === '' ? '' : ` (${codes})`}`;
};

const outcome = (rule: Prohibition): string => {
  if (rule.judges === 'moment') return 'defer';
  if (rule.judges === 'basis')
    return `${rule.cause === undefined ? 'excludes this basis' : 'review of this basis'}: ${rule.bases.join(', ')}`;
  return rule.cause === undefined ? 'refuse' : 'review where a human can decide, else refuse';
};

const RECIPIENTS = {
  'natural-person': 'natural persons only',
  'legal-person': 'only the generic address of a legal person',
} as const;
const concerns = ({ concerns: whom }: Prohibition): string =>
  [
    whom?.channels?.join(', ') ?? 'every channel',
    ...(whom?.recipient === undefined ? [] : [RECIPIENTS[whom.recipient]]),
    ...(whom?.audience === undefined ? [] : [`${whom.audience}s only`]),
    ...(whom?.referentiel === 'covers' ? ['advertisers whom the référentiel covers'] : []),
    ...(whom?.referentiel === 'leaves-out' ? ['advertisers of a sector that the référentiel leaves out'] : []),
    ...(whom?.outsideProspecting === undefined ? [] : ['only messages that are not prospecting']),
    ...(whom?.everyClass === undefined ? [] : ['also messages that are not prospecting']),
    ...(whom?.relational === undefined ? [] : ['also relational messages']),
    ...(whom?.renewalRequests === undefined ? [] : ['only messages that ask whether the person wants to stay']),
    ...(whom?.recordedReading === undefined ? [] : [`only advertisers who recorded \`${whom.recordedReading}\``]),
  ].join('; ');

/** `Code de la consommation, L. 223-8`. */
export const nameOf = ({ code, number }: ArticleVersion): string => `${code}, ${number}`;

/** The days on which a version decides. */
export const periodOf = ({ inForce, asOf, takenOn }: ArticleVersion): string => {
  if (inForce.from === EVERY_DAY.from)
    return asOf === undefined ? `a rule of ours since ${takenOn}` : `as it read on ${asOf}`;
  return inForce.until === undefined
    ? `in force since ${inForce.from}`
    : `in force from ${inForce.from} to ${inForce.until}, that day excluded`;
};

/** Whether it is law at all. */
export const natureOf = ({ kind }: ArticleVersion): string => KINDS[kind];

const GRADES: Readonly<Record<Grade, string>> = {
  'first-hand': 'read in a copy of the official text',
  quoted: 'read in a document that quotes the official text',
  'second-hand': 'read at second hand',
};

/** The words of the text and how they were read; of a house rule, the rule; else that the text was not read. */
export const quoteOf = (sentence: Prohibition): string => {
  const { quote, rule } = sentence;
  if (rule !== undefined) return rule;
  const read = readOf(sentence);
  if (quote === undefined || read === undefined) return 'Not quoted: its text was not read.';
  return `« ${quote} » (${GRADES[read.grade]}, ${read.on})`;
};

const unsettledIn = ({ unsettled }: Sanction): string =>
  unsettled === undefined ? '' : ` À partir du ${unsettled.since} : non établi.`;
/** `Code pénal, art. 226-18-1 : cinq ans …`, each with the texts that set it. */
const sanctionIn = (sanction: Sanction): string => {
  const texts = sanction.texts.map(({ name, paragraph }) => `${name}, ${paragraph}`).join(' ; ');
  return `${NATURES[sanction.nature]}. ${sanction.says.fr}${texts === '' ? '' : ` (${texts})`}${unsettledIn(sanction)}`;
};
const NATURES: Readonly<Record<SanctionNature, string>> = {
  administrative: 'Administrative',
  penal: 'Pénale',
  civil: 'Civile',
  contractual: 'Contractuelle',
};

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
    unless: (prohibition.unless ?? []).map(exceptionIn),
    examples: examples.map(([title, , says]) => `${says === 'forbidden' ? '✗' : '○'} ${title}`),
    quote: quoteOf(prohibition),
    sanctions: (prohibition.sanctions ?? []).map(sanctionIn),
  };
};
