import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { declareContact } from '#shared/app/contacts/declare-contact.ts';
import { applySmsReply } from '#shared/app/replies/apply-sms-reply.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { AdvertiserId, type ContactId } from '#shared/domain/ids.ts';
import { ADVERTISER_ID, NOW, STOP_COVERS_EVERYTHING } from '#test/support/builders.ts';
import { anotherAdvertiser, type SendWorld, startSendWorld } from '#test/support/send-world.ts';
import { portsOf, reply } from './support/sms-replies.ts';

let world: SendWorld;
let alone: SendWorld;
let chosen: SendWorld;
let other: AdvertiserAccess;
const OTHER = AdvertiserId.parse('caves-du-sud');
const TEXT = { scope: 'channel', channels: ['sms', 'mms', 'rcs'] };

beforeAll(async () => {
  alone = await startSendWorld(inject('dynamoDbUrl'));
  chosen = await startSendWorld(inject('dynamoDbUrl'));
  world = await startSendWorld(inject('dynamoDbUrl'));
  other = await anotherAdvertiser(world, OTHER, '732829320');
});
afterAll(async () => {
  await alone.close();
  await chosen.close();
  await world.close();
});

const oppositionsOf = async (of: SendWorld, advertiserId: AdvertiserId, from: string) => {
  const contactId: ContactId = of.fingerprints.contactIdOf(advertiserId, { kind: 'phone', value: from });
  const access = advertiserId === OTHER ? other : of.access;
  return (await of.ledger.readStanding(access, contactId))?.oppositions ?? [];
};

