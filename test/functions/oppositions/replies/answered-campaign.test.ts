import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { withRecipients } from '#shared/adapters/dynamodb/campaigns/recipients/recipients.ts';
import { confirmationsOf, contactAnswersOf } from '#shared/adapters/dynamodb/messages/confirmations.ts';
import { sendingSnsClient } from '#shared/adapters/providers/clients.ts';
import { smsBySns } from '#shared/adapters/sns/send-sms.ts';
import { answerContact } from '#shared/app/replies/answer-contact.ts';
import { applySmsReply } from '#shared/app/replies/apply-sms-reply.ts';
import { confirmStop } from '#shared/app/replies/confirm-stop.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { addSeconds } from '#shared/domain/time/instant.ts';
import { ADVERTISER_ID, NOW } from '#test/support/builders.ts';
import { askedBy } from '#test/support/recorded-in-process.ts';
import { portsOf, reply } from '../../support/sms-replies.ts';
import {
  EARLIER,
  LATER,
  NOBODYS,
  SILENT,
  startTextsOfCampaigns,
  type TextsOfCampaigns,
} from '../../support/texts-of-campaigns.ts';

let world: TextsOfCampaigns['world'];
let texts: TextsOfCampaigns;

beforeAll(async () => {
  texts = await startTextsOfCampaigns();
  world = texts.world;
});
// Each test has its own numbers, and the hours of a day are few.
afterEach(() => world.clock.set(NOW));
afterAll(() => world.close());
const contactAt: TextsOfCampaigns['contactAt'] = (...of) => texts.contactAt(...of);
const oppositionsOf: TextsOfCampaigns['oppositionsOf'] = (...of) => texts.oppositionsOf(...of);
const wrote: TextsOfCampaigns['wrote'] = (...of) => texts.wrote(...of);
const overtaken: TextsOfCampaigns['overtaken'] = (...of) => texts.overtaken(...of);
const apply: TextsOfCampaigns['apply'] = (...of) => texts.apply(...of);

