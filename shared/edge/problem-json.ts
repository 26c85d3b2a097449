import type middy from '@middy/core';
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import type { FunctionEntry } from '#functions/manifest/entry.ts';
import { stated } from '../domain/stated.ts';
import { languageOf } from '../pages/language.ts';
import { headerOf } from './body.ts';
import { nameOf } from './env.ts';
import { errorFields, log } from './log/log.ts';
import { type Asker, failureOf, problemOf, retryAfterOf } from './problem.ts';
import { type Answer, SECURITY_HEADERS } from './respond.ts';

/** Who asks: the id of the request, and the language by `Accept-Language`. English where none of ours is wanted more. */
export const askerOf = ({ headers, requestContext }: APIGatewayProxyEvent): Asker => ({
  correlationId: requestContext.requestId,
  language: languageOf(headerOf(headers, 'accept-language'), ['en', 'fr'], 'en'),
});

/** The answer as API Gateway takes it. */
export const responseOf = (
  { status, body, headers }: Answer,
  { correlationId, language }: Asker,
): APIGatewayProxyResult => ({
  statusCode: status,
  headers: {
    ...SECURITY_HEADERS,
    ...(body === undefined ? {} : { 'content-type': 'application/json', 'content-language': language }),
    vary: 'Accept-Language',
    ...headers,
    'x-correlation-id': correlationId,
  },
  body: body === undefined ? '' : JSON.stringify(body),
});

/** The problem for anything thrown (RFC 9457), with Retry-After where a retry can help. */
const problemResponseOf = (error: unknown, asker: Asker): APIGatewayProxyResult => {
  const failure = failureOf(error);
  const problem = problemOf(failure, asker);
  const retryAfter = retryAfterOf(failure);
  const headers = {
    'content-type': 'application/problem+json',
    ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
    ...(problem.status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
  };
  return responseOf({ status: problem.status, body: problem, headers }, asker);
};

/**
 * Answers and logs the failure of a request. Attached first, for middy runs `onError` in the reverse order of `use`: it
 * sees what every other middleware threw.
 */
export const problemJson = (
  entry: Pick<FunctionEntry, 'file'>,
): middy.MiddlewareObj<APIGatewayProxyEvent, APIGatewayProxyResult> => ({
  name: 'problem-json',
  after: ({ event, response }) => {
    log('request-served', {
      function: nameOf(entry),
      correlationId: event.requestContext.requestId,
      ...(response ? { status: response.statusCode } : {}),
    });
  },
  onError: (request) => {
    const asker = askerOf(request.event);
    request.response = problemResponseOf(request.error, asker);
    logProblem(entry, request.error, asker.correlationId, request.response.statusCode);
  },
});

const logProblem = (entry: Pick<FunctionEntry, 'file'>, error: unknown, correlationId: string, status: number) => {
  const { code, cause, reason } = failureOf(error);
  const fields = stated({ function: nameOf(entry), correlationId, status, code, reason });
  if (status < 500) return log('request-refused', fields);
  return log('request-failed', { ...fields, ...errorFields(cause ?? error) });
};
