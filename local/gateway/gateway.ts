import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Runner } from '../lambda/runner.ts';
import { isObject, type Json, listOf, objectOf, textOf } from '../template/json.ts';
import { type AuthorizerCache, authorize, createAuthorizerCache } from './authorize.ts';
import { sendGatewayResponse } from './gateway-response.ts';
import { proxyEvent, type ReadRequest } from './proxy-event.ts';
import { findRoute, type RestApi } from './routes.ts';

/** "Amazon API Gateway quotas": payload of 10 MB; Lambda's own limit of 6 MB on what a synchronous call may carry. */
const MAX_BYTES = 10 * 1024 * 1024;
const MAX_EVENT_BYTES = 6 * 1024 * 1024;
const INTEGRATION_LIMIT_MS = 29_000;

const readRequest = async (message: IncomingMessage): Promise<ReadRequest | undefined> => {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of message) {
    length += (chunk as Buffer).length;
    if (length <= MAX_BYTES) chunks.push(chunk as Buffer);
  }
  if (length > MAX_BYTES) return undefined;
  return {
    message,
    url: new URL(message.url ?? '/', `http://${message.headers.host ?? 'localhost'}`),
    body: Buffer.concat(chunks),
  };
};

const within = async <T>(work: Promise<T>, milliseconds: number): Promise<T | 'late'> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), milliseconds);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
};

/** Sends what a function returned; false when it is not a proxy response. */
const sendProxyResponse = (response: ServerResponse, result: unknown): boolean => {
  const answer = objectOf(result as Json);
  const status = Number(answer.statusCode);
  if (
    !isObject(result as Json) ||
    !Number.isInteger(status) ||
    (answer.body !== undefined && answer.body !== null && typeof answer.body !== 'string')
  )
    return false;
  for (const [name, value] of Object.entries(objectOf(answer.headers))) response.setHeader(name, textOf(value));
  for (const [name, values] of Object.entries(objectOf(answer.multiValueHeaders)))
    response.setHeader(name, listOf(values).map(textOf));
  if (!response.hasHeader('content-type')) response.setHeader('content-type', 'application/json');
  const body = Buffer.from(textOf(answer.body), answer.isBase64Encoded === true ? 'base64' : 'utf8');
  if (status !== 204 && status !== 304) response.setHeader('content-length', body.length);
  response.writeHead(status);
  response.end(body);
  return true;
};

export interface GatewayDependencies {
  readonly api: RestApi;
  readonly runner: Runner;
  readonly nowMs: () => number;
  /** Called with the status of every answer. */
  readonly onAnswer?: ((status: number) => void) | undefined;
}

const serve = async (
  message: IncomingMessage,
  response: ServerResponse,
  dependencies: GatewayDependencies,
  cache: AuthorizerCache,
) => {
  const { api, runner, nowMs } = dependencies;
  const request = await readRequest(message);
  if (request === undefined) return sendGatewayResponse(response, api, 'REQUEST_TOO_LARGE');
  const match = findRoute(api, message.method ?? 'GET', request.url.pathname);
  if (match === undefined) return sendGatewayResponse(response, api, 'MISSING_AUTHENTICATION_TOKEN');
  const { authorizer, functionName, isOpen } = match.route;
  const authorization = authorizer && (await authorize({ api, runner, cache, nowMs }, authorizer, request));
  if (authorization && 'refused' in authorization) return sendGatewayResponse(response, api, authorization.refused);
  const event = proxyEvent(api, match, request, nowMs(), authorization?.context);
  if ((event.body?.length ?? 0) > MAX_EVENT_BYTES) return sendGatewayResponse(response, api, 'REQUEST_TOO_LARGE');
  if (functionName === undefined) return sendGatewayResponse(response, api, 'API_CONFIGURATION_ERROR');
  if (!isOpen) return sendGatewayResponse(response, api, 'API_CONFIGURATION_ERROR', 500);
  const outcome = await within(runner.invoke(functionName, event), INTEGRATION_LIMIT_MS);
  if (outcome === 'late') return sendGatewayResponse(response, api, 'INTEGRATION_TIMEOUT');
  if (outcome.kind === 'result' && sendProxyResponse(response, outcome.result)) return;
  sendGatewayResponse(response, api, 'API_CONFIGURATION_ERROR');
};

/** A REST API as a request listener: routes, authorizer and limits of API Gateway; its stage is not part of the path. */
export const createGateway = (dependencies: GatewayDependencies): RequestListener => {
  const cache = createAuthorizerCache();
  return (message, response) => {
    response.once('finish', () => dependencies.onAnswer?.(response.statusCode));
    serve(message, response, dependencies, cache).catch(() => {
      if (!response.headersSent) sendGatewayResponse(response, dependencies.api, 'API_CONFIGURATION_ERROR');
    });
  };
};
