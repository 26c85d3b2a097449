import { createHash } from 'node:crypto';

const DEAD = 'dead-link-';
/** A tag that nobody filled in is the author's, and no reader's: `*|UNSUB|*`, `{{stop}}`, `%%stop%%`, `<%= stop %>`. */
const TAG = /^[^\p{L}\p{N}#/.]*[{[%*$<|][^}\]%*$>|]*[}\]%*$>|]*/u;
const OPENS_TAG = /[{[%*$<|]/;

/** What of a link is the same for each reader: a tag, a scheme, the first part of a path behind a host that is written; not what follows, which may be of one. */
const sameForAll = (link: string): string => {
  const [written = ''] = link.trim().toLowerCase().split('?');
  const [tag] = TAG.exec(written) ?? [];
  if (tag !== undefined) return tag;
  const [, scheme = '', host = '', first = ''] =
    /^([a-z][a-z+.-]*:)?(?:\/\/(?:[^/@]*@)?([^/#]*))?([./]*[^/#]*)/.exec(written) ?? [];
  return `${scheme}${host}${/[\d@]|.{25}/.test(first) || OPENS_TAG.test(host) ? '' : first}${written.startsWith('#') ? '#' : ''}`;
};

/**
 * Names a link to stop that leads nowhere (`#`, a tag that nobody filled in, an address that nobody can read), for a human to decide of that one
 * (D6): the same for each reader of one template, and another for another link. It holds nothing of a reader, unless the first part of a path is one by name alone.
 */
export const deadLink = (link: string): string =>
  `${DEAD}${createHash('sha256').update(sameForAll(link), 'utf8').digest('hex').slice(0, 12)}`;

/** Whether a target is the name of a link that leads nowhere. */
export const isDeadLink = (target: string): boolean => target.startsWith(DEAD);
