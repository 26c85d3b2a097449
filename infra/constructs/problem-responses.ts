import { type ResponseType as GatewayCase, ResponseType, type RestApi } from 'aws-cdk-lib/aws-apigateway';

/** As `PROBLEM_BASE` of `shared/edge/problem.ts`; a test holds these cases against that table. */
const PROBLEM_BASE = 'https://aval.dev/problems/';

/**
 * What the gateway answers by itself, before any function: the same problem documents as ours (RFC 9457). Its default
 * bodies would echo the request's path or name the reason in words of its own.
 */
const CASES: readonly (readonly [GatewayCase, number, string, string])[] = [
  [ResponseType.UNAUTHORIZED, 401, 'unauthenticated', 'No valid API key'],
  [ResponseType.ACCESS_DENIED, 401, 'unauthenticated', 'No valid API key'],
  [ResponseType.REQUEST_TOO_LARGE, 413, 'payload-too-large', 'The request is too large'],
  [ResponseType.THROTTLED, 429, 'rate-limited', 'Too many requests'],
  [ResponseType.QUOTA_EXCEEDED, 429, 'rate-limited', 'Too many requests'],
  [ResponseType.INTEGRATION_TIMEOUT, 503, 'dependency-unavailable', 'A store or provider cannot be reached'],
  [ResponseType.DEFAULT_5XX, 500, 'internal-error', 'Something went wrong on our side'],
];

/** Gives each case its problem document; an unknown route keeps API Gateway's own 403. */
export const problemResponses = (api: RestApi): void => {
  for (const [type, status, code, title] of CASES) {
    api.addGatewayResponse(`Problem-${type.responseType}`, {
      type,
      statusCode: String(status),
      responseHeaders: { 'Content-Type': "'application/problem+json'" },
      templates: { 'application/json': JSON.stringify({ type: `${PROBLEM_BASE}${code}`, title, status }) },
    });
  }
};
