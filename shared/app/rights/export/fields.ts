/** What is held, as plain values. */
export type Fields = Readonly<Record<string, unknown>>;

/** The fields of a value; none of what is no object. */
export const fieldsIn = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};

/** The fields of each value of a list; none of what is no list. */
export const listIn = (value: unknown): readonly Fields[] => (Array.isArray(value) ? value.map(fieldsIn) : []);
