import { DeleteItemCommand } from '@aws-sdk/client-dynamodb';
import { beforeAll, describe, expect, test } from 'vitest';
import { listedAdvertiserKey, replyCodeKey } from '#shared/adapters/dynamodb/deployment-keys.ts';
import { advertiserListOf } from '#shared/adapters/dynamodb/settings/advertiser-list.ts';
import { advertisersOf } from '#shared/adapters/dynamodb/settings/advertisers.ts';
import { apiKeysOf } from '#shared/adapters/dynamodb/settings/api-keys.ts';
import { replyCodesOf } from '#shared/adapters/dynamodb/settings/reply-codes.ts';
import { formVersionsOf } from '#shared/adapters/dynamodb/settings/versions.ts';
import { type Table, toImage } from '#shared/adapters/dynamodb/table.ts';
import type { AdvertiserSettings } from '#shared/domain/advertiser/advertiser.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import type { ApiKey } from '#shared/domain/advertiser/api-key.ts';
import type { AdvertiserId } from '#shared/domain/ids.ts';
import { addSeconds } from '#shared/domain/time/instant.ts';
import { sirenFrom } from '../acceptance/identity.ts';
import { freshTable, testClock, unreachableTable } from '../support/aws.ts';
import { aFormVersion, anAdvertiser, NOW, referenceOf, sha256 } from '../support/builders.ts';

let table: Table;
let count = 0;
const anAccess = () => admit(`maison-${++count}` as AdvertiserId);
const aSiren = () => sirenFrom(String(10_000_000 + count));
const settings = (changes: Partial<AdvertiserSettings> = {}): AdvertiserSettings => {
  const { advertiserId, settingsVersion, recordedAt, ...rest } = anAdvertiser();
  return { ...rest, siren: aSiren(), ...changes };
};
const sms = (replyCode: string) => ({ email: [], sms: [{ senderId: 'VALMY', replyCode }] });

beforeAll(async () => {
  table = await freshTable();
});

describe('settings', () => {
  test('are versions: the same again is the same, a change is the next, and each stays readable', async () => {
    const access = anAccess();
    const advertisers = advertisersOf({ ...table, clock: testClock() });
    const first = await advertisers.put(access, settings(), NOW);
    expect(first).toMatchObject({ advertiserId: access.advertiserId, settingsVersion: 1, recordedAt: NOW });
    expect(await advertisers.put(access, settings(), addSeconds(NOW, 60))).toEqual(first);
    const second = await advertisers.put(access, settings({ dailyCeiling: 2 }), NOW);
    expect(second.settingsVersion).toBe(2);
    expect(await advertisers.getVersion(access, 1)).toEqual(first);
    expect(await advertisers.get(access)).toEqual(second);
    expect(await advertisers.getVersion(access, 3)).toBeUndefined();
    expect(await advertisers.get(anAccess())).toBeUndefined();
  });

  test('changed by another process are seen within seconds', async () => {
    const access = anAccess();
    const clock = testClock();
    const here = advertisersOf({ ...table, clock });
    await here.put(access, settings(), NOW);
    await advertisersOf({ ...table, clock: testClock() }).put(access, settings({ dailyCeiling: 1 }), NOW);
    expect((await here.get(access))?.dailyCeiling).toBe(5);
    clock.set(addSeconds(NOW, 4));
    expect((await here.get(access))?.dailyCeiling).toBe(1);
  });

  test('put at once by ten are one version after another, or refused to be tried again', async () => {
    const access = anAccess();
    const puts = Array.from({ length: 10 }, (_, n) =>
      advertisersOf({ ...table, clock: testClock() }).put(access, settings({ dailyCeiling: n + 1 }), NOW),
    );
    for (const result of await Promise.allSettled(puts))
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'concurrent-change' });
    const latest = await advertisersOf({ ...table, clock: testClock() }).get(access);
    const last = await advertisersOf({ ...table, clock: testClock() }).getVersion(access, latest?.settingsVersion ?? 0);
    expect(last).toEqual(latest);
  });

  test('with the SIREN of another advertiser are refused', async () => {
    const first = settings({ siren: '200000024' });
    await advertisersOf({ ...table, clock: testClock() }).put(anAccess(), first, NOW);
    const second = advertisersOf({ ...table, clock: testClock() }).put(anAccess(), first, NOW);
    await expect(second).rejects.toMatchObject({ code: 'identity-taken', errors: [{ pointer: '/siren' }] });
  });

  test('bind reply codes for good, to every advertiser that ever had them', async () => {
    const [one, two] = [anAccess(), anAccess()];
    const advertisers = advertisersOf({ ...table, clock: testClock() });
    await advertisers.put(one, settings({ siren: '200000008', senders: sms('36111') }), NOW);
    await advertisers.put(two, settings({ siren: '200000016', senders: sms('36111') }), NOW);
    await advertisers.put(one, settings({ siren: '200000008', senders: sms('36222') }), NOW);
    const replyCodes = replyCodesOf(table);
    expect(await replyCodes.advertisersOf('36111')).toEqual([one.advertiserId, two.advertiserId].toSorted());
    expect(await replyCodes.advertisersOf('36222')).toEqual([one.advertiserId]);
    expect(await replyCodes.advertisersOf('36333')).toEqual([]);
  });
});

