import { domainToUnicode } from 'node:url';
import { addressParser } from 'postal-mime';

/** Who wrote a mail: an address, and the name that a reader sees. */
export interface Sender {
  readonly address: string;
  /** Absent: the header has an address alone. */
  readonly name?: string;
}

/** A header `From` as a mail program reads it: encoded words (RFC 2047) and quotes (RFC 5322) are undone. */
export const senderIn = (header: string): Sender => {
  const [first] = addressParser(header, { flatten: true });
  if (first === undefined || !('address' in first) || first.address === undefined) return { address: header };
  return first.name === '' ? { address: first.address } : { address: first.address, name: first.name };
};

/** An address of a mail as people read it: its domain in its own letters. What is no address stays. */
export const withReadableDomain = (address: string): string => {
  const [, local, domain = ''] = /^(.*@)(.+)$/.exec(address) ?? [];
  return local === undefined ? address : `${local}${domainToUnicode(domain) || domain}`;
};

/** The same in one line: `Épicerie Valmy <lettre@valmy.example>`. */
export const senderLine = (header: string): string => {
  const { address, name } = senderIn(header);
  return name === undefined ? withReadableDomain(address) : `${name} <${withReadableDomain(address)}>`;
};
