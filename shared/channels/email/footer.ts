import { escapeHtml } from '../content/escape.ts';
import { isService, type Mentions } from '../content/mentions.ts';
import { footerWords } from './footer-words.ts';

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

/** Who writes: one sentence that also says that it is advertising, where it is (LCEN art. 20, D18). */
export const advertisingSentence = (mentions: Mentions): string =>
  footerWords(mentions)[isNoAdvertising(mentions) ? 'service' : 'advertising'](mentions.publicName, mentions.legalName);

/** Why this reader gets it, true by the verdict (D12). */
export const whySentence = (mentions: Mentions): string => footerWords(mentions).why(mentions.why, mentions.publicName);

const howToContact = (mentions: Mentions): string => {
  const words = footerWords(mentions);
  const address = mentions.postalAddress === undefined ? [] : [words.address(mentions.postalAddress)];
  return [...address, words.contact(mentions.contact)].join(' · ');
};

/** The footer of the HTML part; without the link where the author's own placeholder carries it already. */
export const footerHtml = (mentions: Mentions, withLink: boolean): string => {
  const words = footerWords(mentions);
  const stop =
    withLink && !isService(mentions)
      ? line(`${anchor(mentions.oppositionUrl, words.stop)} (${escapeHtml(words.stopHint)})`)
      : '';
  return `<div ${FOOTER_MARK}="" lang="${mentions.language}" dir="ltr" style="${BLOCK}">${line(escapeHtml(advertisingSentence(mentions)))}${line(escapeHtml(howToContact(mentions)))}${isService(mentions) ? '' : line(escapeHtml(whySentence(mentions)))}${stop}${line(anchor(mentions.noticeUrl, words.notice))}</div>`;
};

/** The footer of the text part, from its rule to its last line. */
export const footerText = (mentions: Mentions, withLink: boolean): string => {
  const words = footerWords(mentions);
  return [
    TEXT_RULE,
    advertisingSentence(mentions),
    howToContact(mentions),
    ...(isService(mentions) ? [] : [whySentence(mentions)]),
    ...(withLink && !isService(mentions) ? [`${words.stop} (${words.stopHint}) : ${mentions.oppositionUrl}`] : []),
    `${words.notice} : ${mentions.noticeUrl}`,
    '',
  ].join('\n');
};
