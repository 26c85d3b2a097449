import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { withRecipients } from '#shared/adapters/dynamodb/campaigns/recipients.ts';
import { shardOf } from '#shared/adapters/dynamodb/keys.ts';
import { confirmationsOf, contactAnswersOf } from '#shared/adapters/dynamodb/messages/confirmations.ts';
import { sendingSnsClient } from '#shared/adapters/providers/clients.ts';
import { smsBySns } from '#shared/adapters/sns/send-sms.ts';
import { answerContact } from '#shared/app/inbound/answer-contact.ts';
import { applySmsReply } from '#shared/app/oppositions/apply-sms-reply.ts';
import { confirmStop } from '#shared/app/oppositions/confirm-stop.ts';
import { type AdvertiserAccess, admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { AUDIENCE_SHARDS } from '#shared/domain/audience/audience-row.ts';
import type { Campaign } from '#shared/domain/campaign/campaign.ts';
import { AdvertiserId, type Instant } from '#shared/domain/ids.ts';
import { addSeconds, monthOf } from '#shared/domain/time/instant.ts';
import { ADVERTISER_ID, NOW, sha256 } from '#test/support/builders.ts';
import { startCampaignWorld } from '#test/support/campaigns/campaign-world.ts';
import { askedBy } from '#test/support/recorded-in-process.ts';
import { anotherAdvertiser, type SendWorld, startSendWorld } from '#test/support/send-world.ts';
import { portsOf, reply } from '../../support/sms-replies.ts';

/** Who shares the code with the first advertiser: one that writes after it, one that writes before it, and one that writes to nobody. */
const [LATER, EARLIER, SILENT] = ['caves-du-sud', 'cellier-du-nord', 'vignes-du-lac'].map((name) =>
  AdvertiserId.parse(name),
) as [AdvertiserId, AdvertiserId, AdvertiserId];
const TEXTO = { templateId: 'texto', version: '1' } as Campaign['template'];
let world: SendWorld;
let campaigns: Awaited<ReturnType<typeof startCampaignWorld>>;
let contentSha256: string;

beforeAll(async () => {
  world = await startSendWorld(inject('dynamoDbUrl'));
  await anotherAdvertiser(world, LATER, '732829320');
  await anotherAdvertiser(world, EARLIER, '310000005');
  await anotherAdvertiser(world, SILENT, '542065479');
  campaigns = await startCampaignWorld(world, (contactId) => shardOf(contactId, AUDIENCE_SHARDS));
  const content = { text: 'Maison Valmy: -20 % sur les vins' };
  contentSha256 = await world.ports.contents.put(world.access, content);
  const facts = { class: 'prospecting', category: 'wine', putBy: 'shop' } as const;
  const { advertiserId } = world.access;
  await world.templates.put(world.access, {
    ...{ ...TEXTO, ...facts, advertiserId, recordedAt: world.clock.now(), sha256: sha256('3') },
    ...{ channelKind: 'sms', contentSha256, offerSigns: [] },
  });
});
// Each test has its own numbers, and the hours of a day are few.
afterEach(() => world.clock.set(NOW));
afterAll(() => world.close());

const contactAt = (advertiserId: AdvertiserId, from: string) =>
  world.fingerprints.contactIdOf(advertiserId, { kind: 'phone', value: from });
const oppositionsOf = async (advertiserId: AdvertiserId, from: string) =>
  (await world.ledger.readStanding(admit(advertiserId), contactAt(advertiserId, from)))?.oppositions ?? [];

let made = 0;
const wrote = async (access: AdvertiserAccess, from: string, claimedAt: Instant) => {
  made += 1;
  const entry = { messageId: `msg_${String(made).padStart(22, '0')}` as never, claimedAt, claimToken: 'other' };
  const bucket = { month: monthOf(claimedAt), channel: 'sms', revision: 0 } as const;
  const claimed = await world.ports.claims.claim(access, contactAt(access.advertiserId, from), bucket, entry);
  expect(claimed).toEqual({ outcome: 'claimed' });
};

/** A text of a campaign, with the id that SNS gave it; one who shares the code wrote to the same number before it, another after it. */
const overtaken = async () => {
  const { contactId, address } = await world.aMessage({ channel: 'sms' });
  await wrote(admit(EARLIER), address, addSeconds(world.clock.now(), -3600));
  campaigns.contacts.splice(0, campaigns.contacts.length, { contactId, address });
  made += 1;
  const run = await campaigns.launch({
    ...{ channel: 'sms', name: `texto-${made}`, template: TEXTO, contentSha256: contentSha256 as never },
    sender: 'MAISONVALMY',
    audience: { segment: { channel: 'sms', purpose: 'own-offers' } },
  });
  await campaigns.settle();
  const outcome = (await campaigns.outcomes(run)).get(contactId);
  expect(outcome).toMatchObject({ state: 'sent', providerMessageId: expect.stringMatching(/./) });
  world.clock.forward(60);
  await wrote(admit(LATER), address, world.clock.now());
  world.clock.forward(3600);
  return { from: address, id: outcome?.providerMessageId ?? '' };
};
const NOBODYS = 'b1b1b1b1-0000-4000-8000-000000000000';
const apply = (from: string, answers: string | undefined, changes: object = {}) =>
  askedBy('apply-sms-reply', () =>
    applySmsReply(portsOf(world), reply({ from, answers, replyId: `reply-of-${from}`, ...changes })),
  );

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
