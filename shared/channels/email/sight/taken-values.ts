import { partsOf } from '../styles/css-values.ts';
import { colourTakenBy } from './colours.ts';

/**
 * Which programs take a value of a property: all, those that know what is new, those that read a mail without a doctype as pages of
 * old are read; none: it is left out, and the declaration before it counts (CSS Syntax 3, CSS Cascade 5).
 */
export type Taken = 'all' | 'new' | 'quirks' | 'none';
type Takes = (part: string) => Taken;

const ORDER: readonly Taken[] = ['all', 'new', 'quirks', 'none'];
const fewest = (all: readonly Taken[]): Taken =>
  ORDER[Math.max(0, ...all.map((each) => ORDER.indexOf(each)))] ?? 'none';
const ifSo = (is: boolean): Taken => (is ? 'all' : 'none');

const like =
  (pattern: RegExp): Takes =>
  (part) =>
    ifSo(pattern.test(part));

const MATH = /^(?:calc|min|max|clamp|env|anchor|anchor-size|fit-content|round|abs|mod|rem|calc-size)\(.*\)$/;
const UNIT =
  /^(?:px|r?em|r?ex|r?ch|r?cap|r?ic|r?lh|[sld]?v(?:w|h|i|b|min|max)|cq(?:w|h|i|b|min|max)|cm|mm|q|in|pt|pc|%)$/;
const NUMBER = /^([+-]?)(\d+(?:\.\d+)?|\.\d+)(?:e[+-]?\d{1,3})?([a-z]*|%)$/;
/** A length or a share. A number without a unit is one to programs that read as of old. */
const size =
  (words: RegExp, mayBeNegative: boolean): Takes =>
  (part) => {
    if (words.test(part) || MATH.test(part)) return 'all';
    const [, sign, number = '', unit = ''] = NUMBER.exec(part) ?? [];
    if (sign === undefined || (sign === '-' && !mayBeNegative && Number(number) !== 0)) return 'none';
    return unit === '' && Number(number) !== 0 ? 'quirks' : ifSo(unit === '' || UNIT.test(unit));
  };
const NOTHING_ELSE = /(?!)/;
const length = size(NOTHING_ELSE, true);
const ratio: Takes = (part) => {
  const unit = NUMBER.exec(part)?.[3];
  return ifSo(MATH.test(part) || unit === '' || unit === '%');
};

const DISPLAY =
  /^(?:none|contents|block|inline|flow|flow-root|inline-block|(?:inline-)?(?:table|flex|grid)|table-(?:row|cell|column|caption|(?:row|header|footer|column)-group)|list-item|run-in|ruby(?:-base|-text)?|math|-webkit-(?:inline-)?(?:box|flex))$/;
const BOX = size(
  /^(?:auto|none|(?:min|max|fit)-content|stretch|-webkit-fill-available|-moz-available|-webkit-(?:min|max|fit)-content)$/,
  false,
);
const FUNCTIONS = /^[a-z][\w-]*\(.*\)$/;
const IMAGE =
  /^(?:none|(?:-webkit-|-moz-)?(?:url|src|(?:repeating-)?(?:linear|radial|conic)-gradient|image-set|image|cross-fade|element|paint)\(.*\))$/;
const BEHIND =
  /^(?:left|right|top|bottom|center|auto|cover|contain|repeat(?:-x|-y)?|no-repeat|space|round|scroll|fixed|local|(?:border|padding|content)-box|text|,)$/;
/** What pages of old take is none in this shorthand, however a page is read. */
const behind: Takes = (part) => {
  if (BEHIND.test(part) || IMAGE.test(part) || length(part) === 'all') return 'all';
  const taken = colourTakenBy(part);
  return taken === 'quirks' ? 'none' : taken;
};

