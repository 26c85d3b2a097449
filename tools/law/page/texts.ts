import type { ArticleVersion, Prohibition } from '#shared/law/article.ts';
import { dateOf, firstDayOf } from '#shared/law/reasons/citation.ts';
import { type VerifiedText, verifiedTexts } from '#test/law/texts/verified.ts';
import type { AlsoQuoted } from '../chapters/plan.ts';
import { publishedAt } from '../published.ts';
import type { Labels } from './labels.ts';
import { dayIn, type Language } from './language.ts';

/** A paragraph as a chapter quotes it. */
export interface QuotedParagraph {
  /** `Code de la consommation, art. L. 223-8, al. 1`; of a house rule, that it is one. */
  readonly title: string;
  /** What it is, since when, how it was read. */
  readonly about: string;
  readonly url: string | undefined;
  /** The paragraph as it was read; of a house rule, the rule; `undefined`: it was not read. */
  readonly words: string | undefined;
}

const TEXTS = verifiedTexts();

/** The text of that version as it was read; `undefined`: it was not. */
export const readText = (version: string): VerifiedText | undefined => TEXTS.get(version);

/** `Code de la consommation, art. L. 223-8`; authorities and charters have no articles. */
export const nameOf = ({ code, number, kind }: ArticleVersion): string =>
  `${code}, ${(kind === 'statute' || kind === 'regulation') && /^[LRD\d]/.test(number) ? 'art. ' : ''}${number}`;

/** Since when a version decides, or since when Aval follows what is no law. */
export const sinceOf = (article: ArticleVersion, language: Language, labels: Labels): string => {
  const { kind, inForce, takenOn } = article;
  const said = (day: string) => dayIn(day, language);
  const [first, date, last] = [firstDayOf(article), dateOf(article), inForce.until];
  const begins = (): string | undefined => {
    if (first !== undefined)
      return last === undefined ? labels.since(said(first)) : labels.between(said(first), said(last));
    return date && (kind === 'doctrine' ? labels.dated : labels.seenOn)(said(date));
  };
  const ends = first === undefined && last !== undefined ? labels.until(said(last)) : undefined;
  const taken = takenOn && (kind === 'house' ? labels.adoptedOn : labels.takenOn)(said(takenOn));
  return [begins(), ends, taken].filter((each) => each !== undefined).join(', ');
};

/** A page of an authority has no numbered paragraphs: its text is one. */
const paragraphIn = ({ paragraphs }: VerifiedText, paragraph: string | undefined): string | undefined =>
  paragraph === undefined ? Object.values(paragraphs)[0] : paragraphs[paragraph];

/** Typographic apostrophes, as the rest of the page has them. */
const typeset = (words: string | undefined): string | undefined => words?.replaceAll("'", '’');

const readIn = (text: VerifiedText | undefined, language: Language, labels: Labels): string =>
  text === undefined ? labels.unread : labels.read(dayIn(text.readOn, language), labels.grades[text.grade]);

/** Of what one sentence alone speaks of (calls on a consent that a call fetched, relational messages) an article has an id of its own, and one text. */
export const versionOf = ({ id }: ArticleVersion): string => id.replace(/^(l223-1|penal-226-18)-[a-z]+\//, '$1/');

/** The paragraph that a sentence rests on. */
export const paragraphOf = (sentence: Prohibition, language: Language, labels: Labels): QuotedParagraph => {
  const { article, paragraph, rule, quote } = sentence;
  if (rule !== undefined)
    return { title: labels.ours, about: sinceOf(article, language, labels), url: undefined, words: rule };
  const text = quote === undefined ? undefined : readText(versionOf(article));
  const how = readIn(text, language, labels);
  return {
    title: [nameOf(article), paragraph].filter((each) => each !== undefined).join(', '),
    about: `${[labels.kinds[article.kind], sinceOf(article, language, labels)].filter((each) => each !== '').join(', ')}${labels.semicolon}${how}`,
    url: publishedAt(article)?.url,
    words: text && typeset(paragraphIn(text, paragraph)),
  };
};

/** A paragraph of a verified text on which no sentence rests. Throws when it was not read. */
export const alsoQuoted = (also: AlsoQuoted, language: Language, labels: Labels): QuotedParagraph => {
  const text = readText(also.version);
  const words = text && typeset(paragraphIn(text, also.paragraph));
  if (text === undefined || words === undefined) throw new Error(`${also.version}, ${also.paragraph} was not read.`);
  const { from, seen } = text.inForce;
  const [day, isDated] = [from ?? seen, text.text.startsWith('CNIL, ')];
  const fromDay = isDated ? labels.dated : from === null ? labels.seenOn : labels.since;
  const since = day && fromDay(dayIn(day, language));
  return {
    title: `${text.text}, ${also.paragraph}`,
    about: [since, readIn(text, language, labels)].filter((each) => each).join(labels.semicolon),
    url: text.legi && `https://www.legifrance.gouv.fr/codes/article_lc/${text.legi}/`,
    words,
  };
};
