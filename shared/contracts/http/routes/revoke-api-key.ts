import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';
import { document } from '../document.ts';
import { route } from '../route.ts';
import { ApiKeyPath } from '../settings/api-key.ts';

/** Revokes an API key. */
export const revokeApiKeyRoute = route({
  name: 'revoke-api-key',
  method: 'DELETE',
  path: '/v1/api-keys/{apiKeyId}',
  scope: 'keys:write',
  parameters: ApiKeyPath,
  query: z.strictObject({
    withCreated: about(
      'true: also the keys that it created, those that these created, and so on. Absent: the key alone.',
      z.optional(z.literal('true')),
    ),
  }),
});

document(revokeApiKeyRoute, () => ({
  summary: 'Revokes an API key for good, and the keys that it created where you ask for it',
  answers: [
    { status: 204, means: 'Revoked: it writes nothing from this moment on, and reads nothing after 30 seconds' },
  ],
  problems: ['api-key-not-found', 'batch-unfinished'],
}));
