import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { SQSEvent } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { fingerprintsOf } from '#shared/adapters/crypto/fingerprints.ts';
import { replyCodeKey } from '#shared/adapters/dynamodb/deployment-keys.ts';
import { haltsOf } from '#shared/adapters/dynamodb/halts.ts';
import { claimsOf } from '#shared/adapters/dynamodb/messages/claims.ts';
import { advertisersOf } from '#shared/adapters/dynamodb/settings/advertisers.ts';
import { toImage } from '#shared/adapters/dynamodb/table.ts';
import { changeHalts } from '#shared/app/halts/change-halts.ts';
import { AdvertiserSettings, settingsOf } from '#shared/domain/advertiser/advertiser.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { AdvertiserId } from '#shared/domain/ids.ts';
import { freshTable, TEST_SECRET } from '#test/support/aws.ts';
import { ADVERTISER_ID, anAdvertiser, instant, messageId, NOW } from '#test/support/builders.ts';
import { type ProviderStub, startProviderStub } from '#test/support/providers.ts';
import { askedBy } from '#test/support/recorded-in-process.ts';
import { startCold, started } from '../support/cold-start.ts';
import { publicEnvironment, WITH_TIME } from '../support/public-functions.ts';

const OTHER = AdvertiserId.parse('caves-du-sud');
const lines: string[] = [];
const TOPIC = 'arn:aws:sns:eu-west-3:000000000000:aval-test-sms-replies';
let stub: ProviderStub;
let table: Awaited<ReturnType<typeof freshTable>>;
let secrets: { stop(): Promise<void> };

beforeAll(async () => {
  stub = await startProviderStub();
  table = await freshTable();
  secrets = await publicEnvironment(table.tableName);
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_SNS: stub.url,
    CONFIRM_STOP: 'yes',
    // Nothing listens there, and nothing is parked.
    SMS_REPLIES_PARKED_QUEUE_URL: 'http://127.0.0.1:9/000000000000/sms-replies-dlq',
    SMS_REPLIES_TOPIC_ARN: TOPIC,
  });
  const advertisers = advertisersOf({ ...table, clock: { now: () => NOW } });
  const settings = AdvertiserSettings.parse(settingsOf(anAdvertiser()));
  await advertisers.put(admit(ADVERTISER_ID), settings, NOW);
  const shared = [...settings.senders.sms, { senderId: 'VALMYSUD', replyCode: '36106' }];
  await advertisers.put(admit(ADVERTISER_ID), { ...settings, senders: { ...settings.senders, sms: shared } }, NOW);
  const sms = [{ senderId: 'CAVESSUD', replyCode: '36106' }];
  await advertisers.put(admit(OTHER), { ...settings, siren: '732829320', senders: { ...settings.senders, sms } }, NOW);
  for (const level of ['info', 'warn', 'error'] as const)
    vi.spyOn(console, level).mockImplementation((line: string) => void lines.push(line));
});
afterAll(async () => {
  await stub.close();
  await secrets.stop();
});

/** The worker, given one STOP. */
const stop = (from: string, code = '36105', messageBody = 'STOP') =>
  receive({
    originationNumber: from,
    destinationNumber: code,
    messageBody,
    inboundMessageId: `${from}/${messageBody}`,
  });

const receive = async (reply: object, envelope: object = {}) => {
  const { handler } = await started<typeof import('#functions/workers/apply-sms-reply.ts')>('workers/apply-sms-reply');
  const body = JSON.stringify({ ...envelope, Message: JSON.stringify(reply) });
  const record = { messageId: 'record-0', body, attributes: { ApproximateReceiveCount: '1' } };
  lines.length = 0;
  return askedBy('apply-sms-reply', () => handler({ Records: [record] } as unknown as SQSEvent, WITH_TIME));
};
const DONE = { batchItemFailures: [] };
const textsTo = (number: string) => stub.taken.filter(({ to }) => to === number).length;
const oppositionsOf = async (advertiserId: AdvertiserId, value: string) => {
  const { ledgerWithoutAddresses } = await import('#functions/wiring.ts');
  const contactId = fingerprintsOf(TEST_SECRET).contactIdOf(advertiserId, { kind: 'phone', value });
  const env = { TABLE_NAME: table.tableName };
  return (await ledgerWithoutAddresses(env).readStanding(admit(advertiserId), contactId))?.oppositions ?? [];
};
const isOpposed = async (advertiserId: AdvertiserId, value: string) =>
  (await oppositionsOf(advertiserId, value)).length === 1;
