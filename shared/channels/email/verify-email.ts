import type { BytesFacts } from '#shared/domain/message/vet.ts';
import { showsAny } from '#shared/domain/sending/shown-names.ts';
import { collapse } from '../content/escape.ts';
import type { Mentions } from '../content/mentions.ts';
import { advertisingSentence, noticeLine, stopLine, TEXT_RULE, whySentence } from './footer/footer.ts';
import { type BrowserView, textOf, viewHtml } from './html/browser-view.ts';
import { TEST_HEADER } from './opposition-headers.ts';
import { isFooterSeenLast } from './prepare-html.ts';
import { type RenderedEmail, TEST_MARK } from './render-email.ts';
import { findStyleFault } from './styles/find-style-fault.ts';

/** What is verified beside the bytes, and what they cannot say. */
export interface VerifyOptions {
  /** Display name of From; when given it must name the advertiser too. */
  readonly fromName?: string | undefined;
  /** The local stage alone: `http://localhost` links count as working. */
  readonly acceptsLocalLinks?: boolean | undefined;
}

/** What one part (HTML or text) says, as its reader sees it. */
export interface PartFacts {
  readonly names: boolean;
  readonly advertising: boolean;
  readonly why: boolean;
  readonly notice: boolean;
  readonly link: boolean;
  readonly isLast: boolean;
}

const saysAny = (text: string, names: readonly string[]): boolean =>
  names.some((name) => collapse(name) !== '' && text.includes(collapse(name)));

/** Facts of what a browser shows. */
const htmlFacts = (html: string, mentions: Mentions): PartFacts => {
  const view = viewHtml(html);
  const isProtected = findStyleFault(html) === undefined;
  const footer = view.seen.filter((seen) => seen.footer > 0);
  const text = textOf(footer);
  const leadsTo = (url: string) => (seen: BrowserView['seen'][number]) => seen.href === url && seen.text.trim() !== '';
  return {
    names: saysAny(text, mentions.advertiserNames),
    advertising: text.includes(collapse(advertisingSentence(mentions))),
    why: text.includes(collapse(whySentence(mentions))),
    notice: footer.some(leadsTo(mentions.noticeUrl)),
    link: isProtected && footer.some(leadsTo(mentions.oppositionUrl)),
    isLast: isFooterSeenLast(view),
  };
};

/** Facts of the text part: its footer is what comes after our last rule. */
export const textFacts = (text: string, mentions: Mentions): PartFacts => {
  const start = text.lastIndexOf(TEXT_RULE);
  const footer = start === -1 ? '' : collapse(text.slice(start));
  const notice = collapse(noticeLine(mentions));
  return {
    names: saysAny(footer, mentions.advertiserNames),
    advertising: footer.includes(collapse(advertisingSentence(mentions))),
    why: footer.includes(collapse(whySentence(mentions))),
    notice: footer.includes(notice),
    link: footer.includes(collapse(stopLine(mentions))),
    isLast: footer.endsWith(notice),
  };
};

const isOneClick = (rendered: RenderedEmail, mentions: Mentions): boolean => {
  const valuesOf = (wanted: string) =>
    rendered.headers.filter(({ name }) => name.toLowerCase() === wanted).map(({ value }) => value);
  const [list, ...others] = valuesOf('list-unsubscribe');
  const post = valuesOf('list-unsubscribe-post');
  return (
    others.length === 0 &&
    (list ?? '').startsWith(`<${mentions.oppositionUrl}>`) &&
    post.length === 1 &&
    post[0] === 'List-Unsubscribe=One-Click'
  );
};

/** Our own https link; `http://localhost` only where the local stage says so. */
const worksAsLink = (url: string, options: VerifyOptions): boolean =>
  /^https:\/\/[^/\s]+\/(?:[\w-]+\/)*o\/[\w-]+$/.test(url) ||
  (options.acceptsLocalLinks === true && /^http:\/\/(localhost|127\.0\.0\.1)(:\d+)?\/([\w-]+\/)*o\/[\w-]+$/.test(url));

const namesASource = (mentions: Mentions): boolean => {
  const { why } = mentions;
  return why.basis === 'professional-interest' || (why.basis === 'consent' && why.collectedBy !== undefined);
};

/** The subject as its author wrote it, and whether a test says that it is one: in its subject, and in its header. */
const subjectFacts = (
  { subject, headers }: RenderedEmail,
  { isTest }: Mentions,
): Pick<BytesFacts, 'subject' | 'isMarkedAsTest'> => {
  if (!isTest || !subject.startsWith(TEST_MARK)) return { subject };
  const isInHeader = headers.some(({ name, value }) => name === TEST_HEADER && value === 'true');
  return { subject: subject.slice(TEST_MARK.length), ...(isInHeader ? { isMarkedAsTest: true } : {}) };
};

/** The facts of all parts together: what one part lacks, the mail lacks, since a reader sees one of them. */
export const emailFacts = (
  rendered: RenderedEmail,
  parts: readonly PartFacts[],
  mentions: Mentions,
  options: VerifyOptions,
): BytesFacts => {
  const all = (fact: keyof PartFacts) => parts.every((part) => part[fact]);
  const isNamedInFrom = options.fromName === undefined || showsAny(options.fromName, mentions.advertiserNames);
  return {
    namesAdvertiser: all('names') && isNamedInFrom,
    isRecognisableAsAdvertising: all('advertising'),
    carriesOppositionMeans: all('link') && all('isLast') && isOneClick(rendered, mentions),
    oppositionMeansWork: worksAsLink(mentions.oppositionUrl, options),
    oppositionIsFree: /^https?:/.test(mentions.oppositionUrl),
    carriesProcessingNotice: all('notice'),
    saysWhy: all('why'),
    namesSource: all('why') && namesASource(mentions),
    ...subjectFacts(rendered, mentions),
  };
};

/** Reads the very bytes again, as a browser and a text client would, and finds what they say to their reader (P3). */
export const verifyEmail = (rendered: RenderedEmail, mentions: Mentions, options: VerifyOptions = {}): BytesFacts => {
  const text = textFacts(rendered.text, mentions);
  const parts = rendered.html === undefined ? [text] : [htmlFacts(rendered.html, mentions), text];
  return emailFacts(rendered, parts, mentions, options);
};
