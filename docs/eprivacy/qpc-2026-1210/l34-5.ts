import type { ArticleVersion, Prohibition } from '#shared/law/article.ts';
import { REGISTER } from '#shared/law/register.ts';
import { FINE_OF_L34_5 } from '#shared/law/texts/administrative.ts';

/**
 * Conseil constitutionnel, 2026-1210 QPC of 25 June 2026: some paragraphs of L. 34-5 on cumulated prosecution fall on 31
 * October 2027. The decision was not read. This is the widest case: the fine of al. 8 falls as well, of whatever text a sentence is that names
 * it. Every sentence is kept; only what breaking it costs is less.
 */
const FROM = '2027-10-31';

const textOf = ({ id }: ArticleVersion): string => id.slice(0, id.lastIndexOf('/'));
const isInForce = ({ inForce: { from, until } }: ArticleVersion): boolean =>
  from <= FROM && (until === undefined || until > FROM);
const FINED = new Set(
  REGISTER.filter(({ sanctions = [] }) => sanctions.includes(FINE_OF_L34_5)).map(({ article }) => textOf(article)),
);

const kept = <Kind extends Prohibition>(sentence: Kind): Kind => ({
  ...sentence,
  article: { ...sentence.article, id: `${textOf(sentence.article)}/${FROM}`, inForce: { from: FROM } },
  sanctions: sentence.sanctions?.filter((sanction) => sanction !== FINE_OF_L34_5),
});

/** A draft takes the place of a whole text: each of its sentences is here. */
export const withoutTheFine = REGISTER.filter(({ article }) => FINED.has(textOf(article)) && isInForce(article)).map(
  kept,
);
