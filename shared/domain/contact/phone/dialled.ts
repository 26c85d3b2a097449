import { prefixOf } from '../address-facts.ts';
import { isFreephone } from './free-numbers.ts';
import { internationalOfNational, isOfFrenchPlan, nationalOf } from './national-number.ts';

/** Countries whose national numbers begin with a zero that is left out after the prefix. Hungary has 06, and Italy keeps its zero. */
const WITH_ZERO = new Set(['AT', 'BE', 'BG', 'CH', 'DE', 'FI', 'GB', 'HR', 'IE', 'NL', 'RO', 'SE', 'SI', 'SK']);

/** Countries whose national numbers have no zero to leave out, and nine digits, or often nine (libphonenumber-js 1.13.16). */
const OF_NINE_DIGITS = new Set(['CZ', 'ES', 'IT', 'LI', 'LU', 'PL', 'PT']);

const SHORT = /^\d{4}$/;

/** Numbers that ring from within the French numbering plan alone: short ones, and those of services (08). */
const isOfFranceAlone = (number: string): boolean => SHORT.test(number) || number.startsWith('+338');

/**
 * A call to this number, E.164 or a French short one, arrives from a telephone whose number is `from`, in E.164. Free numbers of another
 * country are taken to ring within it alone, and those under a prefix that we do not know nowhere: nobody says which of them are free.
 */
export const canBeDialled = (from: string, number: string): boolean => {
  if (isOfFranceAlone(number)) return isOfFrenchPlan(from);
  const plan = prefixOf(number);
  return plan !== undefined && (plan === prefixOf(from) || !isFreephone(plan, number));
};

/**
 * A number, E.164 or a French short one, as it is dialled from a telephone whose number is `from`: in its national form within the French
 * numbering plan, else with 00, which is dialled in all countries that we know; from others with its plus sign.
 */
export const dialledFrom = (from: string, number: string): string => {
  if (!number.startsWith('+')) return number;
  const national = isOfFrenchPlan(from) ? nationalOf(number) : undefined;
  if (national !== undefined) return national;
  return prefixOf(from) === undefined ? number : `00${number.slice(1)}`;
};

/** Which number, in E.164, rings when these digits are dialled from a telephone whose number is `from`; where nobody knows, the digits. */
export const numberDialled = (from: string, digits: string): string => {
  if (digits.startsWith('+') || digits.startsWith('00')) return digits.replace(/^00/, '+');
  if (isOfFrenchPlan(from)) return /^0\d{9}$/.test(digits) ? internationalOfNational(digits.slice(1)) : digits;
  const plan = prefixOf(from);
  if (plan === undefined || SHORT.test(digits)) return digits;
  const hasZero = plan.countries.every((country) => WITH_ZERO.has(country));
  return `+${plan.prefix}${hasZero ? digits.replace(/^0/, '') : digits}`;
};

/** Whether nine digits without a zero can be a national number that is dialled from a telephone whose number is `from`, in E.164. */
export const dialsNineDigits = (from: string): boolean =>
  prefixOf(from)?.countries.some((country) => OF_NINE_DIGITS.has(country)) ?? false;
