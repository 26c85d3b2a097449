import * as z from 'zod/mini';
import { about } from '../about.ts';
import { AdvertiserId, Instant } from '../ids.ts';

/** What an API key may do; one scope per family of routes. A scope that no route asks for is not issued. */
export const SCOPES = [
  'advertisers:write',
  'advertisers:read',
  'identities:write',
  'templates:write',
  'templates:read',
  'templates:approve',
  'consents:write',
  'oppositions:write',
  'imports:write',
  'records:annul',
  'contacts:read',
  'contacts:erase',
  'requests:write',
  'requests:answer',
  'verdicts:read',
  'messages:send',
  'messages:read',
  'messages:transactional',
  'campaigns:write',
  'campaigns:read',
  'uploads:write',
  'jobs:read',
  'proof:read',
  'reviews:decide',
  'keys:write',
] as const;
export const Scope = z.enum(SCOPES);
export type Scope = z.infer<typeof Scope>;

/** True for a key that may do this: by the scope itself, or by the one to write the same, since who writes can read back. */
export const allows = (scopes: readonly Scope[], asked: Scope): boolean =>
  scopes.some((scope) => scope === asked || scope === asked.replace(/:read$/, ':write'));

/** The advertisers a key is bound to: a list, or all of the deployment (root and platform keys). */
export const Binding = z.union([
  z.literal('every-advertiser'),
  z.array(AdvertiserId).check(z.minLength(1), z.maxLength(100)),
]);
export type Binding = z.infer<typeof Binding>;

/** A stored key: its secret only as SHA-256. */
export const ApiKey = z.strictObject({
  apiKeyId: about('The id of the key; it is no secret.', z.string()),
  name: about('The name by which you recognise the key.', z.string()),
  secretSha256: z.string(),
  scopes: about('What the key may do.', z.array(Scope)),
  advertisers: about('The advertisers that the key is bound to, or every-advertiser.', Binding),
  createdAt: about('When the key was created, in UTC.', Instant),
  createdBy: about(
    'The id of the key that created it; root for the key of the deployer. Absent: created before this was kept.',
    z.optional(z.string()),
  ),
  replaces: about('The id of the key that it takes the place of. Absent: of none.', z.optional(z.string())),
  expiresAt: about('From when on it no longer works, in UTC. Absent: it does not expire.', z.optional(Instant)),
  lastUsedAt: about(
    'When it was last used, in UTC, at most an hour behind. Absent: never, or before this was kept.',
    z.optional(Instant),
  ),
  revokedAt: z.optional(Instant),
  /** SHA-256 of the body of the request that made it. Absent: made before this was kept. */
  bodySha256: z.optional(z.string()),
});
export type ApiKey = z.infer<typeof ApiKey>;

/** The deployer's own key: in Secrets Manager, and not among the stored ones. */
export const ROOT_KEY_ID = 'root';

/** Who calls, as the authorizer answered. */
export interface Caller {
  readonly apiKeyId: string;
  readonly scopes: readonly Scope[];
  readonly advertisers: Binding;
}
