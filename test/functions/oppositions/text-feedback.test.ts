import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { smsByEndUserMessaging } from '#shared/adapters/end-user-messaging/send-text.ts';
import { sendingTextClient } from '#shared/adapters/providers/clients.ts';
import { applyTextFeedback } from '#shared/app/feedback/apply-text-feedback.ts';
import { TextFeedback, textFeedbackIn } from '#shared/contracts/queues/text-feedback.ts';
import { contactTagOf } from '#shared/domain/contact/contact-tag.ts';
import { MessageId } from '#shared/domain/ids.ts';
import { addSeconds, millisecondsOf } from '#shared/domain/time/instant.ts';
import { noPause, oneKey } from '#test/support/aws.ts';
import { instant, NOW } from '#test/support/builders.ts';
import { type FateOfText, textEventOf } from '#test/support/reports/text-events.ts';
import { type SendWorld, startSendWorld } from '#test/support/send-world.ts';

/** SMS that leave by AWS End User Messaging, and what it reports of them, on a real store. */
let world: SendWorld;
beforeAll(async () => {
  world = await startSendWorld(inject('dynamoDbUrl'));
  const route = { configurationSet: 'aval-test-sms', senderIds: [], number: 'pool-test' };
  const sms = smsByEndUserMessaging(sendingTextClient(), route);
  Object.assign(world.ports, { providers: { ...world.ports.providers, sms }, endedByRoute: ['sms'] });
});
beforeEach(() => world.clock.set(NOW));
afterAll(() => world.close());

type Text = Awaited<ReturnType<SendWorld['aMessage']>>;

/** What AWS publishes of this text, parsed and applied as the function does. */
const hear = (text: Text, fate: FateOfText, at = NOW, answered: object = {}) => {
  const { ledger, clock, ports } = world;
  const context = { advertiserId: text.advertiserId, messageId: text.messageId, ...answered };
  const event = textEventOf({ context, to: text.address, messageId: 'eum-1' }, fate, millisecondsOf(at));
  return applyTextFeedback(
    { ...ports, ledger, clock, pause: noPause, sameAddress: oneKey, senderSeconds: 60 },
    textFeedbackIn(TextFeedback.parse(event)),
  );
};
const aText = () => world.aMessage({ channel: 'sms' });
const aSentText = async (): Promise<Text> => {
  const text = await aText();
  expect(await world.deliver(text)).toEqual({ state: 'sent' });
  return text;
};
const nextTo = async ({ contactId: contact }: Text) => world.deliver(await world.aMessage({ channel: 'sms', contact }));
const standingOf = async ({ contactId }: Text) => world.ledger.readStanding(world.access, contactId);
const eventsOf = async ({ contactId }: Text) => world.ledger.listEvents(world.access, contactId);

describe('a text by End User Messaging', () => {
  test('leaves with our ids, and with the name that AWS gave it', async () => {
    const text = await aSentText();
    const { request } = world.stub.taken.at(-1) ?? expect.fail('nothing left');
    expect(request).toMatchObject({
      OriginationIdentity: 'pool-test',
      MessageType: 'PROMOTIONAL',
      Context: { advertiserId: text.advertiserId, messageId: text.messageId },
    });
    expect(await world.message(text)).toMatchObject({ providerMessageId: expect.stringMatching(/^provider-/) });
  });

  test('is tried by AWS until the lawful hours end, however long it is valid', async () => {
    world.clock.set(instant('2026-11-24T18:30:30.000Z'));
    const text = await aSentText();
    const { request } = world.stub.taken.at(-1) ?? expect.fail('nothing left');
    // 19:30:30 in Paris, where 21:29:59 is the last lawful second, less the 20 that a hand-off may take.
    expect(request.TimeToLive).toBe(7149);
    expect(millisecondsOf((await world.message(text)).validUntil)).toBeGreaterThan(
      millisecondsOf(world.clock.now()) + 7_169_000,
    );
  });

  test.each([
    ['take-and-drop', 'unknown'],
    ['server-error', 'unknown'],
    ['throttle', 'put-back'],
    ['pause', 'put-back'],
    ['forbid', 'put-back'],
    ['reject', 'parked'],
    ['reject-address', 'refused'],
    ['opted-out', 'refused'],
  ] as const)('%s: %s, and never handed over twice', async (fault, state) => {
    const text = await aText();
    const before = world.stub.calls();
    world.stub.next(fault);
    expect(await world.deliver(text)).toMatchObject({ state });
    if (state === 'unknown') await world.deliver(text);
    expect(world.stub.calls() - before).toBe(1);
  });

  test('P2: to a person who opted out at AWS is an opposition: the next one is refused here', async () => {
    const text = await aText();
    world.stub.next('opted-out');
    expect(await world.deliver(text)).toMatchObject({ state: 'refused', code: 'OPPOSED_CHANNEL' });
    expect((await standingOf(text))?.oppositions).toMatchObject([{ via: 'provider-complaint' }]);
    const before = world.stub.calls();
    expect(await nextTo(text)).toMatchObject({ state: 'refused', code: 'OPPOSED_CHANNEL' });
    expect(world.stub.calls()).toBe(before);
  });
});

