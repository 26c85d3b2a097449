import * as z from 'zod/mini';
import type { CreatedApiKey } from '#shared/app/keys/new-key.ts';
import { about } from '#shared/domain/about.ts';
import { ApiKey } from '#shared/domain/advertiser/api-key.ts';
import { AnyInstant } from '../any-instant.ts';

const { apiKeyId: id, name, scopes, advertisers, createdAt, createdBy, replaces, expiresAt, lastUsedAt } = ApiKey.shape;

/** What is shown of a key, new or old. */
const shown = { id, name, scopes, advertisers, createdAt, createdBy, replaces, expiresAt };

/** Of the routes of one key. */
export const ApiKeyPath = z.strictObject({
  apiKeyId: about('The id of the key, as its creation answered it.', z.string().check(z.maxLength(64))),
});

/** When a new key is to end, as a request says it. */
export const keyEnd = () =>
  about(
    'When the new key ends, at the latest when your own key does. Absent: as your own key, which may have no end.',
    z.optional(AnyInstant),
  );

export const CreatedKey = z.strictObject({
  ...shown,
  key: about(
    'The whole key, for the header Authorization: Bearer. Shown this once: absent when the same request is repeated.',
    z.optional(z.string()),
  ),
});

export const ListedKey = z.strictObject({
  ...shown,
  lastUsedAt,
  revokedAt: about('When it was revoked, in UTC. Absent: it was not.', ApiKey.shape.revokedAt),
});

/** A key as a list shows it: never its secret. */
export const listedKeyView = ({
  apiKeyId,
  secretSha256: _,
  bodySha256: _body,
  ...key
}: ApiKey): z.infer<typeof ListedKey> => ({
  id: apiKeyId,
  ...key,
});

/** A key with its secret where it is new. */
export const createdKeyView = ({ key, token }: CreatedApiKey): z.infer<typeof CreatedKey> => {
  const { lastUsedAt: _, revokedAt: _revoked, ...view } = listedKeyView(key);
  return { ...view, ...(token === undefined ? {} : { key: token }) };
};
