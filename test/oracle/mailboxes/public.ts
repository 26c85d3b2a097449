import { ASKED_ABOUT, LISTED_ELSEWHERE } from './lists.ts';

/** Hosts of mailboxes that this opinion knows by name. */
export const KNOWN_MAILBOX_HOSTS: readonly string[] = [
  ...LISTED_ELSEWHERE.split(/\s+/),
  ...ASKED_ABOUT.split(/\s+/),
].filter((host) => host !== '');
const KNOWN = new Set(KNOWN_MAILBOX_HOSTS);
/** Brands of mailboxes, under whatever ending. */
const BRANDS = new Set(['yahoo', 'hotmail', 'outlook', 'gmx', 'aol', 'yandex', 'ymail', 'windowslive', 'msn']);

/** The brand and an ending of one or two short parts: yahoo.fr, hotmail.co.uk. */
const isOfBrand = (host: string): boolean => {
  const [brand = '', ...ending] = host.split('.');
  const [last = '', before = 'co', ...more] = ending.toReversed();
  return BRANDS.has(brand) && more.length === 0 && /^[a-z]{2,4}$/.test(last) && /^[a-z]{2,3}$/.test(before);
};

/** Whether a host, or one that it lies below, gives mailboxes to anybody (FR-B2B-3): such an address shows no quality. */
export const isPublicMailbox = (host: string): boolean => {
  if (host === '') return false;
  if (KNOWN.has(host) || isOfBrand(host)) return true;
  const dot = host.indexOf('.');
  return dot >= 0 && isPublicMailbox(host.slice(dot + 1));
};
