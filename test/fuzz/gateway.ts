import type { IncomingMessage } from 'node:http';
import { manifest } from '#functions/manifest.ts';
import { proxyEvent, type ReadRequest } from '#local/gateway/proxy-event.ts';
import { findRoute, type RestApi, type Route } from '#local/gateway/routes.ts';
import { OPERATIONS } from './document.ts';

/** A request as it is on the wire. */
export interface Wire {
  readonly api: 'application' | 'public';
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer;
  /** The gateway hands the body over in base64, as it does for media types that it takes for binary. */
  readonly binary?: boolean;
}

export interface Answered {
  readonly status: number;
  readonly type: string;
  readonly text: string;
  readonly headers: Readonly<Record<string, unknown>>;
  /** Who answered: a function of ours, or the gateway before it. */
  readonly by: 'function' | 'gateway';
  /** Milliseconds of CPU of this process. */
  readonly cpuMs: number;
  readonly logged: string;
}

interface Context {
  readonly getRemainingTimeInMillis: () => number;
}
// biome-ignore lint/suspicious/noExplicitAny: a handler takes the event of its trigger.
export type Handler = (event: any, context: Context) => Promise<any>;

const WITH_TIME: Context = { getRemainingTimeInMillis: () => 25_000 };
const handlers = new Map<string, Handler>();

/** The handler of a function by its file, as Lambda would load it. */
export const handlerOf = async (file: string): Promise<Handler> => {
  const known = handlers.get(file);
  if (known !== undefined) return known;
  const { handler } = (await import(new URL(`../../functions/${file}.ts`, import.meta.url).href)) as {
    handler: Handler;
  };
  handlers.set(file, handler);
  return handler;
};

const fileOf = (operationId: string): string =>
  `api/${operationId.replace(/[A-Z]/g, (each) => `-${each.toLowerCase()}`)}`;

const route = (method: string, path: string, functionName: string): Route => ({
  method,
  path,
  functionName,
  isOpen: true,
  authorizer: undefined,
});

const apiOf = (name: string, routes: readonly Route[], binary: boolean): RestApi => ({
  id: 'fuzz',
  name,
  routes,
  binaryMediaTypes: binary ? ['*/*'] : [],
  gatewayResponses: [],
  stage: undefined,
});

const ROUTES = {
  application: OPERATIONS.map(({ method, path, operationId }) => route(method, path, fileOf(operationId))),
  public: Object.values(manifest).flatMap(({ trigger, file }) =>
    trigger.kind === 'http' && trigger.api === 'public'
      ? (trigger.method === 'GET' ? ['GET', 'HEAD'] : [trigger.method]).map((method) =>
          route(method, trigger.path, file),
        )
      : [],
  ),
} as const;
const APIS = [true, false].map((binary) => ({
  application: apiOf('application', ROUTES.application, binary),
  public: apiOf('public', ROUTES.public, binary),
}));
const OPEN = new Set(OPERATIONS.filter(({ scope }) => scope === undefined).map(({ path }) => path));

const messageOf = ({ method, target, headers }: Wire): IncomingMessage =>
  ({
    method,
    url: target,
    headers: Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value])),
    rawHeaders: headers.flat(),
  }) as unknown as IncomingMessage;

const byGateway = (status: number): Answered => ({
  status,
  type: 'application/json',
  text: '',
  headers: {},
  by: 'gateway',
  cpuMs: 0,
  logged: '',
});

/** What the authorizer said, by token, as the gateway remembers it. */
const policies = new Map<string, object | 'refused'>();

const authorized = async (token: string | undefined): Promise<object | 'refused'> => {
  if (token === undefined || token === '') return 'refused';
  const known = policies.get(token);
  if (known !== undefined) return known;
  const authorize = await handlerOf('api/authorize');
  const methodArn = 'arn:aws:execute-api:eu-west-3:000000000000:fuzz/local/GET/';
  const policy = await authorize({ type: 'TOKEN', authorizationToken: token, methodArn }, WITH_TIME).then(
    ({ principalId, context }) => ({ principalId, integrationLatency: 0, ...context }),
    (error: unknown) => {
      if (error instanceof Error && error.message === 'Unauthorized') return 'refused' as const;
      throw error;
    },
  );
  if (policies.size < 1_000) policies.set(token, policy);
  return policy;
};

const readRequest = (wire: Wire): ReadRequest | undefined => {
  try {
    return { message: messageOf(wire), url: new URL(wire.target, 'http://fuzz.invalid'), body: wire.body };
  } catch {
    return undefined;
  }
};

const lines: string[] = [];
for (const level of ['info', 'warn', 'error'] as const) console[level] = (line) => void lines.push(String(line));

/** Runs a handler, with what it logs and the CPU it takes. */
export const ran = async <T>(run: () => Promise<T>): Promise<{ value: T; cpuMs: number; logged: string }> => {
  lines.length = 0;
  const start = process.cpuUsage();
  const value = await run();
  const { user, system } = process.cpuUsage(start);
  return { value, cpuMs: (user + system) / 1_000, logged: lines.join('\n') };
};

/** The answer of the whole way: route, authorizer, event, function. A handler that throws answers 502, as the gateway does. */
export const ask = async (wire: Wire): Promise<Answered> => {
  const request = readRequest(wire);
  if (request === undefined) return byGateway(400);
  const api = APIS[wire.binary ? 0 : 1]?.[wire.api];
  if (api === undefined) throw new Error('no such API');
  let match: ReturnType<typeof findRoute>;
  try {
    match = findRoute(api, wire.method, request.url.pathname);
  } catch {
    return byGateway(400);
  }
  if (match?.route.functionName === undefined) return byGateway(403);
  const isOpen = wire.api === 'public' || OPEN.has(match.route.path);
  const context = isOpen ? undefined : await authorized(request.message.headers.authorization);
  if (context === 'refused') return byGateway(401);
  const handler = await handlerOf(match.route.functionName);
  const event = proxyEvent(api, match, request, Date.now(), context);
  const { value, cpuMs, logged } = await ran(() => handler(event, WITH_TIME).catch((error: unknown) => ({ error })));
  if ('error' in value) return { ...byGateway(502), text: String(value.error), cpuMs, logged };
  const headers: Record<string, unknown> = value.headers ?? {};
  return {
    status: value.statusCode,
    type: String(headers['content-type'] ?? ''),
    text: value.body ?? '',
    headers,
    by: 'function',
    cpuMs,
    logged,
  };
};
