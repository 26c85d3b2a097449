import type { Exception, Prohibition } from '#shared/law/article.ts';
import { readOf } from '#shared/law/reasons/citation.ts';
import type { SanctionText } from '#shared/law/texts/sanction.ts';
import { EVERY_DAY, type Period, type Read } from '#shared/law/texts/text.ts';
import type { VerifiedText } from './verified.ts';

type Texts = ReadonlyMap<string, VerifiedText>;

/** A quotation, and all that it claims of itself. */
export interface Quotation {
  /** Who quotes: `CONSENT_MISSING (l34-5/2020-07-26)`. */
  readonly by: string;
  readonly version: string;
  readonly paragraph: string | undefined;
  readonly words: string;
  readonly read: Read | undefined;
  /** Days on which it is said to apply. */
  readonly period: Period;
}

/** Fewer words are in every text. */
const LEAST_WORDS = 3;

/** Apostrophes alone are not compared: the copies of the texts have the typewriter's. */
const plain = (words: string): string => words.replaceAll('’', "'");

const periodFault = ({ from, until, seen }: VerifiedText['inForce'], period: Period): string | undefined => {
  if (from === null && period.from !== EVERY_DAY.from && (seen === undefined || period.from < seen))
    return 'claims a first day that was not read';
  if (from !== null && period.from < from) return `applies before ${from}`;
  if (until !== null && (period.until === undefined || period.until > until)) return `applies after ${until}`;
  return undefined;
};

/** A page of an authority has no numbered paragraphs: its text is one. */
const wordingOf = ({ paragraphs }: VerifiedText, paragraph: string | undefined): string | undefined => {
  if (paragraph !== undefined) return paragraphs[paragraph];
  const all = Object.values(paragraphs);
  return all.length === 1 ? all[0] : undefined;
};

/** What is wrong with a quotation; empty: it is in the verified texts to the letter, and says truly how it was read. */
export const faultsOf = (quotation: Quotation, texts: Texts): readonly string[] => {
  const { by, version, paragraph, words, read, period } = quotation;
  const text = texts.get(version);
  if (text === undefined) return [`${by}: ${version} is no verified text`];
  const said = (fault: string | undefined) => (fault === undefined ? [] : [`${by}: ${fault}`]);
  const wording = wordingOf(text, paragraph);
  if (wording === undefined)
    return said(paragraph === undefined ? `names no paragraph of ${version}` : `${version} has no ${paragraph}`);
  return [
    ...said(
      plain(wording).includes(plain(words)) ? undefined : `${version}, ${paragraph} has not the words “${words}”`,
    ),
    ...said(plain(words).split(/\s+/).length < LEAST_WORDS ? `quotes too little: “${words}”` : undefined),
    ...said(words.includes('[…]') ? 'quotes over a gap' : undefined),
    ...said(periodFault(text.inForce, period)),
    ...said(read?.source === text.source ? undefined : `the source is not that of ${version}: ${text.source}`),
    ...said(read?.grade === text.grade ? undefined : `the grade of ${version} is ${text.grade}`),
    ...said(read?.on === text.readOn ? undefined : `${version} was read on ${text.readOn}`),
  ];
};

/** Of what one sentence alone speaks of (calls on a consent that a call fetched, relational messages) an article has an id of its own, and one text. */
const textOf = (id: string): string => id.replace(/^(l223-1|penal-226-18)-[a-z]+\//, '$1/');

/** What a sentence of the register and its exceptions quote. */
export const quotationsIn = (sentence: Prohibition): readonly Quotation[] => {
  const { code, article, paragraph, quote } = sentence;
  const of = { by: `${code} (${article.id})`, version: textOf(article.id), period: article.inForce };
  const exceptions: readonly Exception<never>[] = sentence.unless ?? [];
  return [
    ...(quote === undefined ? [] : [{ ...of, paragraph, words: quote, read: readOf(sentence) }]),
    ...exceptions.flatMap((each) =>
      each.quote === undefined
        ? []
        : [{ ...of, paragraph: each.paragraph, words: each.quote, read: sentence.read ?? article.read }],
    ),
  ];
};

/** What the sanctions of a sentence quote. */
export const quotationsOfSanctions = ({ code, sanctions = [] }: Prohibition): readonly Quotation[] =>
  sanctions.flatMap(({ texts, from, until }) =>
    texts.flatMap(({ version, paragraph, quote, read }: SanctionText) =>
      quote === undefined
        ? []
        : [
            {
              by: `${code}, sanction (${version})`,
              version,
              paragraph,
              words: quote,
              read,
              period: { from: from ?? EVERY_DAY.from, ...(until === undefined ? {} : { until }) },
            },
          ],
    ),
  );
