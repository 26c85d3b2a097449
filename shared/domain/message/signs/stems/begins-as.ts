/** Stems to be looked up, and how long the shortest and the longest of them is. */
interface Stems {
  readonly all: ReadonlySet<string>;
  readonly shortest: number;
  readonly longest: number;
}
/** By their list: each is one for as long as its language. */
const lookedUp = new WeakMap<readonly string[], Stems>();
const lookUp = (stems: readonly string[]): Stems => {
  const lengths = stems.map(({ length }) => length);
  const made = { all: new Set(stems), shortest: Math.min(...lengths), longest: Math.max(...lengths) };
  lookedUp.set(stems, made);
  return made;
};

/** Whether a word begins as one of these stems. Of each length that a stem has, its beginning is looked up: there are hundreds of stems, and a dozen lengths. */
export const beginsAs = (word: string, stems: readonly string[]): boolean => {
  const { all, shortest, longest } = lookedUp.get(stems) ?? lookUp(stems);
  const last = Math.min(longest, word.length);
  for (let length = shortest; length <= last; length += 1) if (all.has(word.slice(0, length))) return true;
  return false;
};
