import type { Binder } from '#shared/app/identities/ensure-bound.ts';
import type { Identities } from '#shared/app/identities/identities.port.ts';
import type { BoundIdentities } from '#shared/domain/advertiser/identity.ts';

/** Who puts settings in worlds of one advertiser. */
export const OPERATOR: Binder = { apiKeyId: 'root', mayBind: true };

/** What is bound to the one advertiser of a world. */
export const identitiesInMemory = (): Identities => {
  let bound: BoundIdentities | undefined;
  return {
    of: async () => bound,
    heldByOthers: async () => [],
    change: async (_, { seen, next }) => {
      bound = { revision: (seen?.revision ?? 0) + 1, identities: next };
      return bound;
    },
  };
};
