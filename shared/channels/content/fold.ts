/** Folds case and accents, so that `CAFÉ Lune` begins with `Café Lune`, and leaves out what nobody sees within words. */
export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\p{M}\p{Default_Ignorable_Code_Point}]/gu, '')
    .toLowerCase();

/** The same on one line, with one ordinary space between two words. */
export const foldedLine = (text: string): string => fold(text).replaceAll(/\s+/g, ' ').trim();

/** These words, folded, hold one of these names, however they are broken into lines. */
export const saysAny = (folded: string, names: readonly string[]): boolean => {
  const said = folded.replaceAll(/\s+/g, ' ');
  return names.some((name) => name.trim() !== '' && said.includes(foldedLine(name)));
};
