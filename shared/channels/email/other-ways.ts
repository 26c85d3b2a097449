import { isLinkOrMailbox, type KnownMeans, type Means, meansTo } from '../content/means-of-opposition.ts';
import { externalMeansInText } from '../content/stopping/external-means.ts';
import type { EmailBytes } from './channel.ts';
import { waysToStopIn } from './html/external-links.ts';

/** A link to stop that leads nowhere: `#`, or a tag that nobody filled in. */
const DEAD: Means = { target: 'dead-link', isOurs: false };

const asFollowed = (written: string): string => written.trim().replaceAll('&amp;', '&');

const wayTo = (written: string, known: KnownMeans): Means => {
  const target = asFollowed(written);
  if (isLinkOrMailbox(target)) return meansTo(target, known);
  return target.includes('@') ? meansTo(`mailto:${target}`, known) : DEAD;
};

/**
 * The ways to stop in a mail made by another system that are not ours, and whose place our link would take if we sent it:
 * here they stay, so that a reader may follow one in vain.
 */
export const otherWaysIn = (mail: Parts, known: KnownMeans): readonly Means[] =>
  writtenWaysIn(mail)
    .map((written) => wayTo(written, known))
    .filter(({ isOurs }) => !isOurs);

type Parts = Pick<EmailBytes, 'html' | 'text'>;
const writtenWaysIn = ({ html = '', text = '' }: Parts): readonly string[] => [
  ...waysToStopIn(html).map(({ start, end }) => html.slice(start, end)),
  ...externalMeansInText(text).map(({ start, end }) => text.slice(start, end)),
];

/** Those of them that are among the links that a reader sees, and lead somewhere. */
export const otherWaysAmong = (links: readonly string[], mail: Parts, known: KnownMeans): readonly Means[] => {
  const seen = new Set(links.map(asFollowed));
  return writtenWaysIn(mail)
    .filter((written) => seen.has(asFollowed(written)))
    .map((written) => wayTo(written, known))
    .filter((way) => !way.isOurs && way.target !== DEAD.target);
};
