import { randomBytes } from 'node:crypto';
import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { confirmationsOf } from '#shared/adapters/dynamodb/messages/confirmations.ts';
import { sendingSnsClient } from '#shared/adapters/providers/clients.ts';
import { smsBySns } from '#shared/adapters/sns/send-sms.ts';
import { declareContact } from '#shared/app/contacts/declare-contact.ts';
import { applySmsReply } from '#shared/app/replies/apply-sms-reply.ts';
import { type ConfirmPorts, confirmStop } from '#shared/app/replies/confirm-stop.ts';
import { stopConfirmation } from '#shared/channels/sms/answers.ts';
import { segmentsOf } from '#shared/channels/sms/segments.ts';
import { offerSignsIn } from '#shared/domain/message/offer-signs.ts';
import { READER_LANGUAGES } from '#shared/domain/reader-language.ts';
import { addSeconds } from '#shared/domain/time/instant.ts';
import { askedBy } from '#test/support/recorded-in-process.ts';
import { type SendWorld, startSendWorld } from '#test/support/send-world.ts';
import { portsOf, reply } from '../support/sms-replies.ts';

let world: SendWorld;
beforeAll(async () => {
  world = await startSendWorld(inject('dynamoDbUrl'));
});
afterAll(() => world.close());

const confirming = (): ConfirmPorts => ({
  ...portsOf(world),
  newId: () => randomBytes(16).toString('base64url'),
  confirmations: confirmationsOf(world.table),
  provider: smsBySns(sendingSnsClient()),
});
/** A STOP as the worker takes it: registered, then notified. */
const stop = async (from: string, replyId: string, ports = confirming()) => {
  const said = reply({ from, replyId });
  await applySmsReply(portsOf(world), said);
  return askedBy('apply-sms-reply', () => confirmStop(ports, world.access.advertiserId, said));
};
const textsTo = (number: string) => world.stub.taken.filter(({ to }) => to === number).map(({ request }) => request);
const isOpposed = async (from: string) => {
  const contactId = world.fingerprints.contactIdOf(world.access.advertiserId, { kind: 'phone', value: from });
  return (await world.ledger.readStanding(world.access, contactId))?.oppositions.length === 1;
};

