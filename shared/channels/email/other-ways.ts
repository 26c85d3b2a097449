import { externalMeansInText } from '../content/external-means.ts';
import { isLinkOrMailbox, type KnownMeans, type Means, meansTo } from '../content/means-of-opposition.ts';
import type { EmailBytes } from './channel.ts';
import { externalLinks } from './html/external-links.ts';

/** A link to stop that leads nowhere: `#`, or a tag that nobody filled in. */
const DEAD: Means = { target: 'dead-link', isOurs: false };

const wayTo = (written: string, known: KnownMeans): Means => {
  const target = written.trim().replaceAll('&amp;', '&');
  if (isLinkOrMailbox(target)) return meansTo(target, known);
  return target.includes('@') ? meansTo(`mailto:${target}`, known) : DEAD;
};

/**
 * The ways to stop in a mail made by another system that are not ours, and whose place our link would take if we sent it:
 * here they stay, so that a reader may follow one in vain.
 */
export const otherWaysIn = (
  { html = '', text = '' }: Pick<EmailBytes, 'html' | 'text'>,
  known: KnownMeans,
): readonly Means[] =>
  [
    ...externalLinks(html).map(({ start, end }) => wayTo(html.slice(start, end), known)),
    ...externalMeansInText(text).map(({ start, end }) => wayTo(text.slice(start, end), known)),
  ].filter(({ isOurs }) => !isOurs);
