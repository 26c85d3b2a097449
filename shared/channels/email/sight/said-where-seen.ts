import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { Comparison } from '../../content/external.ts';
import { fold, foldedLine } from '../../content/fold.ts';
import { linkAsFollowed } from '../../content/written-links.ts';
import { type BrowserView, textOf } from '../html/browser-view.ts';
import { SAYS, type Said, saidIn } from '../must-say.ts';
import { sightOfLinks } from './unseen-links.ts';

type Seen = BrowserView['seen'];
type Kind = keyof Said;
const KINDS = Object.keys(SAYS) as Kind[];

const NO_WORD = /[^\p{L}\p{N}]+/u;
const wordsOf = (names: readonly string[]): ReadonlySet<string> =>
  new Set(names.flatMap((name) => foldedLine(name).split(NO_WORD)).filter(({ length }) => length > 1));

/** Elements with words of one kind: those that say it all alone, and those that say a part of it too. */
interface Words {
  readonly whole: readonly Tree.Element[];
  readonly all: ReadonlySet<Tree.Element>;
}
const wordsIn = (seen: Seen, route: Comparison): Readonly<Record<Kind, Words>> => {
  const parts = { name: wordsOf(route.names), source: wordsOf(route.sources) };
  const of = () => ({ whole: [] as Tree.Element[], all: new Set<Tree.Element>() });
  const found = { name: of(), advertising: of(), why: of(), source: of() };
  for (const { element, text, kind: isOf } of seen) {
    if (element === undefined || isOf !== 'text') continue;
    const said = foldedLine(text);
    if (said === '') continue;
    const says = saidIn(said, route);
    const words = said.split(NO_WORD);
    for (const kind of KINDS) {
      const isPart = (kind === 'name' || kind === 'source') && words.some((word) => parts[kind].has(word));
      if (says[kind]) found[kind].whole.push(element);
      if (says[kind] || isPart) found[kind].all.add(element);
    }
  }
  return found;
};

/** So many elements that say it all are looked at first, of each kind; where none does, all that say a part. */
const FIRST = 8;
const firstOf = ({ whole, all }: Words): readonly Tree.Element[] =>
  whole.length > 0 ? whole.slice(0, FIRST) : [...all];

/**
 * What a mail says of what it must say, where a reader sees it, and what is seen of it without a link to the notice that nobody sees.
 * The first words that say it all are looked at first; all others only where these do not settle it.
 */
export const saidWhereSeen = (
  html: string,
  document: Tree.Document,
  seen: Seen,
  route: Comparison,
): { readonly says: Said; readonly seen: Seen } => {
  const notice = linkAsFollowed(route.noticeUrl);
  const words = wordsIn(seen, route);
  const lookedAt = new Set<Tree.Element>();
  const hidden = new Set<Tree.Element>();
  const look = (elements: readonly Tree.Element[], isAsked: (href: string) => boolean): ReadonlySet<string> => {
    const sights = sightOfLinks(html, isAsked, undefined, { document, elements, readers: 'any' });
    for (const each of elements) lookedAt.add(each);
    // What there was too much of to look at is not taken for seen.
    for (const each of sights.isCut ? elements : (sights.neverShown ?? [])) hidden.add(each);
    return sights.unseen;
  };
  const unseen = look([...new Set(KINDS.flatMap((kind) => firstOf(words[kind])))], (href) => {
    return linkAsFollowed(href) === notice;
  });
  const left = seen.filter(({ href }) => !(href === notice && unseen.has(notice)));
  const without = (isLeftOut: (element: Tree.Element) => boolean): string =>
    fold(textOf(left.filter(({ element }) => element === undefined || !isLeftOut(element))));
  const notLookedAt = (kind: Kind): readonly Tree.Element[] =>
    [...words[kind].all].filter((each) => !lookedAt.has(each));
  const shown = without((each) => hidden.has(each));
  /** Seen words say it, whether or not what was not looked at is seen. */
  const isSettled = (kind: Kind): boolean => {
    const more = new Set(notLookedAt(kind));
    return (
      more.size === 0 ||
      (SAYS[kind](shown, route) &&
        SAYS[kind](
          without((each) => hidden.has(each) || more.has(each)),
          route,
        ))
    );
  };
  const open = KINDS.filter((kind) => !isSettled(kind));
  const says = { ...saidIn(shown, route) };
  if (open.length > 0) {
    look([...new Set(open.flatMap(notLookedAt))], () => false);
    const shownOfAll = without((each) => hidden.has(each));
    for (const kind of open) says[kind] = SAYS[kind](shownOfAll, route);
  }
  return { says, seen: left };
};
