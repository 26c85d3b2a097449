import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { attributeOf } from './elements.ts';
import { declarationsOf, hidingOf } from './hidden-style.ts';

const SKIPPED = new Set('head style script title template textarea select iframe object noembed noframes'.split(' '));
const BLOCKS = new Set(
  'address article aside blockquote center dd div dl dt figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tr ul'.split(
    ' ',
  ),
);

const showsLink = (href: string, words: string): boolean =>
  /^(https?:|mailto:|tel:|[{*[%<])/i.test(href) && href !== words;

/** Whether text is hidden is inherited: editors set columns to a size of nothing, and the texts in them to a size again. */
const elementText = (element: Tree.Element, wasHidden: boolean): string => {
  const { subtree, text } = hidingOf(declarationsOf(attributeOf(element, 'style') ?? ''));
  if (SKIPPED.has(element.tagName) || subtree) return '';
  const isHidden = text ?? wasHidden;
  if (element.tagName === 'br') return '\n';
  if (element.tagName === 'img') return attributeOf(element, 'alt') ?? '';
  const inside = element.childNodes.map((child) => nodeText(child, isHidden)).join('');
  if (element.tagName === 'a') return linkText(inside, attributeOf(element, 'href') ?? '');
  if (element.tagName === 'li') return `\n- ${inside.trim()}\n`;
  if (element.tagName === 'td' || element.tagName === 'th') return `${inside} `;
  return BLOCKS.has(element.tagName) ? `\n${inside}\n` : inside;
};

const linkText = (words: string, href: string): string =>
  showsLink(href, words.trim()) ? `${words.trim() === '' ? '' : `${words} : `}${href} ` : words;

const nodeText = (node: Tree.ChildNode, isHidden: boolean): string => {
  if ('tagName' in node) return elementText(node, isHidden);
  const isText = node.nodeName === '#text' && 'value' in node;
  return isText && !isHidden ? node.value.replace(/[ \t\r\n\f]+/g, ' ') : '';
};

/** A plain reading of the HTML part: paragraphs, lists, links with their address; what is hidden is left out. */
export const textFromHtml = (html: string): string => {
  const text = parse(html, { scriptingEnabled: false })
    .childNodes.map((node) => nodeText(node, false))
    .join('');
  const lines = text.split('\n').map((line) => line.replace(/[ \u00a0]+/g, ' ').trim());
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
};