describe('a reply that says which text of a campaign it answers', () => {
  test('P2: it is for the advertiser of that text, though another one wrote later on the same code', async () => {
    const { from, id } = await overtaken();
    expect(await apply(from, id)).toEqual([ADVERTISER_ID]);
    const [sends] = await world.sends(contactAt(ADVERTISER_ID, from));
    expect(await oppositionsOf(ADVERTISER_ID, from)).toMatchObject([
      { via: 'sms-reply', messageId: sends?.entries[0]?.messageId },
    ]);
    for (const other of [LATER, EARLIER, SILENT]) expect(await oppositionsOf(other, from)).toEqual([]);
  });

  test('P2: twice it is one act', async () => {
    const { from, id } = await overtaken();
    await apply(from, id);
    await apply(from, id);
    expect(await oppositionsOf(ADVERTISER_ID, from)).toHaveLength(1);
  });

  test('P2: of one that alone has the code, the act says which text', async () => {
    const { from, id } = await overtaken();
    const replyCodes = { advertisersOf: async () => [ADVERTISER_ID] };
    const alone = reply({ from, answers: id, replyId: 'alone' });
    expect(await applySmsReply({ ...portsOf(world), replyCodes }, alone)).toEqual([ADVERTISER_ID]);
    const [sends] = await world.sends(contactAt(ADVERTISER_ID, from));
    expect(await oppositionsOf(ADVERTISER_ID, from)).toMatchObject([{ messageId: sends?.entries[0]?.messageId }]);
  });

  test('P2: also on a code that nobody bound', async () => {
    const { from, id } = await overtaken();
    expect(await apply(from, id, { replyCode: '38997' })).toEqual([ADVERTISER_ID]);
  });

  test('without an id, the last sender on the code counts', async () => {
    const { from } = await overtaken();
    expect(await apply(from, undefined)).toEqual([LATER]);
  });

  test('of another number, it is believed for nobody there, and here it is a doubt', async () => {
    const [{ id, from: stranger }, { from }] = [await overtaken(), await overtaken()];
    expect([...(await apply(from, id))].sort()).toEqual([EARLIER, LATER, ADVERTISER_ID].sort());
    for (const each of [ADVERTISER_ID, LATER]) expect(await oppositionsOf(each, stranger)).toEqual([]);
  });

  test('P2: where two single messages to the number have the id as well, all who wrote are meant', async () => {
    const { from, id } = await overtaken();
    const singles = await Promise.all(
      [LATER, EARLIER].map(async (advertiserId) => {
        const contact = contactAt(advertiserId, from);
        const { messageId } = await world.aMessage({ channel: 'sms', advertiser: admit(advertiserId), contact });
        return { advertiserId, messageId };
      }),
    );
    const answeredMessages = { ...world.answeredMessages, withProviderId: async () => singles };
    const said = reply({ from, answers: id, replyId: 'of-three' });
    const applied = await applySmsReply({ ...portsOf(world), answeredMessages }, said);
    expect([...applied].sort()).toEqual([EARLIER, LATER, ADVERTISER_ID].sort());
    for (const each of applied) expect(await oppositionsOf(each, from)).toHaveLength(1);
  });

  test('it is confirmed by the sender of that campaign, which is not the first of its code', async () => {
    const { from, id } = await overtaken();
    const { advertisers } = world.ports;
    const stored = (await advertisers.get(world.access)) ?? expect.fail('no advertiser');
    const sms = ['CAVESDUBOIS', 'MAISONVALMY'].map((senderId) => ({ senderId, replyCode: '36105' }));
    const both = { ...stored, senders: { ...stored.senders, sms } };
    const ports = {
      ...portsOf(world),
      advertisers: { ...advertisers, get: async () => both },
      messages: withRecipients(world.table, world.ports.messages),
      newId: () => randomBytes(16).toString('base64url'),
      confirmations: confirmationsOf(world.table),
      provider: smsBySns(sendingSnsClient()),
    };
    await apply(from, id);
    const said = reply({ from, answers: id, replyId: `reply-of-${from}` });
    expect(await askedBy('apply-sms-reply', () => confirmStop(ports, ADVERTISER_ID, said))).toBe('taken');
    const last = world.stub.taken.filter(({ to }) => to === from).at(-1);
    expect(Object.values(last?.request ?? {})).toContain('MAISONVALMY');
  });

  test('CONTACT: it is answered by the advertiser of that text alone', async () => {
    const { from, id } = await overtaken();
    const ports = {
      ...portsOf(world),
      newId: () => randomBytes(16).toString('base64url'),
      confirmations: contactAnswersOf(world.table),
      provider: smsBySns(sendingSnsClient()),
    };
    const asked = reply({ from, answers: id, text: 'CONTACT', replyId: `asked-${from}` });
    expect(await answerContact(ports, asked)).toEqual([{ advertiserId: ADVERTISER_ID, code: 'taken' }]);
  });

  test('CONTACT: it leaves from the sender of that text, under its name; without an id from the first of the code', async () => {
    const { advertisers } = world.ports;
    const stored = (await advertisers.get(world.access)) ?? expect.fail('no advertiser');
    const sms = ['CAVESDUBOIS', 'MAISONVALMY'].map((senderId) => ({ senderId, replyCode: '36105' }));
    const both = { ...stored, tradeNames: ['Caves du Bois', 'Maison Valmy'], senders: { ...stored.senders, sms } };
    const ports = {
      ...portsOf(world),
      advertisers: { ...advertisers, get: async () => both },
      replyCodes: { advertisersOf: async () => [ADVERTISER_ID] },
      newId: () => randomBytes(16).toString('base64url'),
      confirmations: contactAnswersOf(world.table),
      provider: smsBySns(sendingSnsClient()),
    };
    for (const [isNamed, sender, name] of [
      [true, 'MAISONVALMY', 'Maison Valmy'],
      [false, 'CAVESDUBOIS', 'Caves du Bois'],
    ] as const) {
      const { from, id } = await overtaken();
      const asked = reply({ from, answers: isNamed ? id : undefined, text: 'CONTACT', replyId: `asked-${from}` });
      expect(await answerContact(ports, asked)).toEqual([{ advertiserId: ADVERTISER_ID, code: 'taken' }]);
      const request = JSON.stringify(world.stub.taken.filter(({ to }) => to === from).at(-1)?.request);
      expect(request).toContain(`"${sender}"`);
      expect(request).toContain(name);
    }
  });
});

describe('an id that is found nowhere, such as that of a code or a confirmation', () => {
  test('P2: is a doubt: all who wrote lately are meant, and nobody else', async () => {
    const { from } = await overtaken();
    expect([...(await apply(from, NOBODYS))].sort()).toEqual([EARLIER, LATER, ADVERTISER_ID].sort());
    expect(await oppositionsOf(SILENT, from)).toEqual([]);
  });

  test('leaves out who wrote after it came', async () => {
    const { from } = await overtaken();
    const receivedAt = addSeconds(world.clock.now(), -3660);
    expect([...(await apply(from, NOBODYS, { receivedAt }))].sort()).toEqual([EARLIER, ADVERTISER_ID].sort());
  });

  test('is a doubt of all who have the code where nobody wrote to that number', async () => {
    const applied = await apply('+33639980077', NOBODYS);
    expect([...applied].sort()).toEqual([EARLIER, LATER, SILENT, ADVERTISER_ID].sort());
  });

  test('is none where one wrote, and where one alone has the code', async () => {
    const { address } = await world.aMessage({ channel: 'sms' });
    await wrote(admit(LATER), address, world.clock.now());
    expect(await apply(address, NOBODYS)).toEqual([LATER]);
    const { from } = await overtaken();
    const replyCodes = { advertisersOf: async () => [SILENT] };
    const alone = reply({ from, answers: NOBODYS, replyId: 'alone' });
    expect(await applySmsReply({ ...portsOf(world), replyCodes }, alone)).toEqual([SILENT]);
  });
});
