import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { applyProviderReport, type ProviderReportPorts } from '#shared/app/feedback/apply-provider-report.ts';
import { ProviderEvent } from '#shared/domain/sending/provider-event.ts';
import { providerReferenceOf } from '#shared/domain/sending/reference.ts';
import { callsFrom } from '#test/support/reports/calls-from.ts';
import { reportPorts } from '#test/support/reports/report-server.ts';
import { type SendWorld, startSendWorld } from '#test/support/send-world.ts';

/** What the provider of MMS and calls reports, at the real store, once, twice and in any order. */
let world: SendWorld;
let ports: ProviderReportPorts;
beforeEach(async () => {
  world = await startSendWorld(inject('dynamoDbUrl'));
  await callsFrom(world);
  ports = reportPorts(world);
});
afterEach(() => world.close());

type Sent = Awaited<ReturnType<SendWorld['aMessage']>>;
type Reported = Partial<ProviderEvent> & Pick<ProviderEvent, 'kind'>;

const sent = async (channel: 'mms' | 'automated-call'): Promise<Sent> => {
  const reference = await world.aMessage({ channel });
  expect(await world.deliver(reference)).toMatchObject({ state: 'sent' });
  return reference;
};
const report = (of: Sent, channel: 'mms' | 'automated-call', event: Reported, isSigned = true) =>
  applyProviderReport(ports, {
    access: world.access,
    link: { ...of, channel, purpose: 'own-offers' },
    event: ProviderEvent.parse({
      eventId: 'evt-1',
      reference: providerReferenceOf(of.messageId),
      at: world.clock.now(),
      ...event,
    }),
    bodySha256: 'e'.repeat(64),
    isSigned,
  });
const oppositionsOf = async ({ contactId }: Sent) =>
  (await world.ledger.readStanding(world.access, contactId))?.oppositions ?? [];
const eventsOf = ({ contactId }: Sent) => world.ledger.listEvents(world.access, contactId);

describe('a key that is pressed', () => {
  test.each(['9', '1', '#'])(
    '%s is an opposition to calls, once however often it is reported, and no call follows',
    async (digits) => {
      const call = await sent('automated-call');
      expect(await report(call, 'automated-call', { kind: 'keypress', digits })).toBe('opposed');
      expect(await report(call, 'automated-call', { kind: 'keypress', digits })).toBe('opposed');
      expect(await oppositionsOf(call)).toMatchObject([
        { via: 'key-press', of: { scope: 'channel', channels: ['automated-call', 'live-call', 'voicemail-drop'] } },
      ]);
      expect((await eventsOf(call)).filter(({ type }) => type === 'opposition-registered')).toHaveLength(1);
      const next = await world.aMessage({ channel: 'automated-call', contact: call.contactId });
      expect(await world.deliver(next)).toMatchObject({ state: 'refused' });
      expect(world.stub.calls()).toBe(1);
    },
  );

  test('that is not signed is an opposition too, and changes nothing else', async () => {
    const call = await world.aMessage({ channel: 'automated-call' });
    world.stub.next('take-and-drop');
    await world.deliver(call);
    expect(await report(call, 'automated-call', { kind: 'keypress', digits: '9' }, false)).toBe('opposed');
    expect(await report(call, 'automated-call', { kind: 'delivered', eventId: 'evt-2' }, false)).toBe('ignored');
    expect(await oppositionsOf(call)).toHaveLength(1);
    expect(await world.message(call)).toMatchObject({ status: 'unknown' });
  });
});

describe('a provider that counts the reports of each message from one', () => {
  test('P2: says stop in two of them: each is an act', async () => {
    const first = await sent('mms');
    const second = await world.aMessage({ channel: 'mms', contact: first.contactId });
    expect(await world.deliver(second)).toMatchObject({ state: 'sent' });
    await report(first, 'mms', { kind: 'reply', text: 'STOP', eventId: '1' });
    await report(second, 'mms', { kind: 'blacklisted', eventId: '1' });
    expect((await eventsOf(first)).filter(({ type }) => type === 'opposition-registered')).toHaveLength(2);
  });
});

describe('a report that names another message', () => {
  test('settles nothing and blames no number, but stops', async () => {
    const mms = await world.aMessage({ channel: 'mms' });
    world.stub.next('take-and-drop');
    await world.deliver(mms);
    const reference = 'another';
    expect(await report(mms, 'mms', { kind: 'failed', reason: 'number-invalid', reference })).toBe('ignored');
    expect(await world.message(mms)).toMatchObject({ status: 'unknown' });
    expect((await eventsOf(mms)).filter(({ type }) => type === 'delivery-failed')).toEqual([]);
    expect(await report(mms, 'mms', { kind: 'blacklisted', reference })).toBe('opposed');
  });
});

