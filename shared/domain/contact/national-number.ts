/**
 * Where national numbers of the overseas departments and of Saint-Pierre-et-Miquelon ring from abroad (numbering plan, Arcep decision 2018-0881).
 * 06 39 98 is for numbers in fiction, of the mainland.
 */
const OVERSEAS: readonly (readonly [RegExp, string])[] = [
  [/^(?:262|263|269|639(?!98)|692|693)/, '262'],
  [/^(?:590|690|691)/, '590'],
  [/^(?:594|694)/, '594'],
  [/^(?:596|696|697)/, '596'],
  [/^508/, '508'],
];

/** A number that is dialled within France, nine digits without their zero, in E.164. */
export const internationalOfNational = (digits: string): string =>
  `+${OVERSEAS.find(([range]) => range.test(digits))?.[1] ?? '33'}${digits}`;
