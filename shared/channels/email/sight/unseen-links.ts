import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { type Condition, said } from './cascade.ts';
import { OUTLOOK } from './clients.ts';
import { type Asked, above } from './leaves.ts';
import { DARK_PAGE, LINK, LINK_IN_THE_DARK, type Look, lookOf, PAGE, sightOfLook } from './look.ts';
import { better, doubtfulIf, type Sight, worse } from './sight.ts';
import { DARK, holdsIn, programsOf, type Situation, situationsOf } from './situations.ts';
import { isMadeForDark, styledLinks } from './styled-links.ts';

const isAsking = ({ ways }: Condition): boolean => ways.length > 0;

/** What may still be looked at in one look at a mail, so that none keeps whoever reads it busy. */
export interface Work {
  left: number;
}
/** One look takes as much as so many declarations. */
const ONE_LOOK = 20;
/** A newsletter of 100 KB takes a hundredth of it. */
export const MOST_WORK = 500_000;

/** A look, with what follows from it, and a number of its own. */
interface Kept {
  readonly number: number;
  readonly look: Look;
  readonly sights: Map<boolean, Sight>;
}
const keep = (look: Look, number: number): Kept => ({ number, look, sights: new Map() });
const sightOfKept = ({ look, sights }: Kept, isText: boolean): Sight => {
  const sight = sights.get(isText) ?? sightOfLook(look, isText);
  sights.set(isText, sight);
  return sight;
};

/** What readers see of the links that are asked for. */
export interface SightOfLinks {
  /** The targets that nobody sees, whatever the reader's program. */
  readonly unseen: ReadonlySet<string>;
  /** How well any one of them is seen, wherever the mail is read. */
  readonly ofAny: Sight;
  /** True where there was too much to look at: nothing else is known of any element. Absent: all was looked at. */
  readonly isCut?: boolean;
  /** Of the elements that were asked for, those whose words nobody sees, whatever the reader's program. Absent: none. */
  readonly neverShown?: ReadonlySet<Tree.Element>;
  /** Of the elements beside them that were asked for, those whose words nobody sees, however or in one way the mail is read. Absent: none. */
  readonly hidden?: readonly ReadonlySet<Tree.Element>[];
}

/** Outlook for Windows reads a source of its own, and no `@media`. Of any of them: what none of them sees is asked alone. */
export type Readers = 'outlook' | 'others' | 'any';

/** A mail that was parsed already, elements with words beside the links, and whose readers are asked about. */
interface Beside {
  readonly document: Tree.Document;
  readonly elements: readonly Tree.Element[];
  readonly readers: Readers;
}

/**
 * How well readers see the links that are asked for: what their own style and the style sheets may do to them, and to all that is
 * around them, on a desk, on a phone, in the dark, in one program alone. Of Outlook for Windows its own source is asked
 * (`asOutlookReads`). Where the mail is read one way, the best of them counts; of
 * all ways, the worst. What is hidden whatever is asked of the reader's program is unseen; what is hidden for some readers, or cannot
 * be judged, is doubtful.
 */
