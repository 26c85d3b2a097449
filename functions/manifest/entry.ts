import { documentOf } from '#shared/contracts/http/document.ts';
import type { Route } from '#shared/contracts/http/route.ts';
import type { Scope } from '#shared/domain/advertiser/api-key.ts';
import type { Variable } from './environment.ts';
import { type Grant, type Needs, type VariableOf, variablesOf } from './grants.ts';

/** What makes a function run. */
export type Trigger =
  | {
      readonly kind: 'http';
      readonly api: 'application';
      readonly method: Route['method'];
      readonly path: string;
      /** Absent: no key asked for (`/openapi.json`). */
      readonly scope?: Scope;
    }
  | { readonly kind: 'http'; readonly api: 'public'; readonly method: 'GET' | 'POST'; readonly path: string }
  | { readonly kind: 'authorizer' }
  | {
      readonly kind: 'queue';
      readonly queue:
        | 'send'
        | 'campaign'
        | 'sms-replies'
        | 'email-feedback'
        | 'opposition-mails'
        | 'inbound-events'
        | 'jobs';
      readonly batchSize: number;
      readonly maxConcurrency: number;
    }
  /** `batchesAtOnce`: of one shard; the changes of an item are kept in order. */
  | { readonly kind: 'stream'; readonly batchSize: number; readonly batchesAtOnce: number }
  /** Called by whoever operates the deployment, with the rights of their own account (`npm run aval`). */
  | { readonly kind: 'operator' }
  | { readonly kind: 'schedule'; readonly everyMinutes: number };

/** One function of the deployment. */
export interface FunctionEntry {
  /** File under `functions/`, without extension. */
  readonly file: string;
  /** What it does: the description of the deployed function. */
  readonly summary: string;
  readonly trigger: Trigger;
  readonly env: readonly Variable[];
  readonly grants: readonly Grant[];
  /** Seconds; 10 unless said. */
  readonly timeoutSeconds?: number;
  /** MB; 512 unless said. */
  readonly memoryMb?: number;
  /** It may meet itself again; absent: it never does. */
  readonly goesRound?: Needs['goesRound'];
  /** Of the application API: the route that it serves. */
  readonly route?: Route;
}

/** What AWS needs to know of a route. */
interface RouteNeeds extends Needs {
  readonly route: Route;
}

type EntryOf<N extends Needs, T extends Trigger> = Omit<N, 'env'> & {
  readonly file: string;
  readonly summary: string;
  readonly trigger: T;
  readonly env: readonly VariableOf<N>[];
};
type ApplicationTrigger = Extract<Trigger, { readonly api: 'application' }>;
type EntriesOf<L extends readonly RouteNeeds[]> = {
  readonly [N in L[number] as N['route']['name']]: EntryOf<N, ApplicationTrigger>;
};

/** A function that no route of the application API calls. */
export const entry = <const T extends Trigger, const N extends Needs>(
  file: string,
  summary: string,
  trigger: T,
  needs: N,
): EntryOf<N, T> => ({ ...needs, file, summary, trigger, env: variablesOf(needs) });

/** Whoever may write reads the key of its caller first. */
const withOwnGrants = (needs: RouteNeeds): RouteNeeds => {
  const readsKey = needs.route.method !== 'GET' && !needs.grants.includes('get:key');
  return readsKey ? { ...needs, grants: [...needs.grants, 'get:key'] } : needs;
};

const routeEntry = (asked: RouteNeeds): FunctionEntry => {
  const needs = withOwnGrants(asked);
  const { name, method, path, scope } = needs.route;
  const trigger = {
    kind: 'http',
    api: 'application',
    method,
    path,
    ...(scope === undefined ? {} : { scope }),
  } as const;
  return { ...needs, ...entry(`api/${name}`, documentOf(needs.route).summary, trigger, needs) };
};

/** The functions of these routes, by the name of their route. */
export const routeEntries = <const L extends readonly RouteNeeds[]>(routes: L): EntriesOf<L> =>
  Object.fromEntries(routes.map((needs) => [needs.route.name, routeEntry(needs)])) as EntriesOf<L>;
