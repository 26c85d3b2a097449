import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { stopsRoundsOf } from '#shared/adapters/dynamodb/feedback/rounds.ts';
import { storedNamesOf } from '#shared/adapters/dynamodb/ledger/stored-names.ts';
import { messagesOf } from '#shared/adapters/dynamodb/messages/messages.ts';
import { sameAddressOf } from '#shared/adapters/dynamodb/messages/same-address.ts';
import { rightsRequestsOf } from '#shared/adapters/dynamodb/rights/rights-requests.ts';
import { registerListedStops } from '#shared/app/feedback/register-listed-stops.ts';
import { registerOptedOut } from '#shared/app/feedback/register-opted-out.ts';
import { opposeByReport } from '#shared/app/oppositions/oppose-as-answer.ts';
import { recordFact } from '#shared/app/records/record-fact.ts';
import { applySmsReply } from '#shared/app/replies/apply-sms-reply.ts';
import { whoWroteSince } from '#shared/app/replies/who-wrote.ts';
import { recordRequest } from '#shared/app/rights/record-request.ts';
import type { VetReads } from '#shared/app/verdicts/vet-reads.port.ts';
import type { ContactId, FactId, MessageId } from '#shared/domain/ids.ts';
import { sha256Of } from '#shared/domain/ledger/canonical.ts';
import type { NewLedgerEvent } from '#shared/domain/ledger/ledger-event.ts';
import { causeOfReply } from '#shared/domain/review/reply-review.ts';
import { addSeconds } from '#shared/domain/time/instant.ts';
import { noPause } from '#test/support/aws.ts';
import { ADVERTISER_ID } from '#test/support/builders.ts';
import { type SendWorld, sendVault, startSendWorld } from '#test/support/send-world.ts';
import { portsOf, reply } from '../../support/sms-replies.ts';

/** A number of La Réunion of which both spellings were stored, each as a contact, before they were known to be one. */
const RIGHT = '+262692123456';
const ADDRESS = { kind: 'phone', value: RIGHT } as const;

let world: SendWorld;
let right: ContactId;
let former: ContactId;
beforeEach(async () => {
  world = await startSendWorld(inject('dynamoDbUrl'));
  const [first, second] = world.fingerprints.idsOf(ADVERTISER_ID, ADDRESS);
  [right, former] = [first ?? expect.fail('no name'), second ?? expect.fail('one name')];
  for (const contactId of [right, former]) {
    const contact = { contactId, addressKind: 'phone', deliverable: RIGHT } as const;
    const asked = { requestId: contactId, bodySha256: sha256Of('x') };
    await recordFact(acting(), world.access, contact, asked, (id) => opposing(id, 'fax'));
  }
});
afterEach(() => world.close());

const deps = () => ({ ...world.table, vault: sendVault(), clock: world.clock });
const acting = () => ({ ledger: world.ledger, clock: world.clock, pause: noPause });
const sameAddress = () =>
  sameAddressOf({
    names: async () => world.fingerprints,
    stored: storedNamesOf(world.table),
    messages: messagesOf(deps()),
    ...{ vetReads: world.sendReads, clock: world.clock },
  });
const opposing = (id: FactId, channel: 'fax' | 'sms'): NewLedgerEvent => ({
  ...{ type: 'opposition-registered', id, via: 'letter', occurredAt: '2026-11-01T09:00:00.000Z' as never },
  ...{ of: { scope: 'channel', channels: [channel] }, actor: { by: 'system' } },
});
const request = { requestId: sha256Of('asked'), bodySha256: sha256Of('body') };
/** What each of the two opposes beside the fax, and how many restrictions it has. */
const both = async () => {
  const standings = await Promise.all([right, former].map((each) => world.ledger.readStanding(world.access, each)));
  return standings.map((each) => [(each?.oppositions.length ?? 0) - 1, each?.restrictions?.length ?? 0]);
};
/** As it reads what was sent, where a text left under the former name alone. */
const sentToFormer = async (): Promise<VetReads> => {
  const { messageId } = await world.aMessage({ channel: 'sms', contact: former, to: RIGHT });
  const entry = { claimedAt: world.clock.now(), messageId };
  return {
    read: async (access, contactId, at) => {
      const read = await world.sendReads.read(access, contactId, at);
      return { ...read, sends: contactId === former ? [{ channel: 'sms', entries: [entry] } as never] : [] };
    },
  };
};

test.each([0, 1])(
  'P2: what a provider reports of a message that names one of them, the %s, is of both, once',
  async (at) => {
    const contactId = [right, former][at] ?? right;
    const { messageId } = await world.aMessage({ channel: 'sms', contact: contactId, to: RIGHT });
    const ports = { ...acting(), advertisers: world.ports.advertisers, sameAddress: sameAddress() };
    for (const _ of [1, 2])
      await opposeByReport(ports, {
        ...{ access: world.access, contactId, addressKind: 'phone', messageId, via: 'provider-complaint' },
        ...{ of: { scope: 'channel', channels: ['sms'] }, actor: { by: 'provider' }, ...request },
      });
    expect(await both()).toEqual([
      [1, 0],
      [1, 0],
    ]);
  },
);

