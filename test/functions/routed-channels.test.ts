import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { spokenWords } from '#shared/channels/automated-call/spoken-words.ts';
import { addDays } from '#shared/domain/time/instant.ts';
import { instant, messageId } from '#test/support/builders.ts';
import { callsFrom, textsFrom } from '#test/support/reports/calls-from.ts';
import { type SendWorld, startSendWorld } from '#test/support/send-world.ts';

/** MMS and automated calls, sent end to end on a real store by a provider of signed HTTPS that obeys the test. */
let world: SendWorld;
beforeEach(async () => {
  world = await startSendWorld(inject('dynamoDbUrl'));
  await callsFrom(world);
});
afterEach(() => world.close());

const codesOf = async (reference: Parameters<SendWorld['message']>[0]) =>
  (await world.message(reference)).verdict?.reasons.map(({ code }) => code);

describe('an MMS', () => {
  test('names its advertiser, ends with STOP and carries its picture, and is sent once', async () => {
    const reference = await world.aMessage({ channel: 'mms' });
    expect(await world.deliver(reference)).toMatchObject({ state: 'sent' });
    expect(await world.deliver(reference)).toMatchObject({ state: 'settled-before' });
    expect(world.stub.taken.map(({ request }) => request)).toEqual([
      expect.objectContaining({
        channel: 'mms',
        to: reference.address,
        sender: 'MAISONVALMY',
        text: 'Maison Valmy: Nos vins d’hiver Camille STOP 36105',
        media: [expect.objectContaining({ bytes: 120_000, type: 'image/jpeg' })],
        callbackUrl: expect.stringMatching(/^https:\/\/stop\.maison-valmy\.example\/r\/[\w-]+$/),
      }),
    ]);
    expect(await world.message(reference)).toMatchObject({ status: 'sent', providerMessageId: 'provider-1' });
    const [tokens, token] = [
      await world.ports.tokens(),
      String(world.stub.taken[0]?.request.callbackUrl).split('/r/')[1],
    ];
    expect(tokens.readForReports(token ?? '')).toMatchObject({ messageId: reference.messageId, channel: 'mms' });
    // The provider has no link of the reader by it: what it is given later, as a code, opens nothing with it.
    expect(tokens.read(token ?? '')).toBeUndefined();
  });

  test('an opposition to it ends it before the provider is asked', async () => {
    const reference = await world.aMessage({ channel: 'mms' });
    await world.oppose(reference.contactId, 'mms');
    expect(await world.deliver(reference)).toMatchObject({ state: 'refused' });
    expect(world.stub.calls()).toBe(0);
  });

  test('waits for its hours as an SMS does', async () => {
    world.clock.set(instant('2026-11-24T20:45:00Z'));
    const reference = await world.aMessage({ channel: 'mms' });
    expect(await world.deliver(reference)).toMatchObject({ state: 'deferred' });
    expect(world.stub.calls()).toBe(0);
  });
});

describe('a text from a number, which names nobody', () => {
  test.each([
    ['36113', 'sms'],
    ['+33937123456', 'sms'],
    ['36113', 'mms'],
    ['36200', 'mms'],
  ] as const)('from %s, as %s, begins with the name and leaves', async (senderId, channel) => {
    await textsFrom(world, senderId);
    const reference = await world.aMessage({ channel });
    expect(await world.deliver(reference)).toMatchObject({ state: 'sent' });
    expect(await codesOf(reference)).toEqual(['OK_CONSENT']);
  });

  test.each(['BONSPLANS', 'X'])('from %s, a name of somebody else, it does not', async (senderId) => {
    await textsFrom(world, senderId);
    const reference = await world.aMessage({ channel: 'sms' });
    expect(await world.deliver(reference)).toMatchObject({ state: 'refused' });
    expect(await codesOf(reference)).toEqual(['ADVERTISER_HIDDEN']);
  });
});

