import { isOwnHost, isServiceHost } from './hosts.ts';

/** Letters of a URL alone: no space, no quote, and nothing in front of the host. */
const A_URL = /^https:\/\/[a-z0-9.-]+(?:\/[\w.~:/?#[\]@!$&()*+,;=%-]*)?$/i;
const LONGEST = 500;

/** One page, with https: of the advertiser, or of a host that serves every transaction. What the page is for is judged elsewhere. */
export const isLink = (value: string, ownHosts: readonly string[]): boolean => {
  if (value.length > LONGEST || !A_URL.test(value) || !URL.canParse(value)) return false;
  const host = new URL(value).hostname;
  return isServiceHost(host) || isOwnHost(host, ownHosts);
};
