/** What a reader sees of an HTML part: no comments, no attributes, nothing hidden. */

import { type DefaultTreeAdapterMap, parse } from 'parse5';
import { type Declarations, isSeen, type Look, lookOf, PAGE, readDeclarations, winning } from './looks.ts';
import { mark, type Part, readPart } from './parts.ts';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];
const NEVER = new Set(
  'head title style script template noscript noframes object iframe textarea select datalist audio video svg math'.split(
    ' ',
  ),
);
const BLOCKS = new Set(
  'p div table tr ul ol li h1 h2 h3 h4 h5 h6 section article header footer aside main nav form center blockquote address hr dl dt dd fieldset pre body'.split(
    ' ',
  ),
);

const isElement = (node: Node): node is Element => 'tagName' in node;
const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((each) => each.name === name)?.value;

interface Rule {
  readonly selector: string;
  readonly css: Declarations;
}
/** The rules of the sheets whose selectors are one word: a tag, a class, an id, or a tag with one of these. Rules for some screens alone are left out. */
const rulesIn = (node: Node): Rule[] => {
  if (!isElement(node)) return 'childNodes' in node ? node.childNodes.flatMap(rulesIn) : [];
  if (node.tagName !== 'style') return node.childNodes.flatMap(rulesIn);
  const sheet = node.childNodes.map((child) => ('value' in child ? child.value : '')).join('');
  return sheet
    .replace(/\/\*[\s\S]*?\*\/|<!--|-->/g, '')
    .replace(/@[^{};]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}|@[^{};]*;/g, '')
    .split('}')
    .flatMap((rule) => {
      const [selectors = '', body = ''] = rule.split('{');
      const css = readDeclarations(body);
      return selectors
        .split(',')
        .map((selector) => ({ selector: selector.trim(), css }))
        .filter(({ selector }) => /^(?:\*|[a-z][a-z0-9]*)?(?:[.#][\w-]+)?$/i.test(selector) && selector !== '');
    });
};

const matches = (selector: string, element: Element): boolean => {
  const [, tag = '', kind = '', name = ''] = /^(\*|[a-z0-9]*)?([.#])?([\w-]*)$/i.exec(selector) ?? [];
  if (tag !== '' && tag !== '*' && tag.toLowerCase() !== element.tagName) return false;
  if (kind === '#') return attribute(element, 'id') === name;
  return kind === '' || (attribute(element, 'class') ?? '').split(/\s+/).includes(name);
};

/** Tag rules, then classes, then ids; of equals the later one. */
const weight = ({ selector }: Rule): number => (selector.includes('#') ? 2 : selector.includes('.') ? 1 : 0);
const styleOf = (element: Element, rules: readonly Rule[]): Declarations => {
  const sheet = new Map<string, string>();
  for (const rule of rules)
    if (matches(rule.selector, element)) for (const [name, value] of rule.css) sheet.set(name, value);
  const own = readDeclarations(attribute(element, 'style') ?? '');
  const old: [string, string | undefined][] = [
    ['background-color', attribute(element, 'bgcolor')],
    ['color', element.tagName === 'font' ? attribute(element, 'color') : undefined],
    ['display', attribute(element, 'hidden') === undefined ? undefined : 'none'],
  ];
  const attributes = old.filter((pair): pair is [string, string] => pair[1] !== undefined);
  return winning(
    new Map([...attributes, ...(element.tagName === 'a' ? [['color', '#0000ee'] as const] : []), ...sheet]),
    own,
  );
};

/** A picture in a link is pressed as what its author says that it shows, which mailboxes show until pictures are loaded. It names nobody. */
const PICTURE = '\ue002';
/** Pixels of a length, undefined where it says none; of a share: of 600, as wide as mails are. */
const pixelsOf = (length: string | undefined): number | undefined => {
  const said = /^(\d*\.?\d+)(px|pt|em|rem|%)?$/.exec((length ?? '').trim());
  if (said === null) return undefined;
  const units: Readonly<Record<string, number>> = { pt: 4 / 3, em: 16, rem: 16, '%': 6 };
  return Number(said[1]) * (units[said[2] ?? ''] ?? 1);
};
/** How wide or high a picture comes out, as CSS says: at most `max-`, at least `min-`. */
const sideOf = (picture: Element, css: Declarations, side: string): number => {
  const own = pixelsOf(css.get(side) ?? attribute(picture, side)) ?? 100;
  const most = pixelsOf(css.get(`max-${side}`)) ?? own;
  return Math.max(Math.min(own, most), pixelsOf(css.get(`min-${side}`)) ?? 0);
};
const pictured = (picture: Element, css: Declarations, look: Look): string => {
  // A pixel shows nothing, whatever its author says that it shows.
  if (['width', 'height'].some((side) => sideOf(picture, css, side) <= 1)) return '';
  const alt = (attribute(picture, 'alt') ?? '').replace(/[\s\ue000-\ue002]+/g, ' ');
  return look.isGone || look.isUnseen || alt.trim() === '' ? '' : `${PICTURE}${alt}${PICTURE}`;
};
const withoutPictures = (words: string): string => words.replace(/\ue002[^\ue002]*\ue002/g, ' ');

/** A letter, or a sign such as an arrow, that a reader sees and can press: neither a blank nor a filler of no width. */
const INK = /(?![\u115f\u1160\u2800\u3164\uffa0])[\p{L}\p{N}\p{P}\p{S}]/u;

/** What Outlook shows of the comments in a link. */
const toOutlook = (link: Element): string =>
  link.childNodes
    .map((node) => ('data' in node ? (/^\[if [^\]]*\]>([\s\S]*?)<!\[endif\]$/.exec(node.data)?.[1] ?? '') : ''))
    .map((words) => words.replace(/<[^>]*>/g, ' '))
    .join(' ');

/** The visible words of a part, and its links that have something to press. */
export const readHtml = (html: string): Part => {
  const document = parse(html);
  const rules = rulesIn(document).sort((a, b) => weight(a) - weight(b));
  const found: { href: string; words: string }[] = [];
  const ofSome: { href: string; words: string }[] = [];
  const read = (node: Node, around: Look): string => {
    if (node.nodeName === '#text' && 'value' in node)
      return isSeen(around) ? node.value.replace(/[\s\ue000\ue001]+/g, ' ') : '';
    if (!isElement(node))
      return 'childNodes' in node ? node.childNodes.map((child) => read(child, around)).join('') : '';
    if (NEVER.has(node.tagName)) return '';
    if (node.tagName === 'img') {
      const css = styleOf(node, rules);
      return pictured(node, css, lookOf(around, css));
    }
    if (node.tagName === 'br') return '\n';
    if (node.tagName === 'area') {
      ofSome.push({ href: attribute(node, 'href')?.trim() ?? '', words: attribute(node, 'alt') ?? '' });
      return '';
    }
    const style = styleOf(node, rules);
    const look = lookOf(around, style);
    const inside = node.childNodes.map((child) => read(child, look)).join('');
    const canBePressed = node.tagName === 'a' && style.get('pointer-events') !== 'none';
    const href = canBePressed ? attribute(node, 'href') : undefined;
    if (href !== undefined && INK.test(inside)) {
      found.push({ href: href.trim(), words: inside.replaceAll(PICTURE, '').replace(/\s+/g, ' ').trim() });
      return mark(found.length - 1);
    }
    if (href !== undefined) ofSome.push({ href: href.trim(), words: toOutlook(node) });
    if (BLOCKS.has(node.tagName)) return `\n\n${inside}\n\n`;
    return node.tagName === 'td' || node.tagName === 'th' ? ` ${inside} ` : inside;
  };
  return readPart(withoutPictures(read(document, PAGE)), found, ofSome);
};
