import type { Clock } from '#shared/app/clock.port.ts';
import type { Advertisers } from '#shared/app/settings/advertisers.port.ts';
import { cacheOf } from '#shared/cache.ts';
import { type Advertiser, AdvertiserSettings, isSameSettings } from '#shared/domain/advertiser/advertiser.ts';
import { concurrentChange } from '#shared/domain/failure.ts';
import { millisecondsOf } from '#shared/domain/time/instant.ts';
import { storeIfAbsent } from '../conditional.ts';
import { type Key, settingsKey, settingsVersionKey } from '../keys.ts';
import { advertiserOf } from '../plain.ts';
import { getItem, type Table } from '../table.ts';
import {
  foundBy,
  listVersions,
  newestVersion,
  nextVersion,
  storeAdvertiser,
  advertisersUnreachable as unreachable,
} from './store-advertiser.ts';
import { immutableItems } from './versions.ts';

/** Settings are read with every message: kept this long by each process. */
const KEPT_FOR_MS = 3000;
const MOST_KEPT = 500;

const read = async (table: Table, key: Key): Promise<Advertiser | undefined> => {
  const item = await getItem(table, key, unreachable);
  return item === undefined ? undefined : advertiserOf(item);
};

type PutNext = (deps: Table, ...asked: Parameters<Advertisers['put']>) => Promise<Advertiser>;
const putNext: PutNext = async (table, access, settings, at, seen) => {
  const before = seen === undefined ? await read(table, settingsKey(access)) : seen.current;
  const wanted = AdvertiserSettings.parse(settings);
  if (before !== undefined && isSameSettings(before, wanted)) {
    // What was stored before there was a list is listed by putting it again.
    await Promise.all(foundBy(access, wanted).map((item) => storeIfAbsent(table, item, unreachable)));
    return before;
  }
  const next = await nextVersion(table, access, wanted, at);
  await storeAdvertiser(table, access, next, { before, bound: seen?.bound });
  return next;
};

const putDraft =
  (table: Table): Advertisers['putDraft'] =>
  async (access, settings, at) => {
    const newest = await newestVersion(table, access);
    const wanted = AdvertiserSettings.parse(settings);
    if (newest?.draft && isSameSettings(newest, wanted)) return { version: newest, isNew: false };
    const version: Advertiser = { ...(await nextVersion(table, access, wanted, at)), draft: true };
    const item = { ...settingsVersionKey(access, version.settingsVersion), entity: 'settings', v: 1, ...version };
    if ((await storeIfAbsent(table, item, unreachable)) !== undefined) throw concurrentChange();
    return { version, isNew: true };
  };

/** Settings on DynamoDB: immutable versions, and a copy of the latest as their pointer. */
export const advertisersOf = (deps: Table & { readonly clock: Clock }): Advertisers => {
  const kept = cacheOf<Advertiser>({
    most: MOST_KEPT,
    keptFor: { ms: KEPT_FOR_MS, now: () => millisecondsOf(deps.clock.now()) },
  });
  const readVersion = immutableItems(deps, advertiserOf, unreachable);
  return {
    get: async (access) => {
      const found = kept.get(access.advertiserId);
      if (found !== undefined) return found;
      const advertiser = await read(deps, settingsKey(access));
      return advertiser && kept.put(access.advertiserId, advertiser);
    },
    getVersion: (access, settingsVersion) => readVersion(settingsVersionKey(access, settingsVersion)),
    current: (access) => read(deps, settingsKey(access)),
    listVersions: (access, page) => listVersions(deps, access, page),
    putDraft: putDraft(deps),
    put: async (access, ...asked) => kept.put(access.advertiserId, await putNext(deps, access, ...asked)),
  };
};
