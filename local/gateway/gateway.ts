import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Runner } from '../lambda/runner.ts';
import { isObject, type Json, listOf, objectOf, textOf } from '../template/json.ts';
import { type Answered, accessLine } from './access-log.ts';
import { type AuthorizerCache, authorize, createAuthorizerCache } from './authorize.ts';
import type { Firewall } from './firewall.ts';
import { type GatewayResponseType, sendGatewayResponse } from './gateway-response.ts';
import { proxyEvent, type ReadRequest } from './proxy-event.ts';
import { findRoute, type RestApi } from './routes.ts';
import { createThrottle, type Leave } from './throttle.ts';

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
  readonly runner: Pick<Runner, 'invoke'>;
  readonly nowMs: () => number;
  /** Called with the status of every answer. */
  readonly onAnswer?: ((status: number) => void) | undefined;
  /** Called with what the stage writes of every answer into its log group. */
  readonly onAccess?: ((logGroupName: string, line: string) => void) | undefined;
  /** What is in front of the API; nothing unless said. */
  readonly firewall?: Firewall | undefined;
  /** What other APIs of the account leave to this one; all unless said. */
  readonly leave?: Leave | undefined;
}

/** What one gateway keeps between its requests. */
interface Kept {
  readonly cache: AuthorizerCache;
  readonly admits: (method: string) => boolean;
}

const serve = async (
  message: IncomingMessage,
  response: ServerResponse,
  { api, runner, nowMs, firewall }: GatewayDependencies,
  { cache, admits }: Kept,
  answered: Answered,
) => {
  const refuse = (type: GatewayResponseType, status?: number) => {
    answered['error.responseType'] = type;
    sendGatewayResponse(response, api, type, answered.requestId, status);
  };
  const request = await readRequest(message);
  const path = new URL(message.url ?? '/', 'http://localhost').pathname;
  const seen = { method: answered.httpMethod, path, address: message.socket.remoteAddress ?? '' };
  if (firewall?.admits(seen) === false) return refuse('WAF_FILTERED');
  const match = findRoute(api, answered.httpMethod, path);
  if (match === undefined) return refuse('MISSING_AUTHENTICATION_TOKEN');
  answered.resourcePath = match.route.path;
  if (!admits(`${match.route.method} ${match.route.path}`)) return refuse('THROTTLED');
  if (request === undefined) return refuse('REQUEST_TOO_LARGE');
  const { authorizer, functionName, isOpen } = match.route;
  const authorization = authorizer && (await authorize({ api, runner, cache, nowMs }, authorizer, request));
  if (authorization?.status !== undefined) answered['authorizer.status'] = authorization.status;
  if (authorization && 'refused' in authorization) return refuse(authorization.refused);
  const event = proxyEvent(api, match, request, nowMs(), authorization?.context);
  if ((event.body?.length ?? 0) > MAX_EVENT_BYTES) return refuse('REQUEST_TOO_LARGE');
  if (functionName === undefined) return refuse('API_CONFIGURATION_ERROR');
  if (!isOpen) return refuse('API_CONFIGURATION_ERROR', 500);
  const outcome = await within(runner.invoke(functionName, event), INTEGRATION_LIMIT_MS);
  if (outcome === 'late') return refuse('INTEGRATION_TIMEOUT');
  if (outcome.kind === 'result' && sendProxyResponse(response, outcome.result)) {
    answered['integration.status'] = response.statusCode;
    return;
  }
  refuse('API_CONFIGURATION_ERROR');
};

/**
 * A REST API as a request listener: firewall, rates, routes, authorizer, limits and access log of API Gateway; its stage is not part of
 * the path.
 */
export const createGateway = (dependencies: GatewayDependencies): RequestListener => {
  const { api, nowMs, leave, onAnswer, onAccess } = dependencies;
  const kept = { cache: createAuthorizerCache(), admits: createThrottle(api.stage, nowMs, leave) };
  return (message, response) => {
    const began = performance.now();
    const answered: Answered = { requestId: randomUUID(), httpMethod: message.method ?? 'GET' };
    response.once('finish', () => {
      answered.status = response.statusCode;
      answered.responseLatency = Math.round(performance.now() - began);
      onAnswer?.(response.statusCode);
      const log = api.stage?.accessLog;
      if (log !== undefined) onAccess?.(log.group, accessLine(log, answered));
    });
    serve(message, response, dependencies, kept, answered).catch(() => {
      if (!response.headersSent) sendGatewayResponse(response, api, 'API_CONFIGURATION_ERROR', answered.requestId);
    });
  };
};
