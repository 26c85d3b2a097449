import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import type { OppositionToken, Tokens } from '#shared/app/oppositions/tokens.port.ts';
import { type AdvertiserAccess, admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { Failure, tokenNotFound } from '../../domain/failure.ts';
import { isInertToken } from '../../domain/opposition/inert-token.ts';
import type { ReaderLanguage } from '../../domain/reader-language.ts';
import type { Page } from '../../pages/layout.ts';
import { linkOfPreview, notRecordedNow, unreadableLink } from '../../pages/not-recorded.ts';
import { receivedSha256 } from '../body.ts';
import { type EnvironmentOf, environmentOf } from '../env.ts';
import type { TimeLeft } from '../time-left.ts';
import { answerPage, languageOfReader, type PublicEntry } from './answer.ts';
import { formOf } from './form.ts';

/** One visit by a link whose token was verified: the link admits to its advertiser and contact, and to nothing else. */
export interface Visit {
  readonly access: AdvertiserAccess;
  readonly link: OppositionToken;
  /** The same as the address of the page has it. */
  readonly token: string;
  /** A field of the form; empty where there is none. */
  readonly field: (name: string) => string;
  /** RFC 8058: the body is exactly the pair that mailbox providers send. */
  readonly isOneClick: boolean;
  /** The person chose everything from this advertiser. */
  readonly everything: boolean;
  readonly receivedSha256: string;
  /** The reader's language, else the one given. */
  readonly languageOr: (otherwise: ReaderLanguage) => ReaderLanguage;
  /** What was asked is recorded: whatever fails or lasts too long from then on, this page answers (P2). */
  readonly recordedAs: (page: Page) => void;
}

/** How a public route is wired: the tokens it reads links with, and what it shows. */
interface PublicRoute {
  readonly tokens: () => Promise<Tokens> | Tokens;
  readonly show: (visit: Visit) => Promise<Page>;
  /** What a form of the page holds, and the page that gives it back to be sent again. Absent: those of an opposition. */
  readonly again?: { readonly fields: readonly string[]; readonly page: typeof notRecordedNow };
}

const isOneClick = (form: ReadonlyMap<string, string>): boolean =>
  form.size === 1 && form.get('List-Unsubscribe') === 'One-Click';

/** What a mail program takes into a link with it, as it is or encoded: a full stop, a bracket, a quotation mark. No token has any of it. */
const AFTER_TOKEN = /(?:&\w+;|%[0-9A-F]{2}|[^\w-])+$/i;

/** The token of a link, without what its sentence ended with. */
const tokenIn = ({ pathParameters }: APIGatewayProxyEvent): string =>
  (pathParameters?.token ?? '').replace(AFTER_TOKEN, '');

const visitOf = async (
  event: APIGatewayProxyEvent,
  tokens: Tokens,
  recordedAs: Visit['recordedAs'],
): Promise<Visit> => {
  const token = tokenIn(event);
  const link = tokens.read(token);
  if (link === undefined) throw tokenNotFound();
  const form = await formOf(event);
  return {
    access: admit(link.advertiserId),
    link,
    token,
    field: (name) => form.get(name) ?? '',
    isOneClick: isOneClick(form),
    everything: form.get('scope') === 'all',
    receivedSha256: receivedSha256(event),
    languageOr: (otherwise) => languageOfReader(event, otherwise),
    recordedAs,
  };
};

/** The page of the link of a preview, for who only looks; `undefined`: it is none, or something is asked to be recorded. */
const pageOfPreview = (event: APIGatewayProxyEvent): Page | undefined =>
  event.httpMethod !== 'POST' && isInertToken(tokenIn(event))
    ? linkOfPreview(languageOfReader(event, 'fr'))
    : undefined;

/** The page that shows a failure: the link cannot be read, or nothing is confirmed yet. Never a 2xx (P2). */
const failurePage = async (error: unknown, event: APIGatewayProxyEvent, again: PublicRoute['again']): Promise<Page> => {
  const language = languageOfReader(event, 'fr');
  if (error instanceof Failure && error.code === 'token-not-found') return unreadableLink(language);
  const form = await formOf(event);
  const isForm = event.httpMethod === 'POST';
  if (again !== undefined) {
    const sent = again.fields.flatMap((name) => (form.has(name) ? [[name, form.get(name) ?? ''] as const] : []));
    return again.page(language, { isForm, fields: Object.fromEntries(sent) });
  }
  const fields: Readonly<Record<string, string>> = form.get('scope') === 'all' ? { scope: 'all' } : {};
  return notRecordedNow(language, { isForm, fields });
};

/**
 * The Lambda of one public page reached by an opposition link. It reads the link, the form and the language, admits to
 * the link's advertiser, and answers in HTML with headers that let nothing run; no cookie, no redirect, ever. `show` is
 * given the environment's wiring by its caller. An unreadable link is 404, whatever else fails or takes too long 503.
 */
export const page = <const E extends PublicEntry>(entry: E, wire: (env: EnvironmentOf<E>) => PublicRoute) => {
  const route = wire(environmentOf(entry));
  return (event: APIGatewayProxyEvent, context: TimeLeft): Promise<APIGatewayProxyResult> => {
    let recorded: Page | undefined;
    const recordedAs = (confirms: Page) => {
      recorded = confirms;
    };
    return answerPage(entry, event, context, {
      show: async () => pageOfPreview(event) ?? route.show(await visitOf(event, await route.tokens(), recordedAs)),
      failed: async (error) => recorded ?? failurePage(error, event, route.again),
    });
  };
};
