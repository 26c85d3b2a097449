import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { fingerprintsOf } from '#shared/adapters/crypto/fingerprints.ts';
import { type Key, settingsKey, standingKey } from '#shared/adapters/dynamodb/keys.ts';
import { toImage } from '#shared/adapters/dynamodb/table.ts';
import { AdvertiserSettings } from '#shared/domain/advertiser/advertiser.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { atMost } from '#shared/domain/at-most.ts';
import type { AdvertiserId } from '#shared/domain/ids.ts';
import { TEST_SECRET } from '#test/support/aws.ts';
import { anAdvertiser, NOW } from '#test/support/builders.ts';
import { type LinkWorld, startLinkWorld } from '#test/support/link-world.ts';
import { sirenFrom } from '../acceptance/identity.ts';
import { startCold, started } from './support/cold-start.ts';
import { publicEnvironment, publicEvent, typedForm, WITH_TIME } from './support/public-functions.ts';

let world: LinkWorld;
let oppose: typeof import('#functions/public/oppose-by-address.ts').handler;
let close: () => Promise<void>;
const fingerprints = fingerprintsOf(TEST_SECRET);
const MANY = Array.from({ length: 299 }, (_, index) => `shop-${index}` as AdvertiserId);
/** More than are written at the same time, and the first among them. */
const FRIENDS = MANY.slice(0, 30);
const everyone = () => [...MANY, world.access.advertiserId];

beforeAll(async () => {
  world = await startLinkWorld();
  const { advertiserId: _a, settingsVersion: _v, recordedAt: _r, ...settings } = anAdvertiser();
  await atMost(20, [...MANY.entries()], async ([index, advertiserId]) => {
    const siren = sirenFrom(String(20_000_000 + index));
    const tradeNames = FRIENDS.includes(advertiserId) ? ['Les Amis'] : [];
    const shop = { ...settings, legalName: `Boutique ${index}`, tradeNames, siren };
    await world.advertisers.put(admit(advertiserId), AdvertiserSettings.parse(shop), NOW);
  });
  const environment = await publicEnvironment(world.tableName);
  close = environment.stop;
  ({ handler: oppose } =
    await started<typeof import('#functions/public/oppose-by-address.ts')>('public/oppose-by-address'));
});
afterAll(async () => {
  await close();
  world.close();
});

const post = (address: string, sender = '', by = oppose) =>
  by(publicEvent('POST', '/o', typedForm({ address, sender })), WITH_TIME);

/** Who holds an opposition of this address. */
const whereOpposed = async (value: string, among = everyone()): Promise<readonly AdvertiserId[]> => {
  const held = await atMost(20, among, async (advertiserId) => {
    const contactId = fingerprints.contactIdOf(advertiserId, { kind: 'email', value });
    return (await world.ledger.readStanding(admit(advertiserId), contactId))?.oppositions.length === 1;
  });
  return among.filter((_, index) => held[index]);
};

describe('an address typed where there are 300 advertisers', () => {
  test('P2: is opposed at every one of them before the answer', { timeout: 60_000 }, async () => {
    expect((await post('all@example.fr')).statusCode).toBe(200);
    expect(await whereOpposed('all@example.fr')).toEqual(everyone());
  });

  test('is opposed at the one named alone', async () => {
    expect((await post('one@example.fr', 'boutique 42')).statusCode).toBe(200);
    expect(await whereOpposed('one@example.fr')).toEqual(['shop-42']);
  });
});

const putRubbish = (key: Key) =>
  world.table.client.send(
    new PutItemCommand({ TableName: world.table.tableName, Item: toImage({ ...key, entity: 'rubbish', v: 1 }) }),
  );

describe('an advertiser that is in trouble', () => {
  test('P2: stops no other: the opposition is recorded at all others, and the answer is no 2xx', async () => {
    const contactId = fingerprints.contactIdOf(MANY[0] as AdvertiserId, { kind: 'email', value: 'broken@example.fr' });
    const send = DynamoDBClient.prototype.send;
    const away = vi.spyOn(DynamoDBClient.prototype, 'send').mockImplementation(function (
      this: DynamoDBClient,
      command,
    ) {
      const isTheirs = JSON.stringify(command.input).includes(contactId);
      return isTheirs ? Promise.reject(new Error('away')) : Reflect.apply(send, this, [command]);
    });
    const answer = await post('broken@example.fr', 'les amis');
    away.mockRestore();
    expect(answer.statusCode).toBe(503);
    expect(answer.body).toContain('name="address" value="broken@example.fr"');
    expect(await whereOpposed('broken@example.fr', FRIENDS)).toEqual(FRIENDS.slice(1));
  });

  test('P2: gets it too where what is known of the contact cannot be read', async () => {
    const contactId = fingerprints.contactIdOf(MANY[0] as AdvertiserId, { kind: 'email', value: 'rubbish@example.fr' });
    await putRubbish(standingKey(admit(MANY[0] as AdvertiserId), contactId));
    expect((await post('rubbish@example.fr', 'les amis')).statusCode).toBe(200);
    expect(await whereOpposed('rubbish@example.fr', FRIENDS.slice(1))).toEqual(FRIENDS.slice(1));
  });

  test('P2: counts as meant where its settings, and so its names, cannot be read', async () => {
    await putRubbish(settingsKey(admit('shop-7' as AdvertiserId)));
    // A process that has not read them before.
    startCold();
    const { handler } =
      await started<typeof import('#functions/public/oppose-by-address.ts')>('public/oppose-by-address');
    expect((await post('perhaps@example.fr', 'Boutique 42', handler)).statusCode).toBe(200);
    expect(await whereOpposed('perhaps@example.fr')).toEqual(['shop-7', 'shop-42']);
  });
});
