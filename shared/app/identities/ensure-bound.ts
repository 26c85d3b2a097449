import type { Advertiser, AdvertiserSettings } from '#shared/domain/advertiser/advertiser.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { unboundIn } from '#shared/domain/advertiser/bound-identities.ts';
import {
  type BoundIdentities,
  type Identity,
  identitiesOf,
  identityKey,
  type UsedIdentity,
} from '#shared/domain/advertiser/identity.ts';
import { identitiesNotBound, identityTaken } from '#shared/domain/advertiser/identity-failures.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { Identities } from './identities.port.ts';

/** Who puts settings. */
export interface Binder {
  readonly apiKeyId: string;
  /** May bind what the settings use: an operator. */
  readonly mayBind: boolean;
}

interface Asked {
  readonly access: AdvertiserAccess;
  readonly settings: AdvertiserSettings;
  /** The settings in force. */
  readonly current: Advertiser | undefined;
  readonly by: Binder;
  readonly at: Instant;
}

const keysOf = (identities: readonly Identity[]) => new Set(identities.map(identityKey));

/**
 * What of it this caller may bind. Settings that were stored before identities were bound are taken as they are: what they
 * use is bound at their next change.
 */
const bindableBy = (
  { by, current }: Asked,
  bound: BoundIdentities | undefined,
  unbound: readonly UsedIdentity[],
): readonly UsedIdentity[] => {
  if (by.mayBind) return unbound;
  const earlier = keysOf(bound === undefined && current !== undefined ? identitiesOf(current) : []);
  return unbound.filter((identity) => earlier.has(identityKey(identity)));
};

/**
 * Makes sure that every identity of the settings is bound to their advertiser, and resolves to what is bound then. Throws
 * `identity-not-bound` to whoever may not bind, whether another advertiser holds it or nobody does, and `identity-taken` to
 * whoever may.
 */
export const ensureBound = async (identities: Identities, asked: Asked): Promise<BoundIdentities | undefined> => {
  const { access, settings, by, at } = asked;
  const bound = await identities.of(access);
  const unbound = unboundIn(settings, bound?.identities ?? []);
  if (unbound.length === 0) return bound;
  const bindable = bindableBy(asked, bound, unbound);
  const held = keysOf(await identities.heldByOthers(access, bindable));
  const taken = bindable.filter((identity) => held.has(identityKey(identity)));
  if (by.mayBind && taken.length > 0) throw identityTaken(taken.map(({ pointer }) => pointer));
  const free = keysOf(bindable.filter((identity) => !taken.includes(identity)));
  const refused = unbound.filter((identity) => !free.has(identityKey(identity)));
  if (refused.length > 0) throw identitiesNotBound(refused.map(({ pointer }) => pointer));
  const added = unbound.map(({ kind, value }) => ({ kind, value, boundAt: at, boundBy: by.apiKeyId }));
  const next = [...(bound?.identities ?? []), ...added];
  return identities.change(access, { seen: bound, next, added, removed: [] });
};