describe('a form version', () => {
  test('is stored once, the same again is the same, and other content under its label is refused', async () => {
    const access = anAccess();
    const version = aFormVersion({ advertiserId: access.advertiserId });
    const forms = formVersionsOf(table);
    expect(await forms.get(access, referenceOf(version))).toBeUndefined();
    expect(await forms.put(access, version)).toEqual({ version, isNew: true });
    const later = { ...version, recordedAt: addSeconds(NOW, 5) };
    expect(await forms.put(access, later)).toEqual({ version, isNew: false });
    await expect(forms.put(access, { ...version, sha256: sha256('9') })).rejects.toMatchObject({
      code: 'version-immutable',
    });
    expect(await forms.get(access, referenceOf(version))).toEqual(version);
    expect(await formVersionsOf(table).get(anAccess(), referenceOf(version))).toBeUndefined();
  });
});

describe('an API key', () => {
  const key: ApiKey = {
    apiKeyId: 'k1',
    name: 'shop',
    secretSha256: sha256('1'),
    scopes: ['messages:send'],
    advertisers: 'every-advertiser',
    createdAt: NOW,
  };

  test('is found until it is revoked, once', async () => {
    const apiKeys = apiKeysOf(table);
    await apiKeys.put(key);
    expect(await apiKeys.get('k1')).toEqual(key);
    await apiKeys.revoke('k1', NOW);
    await apiKeys.revoke('k1', addSeconds(NOW, 1));
    expect(await apiKeys.get('k1')).toEqual({ ...key, revokedAt: NOW });
    await apiKeys.revoke('unknown', NOW);
    expect(await apiKeys.get('unknown')).toBeUndefined();
    await expect(apiKeys.put({ ...key, name: 'other' })).rejects.toMatchObject({ code: 'concurrent-change' });
    // The very same write again is one write to DynamoDB: it brings no key back.
    await apiKeys.put(key);
    expect(await apiKeys.get('k1')).toEqual({ ...key, revokedAt: NOW });
  });
});

test('on a store that cannot be reached each of them is a failure to retry', async () => {
  const away = unreachableTable(table);
  const unavailable = { code: 'dependency-unavailable' };
  await expect(advertisersOf({ ...away, clock: testClock() }).get(anAccess())).rejects.toMatchObject(unavailable);
  await expect(formVersionsOf(away).get(anAccess(), referenceOf(aFormVersion()))).rejects.toMatchObject(unavailable);
  await expect(apiKeysOf(away).get('k1')).rejects.toMatchObject(unavailable);
  await expect(replyCodesOf(away).advertisersOf('36111')).rejects.toMatchObject(unavailable);
});

describe('the list of advertisers', () => {
  test('holds each once, from its first settings on', async () => {
    const own = await freshTable();
    const advertisers = advertisersOf({ ...own, clock: testClock() });
    const accesses = [anAccess(), anAccess()];
    expect(await advertiserListOf(own).all()).toEqual([]);
    for (const access of accesses) {
      const first = settings({ siren: sirenFrom(String(20_000_000 + count++)) });
      await advertisers.put(access, first, NOW);
      await advertisers.put(access, { ...first, dailyCeiling: 2 }, NOW);
    }
    expect(await advertiserListOf(own).all()).toEqual(accesses.map(({ advertiserId }) => advertiserId).sort());
  });

  test('holds one that was stored before there was a list, once its settings are put again as they are', async () => {
    const own = await freshTable();
    const advertisers = advertisersOf({ ...own, clock: testClock() });
    const access = anAccess();
    const same = settings({ siren: sirenFrom(String(20_000_000 + count++)) });
    const stored = await advertisers.put(access, same, NOW);
    const replyCode = same.senders.sms[0]?.replyCode ?? '';
    for (const key of [listedAdvertiserKey(access), replyCodeKey(replyCode, access)])
      await own.client.send(new DeleteItemCommand({ TableName: own.tableName, Key: toImage({ ...key }) }));
    const found = async () => [await advertiserListOf(own).all(), await replyCodesOf(own).advertisersOf(replyCode)];
    expect(await found()).toEqual([[], []]);
    expect(await advertisers.put(access, same, NOW)).toEqual(stored);
    expect(await found()).toEqual([[access.advertiserId], [access.advertiserId]]);
  });

  test('that cannot be read is a failure, not an empty list', async () => {
    await expect(advertiserListOf(unreachableTable(table)).all()).rejects.toMatchObject({
      code: 'dependency-unavailable',
    });
  });
});