describe('a reply to an MMS', () => {
  test.each([
    ['STOP', 'sms-reply/4'],
    ['arrêt', 'sms-reply/4'],
    ['non merci', 'sms-reply/4 doubtful'],
    ['Je ne veux plus de messages', 'sms-reply/4 doubtful'],
  ])('D20: %s is an opposition to texts, found by %s', async (text, reference) => {
    const mms = await sent('mms');
    expect(await report(mms, 'mms', { kind: 'reply', text })).toBe('opposed');
    expect(await oppositionsOf(mms)).toMatchObject([{ via: 'sms-reply' }]);
    const stored = (await eventsOf(mms)).filter(({ type }) => type === 'opposition-registered');
    expect(stored).toMatchObject([{ evidence: { reference, sha256: 'e'.repeat(64) } }]);
  });

  test('that asks something changes nothing but the state', async () => {
    const mms = await sent('mms');
    expect(await report(mms, 'mms', { kind: 'reply', text: 'À quelle heure ouvrez-vous ?' })).toBe('settled');
    expect(await oppositionsOf(mms)).toEqual([]);
  });
});

describe('the state of a message', () => {
  test('without an answer is settled by what is reported, in any order', async () => {
    const mms = await world.aMessage({ channel: 'mms' });
    world.stub.next('take-and-drop');
    expect(await world.deliver(mms)).toMatchObject({ state: 'unknown' });
    expect(await report(mms, 'mms', { kind: 'delivered', providerId: 'prv-7' })).toBe('settled');
    expect(await world.message(mms)).toMatchObject({ status: 'sent', providerMessageId: 'prv-7' });
  });

  /** One worker hands it over and dies; another one refuses it meanwhile, for what the person said since the first read. */
  const refusedMeanwhile = async () => {
    const mms = await world.aMessage({ channel: 'mms' });
    await expect(world.deliver(mms, handedOverAndKilled(mms))).rejects.toThrow('died');
    expect(await world.message(mms)).toMatchObject({ status: 'refused', verdict: { outcome: 'refuse' } });
    return mms;
  };
  const handedOverAndKilled = (mms: Sent): Parameters<SendWorld['deliver']>[1] => ({
    wrap: (steps) => ({
      claim: async (...given) => {
        await world.oppose(mms.contactId, 'mms');
        expect(await world.deliver(mms)).toMatchObject({ state: 'refused' });
        return steps.claim(...given);
      },
      settle: () => Promise.reject(new Error('the process died')),
    }),
  });

  test.each([
    ['delivered', { status: 'sent' }],
    ['failed', { status: 'undelivered', undeliveredBecause: 'bounced' }],
  ] as const)('refused by one worker, taken from another, %s: as reported, without the verdict', async (kind, end) => {
    const mms = await refusedMeanwhile();
    const at = world.clock.now();
    world.clock.forward(80);
    expect(await report(mms, 'mms', { kind, providerId: 'prv-7', at })).toBe('settled');
    const message = await world.message(mms);
    expect(message).toMatchObject({ ...end, providerMessageId: 'prv-7', settledAt: world.clock.now() });
    expect(message).not.toHaveProperty('verdict');
    expect((await world.sends(mms.contactId)).flatMap(({ entries }) => entries)).toMatchObject([{ result: 'sent' }]);
  });

  test('refused while the worker that has it may still write its end: the report comes again', async () => {
    const mms = await refusedMeanwhile();
    await expect(report(mms, 'mms', { kind: 'delivered' })).rejects.toMatchObject({ code: 'concurrent-change' });
    expect(await report(mms, 'mms', { kind: 'delivered' }, false)).toBe('ignored');
    expect(await world.message(mms)).toMatchObject({ status: 'refused' });
  });

  test.each(['delivered', 'failed'] as const)(
    'refused and handed over by nobody, %s: it stays refused',
    async (kind) => {
      const mms = await world.aMessage({ channel: 'mms' });
      await world.oppose(mms.contactId, 'mms');
      expect(await world.deliver(mms)).toMatchObject({ state: 'refused' });
      const before = await world.message(mms);
      world.clock.forward(80);
      await report(mms, 'mms', { kind });
      expect(await world.message(mms)).toEqual(before);
    },
  );

  test('expired before delivered: what reached nobody stays so', async () => {
    const mms = await sent('mms');
    await report(mms, 'mms', { kind: 'expired' });
    await report(mms, 'mms', { kind: 'delivered', eventId: 'evt-2' });
    expect(await world.message(mms)).toMatchObject({ status: 'undelivered', undeliveredBecause: 'expired' });
  });

  test('a number that is none is written to no more, once', async () => {
    const mms = await sent('mms');
    await report(mms, 'mms', { kind: 'failed', reason: 'number-invalid' });
    await report(mms, 'mms', { kind: 'failed', reason: 'number-invalid', eventId: 'evt-2' });
    expect((await eventsOf(mms)).filter(({ type }) => type === 'delivery-failed')).toHaveLength(1);
    expect(await world.message(mms)).toMatchObject({ status: 'undelivered', undeliveredBecause: 'bounced' });
  });

  test('who is on the list of the provider is opposed', async () => {
    const mms = await sent('mms');
    expect(await report(mms, 'mms', { kind: 'blacklisted' })).toBe('opposed');
    expect(await oppositionsOf(mms)).toMatchObject([{ via: 'provider-complaint' }]);
  });

  test('a report of tomorrow is dated now', async () => {
    const mms = await sent('mms');
    await report(mms, 'mms', { kind: 'blacklisted', at: '2027-01-01T00:00:00.000Z' as never });
    expect((await oppositionsOf(mms))[0]?.occurredAt).toBe(world.clock.now());
  });
});
