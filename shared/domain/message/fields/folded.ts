/**
 * A value as its shape is read: lower case, without accents, with plain quotes, hyphens and spaces. `undefined`: it is longer than
 * `longest` characters.
 */
export const folded = (value: string, longest: number): string | undefined =>
  value.length > longest
    ? undefined
    : value
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .replace(/[’‘ʼ]/g, "'")
        .replace(/[–−—]/g, '-')
        .replace(/\p{Zs}/gu, ' ')
        .toLowerCase();
