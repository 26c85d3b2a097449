import { getOpenapiRoute } from '#shared/contracts/http/routes/get-openapi.ts';
import { endpoint } from '#shared/edge/api.ts';
import { ok } from '#shared/edge/respond.ts';
import document from '../../docs/openapi.json' with { type: 'json' };

/** The OpenAPI document of this API, as generated from its schemas and bundled. */
export const handler = endpoint(getOpenapiRoute, async () => ok(document));
