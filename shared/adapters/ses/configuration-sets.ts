/** A configuration set, and for how many seconds SES goes on trying with it. */
export interface ConfigurationSet {
  readonly name: string;
  readonly seconds: number;
}

/** The sets that a comma-separated list names; each name ends with its seconds: `aval-dev-3600s`. Shortest first. */
export const configurationSetsOf = (names: string): readonly ConfigurationSet[] =>
  names
    .split(',')
    .map((name) => ({ name, seconds: Number(/-(\d+)s$/.exec(name)?.[1]) }))
    .toSorted((a, b) => a.seconds - b.seconds);

/**
 * The set with which SES tries for as long as the message is valid, and no longer: the longest that is not longer. Nothing
 * is shorter than the first, which is the least that SES takes (300 s).
 */
export const setFor = (sets: readonly ConfigurationSet[], validForSeconds: number): string | undefined =>
  (sets.findLast(({ seconds }) => seconds <= validForSeconds) ?? sets[0])?.name;
