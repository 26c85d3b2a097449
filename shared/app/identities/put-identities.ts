import { type Advertiser, isSameSettings, settingsOf } from '#shared/domain/advertiser/advertiser.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Caller } from '#shared/domain/advertiser/api-key.ts';
import { boundAlone, mayBind } from '#shared/domain/advertiser/bound-identities.ts';
import { type BoundIdentity, type Identity, identityKey } from '#shared/domain/advertiser/identity.ts';
import { identityTaken, operatorExpected } from '#shared/domain/advertiser/identity-failures.ts';
import { invalidRequest } from '#shared/domain/failure.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { type Precondition, refuseUnmet, refuseUnseen } from '#shared/domain/precondition.ts';
import type { Clock } from '../clock.port.ts';
import { retryOnConflict } from '../records/retry-on-conflict.ts';
import type { Advertisers } from '../settings/advertisers.port.ts';
import { type SeenIdentities, seenOf } from './get-identities.ts';
import type { Identities, SettingsWithout } from './identities.port.ts';

/** One transaction holds a hundred writes: each change is one at most, what is bound another, and settings two. */
const MOST_CHANGES = 97;

/** What one asks to bind: `boundAt` and `boundBy` are ours. */
type WantedIdentity = Omit<BoundIdentity, 'boundAt' | 'boundBy'>;

interface Ports {
  readonly identities: Identities;
  readonly advertisers: Pick<Advertisers, 'current'>;
  readonly clock: Clock;
}

export interface PutIdentities {
  readonly access: AdvertiserAccess;
  readonly caller: Caller;
  readonly wanted: readonly WantedIdentity[];
  readonly precondition: Precondition;
}

/** What is bound now, and what it took out of the settings in force; absent: nothing. */
export interface PutSeen extends SeenIdentities {
  readonly replaced?: { readonly stored: Advertiser; readonly before: Advertiser };
}

/** As it was bound before, where the same is asked for again; a new evidence is a new binding. */
const boundOf = (before: BoundIdentity | undefined, wanted: WantedIdentity, by: Caller, at: Instant): BoundIdentity =>
  before !== undefined && before.value === wanted.value && before.evidence === wanted.evidence
    ? before
    : { ...wanted, boundAt: at, boundBy: by.apiKeyId };

/** The settings that no longer use what is gone; `undefined`: those in force use none of it. */
const settingsWithout = async (
  { advertisers }: Ports,
  access: AdvertiserAccess,
  next: readonly Identity[],
  at: Instant,
): Promise<SettingsWithout | undefined> => {
  const current = await advertisers.current(access);
  if (current === undefined) return undefined;
  const settings = boundAlone(settingsOf(current), next);
  return isSameSettings(current, settings) ? undefined : { current, settings, at };
};

const refuseTwice = (wanted: readonly WantedIdentity[]): void => {
  const keys = wanted.map(identityKey);
  const twice = keys.flatMap((key, n) => (keys.indexOf(key) < n ? [`/identities/${n}`] : []));
  if (twice.length > 0) throw invalidRequest(twice.map((pointer) => ({ pointer, detail: 'named twice' })));
};

const put = async (ports: Ports, { access, caller, wanted, precondition }: PutIdentities): Promise<PutSeen> => {
  const seen = await ports.identities.of(access);
  const { etag } = seenOf(seen);
  const before = new Map(seen?.identities.map((identity) => [identityKey(identity), identity]));
  const at = ports.clock.now();
  const next = wanted.map((identity) => boundOf(before.get(identityKey(identity)), identity, caller, at));
  const left = new Set(wanted.map(identityKey));
  const added = next.filter((identity) => !before.has(identityKey(identity)));
  const removed = [...before.values()].filter((identity) => !left.has(identityKey(identity)));
  const isSame =
    seen !== undefined &&
    removed.length === 0 &&
    next.every((identity) => before.get(identityKey(identity)) === identity);
  if (isSame) return seenOf(seen);
  refuseUnseen(precondition, etag);
  refuseUnmet(precondition, etag);
  if (added.length + removed.length > MOST_CHANGES) {
    const detail = `at most ${MOST_CHANGES} may be added and removed at once`;
    throw invalidRequest([{ pointer: '/identities', detail }]);
  }
  const held = new Set((await ports.identities.heldByOthers(access, added)).map(identityKey));
  const taken = wanted.flatMap((identity, n) => (held.has(identityKey(identity)) ? [`/identities/${n}`] : []));
  if (taken.length > 0) throw identityTaken(taken);
  const without = await settingsWithout(ports, access, next, at);
  const changed = seenOf(await ports.identities.change(access, { seen, next, added, removed }, without));
  if (without === undefined) return changed;
  const { current, settings } = without;
  return { ...changed, replaced: { before: current, stored: { ...current, ...settings } } };
};

/**
 * Binds identities to an advertiser, all that it may use, and releases those that it may use no longer: the settings in
 * force lose them in the same moment, as a new version. Throws `insufficient-scope` to whoever is no operator,
 * `identity-taken`, `invalid-request`, `precondition-required` where it would replace what the caller does not say to have
 * seen, and `precondition-failed` where it saw another.
 */
export const putIdentities = async (ports: Ports, asked: PutIdentities): Promise<PutSeen> => {
  if (!mayBind(asked.caller)) throw operatorExpected();
  refuseTwice(asked.wanted);
  return retryOnConflict(() => put(ports, asked));
};
