/** What a judge counts, by name: each count has one rule, which says in sentences what broke it. */
export type Rules<R> = Readonly<Record<string, (record: R) => readonly string[]>>;

/** What is broken: `count: sentence`. */
export const countedBy = <R>(rules: Rules<R>, record: R): readonly string[] =>
  Object.entries(rules).flatMap(([count, rule]) => rule(record).map((fault) => `${count}: ${fault}`));
