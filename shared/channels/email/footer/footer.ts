import { DEFAULT_FOOTER_COLOURS } from '#shared/domain/advertiser/footer-colours.ts';
import { dayOf } from '#shared/words/day-of.ts';
import { escapeHtml } from '../../content/escape.ts';
import { around, escaped, joined, type Marked, markedLink, textOf, withHoles } from '../../content/marked.ts';
import { isService, type Mentions } from '../../content/mentions.ts';
import { blockTags } from './footer-style.ts';
import { footerWords, whoOf } from './footer-words.ts';

/** The attribute by which the verifier finds our footer in the bytes. */
export const FOOTER_MARK = 'data-aval-footer';

/** The width of a mail, in pixels, where its author states none. */
export const DEFAULT_WIDTH = 600;

/** First characters of the text footer: a rule that no client takes for a signature to hide. */
export const TEXT_RULE = '________________________________';

/** The personal link in words, for an author's placeholder that is in running text. */
export const oppositionAnchor = (mentions: Mentions): Marked =>
  joined('<a href="', escaped(markedLink(mentions.oppositionUrl)), `">${escapeHtml(footerWords(mentions).stop)}</a>`);

const isNoAdvertising = ({ why }: Mentions): boolean =>
  isService({ why }) || why.basis === 'relation' || (why.basis === 'test' && why.isNoAdvertising === true);

/** Who writes and how to reach them: one sentence that also says that it is advertising, where it is (LCEN art. 20, D18). */
export const advertisingSentence = (mentions: Mentions): string =>
  footerWords(mentions)[isNoAdvertising(mentions) ? 'service' : 'advertising'](whoOf(mentions));

/** The same around the name that only some readers are given, where there is one. */
const aroundName = ({ why, publicName, ...mentions }: Mentions): Marked => {
  const words = footerWords(mentions);
  if (why.basis === 'professional-interest')
    return around('source', why.source, (source) => words.why({ ...why, source }, publicName));
  if (why.basis === 'consent' && why.collectedBy !== undefined)
    return around('collector', why.collectedBy, (collectedBy) => words.why({ ...why, collectedBy }, publicName));
  return joined(words.why(why, publicName));
};

/** Why this reader gets it, true by the verdict (D12). */
const markedWhy = (mentions: Mentions): Marked => {
  const { why, language } = mentions;
  const since = 'since' in why ? why.since : undefined;
  return since === undefined ? aroundName(mentions) : withHoles(aroundName(mentions), 'since', dayOf(language, since));
};
export const whySentence = (mentions: Mentions): string => textOf(markedWhy(mentions));

const between = (texts: readonly (string | Marked)[], separator: string): Marked =>
  joined(...texts.flatMap((text, index) => (index === 0 ? [text] : [separator, text])));

/** The preference centre, where the link to stop opens it as well: its own page, so that nobody takes one for the other. */
const choicesUrlOf = ({ oppositionUrl }: Mentions): string => oppositionUrl.replace(/\/o\/(?=[^/]*$)/, '/p/');

/**
 * The footer of the HTML part: who writes, why, how to stop, where to choose and the notice, a sentence each. It has its own link whatever
 * links the author has. `width` in pixels is that of the author's mail.
 */
export const markedFooterHtml = (mentions: Mentions, width = DEFAULT_WIDTH): Marked => {
  const words = footerWords(mentions);
  const tags = blockTags(mentions.colours ?? DEFAULT_FOOTER_COLOURS, width);
  const link = (url: string | Marked, text: string, end: string): Marked =>
    joined('<a href="', escaped(url), `${tags.link}${escapeHtml(text)}${tags.linkEnd}${escapeHtml(end)}`);
  const sentences = [
    escapeHtml(advertisingSentence(mentions)),
    ...(isService(mentions)
      ? []
      : [
          escaped(markedWhy(mentions)),
          link(markedLink(mentions.oppositionUrl), words.stop, words.stopEnd),
          joined(
            '<a href="',
            escaped(markedLink(choicesUrlOf(mentions))),
            `${tags.plainLink}${escapeHtml(words.choicesLink)}</a>`,
          ),
        ]),
    link(mentions.noticeUrl, words.notice, words.noticeEnd),
  ];
  const mark = `${tags.open} ${FOOTER_MARK}="" lang="${mentions.language}" dir="ltr"${tags.afterMark}`;
  return joined(mark, between(sentences, tags.next), tags.close);
};
export const footerHtml = (mentions: Mentions, width?: number): string => textOf(markedFooterHtml(mentions, width));

/** Words, and in plain text the address that their link leads to. */
export const noticeLine = (mentions: Mentions): string => {
  const { notice, colon } = footerWords(mentions);
  return `${notice}${colon}${mentions.noticeUrl}`;
};
/** The same of the personal link. */
const markedStopLine = (mentions: Mentions): Marked => {
  const { stop, stopHint, colon } = footerWords(mentions);
  return joined(`${stop} (${stopHint})${colon}`, markedLink(mentions.oppositionUrl));
};
export const stopLine = (mentions: Mentions): string => textOf(markedStopLine(mentions));

/** The footer of the text part, from its rule to its last line. */
export const markedFooterText = (mentions: Mentions): Marked =>
  between(
    [
      TEXT_RULE,
      advertisingSentence(mentions),
      ...(isService(mentions) ? [] : [markedWhy(mentions), markedStopLine(mentions), footerWords(mentions).choices]),
      noticeLine(mentions),
      '',
    ],
    '\n',
  );
export const footerText = (mentions: Mentions): string => textOf(markedFooterText(mentions));
