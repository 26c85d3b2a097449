import { escapeHtml } from '../content/escape.ts';
import { isService, type Mentions } from '../content/mentions.ts';
import { footerWords, whoOf } from './footer-words.ts';

/** The attribute by which the verifier finds our footer in the bytes. */
export const FOOTER_MARK = 'data-aval-footer';

/** First characters of the text footer: a rule that no client takes for a signature to hide. */
export const TEXT_RULE = '________________________________';

/*
 * Text colours are above 7:1 on their own background, both stated, so that the block stays readable when a client turns
 * the rest dark. `!important` keeps a style sheet of the author from hiding it; Outlook ignores it and needs none.
 */
const BLOCK =
  'display:block !important;visibility:visible !important;opacity:1 !important;max-height:none !important;clear:both;margin:0;padding:20px 16px;background-color:#f4f4f4;color:#333333;font-family:Arial,Helvetica,sans-serif;font-size:13px;line-height:20px;font-weight:normal;text-align:center;text-decoration:none;mso-hide:none';
const LINE = 'display:block !important;margin:0 auto 8px;max-width:600px;color:#333333;font-size:13px;line-height:20px';
const ANCHOR = 'display:inline !important;color:#0b3d91;text-decoration:underline;font-size:13px;line-height:20px';

const line = (html: string): string => `<div style="${LINE}">${html}</div>`;
const anchor = (url: string, words: string): string =>
  `<a href="${escapeHtml(url)}" style="${ANCHOR}">${escapeHtml(words)}</a>`;

/** The personal link in words, for an author's placeholder that is in running text. */
export const oppositionAnchor = (mentions: Mentions): string =>
  `<a href="${escapeHtml(mentions.oppositionUrl)}">${escapeHtml(footerWords(mentions).stop)}</a>`;

const isNoAdvertising = (mentions: Mentions): boolean => isService(mentions) || mentions.why.basis === 'relation';

/** Who writes and how to reach them: one sentence that also says that it is advertising, where it is (LCEN art. 20, D18). */
export const advertisingSentence = (mentions: Mentions): string =>
  footerWords(mentions)[isNoAdvertising(mentions) ? 'service' : 'advertising'](whoOf(mentions));

/** Why this reader gets it, true by the verdict (D12). */
export const whySentence = (mentions: Mentions): string => footerWords(mentions).why(mentions.why, mentions.publicName);

/**
 * The footer of the HTML part: who writes, why, how to stop and your data, a sentence each. It has its own link whatever
 * links the author has.
 */
export const footerHtml = (mentions: Mentions): string => {
  const words = footerWords(mentions);
  const stop = line(`${anchor(mentions.oppositionUrl, words.stop)}${escapeHtml(words.stopEnd)}`);
  const data = line(`${anchor(mentions.noticeUrl, words.notice)}${escapeHtml(words.noticeEnd)}`);
  const why = line(escapeHtml(whySentence(mentions)));
  return `<div ${FOOTER_MARK}="" lang="${mentions.language}" dir="ltr" style="${BLOCK}">${line(escapeHtml(advertisingSentence(mentions)))}${isService(mentions) ? '' : why + stop}${data}</div>`;
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
