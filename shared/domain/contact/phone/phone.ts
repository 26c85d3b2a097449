/**
 * Telephone numbers to E.164, normalisation 1 (frozen by golden vectors). Strict on purpose: an international number or
 * nothing. See docs/decisions/0008 for why no numbering-plan library is bundled. A number of overseas that is written with +33, a frequent mistake, has
 * its own prefix (docs/decisions/0132).
 */
import { canonicalNumber } from './national-number.ts';

export type ParsedPhone = { readonly e164: string } | { readonly fault: string };

// Space, no-break spaces, dots, parentheses, slashes and every hyphen that users type.
const SEPARATORS = /[\s.()/\-\u00A0\u2010-\u2015\u202F]/g;
// A trunk zero written after the country code, as in +33 (0)6 12 34 56 78: dialled at home only.
const TRUNK_ZERO = /^(\+\d{1,3})[\s.\u00A0\u202F]*\(0\)/;
const E164 = /^\+[1-9]\d{6,14}$/;
/** France and its territories have nine digits after the prefix, and never a zero first (ARCEP numbering plan). */
const FRENCH_NINE_DIGITS = /^\+(?:33|262|590|594|596)(?![1-9]\d{8}$)/;

const COUNTRY_CODE_MISSING =
  'a telephone number without its country code: write +33 6 12 34 56 78 rather than 06 12 34 56 78';

/** The number in E.164 (ITU-T), or a sentence on what is wrong that does not repeat the number. */
export const parsePhone = (value: string): ParsedPhone => {
  const text = value.trim().replace(/^00/, '+').replace(TRUNK_ZERO, '$1').replace(SEPARATORS, '');
  if (/^\d+$/.test(text)) return { fault: COUNTRY_CODE_MISSING };
  if (!E164.test(text)) return { fault: 'not a telephone number in international form (E.164)' };
  if (FRENCH_NINE_DIGITS.test(text)) return { fault: 'a French number has nine digits after its country code' };
  return { e164: canonicalNumber(text) };
};
