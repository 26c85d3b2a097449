import { isLinkOrMailbox, type KnownMeans, type Means, meansTo } from '../content/means-of-opposition.ts';
import type { EmailBytes } from './channel.ts';
import { partsToFill } from './own-links.ts';

/** A link to stop that leads nowhere: `#`, or a field that nobody filled in. */
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
export const otherWaysIn = (mail: Pick<EmailBytes, 'html' | 'text'>, known: KnownMeans): readonly Means[] =>
  partsToFill(mail).flatMap(({ source, all, tags }) => {
    const unfilled = new Set(tags.map(({ start }) => start));
    return all
      .filter(({ field }) => field.kind === 'opposition-link')
      .map(({ start, end }) => (unfilled.has(start) ? DEAD : wayTo(source.slice(start, end), known)))
      .filter(({ isOurs }) => !isOurs);
  });
