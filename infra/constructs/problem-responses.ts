import { type ResponseType as GatewayCase, ResponseType, type RestApi } from 'aws-cdk-lib/aws-apigateway';

/** A problem as the gateway answers it. */
interface GatewayProblem {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly remedy: { readonly sentence: string; readonly route?: string };
  /** Seconds for Retry-After, where a retry can help. */
  readonly retryAfter?: number;
}

/** As `PROBLEM_BASE` and the rows of `shared/edge/problems.ts`; a test holds what follows against that table. */
const PROBLEM_BASE = 'https://aval.dev/problems/';

const UNAUTHENTICATED: GatewayProblem = {
  code: 'unauthenticated',
  status: 401,
  title: 'No valid API key',
  remedy: {
    sentence: 'Send Authorization: Bearer with a key that was not revoked and has not expired.',
    route: 'POST /v1/api-keys',
  },
};
const UNKNOWN_ROUTE: GatewayProblem = {
  code: 'route-not-found',
  status: 404,
  title: 'No such route',
  remedy: {
    sentence: 'Check the method and the path. The API describes its routes.',
    route: 'GET /openapi.json',
  },
};
const UNREADABLE: GatewayProblem = {
  code: 'malformed-request',
  status: 400,
  title: 'The request cannot be read',
  remedy: { sentence: 'Send one JSON object, encoded in UTF-8.' },
};
const RATE_LIMITED: GatewayProblem = {
  code: 'rate-limited',
  status: 429,
  title: 'Too many requests',
  remedy: { sentence: 'Wait for the seconds in Retry-After, then send the same request again.' },
  retryAfter: 1,
};
const UNAVAILABLE: GatewayProblem = {
  code: 'dependency-unavailable',
  status: 503,
  title: 'A store or provider cannot be reached',
  remedy: {
    sentence: 'Nothing was decided. Wait for the seconds in Retry-After, then send the same request again.',
  },
  retryAfter: 2,
};
const FILTERED: GatewayProblem = {
  code: 'waf-filtered',
  status: 403,
  title: 'The firewall refused the request',
  remedy: {
    sentence: 'Call less often from one address, or ask the operator to admit yours. Give the correlation id.',
  },
};
const TOO_LARGE: GatewayProblem = {
  code: 'payload-too-large',
  status: 413,
  title: 'The request is too large',
  remedy: {
    sentence:
      'A request holds at most 1 MiB, and a content at most 256 KiB, or 512 KiB with its values. Send less in each call.',
  },
};
const NOT_JSON: GatewayProblem = {
  code: 'unsupported-media-type',
  status: 415,
  title: 'The body is not JSON in UTF-8',
  remedy: { sentence: 'Send JSON in UTF-8, with the header Content-Type: application/json.' },
};
const OURS: GatewayProblem = {
  code: 'internal-error',
  status: 500,
  title: 'An error on our side',
  remedy: {
    sentence: 'Send the same request again. If the error persists, give the correlation id to the operator.',
  },
  retryAfter: 1,
};

/**
 * What the gateway answers by itself, before any function: the same problem documents as ours (RFC 9457), in English. Its
 * default bodies would echo the request's path or name the reason in words of its own. It takes an unknown route for a
 * missing token, and a header `Authorization` that is none of ours for a wrong signature. No method asks for an API key of the
 * gateway and there is no usage plan, so that it answers neither `INVALID_API_KEY` nor `QUOTA_EXCEEDED`.
 */
export const GATEWAY_CASES: readonly (readonly [GatewayCase, GatewayProblem])[] = [
  [ResponseType.UNAUTHORIZED, UNAUTHENTICATED],
  [ResponseType.ACCESS_DENIED, UNAUTHENTICATED],
  [ResponseType.INVALID_SIGNATURE, UNAUTHENTICATED],
  [ResponseType.EXPIRED_TOKEN, UNAUTHENTICATED],
  [ResponseType.MISSING_AUTHENTICATION_TOKEN, UNKNOWN_ROUTE],
  [ResponseType.RESOURCE_NOT_FOUND, UNKNOWN_ROUTE],
  [ResponseType.WAF_FILTERED, FILTERED],
  [ResponseType.REQUEST_TOO_LARGE, TOO_LARGE],
  [ResponseType.UNSUPPORTED_MEDIA_TYPE, NOT_JSON],
  [ResponseType.THROTTLED, RATE_LIMITED],
  [ResponseType.AUTHORIZER_FAILURE, UNAVAILABLE],
  [ResponseType.INTEGRATION_FAILURE, UNAVAILABLE],
  [ResponseType.INTEGRATION_TIMEOUT, UNAVAILABLE],
  [ResponseType.DEFAULT_4XX, UNREADABLE],
  [ResponseType.DEFAULT_5XX, OURS],
];

/**
 * Those of `shared/edge/respond.ts`, but for the policy: a static header of the gateway is written in quotes itself, and
 * 'none' has some. What needs none says as much: nothing may run, be sent or frame it.
 */
export const GATEWAY_HEADERS = {
  'Content-Type': "'application/problem+json'",
  'Content-Language': "'en'",
  'Cache-Control': "'no-store'",
  'Content-Security-Policy': "'sandbox'",
  'X-Frame-Options': "'DENY'",
  'Referrer-Policy': "'no-referrer'",
  'Strict-Transport-Security': "'max-age=63072000; includeSubDomains'",
  'X-Content-Type-Options': "'nosniff'",
  'X-Correlation-Id': 'context.requestId',
} as const;

const headersOf = ({ status, retryAfter }: GatewayProblem): Record<string, string> => ({
  ...GATEWAY_HEADERS,
  ...(status === 401 ? { 'WWW-Authenticate': "'Bearer'" } : {}),
  ...(retryAfter === undefined ? {} : { 'Retry-After': `'${retryAfter}'` }),
});

const bodyOf = ({ code, status, title, remedy }: GatewayProblem): string =>
  JSON.stringify({
    type: `${PROBLEM_BASE}${code}`,
    title,
    status,
    code,
    remedy,
    correlationId: '$context.requestId',
  });

/** Gives each case its problem document. */
export const problemResponses = (api: RestApi): void => {
  for (const [responseType, problem] of GATEWAY_CASES) {
    api.addGatewayResponse(`Problem-${responseType.responseType}`, {
      type: responseType,
      statusCode: String(problem.status),
      responseHeaders: headersOf(problem),
      templates: { 'application/json': bodyOf(problem) },
    });
  }
};