describe('what AWS reports of a text', () => {
  test.each([
    ['TEXT_UNREACHABLE', 'bounced'],
    ['TEXT_CARRIER_UNREACHABLE', 'bounced'],
    ['TEXT_CARRIER_BLOCKED', 'bounced'],
    ['TEXT_SPAM', 'bounced'],
    ['TEXT_INVALID_MESSAGE', 'bounced'],
    ['TEXT_PROTECT_BLOCKED', 'bounced'],
    ['TEXT_TTL_EXPIRED', 'expired'],
  ])('%s: it reached nobody, and nothing is learned of its reader', async (eventType, undeliveredBecause) => {
    const text = await aSentText();
    expect(await hear(text, { eventType })).toMatchObject({ code: 'settled' });
    expect(await world.message(text)).toMatchObject({ status: 'undelivered', undeliveredBecause });
    expect((await standingOf(text))?.oppositions).toEqual([]);
    expect(await nextTo(text)).toEqual({ state: 'sent' });
  });

  test('TEXT_INVALID: the number is none, and the next text to it is refused', async () => {
    const text = await aSentText();
    for (const _ of ['once', 'twice']) await hear(text, { eventType: 'TEXT_INVALID' });
    expect(await world.message(text)).toMatchObject({ status: 'undelivered' });
    expect((await eventsOf(text)).filter(({ type }) => type === 'delivery-failed')).toHaveLength(1);
    expect(await nextTo(text)).toMatchObject({ state: 'refused', code: 'ADDRESS_UNDELIVERABLE' });
  });

  test.each([
    ['the device keeps this sender out', { eventType: 'TEXT_BLOCKED' }],
    ['the device keeps it out, and AWS tries on', { eventType: 'TEXT_BLOCKED', isFinal: false }],
    ['words say so', { eventType: 'TEXT_UNKNOWN', description: 'Phone number is opted out' }],
    ['a kind of tomorrow', { eventType: 'TEXT_OPTED_OUT' }],
  ])('P2: the person said no: %s. It is an opposition to texts, once however often it comes', async (_, fate) => {
    const text = await aSentText();
    for (const __ of ['once', 'twice']) expect(await hear(text, fate)).toMatchObject({ code: 'opposed' });
    expect((await standingOf(text))?.oppositions).toMatchObject([
      { of: { scope: 'channel' }, via: 'provider-complaint', messageId: text.messageId },
    ]);
    const registered = (await eventsOf(text)).filter(({ type }) => type === 'opposition-registered');
    expect(registered).toHaveLength(1);
    expect(JSON.stringify(registered)).not.toContain(text.address);
    expect(await nextTo(text)).toMatchObject({ state: 'refused', code: 'OPPOSED_CHANNEL' });
  });

  test.each(['TEXT_DELIVERED', 'TEXT_SUCCESSFUL', 'TEXT_QUEUED', 'TEXT_PENDING', 'TEXT_UNKNOWN', 'TEXT_OF_TOMORROW'])(
    '%s settles a text without an answer: it was sent, and leaves no second time',
    async (eventType) => {
      const text = await aText();
      world.stub.next('take-and-drop');
      expect(await world.deliver(text)).toMatchObject({ state: 'unknown' });
      const before = world.stub.calls();
      expect(await hear(text, { eventType })).toMatchObject({ code: 'settled' });
      expect(await world.message(text)).toMatchObject({ status: 'sent', providerMessageId: 'eum-1', settledAt: NOW });
      expect(await world.deliver(text)).toEqual({ state: 'settled-before' });
      expect(world.stub.calls()).toBe(before);
    },
  );

  test('a failure that is not final ends nothing: the carrier goes on', async () => {
    const text = await aSentText();
    await hear(text, { eventType: 'TEXT_INVALID', isFinal: false });
    expect(await world.message(text)).toMatchObject({ status: 'sent' });
    expect(await nextTo(text)).toEqual({ state: 'sent' });
  });

  test.each([
    [['TEXT_UNREACHABLE', 'TEXT_QUEUED', 'TEXT_PENDING']],
    [['TEXT_QUEUED', 'TEXT_UNREACHABLE', 'TEXT_UNREACHABLE']],
    [['TEXT_UNREACHABLE', 'TEXT_SUCCESSFUL', 'TEXT_QUEUED']],
  ])('%j end the same, in whatever order and however often they come', async (kinds) => {
    const text = await aSentText();
    for (const eventType of kinds) await hear(text, { eventType, isFinal: !/QUEUED|PENDING/.test(eventType) });
    expect(await world.message(text)).toMatchObject({ status: 'undelivered' });
  });

  test('before its sender is done: the event comes again, and an opposition does not wait for that', async () => {
    const text = await aText();
    await expect(hear(text, { eventType: 'TEXT_BLOCKED' })).rejects.toMatchObject({ code: 'concurrent-change' });
    expect((await standingOf(text))?.oppositions).toHaveLength(1);
    expect(await world.message(text)).toMatchObject({ status: 'accepted' });
  });

  test('of a sender that died after the hand-off: sent, once no sender can be alive', async () => {
    const text = await aText();
    await hear(text, { eventType: 'TEXT_SUCCESSFUL' }, addSeconds(NOW, -61));
    expect(await world.message(text)).toMatchObject({ status: 'sent', handedOffAt: addSeconds(NOW, -61) });
  });

  test.each([
    ['TEXT_BLOCKED', 'opposed', 1],
    ['TEXT_DELIVERED', 'ignored', 0],
  ])('%s of a code or an answer, which is no message: %s', async (eventType, code, oppositions) => {
    const text = { ...(await aText()), messageId: MessageId.parse(`msg_${'c'.repeat(22)}`) };
    const answered = { contactId: contactTagOf(text.contactId), use: 'answer' };
    expect(await hear(text, { eventType }, NOW, answered)).toMatchObject({ code });
    expect((await standingOf(text))?.oppositions ?? []).toHaveLength(oppositions);
  });

  test('of a text that is not there: an error, so that a human sees the event', async () => {
    const text = { ...(await aSentText()), messageId: MessageId.parse(`msg_${'z'.repeat(22)}`) };
    await expect(hear(text, { eventType: 'TEXT_BLOCKED' })).rejects.toMatchObject({ code: 'message-not-found' });
  });
});