test.each([0, 1])(
  'P2: of a message of a campaign, which holds no number, it is of both by the number that the contact has, the %s',
  async (at) => {
    const contactId = [right, former][at] ?? right;
    const ports = { ...acting(), advertisers: world.ports.advertisers, sameAddress: sameAddress() };
    const messageId = `msg_${'c'.repeat(22)}` as MessageId;
    for (const _ of [1, 2])
      await opposeByReport(ports, {
        ...{ access: world.access, contactId, addressKind: 'phone', messageId, via: 'sms-reply' },
        ...{ of: { scope: 'channel', channels: ['sms'] }, actor: { by: 'person' }, ...request },
      });
    expect(await both()).toEqual([
      [1, 0],
      [1, 0],
    ]);
  },
);

test('a mail is read for no other name while one key is known', async () => {
  const never = () => Promise.reject(new Error('it is read'));
  const others = sameAddressOf({
    names: async () => world.fingerprints,
    stored: { isContact: never },
    messages: { getWithSecrets: never },
    ...{ vetReads: { read: never }, clock: world.clock },
  });
  const { messageId, contactId } = await world.aMessage();
  expect(await others.othersOf(world.access, { messageId, contactId, addressKind: 'email' })).toEqual([]);
});

test.each([
  ['opposition', [1, 0]],
  ['erasure', [1, 0]],
  ['restriction', [0, 1]],
] as const)('P2: a request of %s is in force at both', async (kind, inForce) => {
  const ports = {
    ...acting(),
    ...{ fingerprints: world.fingerprints, advertisers: world.ports.advertisers, requests: rightsRequestsOf(deps()) },
  };
  const asked = {
    access: world.access,
    address: ADDRESS,
    via: 'phone',
    by: 'person',
    actor: { by: 'system' },
  } as const;
  const recorded = await recordRequest(ports, { ...asked, kind, request });
  expect(await both()).toEqual([inForce, inForce]);
  if (kind !== 'opposition') expect(recorded.request.alsoOf).toEqual([former]);
});

test('P2: a refusal that comes with a fact is of both, once', async () => {
  const { contactId, otherIds, twinIds } = await world.fingerprints.find(world.access, ADDRESS);
  const contact = { contactId, otherIds, twinIds, addressKind: 'phone', deliverable: RIGHT } as const;
  for (const _ of [1, 2]) await recordFact(acting(), world.access, contact, request, (id) => opposing(id, 'sms'));
  expect(await both()).toEqual([
    [1, 0],
    [1, 0],
  ]);
});

test('D19: what was sent to the number is found under either name', async () => {
  const since = world.clock.now();
  const ports = { ...portsOf(world), vetReads: await sentToFormer() };
  expect(await whoWroteSince(ports, [ADVERTISER_ID], RIGHT, since)).toEqual([ADVERTISER_ID]);
});

test('P2: a line of the log of opt-outs is of the text that was sent under either name', async () => {
  const vetReads = await sentToFormer();
  const takenAt = addSeconds(world.clock.now(), 1);
  const found = await registerOptedOut(
    {
      ...{ ...acting(), advertisers: world.ports.advertisers, sameAddress: sameAddress() },
      ...{ fingerprints: world.fingerprints, vetReads, advertiserList: world.advertiserList },
      readUntil: { read: async () => undefined, store: async () => undefined },
      optedOutLog: {
        channel: 'sms',
        page: async () => ({ texts: [{ phone: RIGHT, takenAt, loggedAt: takenAt }] }),
      },
    },
    () => true,
  );
  expect(found).toMatchObject({ opposed: 1 });
  expect(await both()).toEqual([
    [1, 0],
    [1, 0],
  ]);
});

test('P2: a STOP on the list of a provider is of both, where a run before stored it of one alone', async () => {
  const { messageId } = await world.aMessage({ channel: 'mms', contact: right, to: RIGHT });
  const entry = { claimedAt: world.clock.now(), messageId };
  const asked = { from: world.clock.now(), until: world.clock.now() };
  world.clock.forward(3_600);
  const readList = (fingerprints: SendWorld['fingerprints']) =>
    registerListedStops(
      {
        ...{ ...acting(), fingerprints, replyCodes: world.replyCodes, advertisers: world.ports.advertisers },
        ...{ advertiserList: world.advertiserList, rounds: stopsRoundsOf(world.table) },
        vetReads: {
          read: async (access, contactId, at) => {
            const read = await world.sendReads.read(access, contactId, at);
            return { ...read, sends: [{ channel: 'mms', entries: [entry] } as never] };
          },
        },
        listedStops: {
          ...{ channel: 'mms', replyCode: '36200' },
          all: async () => ({ stops: [{ phone: RIGHT, asked }], unreadable: 0 }),
        },
      },
      () => true,
    );
  const find = async () => ({ contactId: right, otherIds: [] });
  await readList({ ...world.fingerprints, find });
  expect(await both()).toEqual([
    [1, 0],
    [0, 0],
  ]);
  for (const _ of [1, 2]) {
    world.clock.forward(86_400);
    await readList(world.fingerprints);
    expect(await both()).toEqual([
      [1, 0],
      [1, 0],
    ]);
  }
});

test('D20: a doubtful reply waits for a human at both', async () => {
  for (const contactId of [right, former]) await world.aMessage({ channel: 'sms', contact: contactId, to: RIGHT });
  await applySmsReply(portsOf(world), reply({ from: RIGHT, text: 'Non merci, pas intéressé cette fois' }));
  for (const contactId of [right, former]) {
    const [, doubtful] = (await world.ledger.readStanding(world.access, contactId))?.oppositions ?? [];
    const { id } = doubtful ?? expect.fail('nothing is registered');
    expect(await world.reviews.find(world.access, causeOfReply(id, 'sms-reply'))).toBeDefined();
  }
});
