import { type ResponseType as GatewayCase, ResponseType, type RestApi } from 'aws-cdk-lib/aws-apigateway';

/** As `PROBLEM_BASE` of `shared/edge/problems.ts`; a test holds these cases against that table. */
const PROBLEM_BASE = 'https://aval.dev/problems/';

/** RFC 9457, 4.2.1: a problem that says no more than its status. */
const NO_MORE_THAN_STATUS = 'about:blank';

/**
 * What the gateway answers by itself, before any function: the same problem documents as ours (RFC 9457). Its default
 * bodies would echo the request's path or name the reason in words of its own.
 */
const CASES: readonly (readonly [GatewayCase, number, string, string])[] = [
  [ResponseType.UNAUTHORIZED, 401, `${PROBLEM_BASE}unauthenticated`, 'No valid API key'],
  [ResponseType.ACCESS_DENIED, 401, `${PROBLEM_BASE}unauthenticated`, 'No valid API key'],
  [ResponseType.MISSING_AUTHENTICATION_TOKEN, 404, NO_MORE_THAN_STATUS, 'Not Found'],
  [ResponseType.REQUEST_TOO_LARGE, 413, `${PROBLEM_BASE}payload-too-large`, 'The request is too large'],
  [ResponseType.THROTTLED, 429, `${PROBLEM_BASE}rate-limited`, 'Too many requests'],
  [ResponseType.QUOTA_EXCEEDED, 429, `${PROBLEM_BASE}rate-limited`, 'Too many requests'],
  [
    ResponseType.INTEGRATION_TIMEOUT,
    503,
    `${PROBLEM_BASE}dependency-unavailable`,
    'A store or provider cannot be reached',
  ],
  [ResponseType.DEFAULT_5XX, 500, `${PROBLEM_BASE}internal-error`, 'An error on our side'],
];

/** Gives each case its problem document. */
export const problemResponses = (api: RestApi): void => {
  for (const [responseType, status, type, title] of CASES) {
    api.addGatewayResponse(`Problem-${responseType.responseType}`, {
      type: responseType,
      statusCode: String(status),
      responseHeaders: { 'Content-Type': "'application/problem+json'" },
      templates: { 'application/json': JSON.stringify({ type, title, status }) },
    });
  }
};
