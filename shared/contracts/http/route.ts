import type * as z from 'zod/mini';
import type { Scope } from '#shared/domain/advertiser/api-key.ts';

/** One route of the application API, as the edge serves it and the deployment exposes it. */
export interface Route {
  /** Names its function, its file under `functions/api/` and its operation in the OpenAPI document. */
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With path parameters in braces: `/v1/consents/{consentId}/withdrawal`. */
  readonly path: string;
  /** What the caller's key must be allowed; absent: no key is asked for. */
  readonly scope?: Scope;
  /** Path parameters. */
  readonly parameters?: z.ZodMiniType;
  readonly query?: z.ZodMiniType;
  readonly body?: z.ZodMiniType;
  /** Of a batch: the property of its body that lists the items. */
  readonly list?: string;
  /** Of a batch: the schema of each item of `list`, parsed one by one, so that a bad one does not lose the others. */
  readonly item?: z.ZodMiniType;
  /** For what creates: a key is `required`, or else the body is used instead. Absent: no Idempotency-Key is read. */
  readonly idempotency?: 'required' | 'or-body';
  /** The headers If-Match and If-None-Match are read. Absent: they are not. */
  readonly conditional?: true;
}

/** A route, with the types of its schemas kept. */
export function route<const R extends Route>(definition: R): R {
  return definition;
}
