import { isBlank } from '#shared/domain/text/unseen.ts';
import { saysCannotStop } from '../content/denied.ts';
import { fold } from '../content/fold.ts';
import {
  isLinkOrMailbox,
  type KnownMeans,
  lastSentenceOf,
  type Means,
  meansTo,
  speaksOfStop,
} from '../content/means-of-opposition.ts';
import type { BrowserView } from './html/browser-view.ts';

/** Links that a reader sees and whose words, or target, speak of stopping, where the sentence does not say that one cannot. */
export const meansInHtml = (seen: BrowserView['seen'], known: KnownMeans): readonly Means[] => {
  const words = new Map<string, string>();
  const leading = new Map<string, string>();
  let before = '';
  for (const { href, text } of seen) {
    if (href === undefined) before += text;
    else {
      words.set(href, `${words.get(href) ?? ''} ${text}`);
      leading.set(href, leading.get(href) ?? before);
      before = '';
    }
  }
  return [...words].flatMap(([href, text]) => {
    const isDenied = saysCannotStop(fold(`${lastSentenceOf(leading.get(href) ?? '')} ${text}`.replaceAll(/\s+/g, ' ')));
    const speaks =
      !isBlank(text) &&
      (speaksOfStop(fold(text)) || (!isDenied && (speaksOfStop(fold(href)) || known.isOurLink(href))));
    return speaks && isLinkOrMailbox(href) ? [meansTo(href, known)] : [];
  });
};
