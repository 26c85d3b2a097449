import { randomBytes } from 'node:crypto';
import { CreateTableCommand, DynamoDBClient, PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { vaultOf } from '#shared/adapters/crypto/vault.ts';
import { parkedListOf } from '#shared/adapters/dynamodb/messages/parked-list.ts';
import { storedChange } from '#shared/adapters/dynamodb/stored-change.ts';
import { type Table, toImage } from '#shared/adapters/dynamodb/table.ts';
import { collectParked } from '#shared/app/parked/collect-parked.ts';
import type { LastQueue, ParkedList } from '#shared/app/parked/parked.port.ts';
import { redrive } from '#shared/app/parked/redrive.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import { addSeconds } from '#shared/domain/time/instant.ts';
import { tableInput } from '#test/support/aws.ts';
import { ADVERTISER_ID, messageId, NOW, sha256 } from '#test/support/builders.ts';
import { NO_ADVERTISER_KEYS } from '#test/support/crypto/kms.ts';

const client = new DynamoDBClient({
  endpoint: inject('dynamoDbUrl'),
  region: 'eu-west-3',
  maxAttempts: 1,
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
});
afterAll(() => client.destroy());

let table: Table;
let parked: ParkedList;
let now = NOW;
beforeEach(async () => {
  table = { client, tableName: `parked-${randomBytes(6).toString('hex')}` };
  await client.send(new CreateTableCommand(tableInput(table.tableName)));
  now = NOW;
  const vault = vaultOf({
    keys: NO_ADVERTISER_KEYS,
    secret: async () => JSON.stringify({ key1: sha256('1') }),
    randomBytes,
  });
  parked = parkedListOf({ ...table, vault, clock: { now: () => now } });
});

const REFERENCE = { advertiserId: ADVERTISER_ID, messageId: messageId('one') };
const ENTRY = JSON.stringify({ ...REFERENCE, attempt: 3, putBack: 7 });
const REPLY = JSON.stringify({ Message: JSON.stringify({ originationNumber: '+33612345678', messageBody: 'STOP' }) });
const CHANGE = JSON.stringify({ pk: 'CONTACT#maison-valmy#v1n1.abc', sk: 'EVENT#000000000007' });
const WANTED = { apply: false, drop: [] };

/** A queue that holds these, and brings what was not removed again. */
const aQueue = (from: LastQueue['from'], ...held: { body: string; reason?: string }[]) => ({
  held,
  queue: {
    from,
    take: async () =>
      held.slice(0, 10).map((message) => ({
        ...message,
        remove: async () => void held.splice(held.indexOf(message), 1),
      })),
  } satisfies LastQueue,
});
const NOTHING_GIVEN_UP = { take: async () => [] };
const always = () => true;
const everything = async () => (await parked.page(undefined, 100)).items;
const whatIsStored = async () =>
  JSON.stringify((await client.send(new ScanCommand({ TableName: table.tableName }))).Items);

describe('what could not be handled', () => {
  test('P8: is brought into one place with its reason and its ids, and nothing else of it can be read there', async () => {
    const replies = aQueue('sms-replies', { body: REPLY });
    const dead = aQueue('send', { body: ENTRY });
    const poison = aQueue('send', { body: '{"address":"camille@example.fr"}', reason: 'not-its-schema' });
    const changes = aQueue('outbox', { body: CHANGE, reason: 'crash' });
    const queues = [replies, dead, poison, changes];
    const ports = { parked, lastQueues: queues.map(({ queue }) => queue), givenUp: NOTHING_GIVEN_UP };
    expect(await collectParked(ports, always)).toBe(4);
    expect(queues.flatMap(({ held }) => held)).toEqual([]);
    const found = (await everything()).map(({ from, reason, about }) => [from, reason, about]);
    expect(found.sort()).toEqual([
      ['outbox', 'crash', 'CONTACT#maison-valmy#v1n1.abc EVENT#000000000007'],
      ['send', 'gave-up', `${messageId('one')} of ${ADVERTISER_ID}`],
      ['send', 'not-its-schema', undefined],
      ['sms-replies', 'gave-up', undefined],
    ]);
    expect(await whatIsStored()).not.toMatch(/33612345678|STOP|camille|originationNumber/);
  });

  test('is kept once, since when it was first seen, where the collector dies before it removes it', async () => {
    const { queue, held } = aQueue('send', { body: ENTRY });
    const dying = {
      ...queue,
      take: async () =>
        (await queue.take()).map((one) => ({ ...one, remove: () => Promise.reject(new Error('died')) })),
    };
    await expect(collectParked({ parked, lastQueues: [dying], givenUp: NOTHING_GIVEN_UP }, always)).rejects.toThrow(
      'died',
    );
    expect(held).toHaveLength(1);
    now = addSeconds(NOW, 3600);
    await collectParked({ parked, lastQueues: [queue], givenUp: NOTHING_GIVEN_UP }, always);
    expect(await everything()).toMatchObject([{ parkedAt: NOW }]);
    expect(await parked.depth()).toEqual({ count: 1, oldest: NOW });
  });

  test('given up by the stream, is kept change by change, and its object is removed', async () => {
    const remove = async () => void batches.splice(0);
    const batches = [
      { from: 'outbox' as const, changes: [CHANGE, CHANGE.replace('7"', '8"')], remove },
      { from: 'project' as const, changes: [CHANGE], remove: async () => undefined },
    ];
    const givenUp = { take: async () => [...batches] };
    expect(await collectParked({ parked, lastQueues: [], givenUp }, always)).toBe(3);
    expect(batches).toEqual([]);
    expect((await everything()).map(({ from }) => from).sort()).toEqual(['outbox', 'outbox', 'project']);
  });

  test('waits where it is when there is no time to collect it', async () => {
    const { queue, held } = aQueue('send', { body: ENTRY });
    expect(await collectParked({ parked, lastQueues: [queue], givenUp: NOTHING_GIVEN_UP }, () => false)).toBe(0);
    expect(held).toHaveLength(1);
  });
});

describe('redrive', () => {
  const back: [string, string][] = [];
  const goBackTo = (from: string) => async (body: string) => {
    back.push([from, body]);
    return 'went-back' as const;
  };
  const ports = () => ({
    parked,
    goBack: {
      send: goBackTo('send'),
      campaign: goBackTo('campaign'),
      'sms-replies': goBackTo('sms-replies'),
      'email-feedback': goBackTo('email-feedback'),
      'opposition-mails': goBackTo('opposition-mails'),
      'inbound-events': goBackTo('inbound-events'),
      outbox: goBackTo('outbox'),
      project: goBackTo('project'),
      jobs: goBackTo('jobs'),
    },
  });
  beforeEach(async () => {
    back.length = 0;
    await parked.keep('send', 'too-slow', ENTRY);
    await parked.keep('sms-replies', 'gave-up', REPLY);
    await parked.keep('outbox', 'not-its-schema', CHANGE);
  });

  test('first only says what it will do', async () => {
    const { entries, next } = await redrive(ports(), WANTED);
    expect(next).toBeUndefined();
    expect(entries.map(({ outcome }) => outcome)).toEqual(['goes-back', 'goes-back', 'goes-back']);
    expect(back).toEqual([]);
    expect(await everything()).toHaveLength(3);
  });

  test('puts each back where it came from, as it was, once', async () => {
    const { entries } = await redrive(ports(), { ...WANTED, apply: true });
    expect(entries.map(({ outcome }) => outcome)).toEqual(['went-back', 'went-back', 'went-back']);
    expect(back.sort()).toEqual([
      ['outbox', CHANGE],
      ['send', ENTRY],
      ['sms-replies', REPLY],
    ]);
    expect(await everything()).toEqual([]);
    expect((await redrive(ports(), { ...WANTED, apply: true })).entries).toEqual([]);
  });

  test('takes only what came from one place, or has one reason', async () => {
    await redrive(ports(), { ...WANTED, apply: true, from: 'send' });
    expect(back.map(([from]) => from)).toEqual(['send']);
    await redrive(ports(), { ...WANTED, apply: true, reason: 'not-its-schema' });
    expect(back.map(([from]) => from)).toEqual(['send', 'outbox']);
    expect(await everything()).toMatchObject([{ from: 'sms-replies' }]);
  });

  test('keeps what fails as before, stops where something is away, and loses neither', async () => {
    const failing = (error: Error) => ({
      ...ports(),
      goBack: { ...ports().goBack, outbox: () => Promise.reject(error) },
    });
    const { entries } = await redrive(failing(new Error('still not its schema')), { ...WANTED, apply: true });
    expect(entries.find(({ from }) => from === 'outbox')).toMatchObject({ outcome: 'kept' });
    expect(await everything()).toMatchObject([{ from: 'outbox' }]);
    await expect(redrive(failing(dependencyUnavailable('The bus')), { ...WANTED, apply: true })).rejects.toThrow('bus');
    expect(await everything()).toHaveLength(1);
  });

  test('forgets what is named to be dropped, and nothing else', async () => {
    const [first] = await everything();
    const drop = [first?.parkedId ?? ''];
    expect((await redrive(ports(), { ...WANTED, drop })).entries).toMatchObject([{ outcome: 'to-drop' }]);
    await redrive(ports(), { ...WANTED, apply: true, drop });
    expect(back).toEqual([]);
    expect(await everything()).toHaveLength(2);
  });

  test('a parked change is what the item says today; one that is gone is nothing any more', async () => {
    expect(await storedChange(table, CHANGE)).toBeUndefined();
    const event = {
      v: 1,
      seq: 7,
      recordedAt: NOW,
      actor: { by: 'person' },
      type: 'opposition-registered',
      id: 'v1n1.abc',
      of: { scope: 'global' },
      via: 'link',
      occurredAt: NOW,
    };
    const item = {
      ...JSON.parse(CHANGE),
      entity: 'event',
      v: 1,
      advertiserId: ADVERTISER_ID,
      contactId: 'not a contact',
      event,
    };
    await client.send(new PutItemCommand({ TableName: table.tableName, Item: toImage(item) }));
    await expect(storedChange(table, CHANGE)).rejects.toThrow();
  });

  test('each kind of change goes back as what others hear of it: a chunk and a run of a campaign, and a halt', async () => {
    const pk = `CAMPAIGN#${ADVERTISER_ID}#cmp_a1B2c3D4e5F6g7H8i9J0kL`;
    const run = { advertiserId: ADVERTISER_ID, campaignId: pk.split('#')[2], scheduledAt: NOW };
    const counts = { settledAt: NOW, finishedAt: NOW, totals: { sent: 2 } };
    const kinds = [
      [
        { pk, sk: `RESULT#${NOW}#c` },
        { entity: 'chunk-result', chunkId: 'c', scheduledAt: NOW, ...counts },
      ],
      [
        { pk, sk: `OCCURRENCE#${NOW}` },
        { entity: 'occurrence', ...run, state: 'finished', startedAt: NOW, cut: 2, ...counts },
      ],
      [
        { pk: 'HALTS', sk: 'CHANGE#000001' },
        { entity: 'halt-change', number: 1, at: NOW, change: { kind: 'halt' } },
      ],
    ] as const;
    const heard: (string | undefined)[] = [];
    for (const [key, item] of kinds) {
      await client.send(new PutItemCommand({ TableName: table.tableName, Item: toImage({ ...key, v: 1, ...item }) }));
      heard.push((await storedChange(table, JSON.stringify(key)))?.of);
    }
    expect(heard).toEqual(['chunk', 'run', 'halt']);
  });
});