const SIZE_OF_FONT = size(/^(?:(?:xx?-|xxx-)?(?:small|large)|medium|smaller|larger|math)$/, false);
const OF_SYSTEM = /^(?:caption|icon|menu|message-box|small-caption|status-bar)$/;
/** `font` has a size, and a family after it. */
const font = (value: string): Taken => {
  const parts = partsOf(value.replaceAll('/', ' / '));
  const at = parts.findIndex((part) => SIZE_OF_FONT(part) === 'all');
  return ifSo(OF_SYSTEM.test(value) || (at >= 0 && parts.slice(at + 1).some((part) => /^["'a-z_-]/.test(part))));
};

const height: Takes = (part) => (ratio(part) === 'all' ? ifSo(!part.startsWith('-')) : size(/^normal$/, false)(part));

/** The properties that are looked at: how many parts each has at most, and which it takes. */
const TABLE: readonly (readonly [RegExp, number, Takes])[] = [
  [/^display$/, 3, like(DISPLAY)],
  [/^visibility$/, 1, like(/^(?:visible|hidden|collapse)$/)],
  [/^content-visibility$/, 1, like(/^(?:visible|hidden|auto)$/)],
  [/^opacity$/, 1, ratio],
  [/^zoom$/, 1, (part) => (part === 'normal' || part === 'reset' ? 'all' : ratio(part))],
  [/^font-size$/, 1, SIZE_OF_FONT],
  [/^line-height$/, 1, height],
  [/^(?:color|text-fill-color|background-color)$/, 1, colourTakenBy],
  [/^background$/, 99, behind],
  [/^(?:background-image|mask-image)$/, 99, (part) => (part === ',' ? 'all' : like(IMAGE)(part))],
  [/^overflow$/, 2, like(/^(?:visible|hidden|clip|scroll|auto|overlay)$/)],
  [/^overflow-[xy]$/, 1, like(/^(?:visible|hidden|clip|scroll|auto|overlay)$/)],
  [/^(?:max-)?(?:height|width|block-size|inline-size)$/, 1, BOX],
  [/^position$/, 1, like(/^(?:static|relative|absolute|fixed|(?:-webkit-)?sticky)$/)],
  [/^(?:inset|margin)$/, 4, size(/^auto$/, true)],
  [/^(?:top|right|bottom|left|margin-.*)$/, 1, size(/^auto$/, true)],
  [/^clip$/, 1, like(/^(?:auto|rect\(.*\))$/)],
  [/^clip-path$/, 2, like(/^(?:none|[a-z-]+-box|[a-z][\w-]*\(.*\))$/)],
  [/^(?:transform|filter)$/, 99, (part) => (part === 'none' ? 'all' : like(FUNCTIONS)(part))],
  [/^(?:translate|scale|rotate)$/, 4, like(/^(?:none|[xyz]|[+-]?[\d.]+[a-z%]*|[a-z]+\(.*\))$/)],
  [/^text-indent$/, 3, size(/^(?:hanging|each-line)$/, true)],
  [/^letter-spacing$/, 1, size(/^normal$/, true)],
  [/^pointer-events$/, 1, like(/^(?:auto|none|all|visible.*|painted|fill|stroke|bounding-box)$/)],
  [/^z-index$/, 1, like(/^(?:auto|[+-]?\d+|calc\(.*\))$/)],
  [/^line-clamp$/, 1, like(/^(?:none|\d+)$/)],
];

/** Words that every property takes. */
const OF_ALL = /^(?:inherit|initial|unset|revert|revert-layer)$/;

/** Which programs take this value, in lower case, of a property that is looked at. */
export const takenBy = (property: string, value: string): Taken => {
  if (value === '') return 'none';
  if (OF_ALL.test(value)) return 'all';
  if (value.includes('var(')) return 'new';
  if (property === 'font') return font(value);
  const [, most, takes] = TABLE.find(([name]) => name.test(property)) ?? [];
  if (most === undefined || takes === undefined) return 'all';
  const parts = partsOf(value.replaceAll(',', ' , '));
  return parts.length > most ? 'none' : fewest(parts.map(takes));
};
