import type { ArticleVersion, Prohibition } from '#shared/law/article.ts';
import { type Rulebook, rulebookOf } from '#shared/law/fold/rulebook.ts';
import { REGISTER, RULEBOOK } from '#shared/law/register.ts';

/** `af2m-sms` of `af2m-sms/2026-03-01`: the text of which this is a version. */
const textOf = ({ id }: ArticleVersion): string => id.slice(0, id.lastIndexOf('/'));

/** First day from which a draft replaces this text; `undefined`: no draft does. */
const replacedFrom = (text: string, drafts: readonly Prohibition[]): string | undefined =>
  drafts
    .filter(({ article }) => textOf(article) === text)
    .map(({ article }) => article.inForce.from)
    .sort()[0];

/** A sentence that ends the day before the draft of its text begins; gone when it would never have been in force. */
const closed = (rule: Prohibition, drafts: readonly Prohibition[]): readonly Prohibition[] => {
  const { inForce } = rule.article;
  const until = replacedFrom(textOf(rule.article), drafts);
  if (until === undefined || (inForce.until !== undefined && inForce.until <= until)) return [rule];
  if (inForce.from >= until) return [];
  return [{ ...rule, article: { ...rule.article, inForce: { from: inForce.from, until } } }];
};

/**
 * The rulebook with drafts in it: a draft of a text that is in the register (same name before the day in its id)
 * replaces it from the draft's first day on; any other is added.
 */
export const rulebookWithDrafts = (
  drafts: readonly Prohibition[],
  register: readonly Prohibition[] = REGISTER,
): Rulebook =>
  rulebookOf([...register.flatMap((rule) => closed(rule, drafts)), ...drafts], `${RULEBOOK.version} with drafts`);
