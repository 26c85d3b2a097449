/** What is tried, and a look at it: `undefined` when it went well, else what was seen instead. */
export type Try = readonly [what: string, look: () => Promise<string | undefined>];
