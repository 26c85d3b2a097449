import type { AddressKind } from '#shared/channels/record.ts';
import { parseEmail } from './address.ts';
import { parsePhone } from './phone.ts';

/** An address as a person typed it on our page, in the form that a provider is given. */
export interface TypedAddress {
  readonly kind: AddressKind;
  readonly value: string;
}

/** Ten digits, as numbers are dialled within France: a zero, then one to nine. */
const NATIONAL = /^0([1-9]\d{8})$/;
const SEPARATORS = /[\s.()/\-\u00A0\u2010-\u2015\u202F]/g;

/** Where national numbers of the overseas departments and of Saint-Pierre-et-Miquelon ring from abroad (numbering plan, Arcep decision 2018-0881). */
const OVERSEAS: readonly (readonly [RegExp, string])[] = [
  [/^(?:262|263|269|639|692|693)/, '262'],
  [/^(?:590|690|691)/, '590'],
  [/^(?:594|694)/, '594'],
  [/^(?:596|696|697)/, '596'],
  [/^508/, '508'],
];

const international = (text: string): string => {
  const digits = NATIONAL.exec(text.replace(SEPARATORS, ''))?.[1];
  if (digits === undefined) return text;
  const prefix = OVERSEAS.find(([range]) => range.test(digits))?.[1] ?? '33';
  return `+${prefix}${digits}`;
};

/**
 * An e-mail address, or a telephone number in international form or as it is dialled within France. `undefined` when it
 * is neither.
 */
export const typedAddress = (text: string): TypedAddress | undefined => {
  if (text.includes('@')) {
    const email = parseEmail(text);
    return email && { kind: 'email', value: email.deliverable };
  }
  const phone = parsePhone(international(text));
  return 'fault' in phone ? undefined : { kind: 'phone', value: phone.e164 };
};
