import type { AddressKind } from '#shared/channels/record.ts';
import { parseEmail } from './address.ts';
import { internationalOfNational } from './phone/national-number.ts';
import { parsePhone } from './phone/phone.ts';

/** An address as a person typed it on our page, in the form that a provider is given. */
export interface TypedAddress {
  readonly kind: AddressKind;
  readonly value: string;
}

/** Ten digits, as numbers are dialled within France: a zero, then one to nine. */
export const NATIONAL = /^0([1-9]\d{8})$/;
/** What is written between the digits of a number. */
export const SEPARATORS = /[\s.()/\-\u00A0\u2010-\u2015\u202F]/g;

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

/** A French number with its country code and the zero of home, with or without a plus, or with its country code alone. */
const WITH_BOTH = /^(?:\+|00)?33(0[1-9]\d{8})$/;
const WITHOUT_PLUS = /^33([1-9]\d{8})$/;
/** Marks that nobody sees, which come with what is pasted: joiners, the direction of a text, a byte order mark. */
const UNSEEN = /[\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g;
/** A name before an address in angle brackets. */
const NAMED = /^[^<>]*<([^<>\s]+)>$/;
/** What links and business cards write before an address. */
const BEFORE = /^(?:mailto:|t[eé]l(?:[eé]phone)?\s?[.:]|n°)\s*/i;
/** Signs after an address that was cut out of a list or a sentence. */
const AFTER = /[,;.]{1,3}$/;

const asDialled = (text: string): string => {
  const plain = text.replace(SEPARATORS, '');
  const bare = WITHOUT_PLUS.exec(plain)?.[1];
  return WITH_BOTH.exec(plain)?.[1] ?? (bare === undefined ? text : `0${bare}`);
};

/** What was typed or pasted without what is around an address. */
export const asWritten = (written: string): string => {
  const text = written.replace(UNSEEN, '').trim().normalize('NFC').replace(BEFORE, '');
  return ((text.includes('@') && NAMED.exec(text)?.[1]) || text).replace(AFTER, '');
};

/**
 * The same of what somebody types or pastes who wants no more messages: whatever can mean one address alone is taken. `undefined` when it can mean
 * none, or several.
 */
export const pastedAddress = (written: string): TypedAddress | undefined => {
  const bare = asWritten(written);
  return typedAddress(bare.includes('@') ? bare : asDialled(bare));
};