const opposedSince = async (advertiserId: AdvertiserId, value: string) =>
  (await oppositionsOf(advertiserId, value))[0]?.occurredAt;

describe('the worker of replies by SMS', () => {
  test('notifies the person, and logs that it did without number or words', async () => {
    const from = '+33612200001';
    expect(await stop(from)).toEqual(DONE);
    expect([await isOpposed(ADVERTISER_ID, from), textsTo(from)]).toEqual([true, 1]);
    expect(lines.join()).toContain('"code":"taken"');
    expect(lines.join()).not.toMatch(/33612200001|votre demande/);
  });

  test('P2: an opposition is registered, and its reply does not come again, whatever the provider answers', async () => {
    const answers = { reject: 'not-taken', 'server-error': 'unknown', 'take-and-drop': 'unknown' } as const;
    for (const [index, [behaviour, code]] of Object.entries(answers).entries()) {
      const from = `+3361220001${index}`;
      stub.next(behaviour as keyof typeof answers);
      expect(await stop(from)).toEqual(DONE);
      expect(await isOpposed(ADVERTISER_ID, from)).toBe(true);
      expect(lines.join()).toContain(`"code":"${code}"`);
    }
  });

  test('P2: the same where nobody can be notified: the store of confirmations answers an error', async () => {
    const from = '+33612200020';
    const send = DynamoDBClient.prototype.send;
    const failing = function (this: DynamoDBClient, ...asked: [object]) {
      const isOfConfirmations = JSON.stringify(asked[0]).includes('CONFIRMATION#');
      return isOfConfirmations ? Promise.reject(new Error('out')) : Reflect.apply(send, this, asked);
    };
    const broken = vi.spyOn(DynamoDBClient.prototype, 'send').mockImplementation(failing as typeof send);
    expect(await stop(from)).toEqual(DONE);
    broken.mockRestore();
    expect([await isOpposed(ADVERTISER_ID, from), textsTo(from)]).toEqual([true, 0]);
    expect(lines.join()).toMatch(/stop-answered.*"code":"dependency-unavailable"/);
  });

  test('notifies the person also while nothing of an advertiser may leave', async () => {
    const from = '+33612200025';
    const halts = haltsOf(table);
    const clock = { now: () => NOW };
    await changeHalts({ halts, clock }, { kind: 'halt', by: 'Ops', why: 'a text went wrong' });
    expect(await stop(from)).toEqual(DONE);
    expect([await isOpposed(ADVERTISER_ID, from), textsTo(from)]).toEqual([true, 1]);
    await changeHalts({ halts, clock }, { kind: 'resume', by: 'Ops', why: 'mended' });
  });

  test('in doubt at two advertisers, both are opposed and neither is named to whoever wrote', async () => {
    const from = '+33612200030';
    expect(await stop(from, '36106')).toEqual(DONE);
    for (const advertiserId of [ADVERTISER_ID, OTHER]) expect(await isOpposed(advertiserId, from)).toBe(true);
    expect(textsTo(from)).toBe(0);
    expect(lines.join()).toContain('several-advertisers');
  });

  test('for more advertisers than it has time for, it puts parts back, each of which opposes at its own and notifies nobody', async () => {
    const from = '+33612200031';
    const others = Array.from({ length: 400 }, (_, index) => AdvertiserId.parse(`one-of-many-${index}`));
    for (const advertiserId of [...others, OTHER]) {
      const binding = { ...replyCodeKey('36107', admit(advertiserId)), entity: 'reply-code', v: 1, advertiserId };
      await table.client.send(new PutItemCommand({ TableName: table.tableName, Item: toImage(binding) }));
    }
    const before = stub.taken.length;
    const reply = {
      originationNumber: from,
      destinationNumber: '36107',
      messageBody: 'STOP',
      inboundMessageId: 'many',
    };
    const [first, later] = ['2026-11-24T09:00:00.000Z', '2026-11-24T09:00:20.000Z'];
    expect(await receive(reply, { Timestamp: first })).toEqual(DONE);
    const parts = stub.taken.slice(before).map(({ request }) => request);
    expect(parts.map(({ TopicArn }) => TopicArn)).toEqual([TOPIC, TOPIC, TOPIC]);
    expect(await isOpposed(OTHER, from)).toBe(false);
    for (const { Message } of parts)
      expect(await receive(JSON.parse(String(Message)), { Timestamp: later })).toEqual(DONE);
    // SNS says when each part was put there.
    expect(await opposedSince(OTHER, from)).toBe(first);
    for (const advertiserId of [...others.slice(0, 5), ...others.slice(-5), OTHER])
      expect(await isOpposed(advertiserId, from)).toBe(true);
    expect([await isOpposed(ADVERTISER_ID, from), textsTo(from)]).toEqual([false, 0]);
  });

  test('P2: what left after a reply came is not what it answers, however late the reply is read', async () => {
    const from = '+33612200032';
    const reply = {
      originationNumber: from,
      destinationNumber: '36106',
      messageBody: 'STOP',
      inboundMessageId: 'late',
    };
    const contactId = fingerprintsOf(TEST_SECRET).contactIdOf(OTHER, { kind: 'phone', value: from });
    const at = instant(new Date().toISOString());
    const bucket = { month: at.slice(0, 7), channel: 'sms', revision: 0 } as const;
    const entry = { messageId: messageId('m-afterwards-'), claimedAt: at, claimToken: 'a', result: 'sent' } as const;
    await claimsOf(table).claim(admit(OTHER), contactId, bucket, entry);
    const before = new Date(Date.parse(at) - 60_000).toISOString();
    expect(await receive({ ...reply, inboundMessageId: 'in-time' })).toEqual(DONE);
    expect([await isOpposed(ADVERTISER_ID, from), await isOpposed(OTHER, from)]).toEqual([false, true]);
    expect(await receive(reply, { Timestamp: before })).toEqual(DONE);
    expect(await isOpposed(ADVERTISER_ID, from)).toBe(true);
  });

  test('answers CONTACT with who writes, registers nothing, and logs neither number nor words', async () => {
    const from = '+33612200035';
    expect(await stop(from, '36105', 'CONTACT')).toEqual(DONE);
    expect([await isOpposed(ADVERTISER_ID, from), textsTo(from)]).toEqual([false, 1]);
    expect(lines.join()).toMatch(/contact-answered.*"code":"taken"/);
    expect(lines.join()).not.toMatch(/33612200035|joindre/);
    expect(await stop(from)).toEqual(DONE);
    expect([await isOpposed(ADVERTISER_ID, from), textsTo(from)]).toEqual([true, 2]);
  });

  test('answers CONTACT neither to what is no number, nor where it is asked too often', async () => {
    expect(await stop('36105', '36105', 'CONTACT')).toEqual(DONE);
    expect(lines.join()).toMatch(/contact-answered.*"code":"(failed|invalid-request)"/);
    const from = '+33612200036';
    for (const word of ['CONTACT', 'Kontakt', 'HELP']) expect(await stop(from, '36105', word)).toEqual(DONE);
    expect(textsTo(from)).toBe(1);
  });

  test('notifies nobody where the deployment says that its provider does', async () => {
    const from = '+33612200040';
    // As another process has it.
    process.env.CONFIRM_STOP = 'no';
    startCold();
    expect(await stop(from)).toEqual(DONE);
    expect(await stop(from, '36105', 'CONTACT')).toEqual(DONE);
    expect([await isOpposed(ADVERTISER_ID, from), textsTo(from)]).toEqual([true, 0]);
  });
});
