import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { invalidRequest } from '#shared/domain/failure.ts';
import type { BytesFacts } from '#shared/domain/message/vet.ts';
import { isBlank } from '#shared/domain/text/unseen.ts';
import { namesAny, saysUndenied } from '../content/denied.ts';
import type { Comparison, ExternalMessage } from '../content/external.ts';
import { fold, foldedLine, saysAny } from '../content/fold.ts';
import { judgedMeans, type Means, meansInText } from '../content/means-of-opposition.ts';
import { plainText } from '../content/plain-text.ts';
import { isPricedIn } from '../content/stopping/priced.ts';
import { linkAsFollowed, linkOfText, WRITTEN_LINK } from '../content/written-links.ts';
import type { EmailBytes } from './channel.ts';
import { type BrowserView, textOf, viewTree } from './html/browser-view.ts';
import { isNestedTooDeep } from './html/content-trouble.ts';
import { textFromHtml } from './html/text-from-html.ts';
import { withoutTrackingPixels } from './html/tracking-pixels.ts';
import { wellFormed } from './html/well-formed.ts';
import { otherWaysAmong, otherWaysIn } from './other-ways.ts';
import { asFollowed, seenMeans, UNSEEN } from './sight/seen-means.ts';
import { sightOfLinks } from './sight/unseen-links.ts';

/** Words by which a message says that it is advertising, unless a denial leads to them: "ceci n’est pas une publicité". */
const ADVERTISING =
  /publici(?:t|dad)|promotion|commercia|\bcomercial|newsletter|lettre d.information|annonce|advertis(?!\w*[- ]free\b)|\badvertentie|marketing|\b(?:courriel|e-?mail|message) de prospection|\boffres?\b|\bwerb(?:ung\b|e[- ]?(?:e-)?mail|enachricht)|pubblicit|\breclame-?(?:e-)?mail|\breclamebericht/;
const announces = (words: string): boolean => saysUndenied(words, ADVERTISING);
/** Words by which a message says why the reader gets it. Whether they are true, the bytes alone do not say (D12). */
const WHY = new RegExp(
  [
    'vous (?:le |la |l.|nous )?recevez|recevez[- ](?:ce|vous)|parce que vous|car vous (?:avez|etes)',
    'vous (?:est|a ete) (?:adresse|envoye)e? (?:car|parce|puisque|suite|a la suite|en tant que|en qualite|en raison|a titre|au titre|dans le cadre|a votre demande)\\b',
    'nous vous (?:ecrivons|contactons|adressons|envoyons)\\b[^.!?]{0,40}\\b(?:parce que|car|puisque|suite a|en raison)\\b',
    'vous etes (?:inscrit|abonne)|vous nous avez demande de|voila pourquoi|pourquoi (?:ce (?:message|courriel|mail)|cet e-?mail|je recois)',
    'you(?:.re| are)? (?:getting|receiv)|because you|sent to you (?:because|as|since)\\b|writing to you because\\b',
    'why (?:(?:am|do|did) (?:i|you) (?:get|receiv)|this (?:message|e-?mail))',
    '\\bsie erhalten|\\bweil sie\\b|\\blo recibe|recibe este|\\briceve quest|\\bu ontvangt|\\bomdat u\\b',
  ].join('|'),
);

interface Part {
  readonly words: string;
  readonly means: readonly Means[];
  readonly links: readonly string[];
  /** It says that stopping has a price. */
  readonly isPriced: boolean;
}

const isAmong = ({ target }: Means, means: readonly Means[]): boolean => means.some((each) => each.target === target);

/** A line for each block and each cell of a table, and an end for each link. */
const linesOf = (html: string): string => textFromHtml(html.replaceAll(/<\/t[dh]\s*>/gi, '<br>$&'));

/** Without the words of what a mail must say, and the link to the notice, where nobody sees them. */
const withoutUnseen = (
  html: string,
  document: Tree.Document,
  seen: BrowserView['seen'],
  { names, noticeUrl, sources }: Comparison,
): BrowserView['seen'] => {
  const notice = linkAsFollowed(noticeUrl);
  const named = [...names, ...sources].flatMap((name) => foldedLine(name).split(/[^\p{L}\p{N}]+/u));
  const words = new Set(named.filter(({ length }) => length > 1));
  const saysIt = (text: string): boolean => {
    const said = foldedLine(text);
    return announces(said) || WHY.test(said) || said.split(/[^\p{L}\p{N}]+/u).some((word) => words.has(word));
  };
  const asked = new Set(
    seen.flatMap(({ element, text, kind }) => (element && kind === 'text' && saysIt(text) ? [element] : [])),
  );
  const sights = sightOfLinks(html, (href) => linkAsFollowed(href) === notice, undefined, {
    document,
    elements: [...asked],
    readers: 'others',
  });
  return seen.filter(
    ({ element, href }) =>
      !(element && sights.neverShown?.has(element)) && !(href === notice && sights.unseen.has(notice)),
  );
};

