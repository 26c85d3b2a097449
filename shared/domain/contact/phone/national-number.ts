/**
 * Where national numbers of the overseas departments and of Saint-Pierre-et-Miquelon ring from abroad (numbering plan, Arcep decision 2018-0881; of 07 08 and
 * 07 09, the parts that are given to operators, as libphonenumber has them). 06 39 98 is for numbers in fiction, of the mainland.
 */
const OVERSEAS: readonly (readonly [RegExp, string])[] = [
  [/^(?:262|263|269|639(?!98)|692|693|7092[0-3]|7093[5-7])/, '262'],
  [/^(?:590|690|691|7090[0-4])/, '590'],
  [/^(?:594|694|7093[0-3])/, '594'],
  [/^(?:596|696|697|7091[0-3])/, '596'],
  [/^(?:508|7084[0-5]|7085[0-6])/, '508'],
];
/** Of these +33 is a mistake, whoever writes it: no number of the mainland begins so (libphonenumber). Of 0263, 0269, 0508 and 0596 that is not certain. */
const NEVER_MAINLAND = /^\+33(?:262|590|594|639(?!98)|69[0-4]|69[67]|7084|7085|709[0-3])/;

/** A number that is dialled within France, nine digits without their zero, in E.164. */
export const internationalOfNational = (digits: string): string =>
  `+${OVERSEAS.find(([range]) => range.test(digits))?.[1] ?? '33'}${digits}`;

/** A number in E.164 in the one form in which it rings: one of overseas that is written with +33, as it is dialled in France, has its own prefix. */
export const canonicalNumber = (number: string): string =>
  NEVER_MAINLAND.test(number) && /^\+33\d{9}$/.test(number) ? internationalOfNational(number.slice(3)) : number;

/**
 * Each way in which a number in E.164 may have been written, the right one first: one of overseas with its own prefix, and with +33. What was stored
 * under the other, before that was put right, is the same telephone.
 */
export const spellingsOf = (number: string): readonly string[] => {
  const national = number.startsWith('+33') ? number.slice(3) : nationalOf(number)?.slice(1);
  if (national === undefined || !/^[1-9]\d{8}$/.test(national)) return [number];
  return [...new Set([internationalOfNational(national), `+33${national}`])];
};

const FRENCH_PREFIXES = ['33', ...OVERSEAS.map(([, prefix]) => prefix)];

const afterPrefix = (number: string, prefix: string): string =>
  number.startsWith(`+${prefix}`) ? number.slice(prefix.length + 1) : '';

/** A number in E.164 from which national numbers of France are dialled as they are in France. */
export const isOfFrenchPlan = (number: string): boolean =>
  FRENCH_PREFIXES.some((prefix) => number.startsWith(`+${prefix}`));

/** Mobiles that no 06 or 07 says: of Saint-Pierre-et-Miquelon in six digits, New Caledonia, Polynesia, Wallis and Futuna (libphonenumber). */
const MOBILE_ELSEWHERE = /^\+(?:508(?:4[04]|5[56])|687(?:[579]|8[0-79])|6898[7-9]|6818[23])/;

/** A number in E.164 that is a mobile of France or of its territories: dialled as 06 or 07, or of a range that is given to mobiles alone. */
export const isFrenchMobile = (number: string): boolean =>
  MOBILE_ELSEWHERE.test(number) || FRENCH_PREFIXES.some((prefix) => /^[67]/.test(afterPrefix(number, prefix)));

/** A number in E.164 as it is dialled within France, ten digits; `undefined`: it is not one of France. */
export const nationalOf = (number: string): string | undefined => {
  const digits = FRENCH_PREFIXES.map((prefix) => `+${prefix}`).find((prefix) => number.startsWith(prefix));
  const rest = digits === undefined ? '' : number.slice(digits.length);
  return /^[1-9]\d{8}$/.test(rest) && internationalOfNational(rest) === number ? `0${rest}` : undefined;
};
