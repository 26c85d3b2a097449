import { wrappedUnder } from '#shared/adapters/crypto/vault.ts';
import { settleAtMost } from '#shared/domain/at-most.ts';
import type { AdvertiserId, ContactId } from '#shared/domain/ids.ts';
import { portsOf, type RotatedDeployment } from './in-account.ts';
import { opposeAlike, othersOfAddress } from './same-address.ts';
import type { KeyName } from './secrets-in-account.ts';
import { fingerprintVersionOf, type Raw, rewrap, wrappedIn } from './stored-keys.ts';

const AT_ONCE = 16;

/** What one look at everything that is stored found. */
export interface Round {
  readonly items: number;
  /** By secret and name of a key: things of contacts and people that are named with it, data keys that are wrapped with it. */
  readonly needs: { readonly [N in Exclude<KeyName, 'token'>]: ReadonlyMap<string, number> };
  readonly rewrapped: number;
  /** Written by others meanwhile: the next round looks at them. */
  readonly moved: number;
  /** Addresses that are two contacts, under two keys. */
  readonly doubles: readonly string[];
  /** Telephone numbers that are two contacts under one key: overseas, stored in two spellings before they were one. */
  readonly spellings: readonly string[];
  /** What cannot be read. */
  readonly unreadable: readonly string[];
}

interface Counting {
  readonly data: Map<string, number>;
  readonly fingerprint: Map<string, number>;
  rewrapped: number;
  moved: number;
  readonly doubles: string[];
  readonly spellings: string[];
  readonly unreadable: string[];
}

const nameOf = ({ pk, sk }: Raw): string => `${pk} ${sk}`;
/** The version of the key that a contact is named under. */
const keyIn = (contactId: unknown): string => String(contactId).split('n', 1).join('');
const count = (counts: Map<string, number>, name: string): void => void counts.set(name, (counts.get(name) ?? 0) + 1);

/** What a look goes by. `carry`: what is wrapped again, and whose oppositions are made alike. */
interface Looking {
  readonly deployment: RotatedDeployment;
  readonly ports: Awaited<ReturnType<typeof portsOf>>;
  readonly carry: { readonly data: boolean; readonly fingerprint: boolean };
  readonly counting: Counting;
}

/** Wraps the data keys of an item under the current key where that is asked, and counts those that are wrapped as they were. */
const lookAtDataKeys = async ({ deployment, ports, carry, counting }: Looking, item: Raw): Promise<void> => {
  const outcome = carry.data ? await rewrap(deployment.table, ports.vault, item) : undefined;
  if (outcome === 'rewrapped') counting.rewrapped += 1;
  if (outcome === 'moved') counting.moved += 1;
  if (outcome === undefined || outcome === 'moved')
    for (const { wrapped } of wrappedIn(item)) count(counting.data, wrappedUnder(wrapped));
};

/** Counts a contact whose address is another contact as well, and makes both oppose alike where that is asked. */
const lookAtOthers = async ({ ports, carry, counting }: Looking, item: Raw): Promise<void> => {
  const others = await othersOfAddress(ports, item);
  if (others.length === 0) return;
  const isOfOneKey = others.every((other) => keyIn(other) === keyIn(item.contactId));
  (isOfOneKey ? counting.spellings : counting.doubles).push(nameOf(item));
  for (const other of carry.fingerprint ? others : [])
    await opposeAlike(ports, item.advertiserId as AdvertiserId, [item.contactId as ContactId, other]);
};

/**
 * Looks at every item once. With `carry`, wraps what is under a former data key under the current one, and gives contacts of one
 * address each other's oppositions; what is counted is what is left. It may stop anywhere: the next round goes on.
 */
export const lookAtAll = async (deployment: RotatedDeployment, carry: Looking['carry']): Promise<Round> => {
  const ports = await portsOf(deployment);
  const counting: Counting = {
    data: new Map(),
    fingerprint: new Map(),
    doubles: [],
    spellings: [],
    unreadable: [],
    rewrapped: 0,
    moved: 0,
  };
  const looking = { deployment, ports, carry, counting };
  const { data, fingerprint } = counting;
  let items = 0;
  const look = async (item: Raw): Promise<void> => {
    const named = fingerprintVersionOf(item);
    if (named !== undefined) count(fingerprint, String(named));
    await lookAtDataKeys(looking, item);
    await lookAtOthers(looking, item);
  };
  for await (const page of deployment.pages()) {
    items += page.length;
    const settled = await settleAtMost(AT_ONCE, page, look);
    settled.forEach((each, index) => {
      if (each.status === 'fulfilled') return;
      if (isAway(each.reason)) throw each.reason;
      counting.unreadable.push(nameOf(page[index] ?? {}));
    });
  }
  const { rewrapped, moved, doubles, spellings, unreadable } = counting;
  return { items, needs: { fingerprint, data }, rewrapped, moved, doubles, spellings, unreadable };
};

/** A store that is away is no item that cannot be read: nothing may be concluded. */
const isAway = (error: unknown): boolean => Object(error).code === 'dependency-unavailable';
