import * as z from 'zod/mini';
import { document } from '../document.ts';
import { route } from '../route.ts';

/** The OpenAPI document itself; no key is asked for. */
export const getOpenapiRoute = route({ name: 'get-openapi', method: 'GET', path: '/openapi.json' });

document(getOpenapiRoute, () => ({
  summary: 'The OpenAPI document of this API',
  answers: [{ status: 200, means: 'This document', body: z.looseObject({}) }],
  problems: [],
}));
