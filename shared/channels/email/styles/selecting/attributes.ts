import type { Selector } from 'css-what';
import type { Node } from './block-tree.ts';

/** Whether a selector applies: never, in doubt, or always. */
export type Answer = 0 | 1 | 2;
export const NO = 0;
export const MAYBE = 1;
export const YES = 2;
export const known = (is: boolean): Answer => (is ? YES : NO);

/** Never true of a page, a body, or an element of ours: what they say is of fields, of shadow trees, or of players. */
const NEVER = new Set(
  'checked disabled enabled required optional valid invalid in-range out-of-range read-write placeholder-shown default indeterminate autofill user-valid user-invalid host host-context open popover-open modal fullscreen playing paused picture-in-picture muted'.split(
    ' ',
  ),
);

const OF_LINKS = new Set(['link', 'any-link', 'visited']);

/** The answer of a pseudo-class that asks for nothing but the element itself. */
export const answerByItself = (name: string, { name: tag, part, attributes }: Node): Answer => {
  if (name === 'root') return known(tag === 'html');
  if (OF_LINKS.has(name)) return tag === 'a' && attributes.has('href') ? MAYBE : NO;
  return part !== 'author' && (name === 'empty' || NEVER.has(name)) ? NO : MAYBE;
};

type AttributeSelector = Extract<Selector, { type: 'attribute' }>;

const isEqual = (value: string, { action }: AttributeSelector, asked: string): boolean => {
  if (asked === '' && action !== 'equals') return false;
  switch (action) {
    case 'element':
      return value.split(/\s+/).includes(asked);
    case 'hyphen':
      return value === asked || value.startsWith(`${asked}-`);
    case 'start':
      return value.startsWith(asked);
    case 'end':
      return value.endsWith(asked);
    case 'any':
      return value.includes(asked);
    default:
      return value === asked;
  }
};

/** Whether an element has what an attribute selector asks for. What is equal but for its case is in doubt. */
export const hasAttribute = (node: Node, token: AttributeSelector): Answer => {
  const name = token.name.toLowerCase();
  if (!node.attributes.has(name)) return known(token.action === 'not');
  if (token.action === 'exists') return YES;
  const value = node.attributes.get(name);
  if (token.action === 'not') return MAYBE;
  if (value === undefined)
    return name === 'href' && token.action === 'start' && !'https:'.startsWith(token.value.toLowerCase().slice(0, 6))
      ? NO
      : MAYBE;
  if (isEqual(value, token, token.value)) return YES;
  return isEqual(value.toLowerCase(), token, token.value.toLowerCase()) ? MAYBE : NO;
};

/** The value of an attribute that is inherited: of the nearest element that has it, with that element. */
const inherited = (node: Node, name: string): { readonly value: string | undefined } | undefined => {
  for (let each: Node | undefined = node; each !== undefined; each = each.parent)
    if (each.attributes.has(name)) return { value: each.attributes.get(name) };
  return undefined;
};

/** The languages of the block. */
const LANGUAGES = ['fr', 'en'];

/** `:lang()` with one or more ranges (RFC 4647, basic filtering; a `*` is in doubt). */
export const isInLanguage = (ranges: string, node: Node): Answer => {
  const found = inherited(node, 'lang');
  if (found === undefined || ranges.includes('*')) return MAYBE;
  const wanted = ranges.split(',').map((range) => range.replaceAll(/["'\s]/g, '').toLowerCase());
  const isOne = (language: string) => wanted.some((range) => language === range || language.startsWith(`${range}-`));
  if (found.value !== undefined) return known(isOne(found.value.toLowerCase()));
  return LANGUAGES.some(isOne) ? MAYBE : NO;
};

/** `:dir()`: what nothing says runs from left to right. */
export const runsTo = (wanted: string, node: Node): Answer => {
  if (node.part === 'author') return MAYBE;
  const found = inherited(node, 'dir');
  const direction = found === undefined ? 'ltr' : found.value?.trim().toLowerCase();
  return direction === 'ltr' || direction === 'rtl' ? known(direction === wanted.trim().toLowerCase()) : MAYBE;
};