describe('whoever answers STOP', () => {
  test('is notified once, in French, by the sender of the code that was answered, as no prospecting', async () => {
    const from = '+33612100001';
    expect(await stop(from, 'one')).toBe('taken');
    const [sent, ...more] = textsTo(from);
    expect(more).toEqual([]);
    expect(Object.values(sent ?? {})).toEqual(
      expect.arrayContaining([
        'Maison Valmy : votre demande est prise en compte. Vous ne recevrez plus nos SMS publicitaires.',
        'MAISONVALMY',
        'Transactional',
      ]),
    );
  });

  test.each([
    ['the sender that was answered, where the reply says so', 'CAVESDUBOIS', 'CAVESDUBOIS', true],
    ['the first of its code, where the reply does not', 'CAVESDUBOIS', 'MAISONVALMY', false],
    ['the sender that was answered, the first one included', 'MAISONVALMY', 'MAISONVALMY', true],
  ])('is notified by %s', async (_, sender, by, says) => {
    const { advertisers } = world.ports;
    const stored = (await advertisers.get(world.access)) ?? expect.fail('no advertiser');
    const brands = ['MAISONVALMY', 'CAVESDUBOIS'].map((senderId) => ({ senderId, replyCode: '36105' }));
    const tradeNames = ['Maison Valmy', 'Caves Dubois'];
    const both = { ...stored, tradeNames, senders: { ...stored.senders, sms: brands } };
    const ports = { ...confirming(), advertisers: { ...advertisers, get: async () => both } };
    const text = await world.aMessage({ channel: 'sms', fields: { sender } });
    await world.ports.messages.move(
      world.access,
      text.messageId,
      'sent',
      { providerMessageId: `id-${sender}-${says}` },
      { isAnswered: true },
    );
    const said = reply({
      from: text.address,
      replyId: text.messageId,
      ...(says && { answers: `id-${sender}-${says}` }),
    });
    await applySmsReply(portsOf(world), said);
    expect(await confirmStop(ports, world.access.advertiserId, said)).toBe('taken');
    const [confirmed] = textsTo(text.address).map((each) => Object.values(each));
    const named = by === 'MAISONVALMY' ? /^Maison Valmy : votre/ : /^Caves Dubois : votre/;
    expect(confirmed).toEqual(expect.arrayContaining([by, expect.stringMatching(named)]));
  });

  test('is notified in English where that is the language known of them', async () => {
    const from = '+33612100002';
    await declareContact(
      { ...portsOf(world), advertisers: world.ports.advertisers },
      {
        access: world.access,
        address: { kind: 'phone', value: from },
        declared: { language: 'en' },
        actor: { by: 'system' },
      },
    );
    await stop(from, 'english');
    expect(JSON.stringify(textsTo(from))).toContain('your request is recorded');
  });

  test('is not notified again, however often the reply is delivered and STOP is said, at once or the next days', async () => {
    const from = '+33612100003';
    await Promise.all(['a', 'a', 'a', 'b', 'c'].map((replyId) => stop(from, replyId).catch(() => undefined)));
    for (let day = 0; day < 3; day += 1) {
      world.clock.forward(43_200);
      expect(await stop(from, `day-${day}`)).toBe('answered-before');
    }
    expect(textsTo(from)).toHaveLength(1);
  });

  test('is notified again after they agreed again, for that is another opposition; not after an older consent comes in', async () => {
    const text = await world.aMessage({ channel: 'sms' });
    const from = text.address;
    expect(await stop(from, 'first')).toBe('taken');
    // The consent of this contact was given before the STOP.
    expect(await stop(from, 'second')).toBe('answered-before');
    const agreeing = { ...confirming() };
    const later = addSeconds(world.clock.now(), 3600);
    const readStanding: ConfirmPorts['ledger']['readStanding'] = async (access, contactId) => {
      const standing = await world.ledger.readStanding(access, contactId);
      return standing && { ...standing, consents: standing.consents.map((each) => ({ ...each, givenAt: later })) };
    };
    world.clock.forward(7200);
    expect(await stop(from, 'third', { ...agreeing, ledger: { readStanding } })).toBe('taken');
    expect(await stop(from, 'fourth', { ...agreeing, ledger: { readStanding } })).toBe('answered-before');
    expect(textsTo(from)).toHaveLength(2);
  });

  test('P2: is opposed though the provider refuses to notify them; the next STOP is answered, as nothing left', async () => {
    const answers = { reject: 'not-taken', throttle: 'not-taken-now', forbid: 'not-taken-now' } as const;
    for (const [index, behaviour] of (['reject', 'throttle', 'forbid'] as const).entries()) {
      const from = `+3361210001${index}`;
      world.stub.next(behaviour);
      expect(await stop(from, 'refused')).toBe(answers[behaviour]);
      expect(await isOpposed(from)).toBe(true);
      expect(await stop(from, 'again')).toBe('taken');
      expect(textsTo(from)).toHaveLength(1);
    }
  });

  test('is never notified twice where the provider took it and nobody knows', async () => {
    const from = '+33612100020';
    world.stub.next('take-and-drop');
    expect(await stop(from, 'lost-answer')).toBe('unknown');
    expect(await stop(from, 'again')).toBe('answered-before');
    expect(textsTo(from)).toHaveLength(1);
  });

  test('is not notified by an advertiser that has no sender of SMS any more', async () => {
    const from = '+33612100021';
    const stored = await world.ports.advertisers.get(world.access);
    if (stored === undefined) throw new Error('the world has no advertiser');
    const advertisers = {
      ...world.ports.advertisers,
      get: async () => ({ ...stored, senders: { email: [], sms: [] } }),
    };
    expect(await stop(from, 'nobody', { ...confirming(), advertisers })).toBe('no-sender');
    expect(textsTo(from)).toEqual([]);
  });

  test('P7: that they were notified is kept three years, as a time under the id of the contact, and no number', async () => {
    const from = '+33612100022';
    await stop(from, 'kept');
    const contactId = world.fingerprints.contactIdOf(world.access.advertiserId, { kind: 'phone', value: from });
    const { Item } = await world.table.client.send(
      new GetItemCommand({
        TableName: world.table.tableName,
        Key: { pk: { S: `CONFIRMATION#${world.access.advertiserId}#${contactId}` }, sk: { S: 'CONFIRMATION' } },
      }),
    );
    expect(Object.keys(Item ?? {}).sort()).toEqual(['at', 'entity', 'expiresAt', 'pk', 'sk', 'v']);
    const years = (Number(Item?.expiresAt?.N) - Date.parse(world.clock.now()) / 1000) / (365.25 * 86_400);
    expect(years).toBeCloseTo(3, 1);
    world.clock.forward(3.1 * 365.25 * 86_400);
    expect(await stop(from, 'years-later')).toBe('taken');
  });
});

describe('what confirms a STOP', () => {
  test('offers nothing, whoever reads it', () => {
    // Other languages are not read for signs.
    for (const language of ['fr', 'en'] as const) {
      const said = { reason: undefined, ownHosts: [], products: [] };
      expect(offerSignsIn([stopConfirmation(language, 'Maison Valmy')], said)).toEqual([]);
    }
  });

  test.each(['Ateliers de la Forêt Noire et Fils', 'N'.repeat(120), 'Кафе Пушкин на Невском проспекте'])(
    'takes one segment, whatever the name: %s',
    (name) => {
      for (const language of READER_LANGUAGES)
        expect(segmentsOf(stopConfirmation(language, name))).toEqual({ segments: 1, encoding: 'GSM-7' });
    },
  );
});
