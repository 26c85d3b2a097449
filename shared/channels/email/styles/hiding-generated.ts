import { partsOf } from './css-values.ts';
import { each, LINE_HEIGHT } from './hiding-tables.ts';
import { beyond, type Hides, on, outside, transform, unless } from './hiding-values.ts';

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
