import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { OUTLOOK } from './clients.ts';
import type { Asked } from './leaves.ts';
import { type LookIn, looksOver, MOST_WORK, sightOfElement, sightOfLink, type Work } from './looks.ts';
import { better, doubtfulIf, type Sight, worse } from './sight.ts';
import { programsOf, type Situation, situationsOf } from './situations.ts';
import { isMadeForDark, styledLinks } from './styled-links.ts';

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

/** The elements whose words nobody sees where the mail is read in this way. */
const hiddenIn = (elements: readonly Tree.Element[], lookIn: LookIn, work: Work): ReadonlySet<Tree.Element> =>
  new Set(elements.filter((element) => work.left >= 0 && sightOfElement(element, true, lookIn) === 'unseen'));

/** What is asked about in each way of reading a mail. */
interface AskedAbout {
  readonly links: readonly Asked[];
  readonly elements: readonly Tree.Element[];
  readonly work: Work;
}

/** What the programs see that ask nothing of where they are: of each target the best of them, and of any one target the worst of them. */
const seenByPrograms = (
  { links, elements, work }: AskedAbout,
  programs: readonly LookIn[],
): { ofTarget: ReadonlyMap<string, Sight>; ofAny: Sight; hidden: readonly ReadonlySet<Tree.Element>[] } => {
  const ofTarget = new Map<string, Sight>();
  const hidden: ReadonlySet<Tree.Element>[] = [];
  let ofAny: Sight = 'seen';
  for (const lookIn of programs) {
    hidden.push(hiddenIn(elements, lookIn, work));
    let best: Sight = 'unseen';
    for (const link of links) {
      const sight = sightOfLink(link, lookIn, work);
      ofTarget.set(link.href, better(ofTarget.get(link.href) ?? 'unseen', sight));
      best = better(best, sight);
    }
    ofAny = worse(ofAny, best);
  }
  return { ofTarget, ofAny, hidden };
};

/** Whether some link is seen in every situation. It ends at the first in which none is. */
const seenInSituations = (
  { links, elements, work }: AskedAbout,
  situations: readonly Situation[],
  looksIn: (situation: Situation) => LookIn,
): { isSeenInAll: boolean; hidden: readonly ReadonlySet<Tree.Element>[] } => {
  const hidden: ReadonlySet<Tree.Element>[] = [];
  for (const situation of situations) {
    if (work.left < 0) break;
    const lookIn = looksIn(situation);
    const isSeen = links.some((link) => sightOfLink(link, lookIn, work) === 'seen');
    hidden.push(hiddenIn(elements, lookIn, work));
    if (!isSeen) return { isSeenInAll: false, hidden };
  }
  return { isSeenInAll: true, hidden };
};

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
  const styled = styledLinks(html, isAsked, document, beside);
  const conditions = new Set([...styled.ofElement.values()].flatMap((all) => all.map(({ when }) => when)));
  const ways = [...conditions].map(({ ways }) => ways.filter((terms) => readers === 'outlook' || !terms.has(OUTLOOK)));
  const situations = readers === 'others' ? situationsOf(ways) : [];
  const looksIn = looksOver(styled, conditions, isMadeForDark(html), work);
  const about = { links: styled.links, elements: beside, work };

  const programs = programsOf(ways, readers === 'outlook' ? [OUTLOOK] : []);
  const { ofTarget, ofAny, hidden } = seenByPrograms(about, programs.map(looksIn));
  const unseen = new Set([...ofTarget].filter(([, sight]) => sight === 'unseen').map(([href]) => href));
  const neverShown = new Set(beside.filter((element) => hidden.every((here) => here.has(element))));
  // Where one program shows none of them and another shows some, it is in doubt.
  const byPrograms = ofAny === 'unseen' && unseen.size < ofTarget.size ? 'doubtful' : ofAny;
  const further = seenInSituations(about, byPrograms === 'seen' ? (situations ?? []) : [], looksIn);

  // What was not looked at to its end is not taken for hidden.
  if (work.left < 0) return { unseen: new Set(), ofAny: 'doubtful', isCut: true };
  const isInDoubt = !further.isSeenInAll || styled.isTooMuch || situations === undefined;
  const somewhereHidden = [...hidden, ...further.hidden].filter((here) => here.size > 0);
  return {
    unseen,
    ...(neverShown.size > 0 && { neverShown }),
    ofAny: worse(byPrograms, doubtfulIf(isInDoubt)),
    ...(somewhereHidden.length > 0 && { hidden: somewhereHidden }),
  };
};
