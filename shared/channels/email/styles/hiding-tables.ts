import { isGivenBack, partsOf, pixelsOf, ratioOf } from './css-values.ts';
import {
  ABOVE,
  always,
  BESIDE_LINES,
  beyond,
  box,
  boxInLine,
  filter,
  type Hides,
  INSET,
  on,
  outside,
  overflow,
  SIDE,
  transform,
  unless,
  WIDTH,
} from './hiding-values.ts';

const SHOWN = ['block', 'inline', 'inline-block', 'flow-root', 'list-item', 'contents'];

/** The same for some properties. */
export const each = (names: string, hides: Hides): Record<string, Hides> =>
  Object.fromEntries(names.split(' ').map((name) => [name, hides]));

/**
 * What hides an element wherever it is set: of the page or its body it hides our block with them, of ours it does so in
 * Outlook. Names are without the prefix of a browser.
 */
const HIDES_ANYWHERE: Readonly<Record<string, Hides>> = {
  'content-visibility': on(/hidden|var\(/),
  content: on(/\(/),
  ...each('transform translate rotate', transform),
  scale: (value) => partsOf(value).some(outside(0.95, 3)),
  ...each(
    'offset offset-path offset-position offset-distance offset-rotate offset-anchor',
    unless('none', 'normal', 'auto'),
  ),
  zoom: outside(0.95, 3),
  opacity: outside(0.9),
  filter,
  ...each('mask mask-image mask-box-image mask-box-image-source mask-border mask-border-source', unless('none')),
  clip: unless('auto'),
  'clip-path': unless('none'),
  'mix-blend-mode': unless('normal'),
  ...each(
    'right bottom left inset inset-block inset-block-start inset-block-end inset-inline inset-inline-start inset-inline-end',
    INSET,
  ),
  top: beyond({ least: -50, most: 100_000, share: 10, words: /^auto$/ }),
  ...each('overflow overflow-y overflow-block', overflow),
  contain: on(/paint|strict|content|var\(/),
  ...each('container container-type', on(/var\(/)),
  ...each('width min-width inline-size min-inline-size', WIDTH),
  ...each('margin padding', box),
  ...each('margin-left margin-right margin-inline margin-inline-start margin-inline-end', SIDE),
  ...each('padding-left padding-right padding-inline padding-inline-start padding-inline-end', SIDE),
  ...each(
    'border-width border-left-width border-right-width border-inline-width border-left border-right border border-inline border-inline-start border-inline-end border-inline-start-width border-inline-end-width',
    beyond({ least: 0, most: 100, share: 0, words: /^(?!.*(?:calc|var)\()[a-z#]/ }),
  ),
  ...each('margin-top margin-bottom margin-block margin-block-start margin-block-end', ABOVE),
  ...each('min-height min-block-size padding-top padding-bottom', ABOVE),
  'writing-mode': unless('horizontal-tb', 'lr', 'lr-tb', 'rl', 'rl-tb'),
  interactivity: on(/inert|var\(/),
  'position-visibility': unless('always'),
  ...each('position-area inset-area', unless('none')),
  ...each('max-lines continue', unless('none', 'auto')),
  'mso-hide': on(/all/),
};

/** Lines of a page or a block are drawn over all text that is in it. */
const LINES: Readonly<Record<string, Hides>> = {
  ...each('text-decoration text-decoration-line', unless('none', 'underline', 'underline solid')),
  ...each('text-decoration-thickness text-underline-offset', unless('auto', 'from-font')),
};

/** What hides the page or its body. */
export const HIDES_PAGE: Readonly<Record<string, Hides>> = {
  ...HIDES_ANYWHERE,
  ...LINES,
  'transform-style': unless('flat'),
  display: unless(...SHOWN),
  'scroll-snap-type': on(/mandatory|var\(/),
  position: on(/fixed|var\(/),
  float: on(/right|inline-end|var\(/),
  ...each('flex-direction flex-flow', (value) => /reverse|var\(/.test(value) || /row(?!.*wrap)/.test(value)),
};

/** What hides an element of our block where what is `!important` of it is not read: in Outlook. */
export const HIDES_BLOCK: Readonly<Record<string, Hides>> = {
  ...HIDES_ANYWHERE,
  ...LINES,
  all: always,
  display: unless(
    ...SHOWN.filter((shown) => shown !== 'contents'),
    'flex',
    'inline-flex',
    'grid',
    'inline-grid',
    'table',
    'inline-table',
    'table-row-group',
    'table-row',
    'table-cell',
  ),
  visibility: unless('visible'),
  position: unless('relative', 'static', 'sticky', 'absolute'),
  opacity: outside(0.97),
  'text-indent': beyond({ least: -10, most: 50, share: 0.1 }),
  'overflow-x': unless('visible'),
  // Around a box, lines cover what is beside it; only where they are drawn within do they cover what it holds.
  'outline-offset': beyond({ least: 0, most: 100_000, share: 0 }),
  ...each('columns column-width', unless('auto', '1')),
  'column-count': unless('auto', '1'),
  ...each('animation animation-name', (value) => !partsOf(value).includes('none')),
  'pointer-events': unless('auto', 'all'),
  'user-modify': unless('read-only'),
  'unicode-bidi': on(/override|var\(/),
  'vertical-align': beyond({ least: -10, most: 10, share: 0.5, words: /^[a-z-]+$/ }),
  'border-spacing': beyond({ least: 0, most: 100, share: 0 }),
  'text-combine-upright': unless('none'),
};

/** Lines of the block are 18 px high; a share of a box without a height is none. */
const LOWER_THAN_A_LINE = beyond({
  least: 18,
  most: 100_000,
  share: 100_000,
  words: /^(?:auto|none|normal|(?:min|max|fit)-content|stretch|-\w+-[a-z-]+)$/,
});

/** What hides an element of our block that is in a line: it also covers the lines beside it. */
export const HIDES_INLINE: Readonly<Record<string, Hides>> = {
  ...HIDES_BLOCK,
  // A line that became a box, and is lower than its letters, is covered by what follows.
  ...each('height max-height block-size max-block-size', LOWER_THAN_A_LINE),
  padding: boxInLine,
  'box-shadow': unless('none'),
  ...each('outline outline-width', unless('none', '0', '0px')),
  ...each('padding-top padding-bottom padding-block padding-block-start padding-block-end', BESIDE_LINES),
  ...each(
    'border border-width border-top border-bottom border-block border-block-start border-block-end',
    BESIDE_LINES,
  ),
  ...each('border-top-width border-bottom-width border-block-width', BESIDE_LINES),
  ...each('border-block-start-width border-block-end-width', BESIDE_LINES),
};

/** Of letters of 13 px: lines that overlap, or that are higher than a page. */
export const LINE_HEIGHT: Hides = (value) => {
  const times = ratioOf(value) ?? (pixelsOf(value) ?? 0) / 13;
  return value !== 'normal' && !(times >= 1 && times <= 20);
};
/** A shadow is behind its own letters; one that is thrown far is before those of a line above. */
const SHADOW = beyond({ least: -6, most: 10, share: 0, words: /^(?!.*(?:calc|var)\()[a-z#]/ });
const FONT_SIZE: Hides = (value) =>
  !/^(?:medium|large|x-large|xx-large)$/.test(value) &&
  !((pixelsOf(/(?:px|pt|mm|cm|in|pc)$/.test(value) ? value : '') ?? 0) >= 11);

/** What hides the letters of our block, where nothing that is `!important` of it is read. */
export const HIDES_TEXT: Readonly<Record<string, Hides>> = {
  ...HIDES_INLINE,
  ...each(
    'color background background-color background-image background-clip text-fill-color text-stroke text-stroke-color text-stroke-width',
    always,
  ),
  'font-size': FONT_SIZE,
  'line-height': LINE_HEIGHT,
  font: always,
  'font-size-adjust': unless('none'),
  'text-size-adjust': (value) => !/^(?:auto|none)$/.test(value) && outside(0.9, 3)(value),
  'letter-spacing': beyond({ least: -0.5, most: 10, share: 0, words: /^normal$/ }),
  'word-spacing': beyond({ least: -2, most: 40, share: 0, words: /^normal$/ }),
  'text-shadow': SHADOW,
  'text-security': unless('none'),
};

/**
 * Whether a declaration can hide, by one of these tables. `takesBack`: a value
 * such as `initial` gives the element what it would have anyway.
 */
export const isHiding = (
  { property, value }: { readonly property: string; readonly value: string },
  table: Readonly<Record<string, Hides>>,
  { takesBack = true } = {},
): boolean => {
  const hides = table[property];
  return hides !== undefined && value !== '' && !(takesBack && isGivenBack(value)) && hides(value);
};