describe('an automated call', () => {
  test('D. 223-9: is not made where the person was called four times, at whatever number', async () => {
    const reference = await world.aMessage({ channel: 'automated-call' });
    const day = (days: number) => addDays(world.clock.now(), -days);
    const beside = { month: '2026-11', channel: 'automated-call' as const, revision: 4 };
    const called = [1, 2, 3, 4].map((days) => ({
      messageId: messageId(`beside-${days}`),
      claimedAt: day(days),
      claimToken: 't',
    }));
    const reading = (entries: typeof called) => ({
      ...world.ports.vetReads,
      callsBeside: async () => [{ ...beside, entries }],
    });
    const deliver = (entries: typeof called) => world.deliver(reference, { ports: { vetReads: reading(entries) } });
    expect(await deliver(called)).toMatchObject({ state: 'refused', code: 'ATTEMPT_QUOTA' });
    const next = await world.aMessage({ channel: 'automated-call' });
    const fewer = { vetReads: reading(called.slice(1)) };
    expect(await world.deliver(next, { ports: fewer })).toMatchObject({ state: 'sent' });
  });
  test('P3: is refused where its script offers a key that the route does not report', async () => {
    Object.assign(world.ports, { callAnswers: { keyPress: false } });
    const reference = await world.aMessage({ channel: 'automated-call' });
    expect(await world.deliver(reference)).toMatchObject({ state: 'refused' });
    expect((await world.message(reference))?.verdict?.reasons).toMatchObject([{ code: 'OPPOSITION_ROAD_NOT_WORKING' }]);
    expect(world.stub.calls()).toBe(0);
  });

  test('says who calls and how to stop, first and last, and offers the key that is spoken', async () => {
    const reference = await world.aMessage({ channel: 'automated-call' });
    expect(await world.deliver(reference)).toMatchObject({ state: 'sent' });
    const [{ request }] = world.stub.taken as [(typeof world.stub.taken)[number]];
    expect(request).toMatchObject({
      sender: '+33162000000',
      keys: { 9: 'opposition' },
      attempts: 1,
      ringSeconds: 25,
      onMachine: 'hang-up',
    });
    const spoken =
      spokenWords(String(request.ssml))
        ?.split('\n')
        .filter((line) => line !== '') ?? [];
    expect(spoken).toEqual([
      'Message publicitaire automatique de Maison Valmy, en voix de synthèse.',
      'Pour ne plus être appelé, tapez 9.',
      'Bonjour Camille, nos vins d’hiver sont arrivés.',
      'C’était Maison Valmy.',
      'Pour ne plus être appelé, tapez 9.',
    ]);
  });

  test('where no key is received it names the number that receives oppositions, and listens to no key', async () => {
    await callsFrom(world, { callerId: '+33162000000', acceptsKeyPress: false, oppositionNumber: '+33805123456' });
    const reference = await world.aMessage({ channel: 'automated-call' });
    expect(await world.deliver(reference)).toMatchObject({ state: 'sent' });
    const request = world.stub.taken[0]?.request;
    expect(request?.keys).toEqual({});
    expect(spokenWords(String(request?.ssml))).toContain('Pour ne plus être appelé, appelez le 0805123456.');
  });

  test.each(['+33805123456', '3103'])(
    'P3: to a German number it is refused before its claim where all that it names is %s, which rings from France alone',
    async (oppositionNumber) => {
      await callsFrom(world, { callerId: '+33162000000', acceptsKeyPress: false, oppositionNumber });
      const reference = await world.aMessage({ channel: 'automated-call', to: '+4915112345678' });
      expect(await world.deliver(reference)).toMatchObject({ state: 'refused' });
      expect(await codesOf(reference)).toEqual(['OPPOSITION_ROAD_NOT_WORKING']);
      expect(world.stub.calls()).toBe(0);
      expect(await world.sends(reference.contactId)).toEqual([]);
    },
  );

  test.each([
    ['a number that rings from anywhere', { acceptsKeyPress: false, oppositionNumber: '+33162000180' }],
    ['a key beside a French number', { acceptsKeyPress: true, oppositionNumber: '+33805123456' }],
  ])('to a German number it leaves with %s, as it is dialled or pressed there', async (_, caller) => {
    await callsFrom(world, { callerId: '+33162000000', ...caller });
    const reference = await world.aMessage({ channel: 'automated-call', to: '+4915112345678' });
    expect(await world.deliver(reference)).toMatchObject({ state: 'sent' });
    const means = caller.acceptsKeyPress ? 'tapez 9' : 'appelez le 0033162000180';
    expect(spokenWords(String(world.stub.taken[0]?.request.ssml))).toContain(`Pour ne plus être appelé, ${means}.`);
  });

  test('from a number by which nobody could stop the next it never leaves', async () => {
    await callsFrom(world, { callerId: '+33162000000', acceptsKeyPress: false });
    const reference = await world.aMessage({ channel: 'automated-call' });
    expect(await world.deliver(reference)).toMatchObject({ state: 'refused' });
    expect(await codesOf(reference)).toContain('OPPOSITION_MENTION_MISSING');
    expect(world.stub.calls()).toBe(0);
  });

  test.each([
    ['2026-11-24T11:55:00.000Z', '2026-11-24T11:59:59.000Z'],
    ['2026-11-24T18:30:30.000Z', '2026-11-24T18:59:59.000Z'],
    ['2026-11-24T13:30:00.000Z', '2026-11-24T17:15:00.000Z'],
  ])('taken at %s it may ring until %s: the hours of calls end then', async (at, until) => {
    world.clock.set(instant(at));
    const reference = await world.aMessage({ channel: 'automated-call' });
    expect(await world.deliver(reference)).toMatchObject({ state: 'sent' });
    expect(world.stub.taken[0]?.request.notAfter).toBe(until);
  });

  test('P11: made in the last second of its hours it is not handed over, and waits for the next ones', async () => {
    world.clock.set(instant('2026-11-24T11:59:59.400Z'));
    const reference = await world.aMessage({ channel: 'automated-call' });
    expect(await world.deliver(reference)).not.toMatchObject({ state: 'parked' });
    world.clock.set(instant('2026-11-24T12:00:30.000Z'));
    expect(await world.deliver(reference)).toMatchObject({ state: 'deferred' });
    expect((await world.sends(reference.contactId)).flatMap(({ entries }) => entries)).toEqual([]);
    expect(world.stub.calls()).toBe(0);
  });

  test('of a deployment without a route it is refused, and nothing is claimed', async () => {
    const reference = await world.aMessage({ channel: 'automated-call' });
    const { email, sms } = world.ports.providers;
    const providers = { ...(email && { email }), ...(sms && { sms }) };
    expect(await world.deliver(reference, { ports: { providers } })).toMatchObject({ state: 'refused' });
    expect(await codesOf(reference)).toEqual(['CHANNEL_UNSUPPORTED']);
    expect((await world.sends(reference.contactId)).flatMap(({ entries }) => entries)).toEqual([]);
  });
});

describe.each(['mms', 'automated-call'] as const)('%s, and a provider in trouble', (channel) => {
  test.each([
    ['take-and-drop', 'unknown', 1],
    ['server-error', 'unknown', 0],
    ['throttle', 'put-back', 0],
    ['reject', 'parked', 0],
    ['reject-address', 'refused', 0],
  ] as const)('%s: %s, and never handed over twice', async (behaviour, state, taken) => {
    const reference = await world.aMessage({ channel });
    world.stub.next(behaviour);
    expect(await world.deliver(reference)).toMatchObject({ state });
    expect(world.stub.taken).toHaveLength(taken);
    expect(world.stub.calls()).toBe(1);
    if (state === 'unknown') await world.deliver(reference);
    expect(world.stub.calls()).toBe(1);
  });

  test('a person who asked the provider to stop is opposed, and the next message asks nobody', async () => {
    const reference = await world.aMessage({ channel });
    world.stub.next('opted-out');
    expect(await world.deliver(reference)).toMatchObject({ state: 'refused' });
    const next = await world.aMessage({ channel, contact: reference.contactId });
    expect(await world.deliver(next)).toMatchObject({ state: 'refused' });
    expect(world.stub.calls()).toBe(1);
  });
});
