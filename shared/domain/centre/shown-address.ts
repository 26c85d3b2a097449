import { domainToUnicode } from 'node:url';

/** A number of France as people write it: the country, a digit, and pairs. */
const FRENCH = /^(\+33)(\d)(\d\d)(\d\d)(\d\d)(\d\d)$/;
const NO_BREAK = '\u00a0';

/** An address as its holder knows it: a name of a host in its own letters (RFC 5890), a number of France in pairs. */
export const shownAddress = (address: string): string => {
  const at = address.lastIndexOf('@');
  if (at < 0) return FRENCH.exec(address)?.slice(1).join(NO_BREAK) ?? address;
  const host = address.slice(at + 1);
  return `${address.slice(0, at)}@${domainToUnicode(host) || host}`;
};
