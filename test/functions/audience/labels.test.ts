import { DeleteItemCommand } from '@aws-sdk/client-dynamodb';
import { describe, expect, test, vi } from 'vitest';
import { toImage } from '#shared/adapters/dynamodb/table.ts';
import { openLabels } from '#shared/app/audience/open-labels.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { runRebuild } from '../../../cli/commands/rebuild.ts';
import { indexToRebuild } from '../../../cli/rebuild-in-account.ts';
import { testVault } from '../../support/aws.ts';
import { EXAMPLES } from '../../support/routes.ts';
import { ADVERTISER, aWorldWithForms, type World } from '../support/api.ts';
import { followed } from './followed-world.ts';
import { itemsOf, tableOfWorld } from './stored.ts';

/** A label that the settings name, or name no more, once contacts have attributes already. */
const EMAIL = 'camille.martin@example.com';
const GOLD = { loyalty: 'gold', shop: 'Lyon' };

/** Settings are read again some seconds later. */
const settle = async ({ call }: World, audienceLabels: readonly string[]) => {
  const answer = await call('patch-advertiser', {
    path: { advertiserId: ADVERTISER },
    body: { audienceLabels },
    contentType: 'application/merge-patch+json',
  });
  vi.setSystemTime(Date.now() + 10_000);
  return answer;
};
const declare = ({ call }: World, attributes: object) =>
  followed(() =>
    call('declare-contact', { body: { advertiserId: ADVERTISER, contact: { email: EMAIL }, attributes } }),
  );
const rebuilt = () => runRebuild(indexToRebuild(tableOfWorld(), testVault()), undefined, () => undefined);
const profileNow = async () => (await itemsOf(tableOfWorld())).find(({ entity }) => entity === 'profile');

/** How many a segment by these labels holds. */
const count = async ({ call }: World, labels: object) => {
  const { body } = await call('count-audience', {
    body: { advertiserId: ADVERTISER, channel: 'email', purpose: 'own-offers', where: { labels } },
  });
  return body.count;
};

/** Somebody who agreed, with attributes, before the settings named any of them. */
const aWorldBefore = async (): Promise<World> => {
  const world = await aWorldWithForms();
  const consent = { ...(EXAMPLES['record-consent'] as object), advertiserId: ADVERTISER, contact: { email: EMAIL } };
  await followed(() => world.call('record-consent', { body: consent }));
  await declare(world, GOLD);
  return world;
};

describe('a label that is named later', () => {
  test('is warned of by name and command, and found once the index is rebuilt', async () => {
    const world = await aWorldBefore();
    const { body } = await settle(world, ['loyalty']);
    const [warning] = body.warnings.filter(({ pointer }: { pointer: string }) => pointer === '/audienceLabels/0');
    expect(warning.sentence.en).toContain('"loyalty"');
    expect(warning.remedy.sentence.en).toContain('npm run aval -- rebuild audience');
    expect(await count(world, { loyalty: ['gold'] })).toBe(0);
    expect(await rebuilt()).toBe(0);
    expect(await count(world, { loyalty: ['gold'] })).toBe(1);
    expect(JSON.stringify(await itemsOf(tableOfWorld()))).not.toContain('Lyon');
  });

  test('is found once the same attributes are put again', async () => {
    const world = await aWorldBefore();
    await settle(world, ['loyalty']);
    await declare(world, GOLD);
    expect(await count(world, { loyalty: ['gold'] })).toBe(1);
  });

  test('has no warning where nothing of the labels is changed', async () => {
    const world = await aWorldBefore();
    await settle(world, ['loyalty']);
    const { body } = await settle(world, ['loyalty']);
    expect(body.warnings.filter(({ pointer }: { pointer: string }) => pointer.startsWith('/audienceLabels'))).toEqual(
      [],
    );
  });
});

describe('a label that is named no more', () => {
  test('stays in clear until the index is rebuilt, which the answer says; its attribute stays', async () => {
    const world = await aWorldBefore();
    await settle(world, ['loyalty', 'shop']);
    await rebuilt();
    expect(await profileNow()).toMatchObject({ labels: GOLD });
    const { body } = await settle(world, ['loyalty']);
    const [warning] = body.warnings.filter(({ pointer }: { pointer: string }) => pointer === '/audienceLabels');
    expect(warning.sentence.en).toBe(
      '"shop" stays without encryption for contacts whose attributes were stored before.',
    );
    const [, ofCampaigns] = body.warnings.filter(({ pointer }: { pointer: string }) => pointer === '/audienceLabels');
    expect(ofCampaigns.sentence.en).toBe(
      'A campaign to come whose segment names "shop" loses each contact as soon as it changes.',
    );
    expect(ofCampaigns.remedy.sentence.en).toContain('cancel that campaign');
    expect(await rebuilt()).toBe(0);
    expect(await profileNow()).toMatchObject({ labels: { loyalty: 'gold' } });
    const { body: found } = await world.call('look-up-contact', {
      body: { advertiserId: ADVERTISER, contact: { email: EMAIL } },
    });
    expect(found.attributes).toEqual(GOLD);
  });

  test('of somebody else, of whom none is in clear, nothing is opened', async () => {
    const world = await aWorldBefore();
    const before = await profileNow();
    await rebuilt();
    expect((await profileNow())?.revision).toBe(before?.revision);
    await settle(world, ['size']);
    await rebuilt();
    expect((await profileNow())?.revision).toBe(before?.revision);
  });
});

test('P7: attributes that are erased as they are stored again are not stored, nor are their labels', async () => {
  const world = await aWorldBefore();
  await settle(world, ['loyalty']);
  const { body } = await world.call('look-up-contact', {
    body: { advertiserId: ADVERTISER, contact: { email: EMAIL } },
  });
  const table = tableOfWorld();
  const { ports } = indexToRebuild(table, testVault());
  const { profiles } = ports;
  const erased: typeof profiles = {
    ...profiles,
    put: async (...given) => {
      const { pk, sk } = (await profileNow()) ?? {};
      if (pk !== undefined)
        await table.client.send(new DeleteItemCommand({ TableName: table.tableName, Key: toImage({ pk, sk }) }));
      return profiles.put(...given);
    },
  };
  await openLabels({ ...ports, profiles: erased }, admit(ADVERTISER), body.contactId).catch(() => undefined);
  expect(await profileNow()).toBeUndefined();
});

describe('a label whose accents are characters of their own', () => {
  const [COMPOSED, APART] = ['Élysée'.normalize('NFC'), 'Élysée'.normalize('NFD')];

  test.each([
    ['in one', COMPOSED, APART],
    ['apart', APART, COMPOSED],
    ['apart, both', APART, APART],
  ])('written %s is found by whoever writes it otherwise', async (_, given, asked) => {
    const world = await aWorldBefore();
    await settle(world, ['shop']);
    await declare(world, { shop: given });
    expect(await count(world, { shop: [asked] })).toBe(1);
    expect(await count(world, { shop: ['Elysee'] })).toBe(0);
    // What the advertiser put stays as it was put.
    const path = {
      contactId: (
        await world.call('look-up-contact', { body: { advertiserId: ADVERTISER, contact: { email: EMAIL } } })
      ).body.contactId,
    };
    const shown = await world.call('get-contact', { path, query: { advertiserId: ADVERTISER } });
    expect(shown.body.attributes.shop).toBe(given);
  });
});
