/** The first of these fields that says something; `undefined`: none does. */
export const firstOf = <T>(fields: Readonly<Record<string, T>>, names: readonly string[]): NonNullable<T> | undefined =>
  names
    .map((name) => fields[name])
    .find((value): value is NonNullable<T> & T => value !== undefined && value !== null && value !== '');
