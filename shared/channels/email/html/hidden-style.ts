import { isPlain } from './plain-selectors.ts';

/**
 * What makes an element invisible: inline declarations, and the plain selectors (`.x`, `#x`, `tag`, `tag.x`) of the
 * author's style sheets outside any at-rule. A hidden preheader uses the first, some editors the second.
 */
interface Hiding {
  /** Nothing in it is shown, whatever its descendants declare. */
  readonly subtree: boolean;
  /** Inherited, so that a descendant may show itself again. */
  readonly text: boolean | undefined;
  /** The same of all, pictures too: letters of no size are gone, and a picture between them is not. */
  readonly invisible: boolean | undefined;
}

const isZero = (value: string): boolean => /^0+(\.0+)?([a-z]+|%)?$/.test(value);

/** Declarations as a map, the last one of a property winning, `!important` winning over all. */
export const declarationsOf = (style: string): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  const important = new Set<string>();
  for (const declaration of style.toLowerCase().split(';')) {
    const colon = declaration.indexOf(':');
    const property = declaration.slice(0, Math.max(colon, 0)).trim();
    const value = declaration.slice(colon + 1).trim();
    const isImportant = /!\s*important$/.test(value);
    if (property === '' || (important.has(property) && !isImportant)) continue;
    if (isImportant) important.add(property);
    found.set(property, value.replace(/(?<!\s)\s*!\s*important$/, ''));
  }
  return found;
};

/** What a set of declarations says of the size of letters, also in `font`. */
const statedSizeIn = (declarations: ReadonlyMap<string, string>): string | undefined =>
  declarations.get('font-size') ??
  /(?:^|\s)(x{0,3}-?(?:small|large)|medium|[\d.]+(?:[a-z]+|%)|0+)(?=\s*\/|\s)/.exec(
    declarations.get('font') ?? '',
  )?.[1];

/** How a set of declarations hides its element. */
export const hidingOf = (declarations: ReadonlyMap<string, string>): Hiding => {
  const is = (property: string, ...values: string[]) => values.includes(declarations.get(property) ?? '');
  const zero = (property: string) => isZero(declarations.get(property) ?? '1');
  const clipped =
    is('overflow', 'hidden') && (zero('max-height') || zero('height') || zero('max-width') || zero('width'));
  const visibility = declarations.get('visibility');
  const size = statedSizeIn(declarations);
  const isTextHidden = visibility === 'hidden' || visibility === 'collapse' || (size !== undefined && isZero(size));
  const isTextShown = visibility === 'visible' || size !== undefined;
  return {
    subtree: is('display', 'none') || zero('opacity') || clipped,
    text: isTextHidden ? true : isTextShown ? false : undefined,
    invisible: visibility === undefined ? undefined : visibility === 'hidden' || visibility === 'collapse',
  };
};

/**
 * Without comments, the marks of HTML that sheets of old stand between, and at-rules. What is left open goes on to its end,
 * as a browser reads it: so nothing is read from the same place twice.
 */
const withoutBlocks = (sheet: string): string =>
  sheet
    .replace(/\/\*[\s\S]*?(?:\*\/|$)|<!--|-->/g, '')
    .replace(/@[^{};]*(?:;|\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}|$|(?=\}))/g, '');

/** A rule of a style sheet outside any at-rule, by one of its selectors, lower-cased, where that is a plain one. */
export interface PlainRule {
  readonly selector: string;
  readonly declarations: ReadonlyMap<string, string>;
}

/**
 * The plain rules of a style sheet, in its order. `readSheet` reads every rule, and would add 16 KB to what gives verdicts on
 * the mails of others, which asks for plain ones alone.
 */
export const plainRules = (sheet: string): readonly PlainRule[] =>
  [...withoutBlocks(sheet).matchAll(/(?<![^{}])([^{}]+)\{([^{}]*)(?:\}|$)/g)].flatMap(
    ([, selectors = '', body = '']) => {
      const declarations = declarationsOf(body);
      return selectors
        .split(',')
        .map((selector) => selector.trim().toLowerCase())
        .filter(isPlain)
        .map((selector) => ({ selector, declarations }));
    },
  );

/** The plain rules of a style sheet that give letters a size. */
export const sizingRules = (sheet: string): readonly PlainRule[] =>
  plainRules(sheet).filter(({ declarations }) => !isZero(statedSizeIn(declarations) ?? '0'));

/** The plain rules of a style sheet that hide what they select. */
export const hidingRules = (sheet: string): readonly PlainRule[] =>
  plainRules(sheet).filter(({ declarations }) => {
    const { subtree, text } = hidingOf(declarations);
    return subtree || text === true;
  });
