import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';
import { document } from '../document.ts';
import { nextCursor, pageParameters } from '../page.ts';
import { route } from '../route.ts';
import { ListedKey } from '../settings/api-key.ts';

/** The API keys that a key may see. */
export const listApiKeysRoute = route({
  name: 'list-api-keys',
  method: 'GET',
  path: '/v1/api-keys',
  scope: 'keys:write',
  query: z.strictObject(pageParameters),
});

const KeysPage = z.strictObject({
  keys: about(
    'Keys that are bound to no advertiser beyond those of your own key, in an order that stays.',
    z.array(ListedKey),
  ),
  nextCursor,
});

document(listApiKeysRoute, () => ({
  summary:
    'The API keys that your key may see, with who created them and when they were last used; never their secrets',
  answers: [{ status: 200, means: 'One page of keys', body: KeysPage }],
  problems: [],
}));
