import type { ArticleVersion, Prohibition } from '../article.ts';
import { EVERY_DAY, type Read } from '../texts/text.ts';

/** What a cited sentence is: `reading` where the text does not say it in so many words. */
type Nature = 'law' | 'doctrine' | 'charter' | 'house-rule' | 'reading';

/** What text a reason rests on, so that a reader can check it. */
export interface Citation {
  /** `l34-5/2020-07-26`. */
  readonly version: string;
  readonly code: string;
  readonly number: string;
  readonly paragraph: string | undefined;
  readonly nature: Nature;
  /** Absent: a house rule, doctrine, which is dated, or a text whose first day was not read. */
  readonly inForceSince: string | undefined;
  /** A day on which it was seen in force, where its first day was not read; of doctrine its date. */
  readonly asOf: string | undefined;
  /** Of what is no law: the day on which Aval took it as a rule. */
  readonly takenOn: string | undefined;
  /** Words of the text, to the letter. Absent: its text was not read, or it is a house rule. */
  readonly quote: string | undefined;
  /** Where and when these words were read. */
  readonly read: Read | undefined;
  /** Of a house rule: the rule in our own words, in French. */
  readonly rule: string | undefined;
  /** Of a reading: why it is read so. */
  readonly reading: string | undefined;
  readonly url: string | undefined;
}

type Cited = Pick<Prohibition, 'article' | 'paragraph' | 'quote' | 'read' | 'rule' | 'reading' | 'readsOnly'>;

/** What a sentence is: law only where the text itself says it. */
const natureOf = ({ article: { kind }, reading }: Cited): Nature => {
  if (kind === 'house') return 'house-rule';
  if (kind === 'doctrine' || kind === 'charter') return kind;
  return reading === undefined ? 'law' : 'reading';
};

/** Where the words of a sentence were read; `undefined`: it quotes none. */
export const readOf = ({ article, quote, read }: Cited): Read | undefined =>
  quote === undefined ? undefined : (read ?? article.read);

/** The first day of a version; `undefined`: it has none, or nobody read it, as of a charter of which no word was read. */
export const firstDayOf = ({ kind, inForce, read }: ArticleVersion): string | undefined =>
  kind === 'doctrine' || (kind === 'charter' && read === undefined) || inForce.from === EVERY_DAY.from
    ? undefined
    : inForce.from;

/** Doctrine has a date. Of law, a day on which it was seen in force. */
export const dateOf = ({ kind, inForce, asOf }: ArticleVersion): string | undefined =>
  kind === 'doctrine' ? (asOf ?? inForce.from) : asOf;

/** A sentence as a reason with this detail cites it: it may be read in one of its cases alone, and in the others the text says it itself. */
export const asGivenFor = <Sentence extends Cited>(sentence: Sentence, detail: string | undefined): Sentence =>
  sentence.readsOnly === undefined || detail === undefined || sentence.readsOnly === detail
    ? sentence
    : { ...sentence, reading: undefined };

/** The sentence as one cites it. */
export const citationOf = (sentence: Cited): Citation => {
  const { article, paragraph, quote, rule, reading } = sentence;
  const { id, code, number, takenOn, url } = article;
  return {
    version: id,
    code,
    number,
    paragraph,
    nature: natureOf(sentence),
    inForceSince: firstDayOf(article),
    asOf: dateOf(article),
    takenOn,
    quote,
    read: readOf(sentence),
    rule,
    reading,
    url,
  };
};