export const sightOfLinks = (
  html: string,
  isAsked: (href: string) => boolean,
  work: Work = { left: MOST_WORK },
  { document, elements: beside, readers }: Beside = {
    document: parse(html, { scriptingEnabled: false }),
    elements: [],
    readers: 'others',
  },
): SightOfLinks => {
  const { links, elements, ofElement, linkInk, isTooMuch: isUnread } = styledLinks(html, isAsked, document, beside);
  const conditions = new Set([...ofElement.values()].flatMap((all) => all.map(({ when }) => when)));
  const ways = [...conditions].map(({ ways }) => ways.filter((terms) => readers === 'outlook' || !terms.has(OUTLOOK)));
  const situations = readers === 'others' ? situationsOf(ways) : [];
  const [page, darkPage] = [keep(PAGE, 0), keep(isMadeForDark(html) ? DARK_PAGE : PAGE, 1)];
  const looks = new Map<Tree.Element, Map<string, Kept>>([...elements].map((element) => [element, new Map()]));
  const sorted = new Map(
    [...ofElement].map(([element, all]) => [element, [...new Set(all.map(({ when }) => when))].filter(isAsking)]),
  );
  let count = 1;

  /** The look of an element, and of all that is around it, where the mail is read one way. */
  const looksIn = (situation: Situation): ((element: Tree.Element) => Kept) => {
    const met = new Set([...conditions].filter(({ ways }) => holdsIn(ways, situation)));
    const isDark = situation.terms.has(DARK);
    const ink = linkInk ?? (isDark && darkPage.look === DARK_PAGE ? LINK_IN_THE_DARK : LINK);
    const here = new Map<Tree.Element, Kept>();
    return (element) => {
      const chain: Tree.Element[] = [];
      for (let at: Tree.Element | undefined = element; at !== undefined && !here.has(at); at = above(at))
        chain.push(at);
      const outer = above(chain.at(-1) ?? element);
      let look = (chain.length === 0 ? here.get(element) : outer && here.get(outer)) ?? (isDark ? darkPage : page);
      for (const at of chain.toReversed()) {
        const key = `${look.number} ${(sorted.get(at) ?? []).map((each) => (met.has(each) ? 1 : 0)).join('')}`;
        const before = looks.get(at)?.get(key);
        if (before === undefined) {
          const all = ofElement.get(at) ?? [];
          count += 1;
          work.left -= ONE_LOOK + all.length;
          look = keep(lookOf(look.look, at, said(all, situation), ink), count);
          looks.get(at)?.set(key, look);
        } else look = before;
        here.set(at, look);
      }
      return look;
    };
  };
  const sightOf = ({ leaves, isSpeck }: Asked, lookIn: (element: Tree.Element) => Kept): Sight => {
    let best: Sight = 'unseen';
    for (const { element, words, isFolded } of leaves) {
      if (best === 'seen' || work.left < 0) break;
      best = better(best, worse(sightOfKept(lookIn(element), words !== undefined), doubtfulIf(isFolded)));
    }
    return worse(best, doubtfulIf(isSpeck));
  };

  const hidden: ReadonlySet<Tree.Element>[] = [];
  let neverShown: ReadonlySet<Tree.Element> = new Set(beside);
  const lookBeside = (lookIn: (element: Tree.Element) => Kept): ReadonlySet<Tree.Element> => {
    const here = new Set(beside.filter((element) => work.left >= 0 && sightOfKept(lookIn(element), true) === 'unseen'));
    if (here.size > 0) hidden.push(here);
    return here;
  };

  const sights = new Map<string, Sight>();
  let ofAny: Sight = 'seen';
  for (const program of programsOf(ways, readers === 'outlook' ? [OUTLOOK] : [])) {
    const lookIn = looksIn(program);
    const here = lookBeside(lookIn);
    neverShown = new Set([...neverShown].filter((each) => here.has(each)));
    let best: Sight = 'unseen';
    for (const link of links) {
      const sight = sightOf(link, lookIn);
      sights.set(link.href, better(sights.get(link.href) ?? 'unseen', sight));
      best = better(best, sight);
    }
    ofAny = worse(ofAny, best);
  }
  const unseen = new Set([...sights].filter(([, sight]) => sight === 'unseen').map(([href]) => href));
  if (unseen.size < sights.size && ofAny === 'unseen') ofAny = 'doubtful';
  for (const situation of ofAny === 'seen' ? (situations ?? []) : []) {
    if (ofAny !== 'seen' || work.left < 0) break;
    const lookIn = looksIn(situation);
    let best: Sight = 'unseen';
    for (const link of links) if (best !== 'seen') best = better(best, sightOf(link, lookIn));
    ofAny = worse(ofAny, doubtfulIf(best !== 'seen'));
    lookBeside(lookIn);
  }
  const isTooMuch = isUnread || situations === undefined;
  // What was not looked at to its end is not taken for hidden.
  return work.left < 0
    ? { unseen: new Set(), ofAny: 'doubtful', isCut: true }
    : {
        unseen,
        ...(neverShown.size > 0 && { neverShown }),
        ofAny: worse(ofAny, doubtfulIf(isTooMuch)),
        ...(hidden.length > 0 && { hidden }),
      };
};
