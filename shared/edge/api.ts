import middy from '@middy/core';
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import * as z from 'zod/mini';
import type { FunctionEntry, Trigger } from '#functions/manifest.ts';
import type { AdvertiserScope } from '#shared/domain/advertiser/advertiser-scope.ts';
import type { Caller } from '#shared/domain/advertiser/api-key.ts';
import { sha256OfJson } from '#shared/domain/ledger/canonical.ts';
import type { RequestHash } from '../app/records/ledger.port.ts';
import type { Failure } from '../domain/failure.ts';
import type { AdvertiserId } from '../domain/ids.ts';
import { headerOf, jsonOf } from './body.ts';
import { advertiserAsked, callerOf, enter, requireScope } from './caller.ts';
import { type EnvironmentOf, environmentOf, nameOf } from './env.ts';
import { idempotencyKeyOf, requestHasher } from './idempotency.ts';
import { parametersOf } from './parameters.ts';
import { type Problem, problemOf } from './problem.ts';
import { problemJson, responseOf } from './problem-json.ts';
import type { Answer } from './respond.ts';
import { parseOrRefuse, under } from './validate.ts';

type HttpEntry = FunctionEntry & { readonly trigger: Extract<Trigger, { kind: 'http' }> };
type Schema = z.ZodMiniType;
type Read<S extends Schema | undefined> = S extends Schema ? z.output<S> : undefined;

/** What a route takes: schemas of its body and of its path and query parameters, and whether it creates. */
export interface Route<E extends HttpEntry, B extends Schema | undefined, P extends Schema, Q extends Schema> {
  readonly body?: B;
  readonly path?: P;
  readonly query?: Q;
  /** For what creates: a key is `required`, or else the body stands in for it. */
  readonly idempotency?: 'required' | 'or-body';
  readonly run: (request: Call<E, B, P, Q>) => Promise<Answer>;
}

/** One authenticated, parsed call. */
export interface Call<E extends HttpEntry, B extends Schema | undefined, P extends Schema, Q extends Schema> {
  readonly env: EnvironmentOf<E>;
  readonly body: Read<B>;
  readonly path: z.output<P>;
  readonly query: z.output<Q>;
  readonly caller: Caller;
  /** The wall: the scope of an advertiser, or `advertiser-not-found`. Without an id: the caller's only advertiser. */
  readonly scopeOf: (advertiserId?: AdvertiserId | undefined) => AdvertiserScope;
  /** The hash of this request at an advertiser; of item `index` of a batch with that item as the body. */
  readonly requestHashFor: (scope: AdvertiserScope, item?: unknown, index?: number) => RequestHash;
  /** The hash of this request by its caller alone, for what belongs to no advertiser. */
  readonly callerRequestHash: () => RequestHash;
  /** The problem of one item of a batch; `under` is where the item stands in the body. */
  readonly problem: (failure: Failure, under?: string) => Problem;
  readonly correlationId: string;
}

const NOBODY: Caller = { apiKeyId: 'nobody', scopes: [], advertisers: [] };
const NOTHING = z.strictObject({});

/**
 * The Lambda of one route of the application API. It owns what every route shares: environment, scope, wall,
 * idempotency key, parsing, problems, correlation id, security headers. `run` is the use case and its answer.
 */
export const endpoint = <
  const E extends HttpEntry,
  B extends Schema | undefined = undefined,
  P extends Schema = typeof NOTHING,
  Q extends Schema = typeof NOTHING,
>(
  entry: E,
  route: Route<E, B, P, Q>,
) => {
  const env = environmentOf(entry);
  const serve = async (event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> => {
    const correlationId = event.requestContext.requestId;
    const answer = await route.run({ env, correlationId, ...readCall(entry, route, event) });
    return responseOf(answer, correlationId);
  };
  return middy<APIGatewayProxyEvent, APIGatewayProxyResult>().use(problemJson(entry)).handler(serve);
};

const readCall = <E extends HttpEntry, B extends Schema | undefined, P extends Schema, Q extends Schema>(
  entry: E,
  route: Route<E, B, P, Q>,
  event: APIGatewayProxyEvent,
): Omit<Call<E, B, P, Q>, 'env' | 'correlationId'> => {
  const caller = admitted(entry, event);
  const json = route.body === undefined ? undefined : jsonOf(event);
  const bodySha256 = sha256OfJson(json ?? null);
  const key =
    route.idempotency && idempotencyKeyOf(headerOf(event.headers, 'idempotency-key'), route.idempotency, bodySha256);
  const hashOf = requestHasher(nameOf(entry), key ?? '');
  return {
    caller,
    body: (route.body === undefined ? undefined : parseOrRefuse(route.body, json)) as Read<B>,
    path: parametersOf((route.path ?? NOTHING) as P, event.pathParameters),
    query: parametersOf((route.query ?? NOTHING) as Q, event.queryStringParameters),
    scopeOf: (advertiserId) => enter(caller, advertiserAsked(caller, advertiserId)),
    requestHashFor: (scope, item = json, index = 0) => hashOf(scope.advertiserId, item, index),
    callerRequestHash: () => hashOf(`caller/${caller.apiKeyId}`, json),
    problem: (failure, place = '') => problemOf(under(place, failure), event.requestContext.requestId),
  };
};

const admitted = (entry: HttpEntry, event: APIGatewayProxyEvent): Caller => {
  const { trigger } = entry;
  if (trigger.api !== 'application' || trigger.scope === undefined) return NOBODY;
  const caller = callerOf(event.requestContext.authorizer);
  requireScope(caller, trigger.scope);
  return caller;
};
