import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { BoundIdentities, BoundIdentity } from '#shared/domain/advertiser/identity.ts';
import { tagOf } from '#shared/domain/precondition.ts';
import type { Identities } from './identities.port.ts';

/** What is bound to an advertiser now, with its entity tag; nothing: `undefined`, and no tag. */
export interface SeenIdentities {
  readonly identities: readonly BoundIdentity[];
  readonly etag: string | undefined;
}

/** The same of what the store has. */
export const seenOf = (bound: BoundIdentities | undefined): SeenIdentities => ({
  identities: bound?.identities ?? [],
  etag: bound && tagOf(bound.revision),
});

/** What is bound to an advertiser. */
export const getIdentities = async (
  { identities }: { readonly identities: Identities },
  access: AdvertiserAccess,
): Promise<SeenIdentities> => seenOf(await identities.of(access));
