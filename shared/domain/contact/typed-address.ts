import type { AddressKind } from '#shared/channels/record.ts';
import { parseEmail } from './address.ts';
import { internationalOfNational } from './national-number.ts';
import { parsePhone } from './phone.ts';

/** An address as a person typed it on our page, in the form that a provider is given. */
export interface TypedAddress {
  readonly kind: AddressKind;
  readonly value: string;
}

/** Ten digits, as numbers are dialled within France: a zero, then one to nine. */
const NATIONAL = /^0([1-9]\d{8})$/;
const SEPARATORS = /[\s.()/\-\u00A0\u2010-\u2015\u202F]/g;

const international = (text: string): string => {
  const digits = NATIONAL.exec(text.replace(SEPARATORS, ''))?.[1];
  return digits === undefined ? text : internationalOfNational(digits);
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
