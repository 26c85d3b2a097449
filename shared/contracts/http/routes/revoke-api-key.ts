import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';
import { document } from '../document.ts';
import { route } from '../route.ts';

/** Revokes an API key. */
export const revokeApiKeyRoute = route({
  name: 'revoke-api-key',
  method: 'DELETE',
  path: '/v1/api-keys/{apiKeyId}',
  scope: 'keys:write',
  parameters: z.strictObject({
    apiKeyId: about('The id of the key, as its creation answered it.', z.string().check(z.maxLength(64))),
  }),
});

document(revokeApiKeyRoute, () => ({
  summary: 'Revokes an API key',
  answers: [{ status: 204, means: 'Revoked; it stops working within 30 seconds' }],
  problems: ['api-key-not-found'],
}));
