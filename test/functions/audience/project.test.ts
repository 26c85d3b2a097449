import { DeleteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { describe, expect, test, vi } from 'vitest';
import { type Item, toImage } from '#shared/adapters/dynamodb/table.ts';
import { NOW } from '../../support/builders.ts';
import { startQueueAndBus } from '../../support/queue-and-bus.ts';
import { askedBy } from '../../support/recorded-in-process.ts';
import { EXAMPLES } from '../../support/routes.ts';
import { ADVERTISER, aWorldWithForms } from '../support/api.ts';
import { followed, project, recordOf, recordsOf, rowsNow } from './followed-world.ts';
import { itemsOf, tableOfWorld } from './stored.ts';

type Call = Awaited<ReturnType<typeof aWorldWithForms>>['call'];
const EMAIL = { advertiserId: ADVERTISER, contact: { email: 'camille.martin@example.com' } };
const PHONE = { advertiserId: ADVERTISER, contact: { phone: '+262692123456' } };

const consent =
  (call: Call, more: object = {}) =>
  () =>
    call('record-consent', { body: { ...(EXAMPLES['record-consent'] as object), ...EMAIL, ...more } });
const declare = (call: Call, more: object) => () => call('declare-contact', { body: { ...EMAIL, ...more } });
const oppose = (call: Call, of: object) => () =>
  call('register-opposition', { body: { ...(EXAMPLES['register-opposition'] as object), ...EMAIL, of } });
const settle = (call: Call, body: object) =>
  call('patch-advertiser', {
    path: { advertiserId: ADVERTISER },
    body,
    contentType: 'application/merge-patch+json',
  });

/** What TTL does. */
const removeStored = async ({ pk, sk }: Item): Promise<void> => {
  const { client, tableName } = tableOfWorld();
  await client.send(new DeleteItemCommand({ TableName: tableName, Key: toImage({ pk, sk }) }));
};
const store = async (item: object): Promise<void> => {
  const { client, tableName } = tableOfWorld();
  await client.send(new PutItemCommand({ TableName: tableName, Item: toImage(item) }));
};
const stored = async (entity: string): Promise<Item> => {
  const found = (await itemsOf(tableOfWorld())).find((item) => item.entity === entity);
  if (found === undefined) throw new Error(`no ${entity} is stored`);
  return found;
};

describe('project', () => {
  test('a consent makes a row in its list, with what a segment asks and nothing that says whose it is', async () => {
    const { call } = await aWorldWithForms();
    await followed(consent(call));
    const rows = await rowsNow();
    expect([...rows.keys()]).toEqual(['email own-offers']);
    const { pk, sk, ...row } = rows.get('email own-offers') ?? {};
    expect(pk).toMatch(/^AUDIENCE#maison-valmy#email#own-offers#\d{1,2}$/);
    expect(row).toMatchObject({ zone: 'Europe/Paris', country: 'FR', kind: 'consumer', bases: ['consent'], seq: 1 });
    expect(row.firstRecordedOn).toBe(NOW.slice(0, 10));
    expect(JSON.stringify(row)).not.toMatch(/camille|@|wrapped|ciphertext/i);
  });

  test('an opposition takes away the rows that it covers, and no other', async () => {
    const { call } = await aWorldWithForms();
    await followed(consent(call));
    await followed(consent(call, { purpose: 'partner-offers' }));
    expect([...(await rowsNow()).keys()].sort()).toEqual(['email own-offers', 'email partner-offers']);
    await followed(oppose(call, { scope: 'purpose', channels: ['email'], purpose: 'own-offers' }));
    expect([...(await rowsNow()).keys()]).toEqual(['email partner-offers']);
    await followed(oppose(call, { scope: 'global' }));
    expect((await rowsNow()).size).toBe(0);
  });

  test('a telephone number shows where it rings, by its prefix alone', async () => {
    const { call } = await aWorldWithForms();
    await followed(consent(call, { ...PHONE, channels: ['sms'] }));
    const row = (await rowsNow()).get('sms own-offers');
    expect(row).toMatchObject({ zone: 'Indian/Reunion', country: 'RE' });
    expect(JSON.stringify(row)).not.toContain('692');
  });

  test('labels follow the profile, as far as the settings keep them now', async () => {
    const { call } = await aWorldWithForms();
    await settle(call, { audienceLabels: ['loyalty', 'shop'] });
    await followed(consent(call));
    await followed(declare(call, { attributes: { loyalty: 'gold', shop: 'Lyon', size: '42' } }));
    const label = async () => (await rowsNow()).get('email own-offers')?.labels;
    expect(await label()).toEqual({ loyalty: 'gold', shop: 'Lyon' });
    vi.setSystemTime(Date.parse(NOW) + 10_000);
    await settle(call, { audienceLabels: ['loyalty'] });
    await followed(declare(call, { attributes: { size: '43' } }));
    expect(await label()).toEqual({ loyalty: 'gold' });
  });

  test('P7: once TTL removed the standing, nothing is left of rows and attributes', async () => {
    const { call } = await aWorldWithForms();
    await followed(consent(call));
    await followed(declare(call, { attributes: { loyalty: 'gold' } }));
    const standing = await stored('standing');
    await followed(() => removeStored(standing));
    expect((await rowsNow()).size).toBe(0);
    expect((await itemsOf(tableOfWorld())).filter(({ entity }) => entity === 'profile')).toEqual([]);
  });

  test('P7: attributes from before an expiry are not those of the contact that came back', async () => {
    const { call } = await aWorldWithForms();
    await settle(call, { audienceLabels: ['loyalty'] });
    await followed(consent(call));
    await followed(declare(call, { attributes: { loyalty: 'gold' } }));
    // Its time has passed, and TTL has not removed it yet.
    await store({ ...(await stored('standing')), expiresAt: 1 });
    await followed(consent(call, { givenAt: '2026-11-21T10:00:00Z' }));
    expect((await rowsNow()).get('email own-offers')).toMatchObject({ labels: {} });
    const { body } = await call('look-up-contact', { body: EMAIL });
    expect(body.attributes).toEqual({});
    const { body: changed } = await call('declare-contact', { body: { ...EMAIL, attributes: { shop: 'Lyon' } } });
    expect(changed.attributes).toEqual({ shop: 'Lyon' });
  });

  test('changes that come twice, late or in another order lead to the same rows', async () => {
    const { call } = await aWorldWithForms();
    await settle(call, { audienceLabels: ['loyalty'] });
    const acts = [
      consent(call),
      declare(call, { attributes: { loyalty: 'gold' } }),
      declare(call, { language: 'fr' }),
      oppose(call, { scope: 'global' }),
      consent(call, { givenAt: '2026-11-24T09:59:00Z', form: undefined }),
      declare(call, { attributes: { loyalty: 'silver' } }),
    ];
    const records = [];
    for (const act of acts) records.push(...(await recordsOf(act)));
    expect(records.length).toBeGreaterThan(5);
    await project(records);
    const inOrder = await rowsNow();
    for (const order of [records.toReversed(), [...records, ...records], [...records.slice(3), ...records.slice(0, 4)]])
      for (const record of order) await project([record]);
    expect(await rowsNow()).toEqual(inOrder);
    expect(inOrder.get('email own-offers')).toMatchObject({ labels: { loyalty: 'silver' }, language: 'fr' });
  });

  test('what cannot be read is parked by its key alone, and holds up nobody', async () => {
    const queue = await startQueueAndBus();
    const { call } = await aWorldWithForms();
    vi.stubEnv('PROJECT_PARKED_QUEUE_URL', `${queue.url}/000000000000/project-parked`);
    vi.stubEnv('AWS_ENDPOINT_URL_SQS', queue.url);
    const first = await recordsOf(consent(call));
    const sound = await stored('standing');
    const damaged: Item = { ...sound, consents: 'none' };
    const other = await recordsOf(consent(call, { ...PHONE, channels: ['sms'] }));
    await store(damaged);
    const nobody = recordOf(undefined, { pk: 'CONTACT#Maison Valmy#x', sk: 'STANDING' });
    expect(await project([...first, nobody, ...other])).toEqual({ batchItemFailures: [] });
    expect(queue.queued).toHaveLength(2);
    expect(queue.queued).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          body: expect.objectContaining({ pk: damaged.pk, sk: 'STANDING' }),
          reason: 'stored-unreadable',
        }),
        expect.objectContaining({
          body: expect.objectContaining({ pk: 'CONTACT#Maison Valmy#x' }),
          reason: 'not-its-schema',
        }),
      ]),
    );
    // Repaired, it goes back to where it came from.
    expect([...(await rowsNow()).keys()]).toEqual(['sms own-offers']);
    await store(sound);
    const { redriving } = await import('#functions/wiring/parked.ts');
    const { goBack } = redriving({ ...process.env } as unknown as Parameters<typeof redriving>[0]);
    const body = JSON.stringify(queue.queued.find(({ reason }) => reason === 'stored-unreadable')?.body);
    expect(await askedBy('redrive', () => goBack.project(body))).toBe('went-back');
    expect([...(await rowsNow()).keys()].sort()).toEqual(['email own-offers', 'sms own-offers']);
    await queue.close();
  });

  test('P7: what the index cannot read is on the list of what ends all the same', async () => {
    const queue = await startQueueAndBus();
    const { call } = await aWorldWithForms();
    vi.stubEnv('PROJECT_PARKED_QUEUE_URL', `${queue.url}/000000000000/project-parked`);
    vi.stubEnv('AWS_ENDPOINT_URL_SQS', queue.url);
    const records = await recordsOf(consent(call));
    const standing = await stored('standing');
    await store({ ...standing, consents: 'none' });
    expect(await project(records)).toEqual({ batchItemFailures: [] });
    expect(queue.queued).toHaveLength(1);
    expect(await stored('expiry')).toMatchObject({ contactId: standing.contactId });
    await queue.close();
  });

  test('a store that is away is reported, and the change comes again', async () => {
    const { call, breakStore } = await aWorldWithForms();
    const [record] = await recordsOf(consent(call));
    breakStore();
    expect(await project(record === undefined ? [] : [record])).toEqual({
      batchItemFailures: [{ itemIdentifier: record?.dynamodb?.SequenceNumber }],
    });
  });

  test('notes up to which change of each advertiser it follows, and never an earlier one again', async () => {
    const { call } = await aWorldWithForms();
    const early = await recordsOf(consent(call));
    const late = await recordsOf(consent(call, PHONE));
    await project(late);
    const { upTo } = await stored('audience-followed');
    await project(early);
    expect((await stored('audience-followed')).upTo).toBe(upTo);
    await project([recordOf(undefined, { pk: 'MESSAGE#maison-valmy#x', sk: 'MESSAGE' })]);
    expect((await stored('audience-followed')).upTo).toBe(upTo);
  });
});
