import type middy from '@middy/core';
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import type { FunctionEntry } from '#functions/manifest/entry.ts';
import { nameOf } from './env.ts';
import { errorFields, log } from './log.ts';
import { failureOf, problemOf, retryAfterOf } from './problem.ts';
import { type Answer, SECURITY_HEADERS } from './respond.ts';

/** The answer as API Gateway takes it. */
export const responseOf = ({ status, body, headers }: Answer, correlationId: string): APIGatewayProxyResult => ({
  statusCode: status,
  headers: {
    ...SECURITY_HEADERS,
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...headers,
    'x-correlation-id': correlationId,
  },
  body: body === undefined ? '' : JSON.stringify(body),
});

/** The problem for anything thrown (RFC 9457), with Retry-After where a retry can help. */
const problemResponseOf = (error: unknown, correlationId: string): APIGatewayProxyResult => {
  const failure = failureOf(error);
  const problem = problemOf(failure, correlationId);
  const retryAfter = retryAfterOf(failure);
  const headers = {
    'content-type': 'application/problem+json',
    ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
  };
  return responseOf({ status: problem.status, body: problem, headers }, correlationId);
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
    const correlationId = request.event.requestContext.requestId;
    request.response = problemResponseOf(request.error, correlationId);
    logProblem(entry, request.error, correlationId, request.response.statusCode);
  },
});

const logProblem = (entry: Pick<FunctionEntry, 'file'>, error: unknown, correlationId: string, status: number) => {
  const { code, cause, reason } = failureOf(error);
  const fields = { function: nameOf(entry), correlationId, status, code, ...(reason === undefined ? {} : { reason }) };
  if (status < 500) return log('request-refused', fields);
  return log('request-failed', { ...fields, ...errorFields(cause ?? error) });
};
