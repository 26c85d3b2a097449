import { isGivenBack, partsOf, pixelsOf, ratioOf } from './css-values.ts';
import {
  ABOVE,
  always,
  beyond,
  box,
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

const each = (names: string, hides: Hides): Record<string, Hides> =>
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
  ...each('columns column-width', unless('auto', '1')),
  'column-count': unless('auto', '1'),
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
  position: unless('relative', 'static', 'sticky'),
  opacity: outside(0.97),
  'text-indent': beyond({ least: -10, most: 50, share: 0.1 }),
  'overflow-x': unless('visible'),
  ...each('outline outline-width', unless('none', '0', '0px')),
  ...each('animation animation-name', (value) => !partsOf(value).includes('none')),
  'pointer-events': unless('auto', 'all'),
  'user-modify': unless('read-only'),
  'unicode-bidi': on(/override|var\(/),
  'vertical-align': beyond({ least: -10, most: 10, share: 0.5, words: /^[a-z-]+$/ }),
  'border-spacing': beyond({ least: 0, most: 100, share: 0 }),
  'text-combine-upright': unless('none'),
};

/** Of letters of 13 px: lines that overlap. */
const LINE_HEIGHT: Hides = (value) => value !== 'normal' && (ratioOf(value) ?? (pixelsOf(value) ?? 0) / 13) < 1;
/** A shadow is behind its own letters; one that is thrown far is before those of a line above. */
const SHADOW = beyond({ least: -6, most: 10, share: 0, words: /^(?!.*(?:calc|var)\()[a-z#]/ });
const FONT_SIZE: Hides = (value) =>
  !/^(?:medium|large|x-large|xx-large)$/.test(value) &&
  !((pixelsOf(/(?:px|pt|mm|cm|in|pc)$/.test(value) ? value : '') ?? 0) >= 11);

/** What hides the letters of our block, where nothing that is `!important` of it is read. */
export const HIDES_TEXT: Readonly<Record<string, Hides>> = {
  ...HIDES_BLOCK,
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
  'box-shadow': unless('none'),
  'text-shadow': SHADOW,
  'text-security': unless('none'),
};

/** What lets a part that an element generates cover it, or push it away. */
export const HIDES_FROM_WITHIN: Readonly<Record<string, Hides>> = {
  ...each('transform translate rotate scale offset offset-path', transform),
  position: unless('static', 'relative'),
  ...each(
    'top right bottom left inset inset-block inset-block-start inset-block-end inset-inline inset-inline-start inset-inline-end',
    beyond({ least: 0, most: 0, share: 0, words: /^auto$/ }),
  ),
  ...each(
    'margin margin-top margin-right margin-bottom margin-left margin-block margin-inline margin-block-start margin-block-end margin-inline-start margin-inline-end',
    beyond({ least: 0, most: 100, share: 0.25, words: /^auto$/ }),
  ),
  ...each('box-shadow outline text-shadow filter text-stroke', unless('none', '0')),
  ...each('letter-spacing word-spacing text-indent', beyond({ least: 0, most: 40, share: 0, words: /^normal$/ })),
  'line-height': LINE_HEIGHT,
  ...each('font-size', beyond({ least: 0, most: 40, share: 3, words: /^[a-z-]+$/ })),
  font: on(/\d{3}(?:px|pt)|var\(|calc\(/),
  'vertical-align': beyond({ least: -10, most: 10, share: 0.5, words: /^[a-z-]+$/ }),
  zoom: outside(0, 2),
  ...each('animation animation-name', (value) => !partsOf(value).includes('none')),
  'mix-blend-mode': unless('normal'),
  ...each('text-decoration text-decoration-line', unless('none', 'underline', 'inherit')),
  'position-area': unless('none'),
  'writing-mode': unless('horizontal-tb'),
};

const ROOM = beyond({ least: -60, most: 100, share: 0.25, words: /^(?!.*(?:calc|var)\()[a-z#]/ });
/** What lets the first letter, or the first line, of our block push the rest of it off the screen. */
export const HIDES_FROM_ITS_START: Readonly<Record<string, Hides>> = {
  'font-size': beyond({ least: 0, most: 60, share: 4, words: /^[a-z-]+$/ }),
  font: on(/\d{3}(?:px|pt)|var\(|calc\(/),
  ...each('letter-spacing word-spacing', ROOM),
  ...each('margin margin-left margin-right padding padding-left padding-right', ROOM),
  ...each('border border-width border-left border-right border-left-width border-right-width', ROOM),
};

/**
 * Whether a declaration can hide, by one of these tables; `-webkit-` and its kin are left out of the name. `takesBack`: a value
 * such as `initial` gives the element what it would have anyway.
 */
export const isHiding = (
  { property, value }: { readonly property: string; readonly value: string },
  table: Readonly<Record<string, Hides>>,
  { takesBack = true } = {},
): boolean => {
  const name = property.startsWith('-') && !property.startsWith('--') ? property.replace(/^-\w+-/, '') : property;
  const hides = table[name];
  return hides !== undefined && value !== '' && !(takesBack && isGivenBack(value)) && hides(value);
};
