import { createHash } from 'node:crypto';
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import type { FunctionEntry, Trigger } from '#functions/manifest/entry.ts';
import type { OppositionToken, Tokens } from '#shared/app/oppositions/tokens.port.ts';
import { type AdvertiserAccess, admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { Failure, tokenNotFound } from '../domain/failure.ts';
import { languageOf } from '../pages/language.ts';
import { documentOf, type Language, PAGE_HEADERS, type Page } from '../pages/layout.ts';
import { notRecordedNow, unreadableLink } from '../pages/not-recorded.ts';
import { bytesOf, headerOf } from './body.ts';
import { type EnvironmentOf, environmentOf, nameOf } from './env.ts';
import { formOf } from './form.ts';
import { errorFields, log } from './log.ts';

type PublicEntry = FunctionEntry & { readonly trigger: Extract<Trigger, { api: 'public' }> };

/** One visit by a link whose token was verified: the link admits to its advertiser and contact, and to nothing else. */
interface Visit {
  readonly access: AdvertiserAccess;
  readonly link: OppositionToken;
  /** RFC 8058: the body is exactly the pair that mailbox providers send. */
  readonly isOneClick: boolean;
  /** The person chose everything from this advertiser. */
  readonly everything: boolean;
  readonly receivedSha256: string;
  /** The reader's language, else the one given. */
  readonly languageOr: (otherwise: Language) => Language;
}

/** How a public route is wired: the tokens it reads links with, and what it shows. */
interface PublicRoute {
  readonly tokens: () => Promise<Tokens> | Tokens;
  readonly show: (visit: Visit) => Promise<Page>;
}

const isOneClick = (form: ReadonlyMap<string, string>): boolean =>
  form.size === 1 && form.get('List-Unsubscribe') === 'One-Click';

const visitOf = async (event: APIGatewayProxyEvent, tokens: Tokens): Promise<Visit> => {
  const link = tokens.read(event.pathParameters?.token ?? '');
  if (link === undefined) throw tokenNotFound();
  const form = await formOf(event);
  return {
    access: admit(link.advertiserId),
    link,
    isOneClick: isOneClick(form),
    everything: form.get('scope') === 'all',
    receivedSha256: createHash('sha256').update(bytesOf(event)).digest('hex'),
    languageOr: (otherwise) => languageOf(headerOf(event.headers, 'accept-language'), otherwise),
  };
};

const responseOf = (page: Page, event: APIGatewayProxyEvent): APIGatewayProxyResult => ({
  statusCode: page.status,
  headers: {
    ...PAGE_HEADERS,
    'content-language': page.language,
    vary: 'Accept-Language',
    ...(page.status === 503 ? { 'retry-after': '60' } : {}),
  },
  body: event.httpMethod === 'HEAD' ? '' : documentOf(page),
});

/** The page that shows a failure: the link cannot be read, or nothing is confirmed yet. Never a 2xx (P2). */
const failurePage = async (error: unknown, event: APIGatewayProxyEvent): Promise<Page> => {
  const language = languageOf(headerOf(event.headers, 'accept-language'), 'fr');
  if (error instanceof Failure && error.code === 'token-not-found') return unreadableLink(language);
  const form = await formOf(event);
  return notRecordedNow(language, { isForm: event.httpMethod === 'POST', everything: form.get('scope') === 'all' });
};

const logFailure = (entry: FunctionEntry, error: unknown, event: APIGatewayProxyEvent, status: number): void => {
  const fields = { function: nameOf(entry), correlationId: event.requestContext.requestId, status };
  const isUnreadable = error instanceof Failure && error.code === 'token-not-found';
  const code = error instanceof Failure ? error.code : 'internal-error';
  const cause = error instanceof Failure ? (error.cause ?? error) : error;
  log(isUnreadable ? 'token-unreadable' : 'request-failed', {
    ...fields,
    code,
    ...(isUnreadable ? {} : errorFields(cause)),
  });
};

/**
 * The Lambda of one public page reached by an opposition link. It reads the link, the form and the language, admits to
 * the link's advertiser, and answers in HTML with headers that let nothing run; no cookie, no redirect, ever. `show` is
 * given the environment's wiring by its caller. An unreadable link is 404, whatever else fails 503.
 */
export const page = <const E extends PublicEntry>(entry: E, wire: (env: EnvironmentOf<E>) => PublicRoute) => {
  const route = wire(environmentOf(entry));
  return async (event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> => {
    try {
      const visit = await visitOf(event, await route.tokens());
      const shown = responseOf(await route.show(visit), event);
      log('request-served', {
        function: nameOf(entry),
        correlationId: event.requestContext.requestId,
        status: shown.statusCode,
      });
      return shown;
    } catch (error) {
      const answer = responseOf(await failurePage(error, event), event);
      logFailure(entry, error, event, answer.statusCode);
      return answer;
    }
  };
};
