import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { type Applied, type Condition, said } from './cascade.ts';
import type { Colour } from './colours.ts';
import { type Asked, above } from './leaves.ts';
import { DARK_PAGE, LINK, LINK_IN_THE_DARK, type Look, lookOf, PAGE, sightOfLook } from './look.ts';
import { better, doubtfulIf, type Sight, worse } from './sight.ts';
import { DARK, holdsIn, type Situation } from './situations.ts';

/** What may still be looked at in one look at a mail, so that none keeps whoever reads it busy. */
export interface Work {
  left: number;
}
/** One look takes as much as so many declarations. */
const ONE_LOOK = 20;
/** A newsletter of 100 KB takes a hundredth of it. */
export const MOST_WORK = 500_000;

/** A look, with what follows from it, and a number of its own. */
interface NumberedLook {
  readonly number: number;
  readonly look: Look;
  /** How well a text, and a picture, is seen with this look, once it was asked. */
  readonly sights: Map<boolean, Sight>;
}
const numbered = (look: Look, number: number): NumberedLook => ({ number, look, sights: new Map() });

/** The look of an element in one situation. */
export type LookIn = (element: Tree.Element) => NumberedLook;

/** How well the text or the picture of an element is seen. */
export const sightOfElement = (element: Tree.Element, isText: boolean, lookIn: LookIn): Sight => {
  const { look, sights } = lookIn(element);
  const sight = sights.get(isText) ?? sightOfLook(look, isText);
  sights.set(isText, sight);
  return sight;
};

/** How well a link is seen: as the best seen of its words and pictures. */
export const sightOfLink = ({ leaves, isSpeck }: Asked, lookIn: LookIn, work: Work): Sight => {
  let best: Sight = 'unseen';
  for (const { element, words, isFolded } of leaves) {
    if (best === 'seen' || work.left < 0) break;
    best = better(best, worse(sightOfElement(element, words !== undefined, lookIn), doubtfulIf(isFolded)));
  }
  return worse(best, doubtfulIf(isSpeck));
};

/** The elements whose looks are asked for, and what may style them. */
interface Styled {
  readonly elements: ReadonlySet<Tree.Element>;
  readonly ofElement: ReadonlyMap<Tree.Element, readonly Applied[]>;
  /** The colour that the page gives to links. */
  readonly linkInk: Colour | undefined;
}

/** The conditions that ask something of where a mail is read, each once. */
const askingConditions = (applied: readonly Applied[]): readonly Condition[] =>
  [...new Set(applied.map(({ when }) => when))].filter(({ ways }) => ways.length > 0);

/**
 * The looks of elements in each situation that is asked for. A look is made once for all situations in which the same declarations
 * apply to the element and to what is around it: only what is made is taken from the work that is left.
 */
export const looksOver = (
  { elements, ofElement, linkInk }: Styled,
  conditions: ReadonlySet<Condition>,
  isMadeForDark: boolean,
  work: Work,
): ((situation: Situation) => LookIn) => {
  const page = numbered(PAGE, 0);
  const darkPage = numbered(isMadeForDark ? DARK_PAGE : PAGE, 1);
  const made = new Map<Tree.Element, Map<string, NumberedLook>>([...elements].map((element) => [element, new Map()]));
  const asking = new Map([...ofElement].map(([element, applied]) => [element, askingConditions(applied)]));
  let lastNumber = 1;

  return (situation) => {
    const met = new Set([...conditions].filter(({ ways }) => holdsIn(ways, situation)));
    const isDark = situation.terms.has(DARK);
    const ink = linkInk ?? (isDark && isMadeForDark ? LINK_IN_THE_DARK : LINK);
    const here = new Map<Tree.Element, NumberedLook>();

    const lookWithin = (outer: NumberedLook, element: Tree.Element): NumberedLook => {
      const key = `${outer.number} ${(asking.get(element) ?? []).map((each) => (met.has(each) ? 1 : 0)).join('')}`;
      const before = made.get(element)?.get(key);
      if (before !== undefined) return before;
      const applied = ofElement.get(element) ?? [];
      work.left -= ONE_LOOK + applied.length;
      lastNumber += 1;
      const look = numbered(lookOf(outer.look, element, said(applied, situation), ink), lastNumber);
      made.get(element)?.set(key, look);
      return look;
    };

    return (element) => {
      const unknown: Tree.Element[] = [];
      let at: Tree.Element | undefined = element;
      for (; at !== undefined && !here.has(at); at = above(at)) unknown.push(at);
      let look = (at && here.get(at)) ?? (isDark ? darkPage : page);
      for (const inner of unknown.toReversed()) {
        look = lookWithin(look, inner);
        here.set(inner, look);
      }
      return look;
    };
  };
};
