import type * as z from 'zod/mini';
import type { FailureCode } from '#shared/domain/failure.ts';
import type { Route } from './route.ts';

/** What a route answers on success. */
export interface RouteAnswer {
  readonly status: number;
  /** One sentence. */
  readonly means: string;
  /** Absent: the answer has no body. */
  readonly body?: z.ZodMiniType;
}

/** What a reader needs to know of a route, beyond what the edge needs to serve it. */
export interface RouteDocument {
  /** What it does: the summary in the OpenAPI document, and the description of its function. */
  readonly summary: string;
  readonly answers: readonly RouteAnswer[];
  /** The answers carry the ETag of the state that they show. */
  readonly tagged?: true;
  /** Of a batch: the problem that is answered (422) when no item was taken. */
  readonly refused?: z.ZodMiniType;
  /** Problems beyond those of every route. */
  readonly problems: readonly FailureCode[];
  /** An example of the body, where the route takes one; what it is answered is recorded by `npm run examples`. */
  readonly request?: unknown;
}

const DOCUMENTS = new WeakMap<Route, () => RouteDocument>();

/**
 * Documents a route. A function, so that nothing of it is made before someone asks; `infra/lean-schemas.ts` takes this
 * call, and so all it says, out of the bundles.
 */
export function document(route: Route, contents: () => RouteDocument): void {
  let made: RouteDocument | undefined;
  DOCUMENTS.set(route, () => {
    made ??= contents();
    return made;
  });
}

/** What is documented of a route. Throws for a route without a document. */
export const documentOf = (route: Route): RouteDocument => {
  const known = DOCUMENTS.get(route);
  if (known === undefined) throw new Error(`The route ${route.name} is not documented.`);
  return known();
};
