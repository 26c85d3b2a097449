import { randomBytes } from 'node:crypto';
import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { contactAnswersOf } from '#shared/adapters/dynamodb/messages/confirmations.ts';
import { sendingSnsClient } from '#shared/adapters/providers/clients.ts';
import { smsBySns } from '#shared/adapters/sns/send-sms.ts';
import { answerContact } from '#shared/app/replies/answer-contact.ts';
import { AdvertiserId } from '#shared/domain/ids.ts';
import { askedBy } from '#test/support/recorded-in-process.ts';
import { anotherAdvertiser, type SendWorld, startSendWorld } from '#test/support/send-world.ts';
import { portsOf, reply } from '../support/sms-replies.ts';

let world: SendWorld;
beforeAll(async () => {
  world = await startSendWorld(inject('dynamoDbUrl'));
  await anotherAdvertiser(world, AdvertiserId.parse('caves-du-sud'), '732829320');
});
afterAll(() => world.close());

const answering = () => ({
  ...portsOf(world),
  newId: () => randomBytes(16).toString('base64url'),
  confirmations: contactAnswersOf(world.table),
  provider: smsBySns(sendingSnsClient()),
});
let count = 0;
const ask = (from: string, ports = answering()) => {
  count += 1;
  const said = reply({ from, text: 'CONTACT', replyId: `asked-${count}` });
  return askedBy('apply-sms-reply', () => answerContact(ports, said));
};
const textsTo = (number: string) => world.stub.taken.filter(({ to }) => to === number).map(({ request }) => request);
const standingOf = (value: string) =>
  world.ledger.readStanding(
    world.access,
    world.fingerprints.contactIdOf(world.access.advertiserId, { kind: 'phone', value }),
  );

/** A number that one of the two who share the code wrote to. */
const written = async (): Promise<string> => {
  const text = await world.aMessage({ channel: 'sms' });
  await world.deliver(text);
  return text.address;
};

describe('whoever answers CONTACT (charter of operators, C.1.2)', () => {
  test('gets name and contact of the advertiser that wrote, from its sender, as no prospecting; nothing of theirs changes', async () => {
    const from = await written();
    const before = await standingOf(from);
    const texts = textsTo(from).length;
    expect(await ask(from)).toEqual([{ advertiserId: world.access.advertiserId, code: 'taken' }]);
    const answer = textsTo(from).slice(texts);
    expect(answer).toHaveLength(1);
    const { contact } = (await world.ports.advertisers.get(world.access)) ?? expect.fail('no advertiser');
    const [text = ''] = Object.values(answer[0] ?? {}).filter((each) => String(each).includes('joindre'));
    expect(text).toMatch(/^Maison Valmy : /);
    for (const each of Object.values(contact)) expect(text).toContain(each);
    expect(Object.values(answer[0] ?? {})).toEqual(expect.arrayContaining(['MAISONVALMY', 'Transactional']));
    expect(await standingOf(from)).toEqual(before);
  });

  test('is answered once in 24 hours, whatever is delivered twice, and again after them', async () => {
    const from = await written();
    const texts = textsTo(from).length;
    await Promise.all([1, 2, 3, 4].map(() => ask(from).catch(() => undefined)));
    expect(textsTo(from)).toHaveLength(texts + 1);
    world.clock.forward(86_399);
    expect(await ask(from)).toMatchObject([{ code: 'answered-before' }]);
    world.clock.forward(2);
    expect(await ask(from)).toMatchObject([{ code: 'taken' }]);
    expect(textsTo(from)).toHaveLength(texts + 2);
  });

  test('is answered by both of two that share the code, each in its own name, where nobody knows who is meant', async () => {
    const from = '+33612100031';
    expect((await ask(from)).map(({ code }) => code)).toEqual(['taken', 'taken']);
    expect(textsTo(from)).toHaveLength(2);
    expect(await standingOf(from)).toBeUndefined();
  });

  test('is answered by nobody where more than three share it and nobody knows', async () => {
    const from = '+33612100032';
    const all = ['one', 'two', 'three', 'four'].map((name) => AdvertiserId.parse(`advertiser-${name}`));
    const replyCodes = { advertisersOf: async () => all };
    expect(await ask(from, { ...answering(), replyCodes })).toEqual([{ code: 'several-advertisers' }]);
    expect(textsTo(from)).toEqual([]);
  });

  test('is answered by nobody where the code is in no settings and nobody wrote to them', async () => {
    const from = '+33612100033';
    const replyCodes = { advertisersOf: async () => [] };
    expect(await ask(from, { ...answering(), replyCodes })).toEqual([{ code: 'code-unknown' }]);
    expect(textsTo(from)).toEqual([]);
  });

  test('is answered by the one that wrote where the code is in no settings', async () => {
    const from = await written();
    const replyCodes = { advertisersOf: async () => [] };
    expect(await ask(from, { ...answering(), replyCodes })).toEqual([
      { advertiserId: world.access.advertiserId, code: 'taken' },
    ]);
  });

  test('may ask again at once where the provider did not take the answer', async () => {
    const from = await written();
    const texts = textsTo(from).length;
    world.stub.next('reject');
    expect(await ask(from)).toMatchObject([{ code: 'not-taken' }]);
    expect(await ask(from)).toMatchObject([{ code: 'taken' }]);
    expect(textsTo(from)).toHaveLength(texts + 1);
  });

  test('P7: that they were answered is kept two days, as a time under the id of the contact, beside their STOP', async () => {
    const from = await written();
    await ask(from);
    const contactId = world.fingerprints.contactIdOf(world.access.advertiserId, { kind: 'phone', value: from });
    const { Item } = await world.table.client.send(
      new GetItemCommand({
        TableName: world.table.tableName,
        Key: { pk: { S: `CONFIRMATION#${world.access.advertiserId}#${contactId}` }, sk: { S: 'CONTACT' } },
      }),
    );
    expect(Object.keys(Item ?? {}).sort()).toEqual(['at', 'entity', 'expiresAt', 'pk', 'sk', 'v']);
    expect(Number(Item?.expiresAt?.N) - Date.parse(world.clock.now()) / 1000).toBeCloseTo(2 * 86_400, -1);
  });
});
