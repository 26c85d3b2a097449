import type { Declaration } from '../styles/css-sheet.ts';
import { partsOf } from '../styles/css-values.ts';
import { OUTLOOK } from './clients.ts';
import { colourOf } from './colours.ts';
import { TAKES_AS_OF_OLD, TAKES_NEW } from './situations.ts';
import { isSize } from './sizes.ts';
import { takenBy } from './taken-values.ts';

/** What is looked at: no other declaration hides a link. */
const LOOKED_AT =
  /^(?:display|visibility|content-visibility|opacity|font|font-size|line-height|color|text-fill-color|background|background-color|background-image|overflow(?:-[xy])?|(?:max-)?(?:height|width|block-size|inline-size)|position|inset|top|right|bottom|left|clip|clip-path|mask(?:-image)?|transform|translate|scale|rotate|zoom|filter|text-indent|margin(?:-.*)?|letter-spacing|pointer-events|mix-blend-mode|z-index|line-clamp|animation(?:-name)?|mso-hide)$/;

/** Values by which one property is given back or inherited: as if it were not said, for what is looked at. */
export const AS_UNSAID = /^(?:inherit|initial|unset|revert|revert-layer|currentcolor|auto)$/;

/** What is behind words and cannot be read: a picture, colours that run into each other, colours of other kinds. */
const UNREAD_BEHIND = /^[\w-]+\(/;

const ofBackground = (declaration: Declaration): readonly Declaration[] => {
  const parts = partsOf(
    declaration.value
      .replaceAll(',', ' , ')
      .replaceAll(/\([^()]*(?:\([^()]*\)[^()]*)*\)/g, (all) => all.replaceAll(' , ', ',')),
  );
  const colour = parts.find((each) => colourOf(each) !== undefined);
  const unread = parts.filter((each) => colourOf(each) === undefined && UNREAD_BEHIND.test(each)).join(' ');
  const image = { ...declaration, property: 'background-image', value: unread === '' ? 'none' : unread };
  // A picture without a colour leaves the colour that is said elsewhere: it is seen until the picture is there.
  if (colour === undefined && unread !== '') return [image];
  return [{ ...declaration, property: 'background-color', value: colour ?? 'transparent' }, image];
};

/** What Outlook for Windows alone hides. */
const isOfOutlook = ({ written }: Declaration): boolean => written === 'mso-hide';

/** Shorthands by the properties that are looked at. */
const asLookedAt = (declaration: Declaration): readonly Declaration[] => {
  const { property, value } = declaration;
  if (property === 'mso-hide') return value === 'all' ? [{ ...declaration, property: 'display', value: 'none' }] : [];
  if (property === 'background') return ofBackground(declaration);
  if (property !== 'font' || AS_UNSAID.test(value))
    return [{ ...declaration, property: property === 'font' ? 'font-size' : property }];
  const parts = partsOf(value.replaceAll('/', ' / '));
  const [, height] = /\/\s*(\S+)/.exec(value) ?? [];
  return [
    { ...declaration, property: 'font-size', value: parts.find(isSize) ?? 'medium' },
    { ...declaration, property: 'line-height', value: height ?? 'normal' },
  ];
};

/** How the programs of readers read the values of a mail. */
export interface Reading {
  /** It has no doctype: some read it as pages of old are read. */
  readonly isOld: boolean;
  /** The names of its custom properties; `undefined`: they cannot be known. */
  readonly variables: ReadonlySet<string> | undefined;
}
/** How programs read this mail. */
export const readingOf = (html: string, isOld: boolean): Reading => {
  const named = html.includes('\\') ? undefined : html.toLowerCase().matchAll(/(var\(\s*)?(--[\w-]+)/g);
  return {
    isOld,
    variables: named && new Set([...named].flatMap(([, use, name = '']) => (use === undefined ? name : []))),
  };
};

const WITH_FALLBACK = /var\(\s*(--[\w-]+)\s*,([^()]*(?:\([^()]*\)[^()]*)*)\)/g;
/** A variable that the mail gives no value has the one that is named beside it. */
const withFallbacks = (value: string, { variables }: Reading): string =>
  variables === undefined || !value.includes('var(')
    ? value
    : value.replaceAll(WITH_FALLBACK, (all, name: string, fallback: string) =>
        variables.has(name) ? all : fallback.trim(),
      );

/** A declaration that programs take, and what has to be so before one does. */
interface Taken extends Declaration {
  readonly conditions: readonly string[];
}
const SOME: Readonly<Record<'new' | 'quirks', string>> = { new: TAKES_NEW, quirks: TAKES_AS_OF_OLD };
/** Of these declarations, those that programs take, by the properties that are looked at. */
export const declarationsOf = (declarations: readonly Declaration[], reading: Reading): readonly Taken[] =>
  declarations
    .filter(({ property }) => LOOKED_AT.test(property))
    .flatMap((declaration) => {
      const taken = takenBy(declaration.property, declaration.value);
      if (taken === 'none' || (taken === 'quirks' && !reading.isOld)) return [];
      const conditions = [...(taken === 'all' ? [] : [SOME[taken]]), ...(isOfOutlook(declaration) ? [OUTLOOK] : [])];
      const value = withFallbacks(declaration.value, reading);
      return asLookedAt({ ...declaration, value }).map((each) => ({ ...each, conditions }));
    });
