import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { Comparison } from '../../content/external.ts';
import { isLinkOrMailbox, type Means, meansTo } from '../../content/means-of-opposition.ts';
import { linkAsFollowed } from '../../content/written-links.ts';
import { type BrowserView, viewTree } from '../html/browser-view.ts';
import { meansInHtml } from '../means-in-html.ts';
import { findStyleFault } from '../styles/find-style-fault.ts';
import { howShown } from './how-shown.ts';
import { asOutlookReads } from './outlook-source.ts';
import { stopWordsBeside } from './stop-words.ts';
import { type Readers, type SightOfLinks, sightOfLinks } from './unseen-links.ts';

/** A way to stop that is there and that a reader may not see: a human decides (D6), of what shows it so. */
export const UNSEEN = 'unseen-link-';

/** What is seen, with its links as programs follow them. */
export const asFollowed = (seen: BrowserView['seen']): BrowserView['seen'] =>
  seen.map((each) => (each.href === undefined ? each : { ...each, href: linkAsFollowed(each.href) }));

/** A mail as some readers read it. */
interface Read {
  readonly html: string;
  readonly document: Tree.Document;
  readonly readers: Readers;
}
type IsOurs = (href: string) => boolean;
/** How readers see our links, and whether each of them sees one, with words of stopping where it has any. */
const ourSight = ({ html, ...read }: Read, isOurs: IsOurs): SightOfLinks & { readonly isSeenByAll: boolean } => {
  const words = stopWordsBeside(read.document, isOurs);
  const sights = sightOfLinks(html, isOurs, undefined, { ...read, elements: words });
  const areWordsSeen = words.length === 0 || !sights.hidden?.some((hidden) => words.every((each) => hidden.has(each)));
  return { ...sights, isSeenByAll: sights.ofAny === 'seen' && areWordsSeen };
};

const isSeenInOutlook = (source: string, isOurs: IsOurs, route: Comparison): boolean => {
  const { html } = asOutlookReads(source);
  const document = parse(html, { scriptingEnabled: false });
  return (
    meansInHtml(asFollowed(viewTree(document).seen), route).some((each) => each.isOurs) &&
    ourSight({ html, document, readers: 'outlook' }, isOurs).isSeenByAll
  );
};

/** The means of ours that some reader sees, and what a human is asked of them where another may not. */
export const seenMeans = (
  html: string,
  document: Tree.Document,
  seen: BrowserView['seen'],
  route: Comparison,
): readonly Means[] => {
  const isOurs = (href: string): boolean => {
    const link = linkAsFollowed(href);
    return isLinkOrMailbox(link) && meansTo(link, route).isOurs;
  };
  const means = meansInHtml(seen, route);
  if (!means.some((each) => each.isOurs)) return means;
  const { unseen, isSeenByAll } = ourSight({ html, document, readers: 'others' }, isOurs);
  const left = meansInHtml(
    seen.filter(({ href }) => href === undefined || !unseen.has(href)),
    route,
  );
  if (!left.some((each) => each.isOurs)) return left;
  const isSeen = isSeenByAll && findStyleFault(html) === undefined && isSeenInOutlook(html, isOurs, route);
  return isSeen ? left : [...left, { target: `${UNSEEN}${howShown(html, isOurs)}`, isOurs: false }];
};
