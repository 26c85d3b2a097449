/** Folds case and accents, so that `CAFÉ Lune` begins with `Café Lune`. */
export const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** These words, folded, hold one of these names. */
export const saysAny = (folded: string, names: readonly string[]): boolean =>
  names.some((name) => name.trim() !== '' && folded.includes(fold(name)));
