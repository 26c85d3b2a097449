/** The routes of the application API, as the manifest names them, for tests that speak of all of them. */
import type { FunctionEntry } from '#functions/manifest/entry.ts';
import { type FunctionName, manifest } from '#functions/manifest.ts';
import { documentOf } from '#shared/contracts/http/document.ts';
import { Problem } from '#shared/contracts/http/problem.ts';
import type { Route } from '#shared/contracts/http/route.ts';
import type { FailureCode } from '#shared/domain/failure.ts';
import { problemCodesOf } from '#tools/openapi/problems.ts';

type NameOf<N extends FunctionName> = (typeof manifest)[N] extends { readonly route: Route } ? N : never;
export type RouteName = { [N in FunctionName]: NameOf<N> }[FunctionName];

const entries: readonly (readonly [string, FunctionEntry])[] = Object.entries(manifest);
const routes = new Map(entries.flatMap(([name, { route }]) => (route === undefined ? [] : [[name, route] as const])));

export const ROUTE_NAMES = [...routes.keys()] as readonly RouteName[];
/** Those that ask for a key. */
export const KEYED_ROUTES = ROUTE_NAMES.filter((name) => routeOf(name).scope !== undefined);
export const ROUTES_WITH_BODY = ROUTE_NAMES.filter((name) => routeOf(name).body !== undefined);

export function routeOf(name: RouteName): Route {
  const found = routes.get(name);
  if (found === undefined) throw new Error(`The manifest names no route ${name}: add it to functions/manifest.ts.`);
  return found;
}

/** The example bodies of requests, by route; `undefined` for a route without body. */
export const EXAMPLES = Object.fromEntries(
  ROUTE_NAMES.map((name) => [name, documentOf(routeOf(name)).request]),
) as Readonly<Record<RouteName, unknown>>;

/** What the document says of an answer of this status; `undefined`: it names no such status. */
const documented = (name: RouteName, status: number) => {
  const { answers, refused } = documentOf(routeOf(name));
  return status < 400
    ? answers.find((answer) => answer.status === status)
    : { status, means: 'a problem', body: (status === 422 ? refused : undefined) ?? Problem };
};

/** A problem that the document of a route does not name at this status; `undefined`: it names it, or it is a success. */
const unnamedProblem = (name: RouteName, status: number, body: unknown): string | undefined => {
  if (status < 400) return undefined;
  const { code } = Object(body) as { readonly code?: FailureCode };
  const named = problemCodesOf(routeOf(name)).get(status) ?? [];
  return code !== undefined && named.includes(code)
    ? undefined
    : `${name} answered ${status} ${code}, which its document does not name`;
};

/** What differs between an answer and the document of its route; `undefined`: nothing. */
export const answerFault = (name: RouteName, status: number, body: unknown): string | undefined => {
  const answer = documented(name, status);
  if (answer === undefined) return `${name} answered ${status}, which its document does not name`;
  if (answer.body === undefined) return body === undefined ? undefined : `${name} answered a body`;
  const unnamed = unnamedProblem(name, status, body);
  if (unnamed !== undefined) return unnamed;
  const { error } = answer.body.safeParse(body);
  return error && `${name} answered ${status} with what its document does not describe: ${error.message}`;
};
