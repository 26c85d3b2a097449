import middy from '@middy/core';
import type { APIGatewayProxyEvent, APIGatewayProxyResult, Context } from 'aws-lambda';
import * as z from 'zod/mini';
import type { FunctionEntry } from '#functions/manifest/entry.ts';
import { type FunctionName, manifest } from '#functions/manifest.ts';
import type { Route } from '#shared/contracts/http/route.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Caller } from '#shared/domain/advertiser/api-key.ts';
import { sha256OfJson } from '#shared/domain/ledger/canonical.ts';
import type { RequestHash } from '../app/records/ledger.port.ts';
import type { Failure } from '../domain/failure.ts';
import type { AdvertiserId } from '../domain/ids.ts';
import type { Precondition } from '../domain/precondition.ts';
import type { Language } from '../pages/layout.ts';
import { headerOf, jsonOf } from './body.ts';
import { advertiserAsked, callerOf, enter, requireScope } from './caller.ts';
import { type EnvironmentOf, environmentOf } from './env.ts';
import { idempotencyKeyOf, requestHasher } from './idempotency.ts';
import { parametersOf } from './parameters.ts';
import { preconditionOf } from './precondition.ts';
import { type Asker, type Problem, problemOf } from './problem.ts';
import { askerOf, problemJson, responseOf } from './problem-json.ts';
import { type Answer, answerOfBatch, type BatchAnswer } from './respond.ts';
import { IN_TIME } from './time-left.ts';
import { parseOrRefuse, under } from './validate.ts';

type Served = Route & { readonly name: FunctionName };
type Read<R extends Route, P extends 'body' | 'parameters' | 'query'> =
  R extends Readonly<Record<P, infer S extends z.ZodMiniType>> ? z.output<S> : undefined;

/** One authenticated, parsed call of a route. */
export interface Call<R extends Served> {
  readonly env: EnvironmentOf<(typeof manifest)[R['name']]>;
  readonly body: Read<R, 'body'>;
  readonly path: Read<R, 'parameters'>;
  readonly query: Read<R, 'query'>;
  readonly caller: Caller;
  /** What the headers If-Match and If-None-Match ask for; empty on a route that does not read them. */
  readonly precondition: Precondition;
  /** Access to an advertiser (P9), or `advertiser-not-found`. Without an id: the caller's only advertiser. */
  readonly accessTo: (advertiserId?: AdvertiserId | undefined) => AdvertiserAccess;
  /** The hash of this request at an advertiser; of item `index` of a batch with that item as the body. */
  readonly requestHashFor: (access: AdvertiserAccess, item?: unknown, index?: number) => RequestHash;
  /** The hash of this request by its caller alone, for what belongs to no advertiser. */
  readonly callerRequestHash: () => RequestHash;
  /** The problem of one item of a batch; `under` is the JSON Pointer of the item in the body. */
  readonly problem: (failure: Failure, under?: string) => Problem;
  /** The caller's language by Accept-Language; English unless French is wanted more. */
  readonly language: Language;
  readonly correlationId: string;
  /** Milliseconds left to this call. */
  readonly remainingMs: () => number;
  /** The answer of a batch: its status says whether all items, some or none were taken. */
  readonly outcomes: (
    answer: Pick<BatchAnswer, 'all'> & Partial<BatchAnswer>,
    outcomes: readonly (object | Failure)[],
  ) => Answer;
}

type TimeLeft = Pick<Context, 'getRemainingTimeInMillis'>;

const NOBODY: Caller = { apiKeyId: 'nobody', scopes: [], advertisers: [] };
const NOTHING = z.strictObject({});

/** Reads the key of a caller again, and throws `unauthenticated` where it was revoked or has expired. */
type RefuseEnded = (env: object, caller: Caller) => Promise<void>;

const serving = <const R extends Served>(
  route: R,
  run: (call: Call<R>) => Promise<Answer>,
  refuseEnded?: RefuseEnded,
) => {
  const entry: FunctionEntry = manifest[route.name];
  const name: R['name'] = route.name;
  const env = environmentOf(manifest[name]);
  const serve = async (event: APIGatewayProxyEvent, context: TimeLeft): Promise<APIGatewayProxyResult> => {
    const asker = askerOf(event);
    const remainingMs = () => context.getRemainingTimeInMillis();
    const caller = admitted(route, event);
    await refuseEnded?.(env, caller);
    const answer = await run({ env, remainingMs, ...asker, ...readCall(route, event, { asker, caller }) });
    return responseOf(answer, asker);
  };
  return middy<APIGatewayProxyEvent, APIGatewayProxyResult>(IN_TIME).use(problemJson(entry)).handler(serve);
};

/**
 * The Lambda of one route of the application API that reads. It owns what every route shares: environment, scope, wall,
 * idempotency key, parsing, problems, correlation id, security headers. `run` is the use case and its answer. A route that
 * may write is made by `acting` of `functions/wiring/acting.ts`.
 */
export const endpoint = <const R extends Served & { readonly method: 'GET' }>(
  route: R,
  run: (call: Call<R>) => Promise<Answer>,
) => serving(route, run);

/** Makes the Lambda of a route that may write: the same, and a key that was revoked writes nothing from that moment on. */
export const actingEndpoint =
  (refuseEnded: RefuseEnded) =>
  <const R extends Served>(route: R, run: (call: Call<R>) => Promise<Answer>) =>
    serving(route, run, refuseEnded);

const readCall = <R extends Served>(
  route: R,
  event: APIGatewayProxyEvent,
  { asker, caller }: { readonly asker: Asker; readonly caller: Caller },
): Omit<Call<R>, 'env' | 'remainingMs' | keyof Asker> => {
  const json = route.body === undefined ? undefined : jsonOf(event);
  const bodySha256 = sha256OfJson(json ?? null);
  const key =
    route.idempotency && idempotencyKeyOf(headerOf(event.headers, 'idempotency-key'), route.idempotency, bodySha256);
  const hashOf = requestHasher(route.name, key ?? '');
  const problem = (failure: Failure, pointer = '') => problemOf(under(pointer, failure), asker, pointer || undefined);
  const list = route.list ?? '';
  return {
    caller,
    body: (route.body === undefined ? undefined : parseOrRefuse(route.body, json, route.list)) as Read<R, 'body'>,
    path: parametersOf(route.parameters ?? NOTHING, event.pathParameters) as Read<R, 'parameters'>,
    query: parametersOf(route.query ?? NOTHING, event.queryStringParameters) as Read<R, 'query'>,
    precondition: route.conditional === undefined ? {} : preconditionOf(event),
    accessTo: (advertiserId) =>
      enter(caller, advertiserAsked(caller, advertiserId, route.query === undefined ? 'body' : 'query')),
    requestHashFor: (access, item = json, index = 0) => hashOf(access.advertiserId, item, index),
    callerRequestHash: () => hashOf(`caller/${caller.apiKeyId}`, json),
    problem,
    outcomes: (answer, outcomes) => answerOfBatch({ list, items: list, ...answer }, outcomes, problem),
  };
};

const admitted = ({ scope }: Route, event: APIGatewayProxyEvent): Caller => {
  if (scope === undefined) return NOBODY;
  const caller = callerOf(event.requestContext.authorizer);
  requireScope(caller, scope);
  return caller;
};
