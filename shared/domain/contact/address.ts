import { domainToASCII } from 'node:url';
import type { AddressKind } from '#shared/channels/record.ts';
import { type Fault, invalidRequest } from '../failure.ts';
import { parsePhone } from './phone/phone.ts';

/** An address in the two forms we need. */
export interface NormalisedAddress {
  /** What a provider is given: domain in ASCII, the local part as its holder wrote it. */
  readonly deliverable: string;
  /** What the fingerprint is made of: two spellings of one mailbox give one text. */
  readonly fingerprinted: string;
}

interface GivenAddress {
  readonly kind: AddressKind;
  readonly value: string;
}

const MAX_LOCAL = 64;
const MAX_ADDRESS = 254;
// RFC 5321 dot-string, widened by RFC 6531 to letters beyond ASCII; quoted local parts are refused: no one has one.
const LOCAL_PART = /^[\p{L}\p{N}\p{M}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{N}\p{M}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

const isHostName = (domain: string): boolean => {
  const labels = domain.split('.');
  const last = labels.at(-1) ?? '';
  return domain.length <= 253 && labels.length > 1 && labels.every((label) => LABEL.test(label)) && !/^\d+$/.test(last);
};

/**
 * E-mail, normalisation 1 (frozen by golden vectors): trimmed, NFC, domain by IDNA to lower-case ASCII. Dots and plus
 * tags are kept: `a.b` and `ab` are one mailbox at some providers and two people at others. `undefined` when malformed.
 */
export const parseEmail = (value: string): NormalisedAddress | undefined => {
  const text = value.trim().normalize('NFC');
  const at = text.lastIndexOf('@');
  const local = text.slice(0, at);
  const domain = domainToASCII(text.slice(at + 1));
  const isAddress =
    at > 0 &&
    Buffer.byteLength(local) <= MAX_LOCAL &&
    LOCAL_PART.test(local) &&
    isHostName(domain) &&
    Buffer.byteLength(local) + 1 + domain.length <= MAX_ADDRESS;
  if (!isAddress) return undefined;
  return { deliverable: `${local}@${domain}`, fingerprinted: `${local.toLowerCase().normalize('NFC')}@${domain}` };
};

/** How each kind of address is called in a sentence. */
export const ADDRESS_NAMES = {
  email: 'an e-mail address',
  phone: 'a telephone number',
} as const satisfies Record<AddressKind, string>;

/** Both forms of an address, or what is wrong with it. */
const PARSERS: Readonly<Record<AddressKind, (value: string) => NormalisedAddress | string>> = {
  email: (value) => parseEmail(value) ?? `not ${ADDRESS_NAMES.email}`,
  phone: (value) => {
    const phone = parsePhone(value);
    return 'fault' in phone ? phone.fault : { deliverable: phone.e164, fingerprinted: phone.e164 };
  },
};

/** What is wrong with an address; empty: nothing is. */
export const faultsOfAddress = ({ kind, value }: GivenAddress): readonly Fault[] => {
  const normalised = PARSERS[kind](value);
  return typeof normalised === 'string' ? [{ pointer: `/contact/${kind}`, detail: normalised }] : [];
};

/**
 * Both forms of an address as a caller gives it. Throws `invalidRequest` with a fault at `pointer` (RFC 6901), which
 * never repeats the value.
 */
export const normaliseAddress = (address: GivenAddress, pointer = `/contact/${address.kind}`): NormalisedAddress => {
  const normalised = PARSERS[address.kind](address.value);
  if (typeof normalised !== 'string') return normalised;
  const fault: Fault = { pointer, detail: normalised };
  throw invalidRequest([fault]);
};

/** The number at which somebody is, whose prefix says in which country (D15), as judges of a basis take it; nothing of a mailbox. */
export const numberOf = (address: GivenAddress): { readonly address?: string } =>
  address.kind === 'phone' ? { address: normaliseAddress(address).deliverable } : {};
