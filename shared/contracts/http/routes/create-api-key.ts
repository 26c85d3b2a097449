import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';
import { Binding, Scope } from '#shared/domain/advertiser/api-key.ts';
import { line } from '#shared/domain/text/text.ts';
import { document } from '../document.ts';
import { route } from '../route.ts';
import { CreatedKey, keyEnd } from '../settings/api-key.ts';

/** Creates an API key, at most as able as its creator's. */
export const createApiKeyRoute = route({
  name: 'create-api-key',
  method: 'POST',
  path: '/v1/api-keys',
  scope: 'keys:write',
  idempotency: 'required',
  body: z.strictObject({
    name: about('A name by which you recognise the key, 1 to 100 characters.', line(100)),
    scopes: about(
      'What the key may do: at least one scope, each of which your own key has. A scope that ends in :write includes the same one with :read.',
      z.array(Scope).check(z.minLength(1), z.maxLength(100)),
    ),
    advertisers: about(
      'The advertisers that the key is bound to, 1 to 100, or every-advertiser; never more than your own key.',
      Binding,
    ),
    expiresAt: keyEnd(),
  }),
});

document(createApiKeyRoute, () => ({
  summary: 'Creates an API key; its secret is shown once',
  answers: [{ status: 201, means: 'The key; its secret is shown this once', body: CreatedKey }],
  problems: ['advertiser-not-found', 'idempotency-key-missing', 'idempotency-key-reused'],
  request: { name: 'shop', scopes: ['consents:write', 'oppositions:write'], advertisers: ['maison-valmy'] },
}));