describe('applySmsReply', () => {
  test('a STOP opposes SMS, MMS and RCS at the advertiser of the code, also for a number that nobody knows', async () => {
    const from = '+33612000001';
    expect(await applySmsReply(portsOf(alone), reply({ from }))).toEqual([ADVERTISER_ID]);
    expect(await oppositionsOf(alone, ADVERTISER_ID, from)).toMatchObject([
      { of: TEXT, via: 'sms-reply', occurredAt: NOW, recordedAt: NOW },
    ]);
  });

  test('OPP-3: a STOP opposes everything, at every contact of the person, where the advertiser chose that reading', async () => {
    const { advertisers } = chosen.ports;
    const now = await advertisers.get(chosen.access);
    if (!now) throw new Error('the world has no advertiser');
    const { advertiserId: _id, settingsVersion: _version, recordedAt: _at, ...settings } = now;
    await advertisers.put(chosen.access, { ...settings, readings: [STOP_COVERS_EVERYTHING] }, NOW);
    const from = '+33612000009';
    const personRef = 'crm-9';
    const actor = { by: 'system' } as const;
    const declare = (address: { kind: 'email' | 'phone'; value: string }) =>
      declareContact(
        { ...portsOf(chosen), advertisers },
        { access: chosen.access, address, declared: {}, personRef, actor },
      );
    await declare({ kind: 'phone', value: from });
    const { contactId } = await declare({ kind: 'email', value: 'camille@example.fr' });
    await applySmsReply(portsOf(chosen), reply({ from }));
    const GLOBAL = [{ of: { scope: 'global' }, via: 'sms-reply' }];
    expect(await oppositionsOf(chosen, ADVERTISER_ID, from)).toMatchObject(GLOBAL);
    expect((await chosen.ledger.readStanding(chosen.access, contactId))?.oppositions).toMatchObject(GLOBAL);
    await applySmsReply(portsOf(chosen), reply({ from, replyId: 'reply-2', text: 'Merci !' }));
    expect(await oppositionsOf(chosen, ADVERTISER_ID, from)).toHaveLength(1);
  });

  test('OPP-3: beside that reading, a text that names mails as well opposes everything too', async () => {
    const from = '+33639980051';
    await applySmsReply(portsOf(chosen), reply({ from, replyId: 'reply-51', text: 'STOP sms et mails' }));
    expect(await oppositionsOf(chosen, ADVERTISER_ID, from)).toMatchObject([{ of: { scope: 'global' } }]);
  });

  test.each([
    [1, 'STOP sms et mails', ['sms', 'mms', 'rcs', 'email'], 'OPPOSED_CHANNEL'],
    [2, 'Ne m’appelez plus', ['sms', 'mms', 'rcs', 'automated-call', 'live-call', 'voicemail-drop'], undefined],
    [3, 'Plus de SMS, merci', ['sms', 'mms', 'rcs'], undefined],
    [4, 'Supprimez toutes mes données', undefined, 'OPPOSED_GLOBAL'],
  ] as const)(
    'OPP-3 (%i): "%s" opposes what it names, at the number and at each linked contact, once',
    async (n, text, channels, code) => {
      const mailed = await alone.aMessage({});
      const from = `+3363998006${n}`;
      const [personRef, actor] = [`crm-named-${n}`, { by: 'system' } as const];
      for (const address of [
        { kind: 'phone', value: from },
        { kind: 'email', value: mailed.address },
      ] as const)
        await declareContact(
          { ...portsOf(alone), advertisers: alone.ports.advertisers },
          { access: alone.access, address, declared: {}, personRef, actor },
        );
      for (const _ of ['once', 'again'])
        await applySmsReply(portsOf(alone), reply({ from, replyId: `reply-named-${n}`, text }));
      const of = channels === undefined ? { scope: 'global' } : { scope: 'channel', channels };
      expect(await oppositionsOf(alone, ADVERTISER_ID, from)).toMatchObject([{ of, via: 'sms-reply' }]);
      const linked = (await alone.ledger.readStanding(alone.access, mailed.contactId))?.oppositions ?? [];
      const isOfTextsAlone = channels?.length === 3;
      expect(linked).toMatchObject(isOfTextsAlone ? [] : [{ of, via: 'sms-reply' }]);
      expect(await alone.deliver(mailed)).toMatchObject(
        code === undefined ? { state: 'sent' } : { state: 'refused', code },
      );
    },
  );

  test('D20: refused in other words it is an opposition all the same, and its evidence says that it is doubtful', async () => {
    const from = '+33612000012';
    expect(await applySmsReply(portsOf(alone), reply({ from, text: 'Non merci, pas intéressé' }))).toEqual([
      ADVERTISER_ID,
    ]);
    const contactId = alone.fingerprints.contactIdOf(ADVERTISER_ID, { kind: 'phone', value: from });
    expect(await alone.ledger.listEvents(alone.access, contactId)).toMatchObject([
      { of: TEXT, via: 'sms-reply', evidence: { reference: 'sms-reply/4 doubtful' } },
    ]);
  });

  test('what was said is kept as a hash and the version of its mapping, never in clear', async () => {
    const from = '+33612000002';
    await applySmsReply(portsOf(alone), reply({ from, text: 'Arrêt, Camille' }));
    const contactId = alone.fingerprints.contactIdOf(ADVERTISER_ID, { kind: 'phone', value: from });
    const [event] = await alone.ledger.listEvents(alone.access, contactId);
    expect(event).toMatchObject({ evidence: { sha256: expect.any(String), reference: 'sms-reply/4' } });
    expect(JSON.stringify(event)).not.toMatch(/camille/i);
  });

  test('the same reply again is one act', async () => {
    const from = '+33612000003';
    await applySmsReply(portsOf(alone), reply({ from }));
    await applySmsReply(portsOf(alone), reply({ from }));
    expect(await oppositionsOf(alone, ADVERTISER_ID, from)).toHaveLength(1);
  });

  test('words that refuse the advertiser altogether oppose everything', async () => {
    const from = '+33612000004';
    await applySmsReply(portsOf(alone), reply({ from, text: 'Ne me contactez plus' }));
    expect(await oppositionsOf(alone, ADVERTISER_ID, from)).toMatchObject([{ of: { scope: 'global' } }]);
  });

  test('a reply that opposes nothing changes nothing', async () => {
    const from = '+33612000005';
    expect(await applySmsReply(portsOf(alone), reply({ from, text: 'Merci !' }))).toEqual([]);
    expect(await oppositionsOf(alone, ADVERTISER_ID, from)).toEqual([]);
  });

  test('a message to somebody who replied STOP is refused', async () => {
    const reference = await alone.aMessage({ channel: 'sms' });
    expect(await alone.deliver(reference)).toEqual({ state: 'sent' });
    await applySmsReply(portsOf(alone), reply({ from: reference.address, replyId: 'reply-6' }));
    const next = await alone.aMessage({ channel: 'sms', contact: reference.contactId });
    expect(await alone.deliver(next)).toMatchObject({ state: 'refused', code: 'OPPOSED_CHANNEL' });
  });

  test('a shared code counts for the last sender to that number', async () => {
    const reference = await world.aMessage({ channel: 'sms', advertiser: other });
    await world.deliver(reference);
    const from = reference.address;
    expect(await applySmsReply(portsOf(world), reply({ from, replyId: 'reply-7' }))).toEqual([OTHER]);
    expect(await oppositionsOf(world, OTHER, from)).toHaveLength(1);
    expect(await oppositionsOf(world, ADVERTISER_ID, from)).toEqual([]);
  });

  test('a shared code counts for all who bound it when nobody is known to have written', async () => {
    const from = '+33612000008';
    const applied = await applySmsReply(portsOf(world), reply({ from, replyId: 'reply-8' }));
    expect([...applied].sort()).toEqual([OTHER, ADVERTISER_ID].sort());
  });

  test('P2: at one advertiser that cannot be written, a shared code still counts at the others, and comes again', async () => {
    const from = '+33612000011';
    const ports = portsOf(world);
    for (const failing of [OTHER, ADVERTISER_ID]) {
      const readStanding: typeof ports.ledger.readStanding = (access, contactId) =>
        access.advertiserId === failing
          ? Promise.reject(new Error('out'))
          : ports.ledger.readStanding(access, contactId);
      const half = { ...ports, ledger: { ...ports.ledger, readStanding } };
      const replied = reply({ from, replyId: `reply-11-${failing}`, text: 'Stop, rien de plus' });
      await expect(applySmsReply(half, replied)).rejects.toThrow('out');
    }
    for (const id of [OTHER, ADVERTISER_ID]) expect(await oppositionsOf(world, id, from)).toHaveLength(1);
  });

  test('P9: what was said leaves another hash at each advertiser of a shared code', async () => {
    const from = '+33612000012';
    await applySmsReply(portsOf(world), reply({ from, replyId: 'reply-12', text: 'Stop, Camille du 4e' }));
    const hashes = await Promise.all(
      [world.access, other].map(async (access) => {
        const contactId = world.fingerprints.contactIdOf(access.advertiserId, { kind: 'phone', value: from });
        const [event] = await world.ledger.listEvents(access, contactId);
        return event?.type === 'opposition-registered' ? event.evidence?.sha256 : undefined;
      }),
    );
    expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(hashes[1]).not.toBe(hashes[0]);
  });

  test('a code that nobody bound counts for the last sender to that number', async () => {
    const reference = await world.aMessage({ channel: 'sms', advertiser: other });
    await world.deliver(reference);
    const unknown = reply({ from: reference.address, replyCode: '38999', replyId: 'reply-9' });
    expect(await applySmsReply(portsOf(world), unknown)).toEqual([OTHER]);
  });

  test('P2: a code that nobody bound counts for all where nobody is known to have written', async () => {
    const from = '+33612000019';
    const applied = await applySmsReply(portsOf(world), reply({ from, replyCode: '38998', replyId: 'reply-19' }));
    expect([...applied].sort()).toEqual([OTHER, ADVERTISER_ID].sort());
    for (const id of [OTHER, ADVERTISER_ID]) expect(await oppositionsOf(world, id, from)).toHaveLength(1);
  });

  test('a reply where no advertiser has settings fails with its name, so that a human sees it', async () => {
    const nobody = { ...portsOf(alone), advertiserList: { all: async () => [] } };
    const unknown = reply({ replyCode: '38999', replyId: 'reply-29' });
    await expect(applySmsReply(nobody, unknown)).rejects.toMatchObject({ code: 'advertiser-not-found' });
  });

  test('settings that cannot be read may say that a STOP covers everything: it does', async () => {
    const from = '+33612000020';
    const unread = { ...alone.ports.advertisers, get: () => Promise.reject(new Error('another shape')) };
    await applySmsReply({ ...portsOf(alone), advertisers: unread }, reply({ from, replyId: 'reply-20' }));
    expect(await oppositionsOf(alone, ADVERTISER_ID, from)).toMatchObject([{ of: { scope: 'global' } }]);
  });

  test('a ledger that cannot be reached fails as retryable, and the reply comes again', async () => {
    const broken = { ...portsOf(world), vetReads: world.unreachable.vetReads };
    await expect(applySmsReply(broken, reply({ replyId: 'reply-10' }))).rejects.toMatchObject({
      code: 'dependency-unavailable',
    });
  });
});