const linksOf = (seen: BrowserView['seen']): readonly string[] =>
  seen.flatMap(({ href, text }) => (href !== undefined && !isBlank(text) ? [href] : []));

const partOfHtml = (html: string, route: Comparison): Part => {
  const document = parse(html, { scriptingEnabled: false });
  const all = asFollowed(viewTree(document).seen);
  const seen = withoutUnseen(html, document, all, route);
  const means = [...seenMeans(html, document, all, route), ...otherWaysAmong(linksOf(all), { html }, route)];
  return { words: fold(textOf(seen)), means, links: linksOf(seen), isPriced: isPricedIn(linesOf(html)) };
};
const partOfText = (text: string, route: Comparison): Part => {
  const isKnown = (link: string): boolean => link === linkAsFollowed(route.noticeUrl) || route.isOurLink(link);
  const links = (text.match(new RegExp(WRITTEN_LINK, 'gi')) ?? []).map((written) => linkOfText(written, isKnown));
  return {
    words: foldedLine(text),
    means: [...meansInText(text, route), ...otherWaysAmong(links, { text }, route)],
    links,
    isPriced: isPricedIn(text),
  };
};

const headerMeans = ({ headers }: EmailBytes, route: Comparison): readonly Means[] =>
  headers
    .filter(({ name }) => name.toLowerCase() === 'list-unsubscribe')
    .flatMap(({ value }) => meansInText(`stop ${value.replaceAll(/[<>,]/g, ' ')}`, route));

/**
 * What an e-mail made by another system says to its reader (P3), part by part: what one part lacks, the mail lacks. Its
 * own words are read, not ours: a means of opposition counts where words of stopping carry it, and works where it is
 * ours; one that is not, in a part or in a List-Unsubscribe header, is named for a human to decide, also beside ours.
 */
const factsOf = (mail: EmailBytes, route: Comparison): BytesFacts => {
  const parts = [
    ...(mail.html === undefined ? [] : [partOfHtml(mail.html, route)]),
    ...(mail.text === undefined ? [] : [partOfText(mail.text, route)]),
  ];
  const all = (says: (part: Part) => boolean) => parts.length > 0 && parts.every(says);
  const otherWays = otherWaysIn(mail, route);
  // Of a part that holds none of ours the first is asked about: its words may be about something else.
  const missingOurs = parts
    .filter(({ means }) => !means.some(({ isOurs }) => isOurs))
    .flatMap(({ means }) => (means.some((one) => isAmong(one, otherWays)) ? [] : means.slice(0, 1)));
  const unseen = parts.flatMap(({ means }) => means.filter(({ target }) => target.startsWith(UNSEEN)));
  const isNamedInFrom = mail.from.name === undefined || saysAny(fold(mail.from.name), route.names);
  return {
    namesAdvertiser: isNamedInFrom && all(({ words }) => namesAny(words, route.names)),
    // The subject is what a reader sees first: "dès leur réception" (L. 122-8 C. conso.).
    isRecognisableAsAdvertising: announces(foldedLine(mail.subject)) || all(({ words }) => announces(words)),
    carriesOppositionMeans: all(({ means }) => means.length > 0),
    ...judgedMeans([...otherWays, ...unseen, ...missingOurs, ...headerMeans(mail, route)]),
    oppositionIsFree: parts.every(({ isPriced }) => !isPriced),
    carriesProcessingNotice: all(({ links }) => links.includes(linkAsFollowed(route.noticeUrl))),
    saysWhy: all(({ words }) => WHY.test(words)),
    namesSource: route.sources.length > 0 && all(({ words }) => namesAny(words, route.sources)),
    subject: mail.subject,
  };
};

/** Throws `invalid-request` for what is nested deeper than browsers go: nobody sees all of it, and reading it would take a stack of its own. */
const refuseTooDeep = (html: string): void => {
  if (!isNestedTooDeep(parse(html, { scriptingEnabled: false }))) return;
  throw invalidRequest([{ pointer: '/bytes/email/html', detail: 'this HTML is nested too deeply' }]);
};

/** An e-mail made by another system. Throws `invalid-request` for HTML that is nested too deep to be read. */
export const externalEmail = ({ email }: { readonly email: EmailBytes }): ExternalMessage => {
  if (email.html !== undefined) refuseTooDeep(email.html);
  return {
    said: { sender: email.from.address, subject: email.subject },
    texts: () => [
      plainText(email.subject),
      ...(email.html === undefined ? [] : [wellFormed(email.html)]),
      ...(email.text === undefined ? [] : [plainText(email.text)]),
    ],
    trackingPixels: email.html === undefined ? [] : withoutTrackingPixels(email.html).pixels,
    factsFor: (route) => factsOf(email, route),
  };
};
