import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { ACCOUNT } from '../template/attributes.ts';
import type { Match, RestApi } from './routes.ts';

/** What a request was, once read. */
export interface ReadRequest {
  readonly message: IncomingMessage;
  readonly url: URL;
  readonly body: Buffer;
}

const multiHeaders = (message: IncomingMessage): Record<string, string[]> => {
  const headers: Record<string, string[]> = {};
  for (let index = 0; index < message.rawHeaders.length; index += 2) {
    const name = message.rawHeaders[index] ?? '';
    headers[name] = [...(headers[name] ?? []), message.rawHeaders[index + 1] ?? ''];
  }
  return headers;
};

const lastOf = (values: Readonly<Record<string, readonly string[]>>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([name, list]) => [name, list.at(-1) ?? '']));

const multiQuery = (url: URL): Record<string, string[]> | null => {
  const names = [...new Set(url.searchParams.keys())];
  return names.length === 0 ? null : Object.fromEntries(names.map((name) => [name, url.searchParams.getAll(name)]));
};

const mediaTypeMatches = (pattern: string, type: string) =>
  pattern === '*/*' || pattern === type || (pattern.endsWith('/*') && type.startsWith(pattern.slice(0, -1)));

/** API Gateway hands a body over in base64 when its media type is one of the API's binary ones. */
const isBinary = (api: RestApi, message: IncomingMessage) => {
  const type = (message.headers['content-type'] ?? '').split(';')[0]?.trim() ?? '';
  return api.binaryMediaTypes.some((pattern) => mediaTypeMatches(pattern, type));
};

/** A body that is not binary is a string of UTF-8, in which each byte that is none is U+FFFD, as API Gateway makes it. */
const textOfBody = (body: Buffer): string => body.toString('utf8');

/** The Lambda proxy event of a REST API, format 1.0 ("Input format of a Lambda function for proxy integration"). */
export const proxyEvent = (
  api: RestApi,
  match: Match,
  request: ReadRequest,
  nowMs: number,
  authorizer: object | undefined,
) => {
  const headers = multiHeaders(request.message);
  const query = multiQuery(request.url);
  const isBase64Encoded = request.body.length > 0 && isBinary(api, request.message);
  return {
    resource: match.route.path,
    path: request.url.pathname,
    httpMethod: request.message.method,
    headers: lastOf(headers),
    multiValueHeaders: headers,
    queryStringParameters: query && lastOf(query),
    multiValueQueryStringParameters: query,
    pathParameters: match.pathParameters,
    stageVariables: null,
    requestContext: {
      accountId: ACCOUNT,
      apiId: api.id,
      authorizer: authorizer ?? null,
      domainName: request.url.host,
      extendedRequestId: randomUUID(),
      httpMethod: request.message.method,
      identity: { sourceIp: '127.0.0.1', userAgent: request.message.headers['user-agent'] ?? null },
      path: request.url.pathname,
      protocol: 'HTTP/1.1',
      requestId: randomUUID(),
      requestTime: new Date(nowMs).toUTCString(),
      requestTimeEpoch: Math.round(nowMs),
      resourceId: match.route.path,
      resourcePath: match.route.path,
      stage: 'local',
    },
    body:
      request.body.length === 0 ? null : isBase64Encoded ? request.body.toString('base64') : textOfBody(request.body),
    isBase64Encoded,
  };
};
