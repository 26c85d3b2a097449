import type { ArticleVersion } from './article.ts';

/**
 * What a text sets, an hour or a number of days for instance, by the first day of the version that set it
 * (`2026-03-01`). It holds until a later version sets another.
 */
export type Dated<Value> = Readonly<Record<string, Value>>;

/** What one version of a text sets. Throws when neither that version nor an earlier one sets it. */
export const setBy = <Value>({ id, inForce }: ArticleVersion, dated: Dated<Value>): Value => {
  const day = Object.keys(dated)
    .filter((each) => each <= inForce.from)
    .sort()
    .at(-1);
  const value = day === undefined ? undefined : dated[day];
  if (value === undefined) throw new Error(`${id}: no version up to this one sets a value.`);
  return value;
};
