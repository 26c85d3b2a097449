import { DEFAULT_FOOTER_COLOURS } from '#shared/domain/advertiser/footer-colours.ts';
import { escapeHtml } from '../content/escape.ts';
import { isService, type Mentions } from '../content/mentions.ts';
import { blockTags } from './footer-style.ts';
import { footerWords, whoOf } from './footer-words.ts';

/** The attribute by which the verifier finds our footer in the bytes. */
export const FOOTER_MARK = 'data-aval-footer';

/** The width of a mail, in pixels, where its author states none. */
export const DEFAULT_WIDTH = 600;

/** First characters of the text footer: a rule that no client takes for a signature to hide. */
export const TEXT_RULE = '________________________________';

/** The personal link in words, for an author's placeholder that is in running text. */
export const oppositionAnchor = (mentions: Mentions): string =>
  `<a href="${escapeHtml(mentions.oppositionUrl)}">${escapeHtml(footerWords(mentions).stop)}</a>`;

const isNoAdvertising = ({ why }: Mentions): boolean =>
  isService({ why }) || why.basis === 'relation' || (why.basis === 'test' && why.isNoAdvertising === true);

/** Who writes and how to reach them: one sentence that also says that it is advertising, where it is (LCEN art. 20, D18). */
export const advertisingSentence = (mentions: Mentions): string =>
  footerWords(mentions)[isNoAdvertising(mentions) ? 'service' : 'advertising'](whoOf(mentions));

/** Why this reader gets it, true by the verdict (D12). */
export const whySentence = (mentions: Mentions): string => footerWords(mentions).why(mentions.why, mentions.publicName);

/**
 * The footer of the HTML part: who writes, why, how to stop and your data, a sentence each. It has its own link whatever
 * links the author has. `width` in pixels is that of the author's mail.
 */
export const footerHtml = (mentions: Mentions, width = DEFAULT_WIDTH): string => {
  const words = footerWords(mentions);
  const tags = blockTags(mentions.colours ?? DEFAULT_FOOTER_COLOURS, width);
  const link = (url: string, text: string, end: string): string =>
    `<a href="${escapeHtml(url)}${tags.link}${escapeHtml(text)}${tags.linkEnd}${escapeHtml(end)}`;
  const sentences = [
    escapeHtml(advertisingSentence(mentions)),
    ...(isService(mentions)
      ? []
      : [escapeHtml(whySentence(mentions)), link(mentions.oppositionUrl, words.stop, words.stopEnd)]),
    link(mentions.noticeUrl, words.notice, words.noticeEnd),
  ];
  return `${tags.open} ${FOOTER_MARK}="" lang="${mentions.language}" dir="ltr"${tags.afterMark}${sentences.join(tags.next)}${tags.close}`;
};

/** Words, and in plain text the address that their link leads to. */
export const noticeLine = (mentions: Mentions): string => {
  const { notice, colon } = footerWords(mentions);
  return `${notice}${colon}${mentions.noticeUrl}`;
};
/** The same of the personal link. */
export const stopLine = (mentions: Mentions): string => {
  const { stop, stopHint, colon } = footerWords(mentions);
  return `${stop} (${stopHint})${colon}${mentions.oppositionUrl}`;
};

/** The footer of the text part, from its rule to its last line. */
export const footerText = (mentions: Mentions): string =>
  [
    TEXT_RULE,
    advertisingSentence(mentions),
    ...(isService(mentions) ? [] : [whySentence(mentions), stopLine(mentions)]),
    noticeLine(mentions),
    '',
  ].join('\n');
