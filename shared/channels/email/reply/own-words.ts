import { parse, serialize, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { foldReply } from '#shared/domain/opposition/sms-reply.ts';
import { textFromHtml } from '../html/text-from-html.ts';
import { ownTextOf } from './quoted-text.ts';

/** A reply as far as its words go. */
export interface WordsOfReply {
  readonly subject?: string | undefined;
  readonly text?: string | undefined;
  readonly html?: string | undefined;
}

/** Names that mail programs give to the mail that they quote: Gmail, Thunderbird, Yahoo, Proton, Zimbra. */
const QUOTES =
  /(^|\s)(gmail_quote|gmail_quote_container|gmail_attr|moz-cite-prefix|yahoo_quoted|protonmail_quote|zmail_extra)(\s|$)/;

const attributeOf = ({ attrs }: Tree.Element, name: string): string =>
  attrs.find((each) => each.name === name)?.value ?? '';

/** The quoted mail, or where Outlook on the web begins it. */
const isQuote = (element: Tree.Element): boolean =>
  element.tagName === 'blockquote' ||
  QUOTES.test(attributeOf(element, 'class')) ||
  attributeOf(element, 'name') === 'quote' ||
  attributeOf(element, 'id') === 'divRplyFwdMsg';

/** Outlook on the web sets nothing around the mail: all behind its headers is it. */
const endsAllBehind = (node: Tree.ChildNode): boolean =>
  'tagName' in node && attributeOf(node, 'id') === 'divRplyFwdMsg';

const prune = (parent: Tree.ParentNode): void => {
  const end = parent.childNodes.findIndex(endsAllBehind);
  if (end !== -1) parent.childNodes.splice(end);
  parent.childNodes = parent.childNodes.filter((node) => !('tagName' in node && isQuote(node)));
  for (const node of parent.childNodes) if ('childNodes' in node) prune(node);
};

/** No person nests elements so deep; what does would exhaust the stack. */
const MOST_LEVELS = 500;

const isTooDeep = (document: Tree.Document): boolean => {
  let level: readonly Tree.ChildNode[] = document.childNodes;
  for (let depth = 0; depth < MOST_LEVELS && level.length > 0; depth += 1)
    level = level.flatMap((node) => ('childNodes' in node ? node.childNodes : []));
  return level.length > 0;
};

const ownOfHtml = (html: string): string => {
  const document = parse(html, { scriptingEnabled: false });
  if (isTooDeep(document)) return ownTextOf(html.replace(/<[^<>]*>/g, '\n'));
  prune(document);
  return ownTextOf(textFromHtml(serialize(document)));
};

/** The subject of a mail that answers or passes on another is the other's: Re, RE, Réf, AW, RV, R, Antw, TR, Fwd, WG, I. */
const OF_ANOTHER =
  /^\s*((re|réf?|aw|antw|antwort|rv|resp|r|rif|sv|tr|fwd?|wg|i|enc|doorst)\s{0,3}(\[\d{1,4}\])?\s{0,3}:)/iu;

/** True of a subject that is another's, since the mail answers it or passes it on. */
export const isOfAnother = (subject: string): boolean => OF_ANOTHER.test(subject);

/**
 * The person's own words in a reply, as its plain text and as its HTML have them, without what is quoted: at most two readings that differ,
 * the plain text first; none where nothing is their own. A program may put into one part what the other lacks. The subject is theirs only
 * where it does not begin as that of an answer.
 */
export const ownReadingsOf = ({ subject = '', text = '', html }: WordsOfReply): readonly string[] => {
  const own = isOfAnother(subject) ? '' : subject.trim();
  const parts = [ownTextOf(text), html === undefined ? '' : ownOfHtml(html)].filter((part) => part !== '');
  const readings = (parts.length === 0 ? [''] : parts).map((part) => `${own}\n\n${part}`.trim());
  return [...new Map(readings.toReversed().map((each) => [foldReply(each) || each, each])).values()]
    .toReversed()
    .filter((each) => each !== '');
};
