import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';
import { ApiKey } from '#shared/domain/advertiser/api-key.ts';
import { Instant } from '#shared/domain/ids.ts';
import { document } from '../document.ts';
import { nextCursor, pageParameters } from '../page.ts';
import { route } from '../route.ts';

/** The API keys that a key may see. */
export const listApiKeysRoute = route({
  name: 'list-api-keys',
  method: 'GET',
  path: '/v1/api-keys',
  scope: 'keys:write',
  query: z.strictObject(pageParameters),
});

const { apiKeyId: id, name, scopes, advertisers, createdAt } = ApiKey.shape;

const KeysPage = z.strictObject({
  keys: about(
    'Keys that are bound to no advertiser beyond those of your own key, in an order that stays.',
    z.array(
      z.strictObject({
        id,
        name,
        scopes,
        advertisers,
        createdAt,
        revokedAt: about('When it was revoked, in UTC. Absent: it works.', z.optional(Instant)),
      }),
    ),
  ),
  nextCursor,
});

/** A key as a list shows it: never its secret. */
export const listedKeyView = ({ apiKeyId, secretSha256: _secret, ...key }: ApiKey) => ({ id: apiKeyId, ...key });

document(listApiKeysRoute, () => ({
  summary: 'The API keys that your key may see, without their secrets',
  answers: [{ status: 200, means: 'One page of keys', body: KeysPage }],
  problems: [],
}));
