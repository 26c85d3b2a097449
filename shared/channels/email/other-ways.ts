import { isLinkOrMailbox, type KnownMeans, type Means, meansTo } from '../content/means-of-opposition.ts';
import { deadLink, isDeadLink } from '../content/stopping/dead-links.ts';
import { externalMeansInText } from '../content/stopping/external-means.ts';
import { linkAsFollowed, linkOfText } from '../content/written-links.ts';
import type { EmailBytes } from './channel.ts';
import { waysToStopIn } from './html/external-links.ts';

const wayTo = (target: string, known: KnownMeans): Means => {
  if (isLinkOrMailbox(target)) return meansTo(target, known);
  return target.includes('@') ? meansTo(`mailto:${target}`, known) : { target: deadLink(target), isOurs: false };
};

/**
 * The ways to stop in a mail made by another system that are not ours, and whose place our link would take if we sent it:
 * here they stay, so that a reader may follow one in vain.
 */
export const otherWaysIn = (mail: Parts, known: KnownMeans): readonly Means[] =>
  waysIn(mail, known)
    .map((target) => wayTo(target, known))
    .filter(({ isOurs }) => !isOurs);

type Parts = Pick<EmailBytes, 'html' | 'text'>;
const waysIn = ({ html = '', text = '' }: Parts, { isOurLink }: KnownMeans): readonly string[] => [
  ...waysToStopIn(html).map(({ start, end }) => linkAsFollowed(html.slice(start, end).replaceAll('&amp;', '&'))),
  ...externalMeansInText(text).map(({ start, end }) => linkOfText(text.slice(start, end), isOurLink)),
];

/** Those of them that are among the links that a reader sees, as programs follow them, and lead somewhere. */
export const otherWaysAmong = (links: readonly string[], mail: Parts, known: KnownMeans): readonly Means[] => {
  const seen = new Set(links);
  return waysIn(mail, known)
    .filter((target) => seen.has(target))
    .map((target) => wayTo(target, known))
    .filter((way) => !way.isOurs && !isDeadLink(way.target));
};
