import { parse, serialize, serializeOuter, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { foldReply } from '#shared/domain/opposition/words/fold-reply.ts';
import { attributeOf, isElement } from '../html/elements.ts';
import { textFromHtml } from '../html/text-from-html.ts';
import { beneathText, type TextOfReply, textOfReply } from './quoted-text.ts';

/** A reply as far as its words go. */
export interface WordsOfReply {
  readonly subject?: string | undefined;
  readonly text?: string | undefined;
  readonly html?: string | undefined;
}

/** Names that mail programs give to the mail that they quote: Gmail, Thunderbird, Yahoo, Proton, Zimbra. */
const QUOTES =
  /(^|\s)(gmail_quote|gmail_quote_container|gmail_attr|moz-cite-prefix|yahoo_quoted|protonmail_quote|zmail_extra)(\s|$)/;

/** The quoted mail, or where Outlook on the web begins it. */
const isQuote = (element: Tree.Element): boolean =>
  element.tagName === 'blockquote' ||
  QUOTES.test(attributeOf(element, 'class') ?? '') ||
  attributeOf(element, 'name') === 'quote' ||
  attributeOf(element, 'id') === 'divRplyFwdMsg';

/** Outlook on the web sets nothing around the mail: all behind its headers is it. */
const endsAllBehind = (node: Tree.ChildNode): boolean => isElement(node) && attributeOf(node, 'id') === 'divRplyFwdMsg';

/** Resolves to what was behind the headers of such a mail, itself among it. */
const prune = (parent: Tree.ParentNode): readonly Tree.ChildNode[] => {
  const end = parent.childNodes.findIndex(endsAllBehind);
  const behind = end === -1 ? [] : parent.childNodes.splice(end);
  parent.childNodes = parent.childNodes.filter((node) => !('tagName' in node && isQuote(node)));
  return [...behind, ...parent.childNodes.flatMap((node) => ('childNodes' in node ? prune(node) : []))];
};

/** No person nests elements so deep; what does would exhaust the stack. */
const MOST_LEVELS = 500;

const isTooDeep = (document: Tree.Document): boolean => {
  let level: readonly Tree.ChildNode[] = document.childNodes;
  for (let depth = 0; depth < MOST_LEVELS && level.length > 0; depth += 1)
    level = level.flatMap((node) => ('childNodes' in node ? node.childNodes : []));
  return level.length > 0;
};

const textOfHtml = (html: string): TextOfReply => {
  const document = parse(html, { scriptingEnabled: false });
  if (isTooDeep(document)) return textOfReply(html.replace(/<[^<>]*>/g, '\n'));
  const behind = prune(document).map((node) => serializeOuter(node));
  const { own, beneath } = textOfReply(textFromHtml(serialize(document)));
  return { own, beneath: `${beneath}\n\n${beneathText(textFromHtml(behind.join('')))}`.trim() };
};

/** How mail programs begin the subject of an answer, and of a mail that is passed on: Re, RE, Réf, AW, R, Antw; TR, Fwd, WG, RV, I. */
const ANSWERED = 're|réf?|aw|antw|antwort|resp|r|rif|sv';
const PASSED_ON = 'tr|fwd?|wg|rv|i|enc|doorst';

const begun = (marks: string): RegExp => new RegExp(String.raw`^\s*(?:${marks})\s{0,3}(?:\[\d{1,4}\])?\s{0,3}:`, 'iu');
const OF_ANOTHER = begun(`${ANSWERED}|${PASSED_ON}`);
const FORWARDED = begun(PASSED_ON);

/** True of a subject that is another's, since the mail answers it or passes it on. */
export const isOfAnother = (subject: string): boolean => OF_ANOTHER.test(subject);

/** True of the subject of a mail that is passed on by hand. */
export const isPassedOn = (subject: string): boolean => FORWARDED.test(subject);

const distinctOf = (readings: readonly string[]): readonly string[] =>
  [...new Map(readings.toReversed().map((each) => [foldReply(each) || each, each])).values()]
    .toReversed()
    .filter((each) => each !== '');

/** What a reply says beside what it answers. */
export interface ReadingsOfReply {
  /** The person's own words; none where nothing is their own. */
  readonly own: readonly string[];
  /** What may be their own, beneath an original that no mark sets apart. */
  readonly beneath: readonly string[];
}

/**
 * The person's own words in a reply, as its plain text and as its HTML have them, without what is quoted: at most two readings that differ,
 * the plain text first. A program may put into one part what the other lacks. The subject is theirs only where it does not begin as that of
 * an answer.
 */
export const readingsOf = ({ subject = '', text = '', html }: WordsOfReply): ReadingsOfReply => {
  const head = isOfAnother(subject) ? '' : subject.trim();
  const read = [textOfReply(text), ...(html === undefined ? [] : [textOfHtml(html)])];
  const parts = read.map(({ own }) => own).filter((part) => part !== '');
  const own = (parts.length === 0 ? [''] : parts).map((part) => `${head}\n\n${part}`.trim());
  return { own: distinctOf(own), beneath: distinctOf(read.map(({ beneath }) => beneath)) };
};
