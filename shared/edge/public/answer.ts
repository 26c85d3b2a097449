import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import type { FunctionEntry, Trigger } from '#functions/manifest/entry.ts';
import { Failure } from '../../domain/failure.ts';
import { READER_LANGUAGES, type ReaderLanguage } from '../../domain/reader-language.ts';
import { languageOf } from '../../pages/language.ts';
import { documentOf, headersOf, type Page } from '../../pages/layout.ts';
import { headerOf } from '../body.ts';
import { nameOf } from '../env.ts';
import { errorFields, log } from '../log/log.ts';
import { inTime, type TimeLeft } from '../time-left.ts';

/** A function of the manifest that answers a person, without a key. */
export type PublicEntry = FunctionEntry & { readonly trigger: Extract<Trigger, { api: 'public' }> };

/** The reader's language by the request, else the one given. */
export const languageOfReader = (event: APIGatewayProxyEvent, otherwise: ReaderLanguage): ReaderLanguage =>
  languageOf(headerOf(event.headers, 'accept-language'), READER_LANGUAGES, otherwise);

const responseOf = (page: Page, event: APIGatewayProxyEvent): APIGatewayProxyResult => ({
  statusCode: page.status,
  headers: {
    ...headersOf(page),
    'content-language': page.language,
    vary: 'Accept-Language',
    ...(page.status === 503 ? { 'retry-after': '60' } : {}),
  },
  body: event.httpMethod === 'HEAD' ? '' : documentOf(page),
});

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

/** What a public function answers: the page that `show` makes, else the one of its failure. Never throws. */
export const answerPage = async (
  entry: PublicEntry,
  event: APIGatewayProxyEvent,
  context: TimeLeft,
  { show, failed }: { readonly show: () => Promise<Page>; readonly failed: (error: unknown) => Promise<Page> },
): Promise<APIGatewayProxyResult> => {
  try {
    const shown = responseOf(await inTime(show(), context), event);
    log('request-served', {
      function: nameOf(entry),
      correlationId: event.requestContext.requestId,
      status: shown.statusCode,
    });
    return shown;
  } catch (error) {
    const answer = responseOf(await failed(error), event);
    logFailure(entry, error, event, answer.statusCode);
    return answer;
  }
};
