import { fold } from '../content/fold.ts';
import { isLinkOrMailbox, type KnownMeans, type Means, meansTo, STOPPING } from '../content/means-of-opposition.ts';
import type { BrowserView } from './html/browser-view.ts';

/** Links that a reader sees and whose words, or target, speak of stopping. */
export const meansInHtml = (seen: BrowserView['seen'], known: KnownMeans): readonly Means[] => {
  const words = new Map<string, string>();
  for (const { href, text } of seen) if (href !== undefined) words.set(href, `${words.get(href) ?? ''} ${text}`);
  return [...words].flatMap(([href, text]) => {
    const speaks =
      text.trim() !== '' && (STOPPING.test(fold(text)) || STOPPING.test(fold(href)) || known.isOurLink(href));
    return speaks && isLinkOrMailbox(href) ? [meansTo(href, known)] : [];
  });
};
