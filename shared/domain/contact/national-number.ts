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

const FRENCH_PREFIXES = ['33', ...OVERSEAS.map(([, prefix]) => prefix)];

/** A number in E.164 from which national numbers of France are dialled as they are in France. */
export const isOfFrenchPlan = (number: string): boolean =>
  FRENCH_PREFIXES.some((prefix) => number.startsWith(`+${prefix}`));

/** A number in E.164 as it is dialled within France, ten digits; `undefined`: it is not one of France. */
export const nationalOf = (number: string): string | undefined => {
  const digits = FRENCH_PREFIXES.map((prefix) => `+${prefix}`).find((prefix) => number.startsWith(prefix));
  const rest = digits === undefined ? '' : number.slice(digits.length);
  return /^[1-9]\d{8}$/.test(rest) && internationalOfNational(rest) === number ? `0${rest}` : undefined;
};
