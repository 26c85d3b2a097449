import type { FooterColours } from '#shared/domain/advertiser/footer-colours.ts';

/*
 * The block resists the author's style sheets. Each of its elements declares what it is twice: plainly, for Outlook
 * for Windows, which drops what is `!important` in a style attribute; then `!important`, which no style sheet of an author
 * overrides. `all` resets every property that a browser knows but `direction`,
 * `unicode-bidi` and `-webkit-user-modify`, hence those three; what is
 * also named is what webmail lets an author's sheet set while it may not know `all`.
 * docs/decisions/0035-the-block.md says what it costs and what can hide it still.
 */

type Declarations = Readonly<Record<string, string>>;

/** Above everything else of the mail: the highest that browsers know, and ours comes last. */
const TOPMOST = '2147483647';
const FONT = '400 13px/18px';

/** Against an author's sheet in Outlook, which knows little more: what is plain overrides what is not `!important`. */
const PLAIN: Declarations = {
  all: 'initial',
  visibility: 'visible',
  margin: '0',
  padding: '0',
  'letter-spacing': 'normal',
};
/** Of elements that only hold others. */
const ROW_SHIELD: Declarations = { all: 'initial', visibility: 'visible', opacity: '1' };
/** What no element of ours may take from a style sheet. */
const SHIELD: Declarations = {
  ...PLAIN,
  direction: 'ltr',
  'unicode-bidi': 'isolate',
  opacity: '1',
  float: 'none',
};
/** The same of what is a box: within a line these do nothing. */
const OF_BOX: Declarations = { 'text-indent': '0' };
const BOX_SHIELD: Declarations = { overflow: 'visible', height: 'auto', 'max-height': 'none' };
const OF_TABLE: Declarations = {
  display: 'table',
  position: 'relative',
  'z-index': TOPMOST,
  clear: 'both',
  'column-span': 'all',
  width: '100%',
  'min-width': '280px',
  margin: '0 auto',
};
/** `all` would take away the ring of a focused link: the browser's own is given back. */
const OF_LINK: Declarations = {
  display: 'inline',
  'text-decoration': 'underline',
  '-webkit-user-modify': 'read-only',
};
/** Of browsers alone: Outlook knows none of them, and nothing is hidden without them. */
const WRAPPED: Declarations = { 'overflow-wrap': 'anywhere' };
const POINTED: Declarations = { ...WRAPPED, cursor: 'pointer' };
const FOCUSED: Declarations = { ...POINTED, outline: 'revert' };

const written = (declarations: Declarations, end = ''): string =>
  Object.entries(declarations)
    .map(([property, value]) => `${property}:${value}${end}`)
    .join(';');

/** What only one half says. `plain`: names of fonts, which a style sheet could redefine for a browser. */
interface Halves {
  readonly plain?: Declarations;
  readonly important?: Declarations;
}
const styleOf = (own: Declarations, { plain, important }: Halves = {}): string =>
  ` style="${written({ ...PLAIN, ...own, ...plain })};${written({ ...SHIELD, ...own, ...important }, '!important')}"`;
const rowStyleOf = (own: Declarations): string =>
  ` style="${written({ ...ROW_SHIELD, ...own })};${written({ ...ROW_SHIELD, ...own }, '!important')}"`;
/** In a browser, a sheet could make a picture of it, and put that anywhere. */
const BREAK = '<br style="all:initial!important">';

/** The tags of the block for one pair of colours and one width: what is between them is text. */
export interface BlockTags {
  /** From the mark up to the first word; `language` and the mark come in between. */
  readonly open: string;
  readonly afterMark: string;
  readonly close: string;
  /** From the address of a link to its words. */
  readonly link: string;
  readonly linkEnd: string;
  /** The same of a link that is no means of opposition: its words are its own, without the element that keeps those of the others from a sheet in Outlook. */
  readonly plainLink: string;
  /** Between two sentences: a line stays blank for every reader, whatever a style sheet makes of blocks. */
  readonly next: string;
}

const tagsOf = ({ background, ink }: FooterColours, width: number): BlockTags => {
  const colours = { color: ink, background };
  const words = { ...colours, font: `${FONT} sans-serif` };
  const plain = { font: `${FONT} Arial,Helvetica,sans-serif` };
  const ofTable = { ...OF_BOX, ...OF_TABLE, ...colours, 'max-width': `${width}px`, 'border-spacing': '0' };
  const table = styleOf(ofTable, { important: BOX_SHIELD });
  const cell = {
    ...OF_BOX,
    ...words,
    display: 'table-cell',
    padding: '20px 16px',
    'text-align': 'center',
    'border-top': `1px solid ${ink}`,
  };
  const font = `<font color="${ink}" size="2"`;
  const anchor = `"${styleOf({ ...words, ...OF_LINK }, { plain, important: FOCUSED })}>`;
  const cellStyle = styleOf(cell, { plain, important: { ...BOX_SHIELD, ...WRAPPED } });
  return {
    open: '<table role="presentation"',
    afterMark: ` width="${width}" align="center" border="0" cellpadding="0" cellspacing="0" bgcolor="${background}"${table}><tbody${rowStyleOf({ display: 'table-row-group' })}><tr${rowStyleOf({ display: 'table-row' })}><td align="center" bgcolor="${background}"${cellStyle}>${font}${styleOf({ ...words, display: 'inline' }, { plain, important: WRAPPED })}>`,
    close: '</font></td></tr></tbody></table>',
    link: `${anchor}${font}${styleOf({ ...words, ...OF_LINK }, { plain, important: POINTED })}>`,
    linkEnd: '</font></a>',
    plainLink: anchor,
    next: `${BREAK}${BREAK}`,
  };
};

const known = new Map<string, BlockTags>();

/** The tags of the block. `width` in pixels, of the author's mail; kept, since they repeat from one reader to the next. */
export const blockTags = (colours: FooterColours, width: number): BlockTags => {
  const key = `${colours.background}${colours.ink}${width}`;
  const tags = known.get(key) ?? tagsOf(colours, width);
  if (known.size > 1000) known.clear();
  known.set(key, tags);
  return tags;
};
