import { parse } from 'parse5';
import { invalidRequest } from '#shared/domain/failure.ts';
import type { BytesFacts } from '#shared/domain/message/vet.ts';
import { isBlank } from '#shared/domain/text/unseen.ts';
import type { Comparison, ExternalMessage } from '../content/external.ts';
import { fold, foldedLine, saysAny } from '../content/fold.ts';
import { judgedMeans, type Means, meansInText } from '../content/means-of-opposition.ts';
import { plainText } from '../content/plain-text.ts';
import { isPricedIn } from '../content/stopping/priced.ts';
import { linkAsFollowed, linkOfText, WRITTEN_LINK } from '../content/written-links.ts';
import type { EmailBytes } from './channel.ts';
import { type BrowserView, viewTree } from './html/browser-view.ts';
import { isNestedTooDeep } from './html/content-trouble.ts';
import { textFromHtml } from './html/text-from-html.ts';
import { withoutTrackingPixels } from './html/tracking-pixels.ts';
import { wellFormed } from './html/well-formed.ts';
import { announces, type Said, saidIn } from './must-say.ts';
import { otherWaysAmong, otherWaysIn } from './other-ways.ts';
import { saidWhereSeen } from './sight/said-where-seen.ts';
import { asFollowed, seenMeans, UNSEEN } from './sight/seen-means.ts';

interface Part {
  readonly says: Said;
  readonly means: readonly Means[];
  readonly links: readonly string[];
  /** It says that stopping has a price. */
  readonly isPriced: boolean;
}

const isAmong = ({ target }: Means, means: readonly Means[]): boolean => means.some((each) => each.target === target);

/** A line for each block and each cell of a table, and an end for each link. */
const linesOf = (html: string): string => textFromHtml(html.replaceAll(/<\/t[dh]\s*>/gi, '<br>$&'));

const linksOf = (seen: BrowserView['seen']): readonly string[] =>
  seen.flatMap(({ href, text }) => (href !== undefined && !isBlank(text) ? [href] : []));

const partOfHtml = (html: string, route: Comparison): Part => {
  const document = parse(html, { scriptingEnabled: false });
  const all = asFollowed(viewTree(document).seen);
  const { says, seen } = saidWhereSeen(html, document, all, route);
  const means = [...seenMeans(html, document, all, route), ...otherWaysAmong(linksOf(all), { html }, route)];
  return { says, means, links: linksOf(seen), isPriced: isPricedIn(linesOf(html)) };
};
const partOfText = (text: string, route: Comparison): Part => {
  const isKnown = (link: string): boolean => link === linkAsFollowed(route.noticeUrl) || route.isOurLink(link);
  const links = (text.match(new RegExp(WRITTEN_LINK, 'gi')) ?? []).map((written) => linkOfText(written, isKnown));
  return {
    says: saidIn(foldedLine(text), route),
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
    namesAdvertiser: isNamedInFrom && all(({ says }) => says.name),
    // The subject is what a reader sees first: "dès leur réception" (L. 122-8 C. conso.).
    isRecognisableAsAdvertising: announces(foldedLine(mail.subject)) || all(({ says }) => says.advertising),
    carriesOppositionMeans: all(({ means }) => means.length > 0),
    ...judgedMeans([...otherWays, ...unseen, ...missingOurs, ...headerMeans(mail, route)]),
    oppositionIsFree: parts.every(({ isPriced }) => !isPriced),
    carriesProcessingNotice: all(({ links }) => links.includes(linkAsFollowed(route.noticeUrl))),
    saysWhy: all(({ says }) => says.why),
    namesSource: all(({ says }) => says.source),
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
