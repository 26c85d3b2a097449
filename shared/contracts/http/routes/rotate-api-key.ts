import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';
import { document } from '../document.ts';
import { route } from '../route.ts';
import { ApiKeyPath, CreatedKey, keyEnd } from '../settings/api-key.ts';

const DAY = 86_400;

/** Replaces an API key by one with a new secret; both work for a while. */
export const rotateApiKeyRoute = route({
  name: 'rotate-api-key',
  method: 'POST',
  path: '/v1/api-keys/{apiKeyId}/rotation',
  scope: 'keys:write',
  idempotency: 'required',
  parameters: ApiKeyPath,
  body: z.strictObject({
    overlapSeconds: about(
      'How long the old key still works, in seconds, 0 to 2592000 (30 days). Absent: 86400, a day.',
      z._default(z.int().check(z.gte(0), z.lte(30 * DAY)), DAY),
    ),
    expiresAt: keyEnd(),
  }),
});

document(rotateApiKeyRoute, () => ({
  summary: 'Replaces an API key by one that may do the same; the old key ends after an overlap',
  answers: [{ status: 201, means: 'The new key; its secret is shown this once', body: CreatedKey }],
  problems: ['api-key-not-found', 'api-key-ended', 'idempotency-key-missing', 'idempotency-key-reused'],
  request: { overlapSeconds: 3600 },
}));
