/** Words of ours by what they are called, French first. */
export type Words = Readonly<Record<string, readonly [string, string]>>;
