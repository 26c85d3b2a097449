import { afterAll, beforeAll, beforeEach, describe, expect, inject, test, vi } from 'vitest';
import { callByConnect } from '#shared/adapters/connect/start-call.ts';
import { sendingCallClient } from '#shared/adapters/providers/clients.ts';
import { applyCallFeedback, type CallFeedback } from '#shared/app/feedback/apply-call-feedback.ts';
import { MessageId } from '#shared/domain/ids.ts';
import { addSeconds } from '#shared/domain/time/instant.ts';
import { noPause, oneKey } from '#test/support/aws.ts';
import { NOW } from '#test/support/builders.ts';
import { callsFrom } from '#test/support/reports/calls-from.ts';
import { type SendWorld, startSendWorld } from '#test/support/send-world.ts';

/** Calls that leave by Amazon Connect, and what it reports of them, on a real store. */
const FLOW = 'arn:aws:connect:eu-central-1:111122223333:instance/i-1/contact-flow/f-1';

let world: SendWorld;
beforeAll(async () => {
  world = await startSendWorld(inject('dynamoDbUrl'));
  await callsFrom(world);
  vi.stubEnv('AWS_ENDPOINT_URL_CONNECT', world.stub.url);
  const call = callByConnect(sendingCallClient(), { flowArn: FLOW, numbers: ['+33162000000'] });
  Object.assign(world.ports, { providers: { ...world.ports.providers, 'automated-call': call } });
});
beforeEach(() => world.clock.set(addSeconds(NOW, 10)));
afterAll(() => {
  vi.unstubAllEnvs();
  return world.close();
});

type Call = Awaited<ReturnType<SendWorld['aMessage']>>;
const END = { isSpoken: false, isConnected: false } as const;

const report = (call: Call, said: Partial<CallFeedback>) => {
  const { ledger, clock, ports } = world;
  return applyCallFeedback(
    { ...ports, ledger, clock, pause: noPause, sameAddress: oneKey, senderSeconds: 60 },
    {
      advertiserId: call.advertiserId,
      messageId: call.messageId,
      callId: 'provider-1',
      at: NOW,
      isKey: false,
      ...said,
    },
  );
};
const aCall = () => world.aMessage({ channel: 'automated-call' });
const aMadeCall = async () => {
  const call = await aCall();
  expect(await world.deliver(call)).toEqual({ state: 'sent' });
  return { call, callId: String((await world.message(call)).providerMessageId) };
};
const standingOf = async ({ contactId }: Call) => world.ledger.readStanding(world.access, contactId);

describe('a call by Amazon Connect', () => {
  test.each([
    ['take-and-drop', 'unknown'],
    ['server-error', 'unknown'],
    ['throttle', 'put-back'],
    ['pause', 'put-back'],
    ['forbid', 'put-back'],
    ['reject', 'parked'],
    ['reject-address', 'refused'],
  ] as const)('%s: %s, and never made twice', async (fault, state) => {
    const call = await aCall();
    const before = world.stub.calls();
    world.stub.next(fault);
    expect(await world.deliver(call)).toMatchObject({ state });
    if (state === 'unknown') await world.deliver(call);
    expect(world.stub.calls() - before).toBe(1);
  });

  test('P2: a key is an opposition to calls, once, by its flow and by its end, in whatever order', async () => {
    const { call, callId } = await aMadeCall();
    expect(await report(call, { callId, isKey: true })).toEqual({ code: 'opposed', kind: 'keypress' });
    for (const end of [{ ...END, isSpoken: true }, undefined, { ...END, isSpoken: true }])
      await report(call, { callId, isKey: true, end });
    expect((await standingOf(call))?.oppositions).toMatchObject([{ via: 'key-press' }]);
    expect(await world.message(call)).toMatchObject({ status: 'sent' });
    const next = await world.aMessage({ channel: 'automated-call', contact: call.contactId });
    expect(await world.deliver(next)).toMatchObject({ state: 'refused', code: 'OPPOSED_CHANNEL' });
  });

  test.each([
    ['VOICEMAIL_BEEP', true],
    ['VOICEMAIL_NO_BEEP', true],
    ['FAX_MACHINE_DETECTED', true],
    ['SIT_TONE_BUSY', false],
    ['SIT_TONE_DETECTED', false],
    ['AMD_UNANSWERED', false],
    ['AMD_ERROR', true],
    [undefined, false],
  ])('%s: it reached nobody, and nothing is learned of its reader', async (detected, isConnected) => {
    const { call, callId } = await aMadeCall();
    await report(call, { callId, end: { ...END, detected, isConnected } });
    expect(await world.message(call)).toMatchObject({ status: 'undelivered', undeliveredBecause: 'bounced' });
    expect((await standingOf(call))?.oppositions ?? []).toEqual([]);
  });

  test('a number that is none is a failure of the address', async () => {
    const { call, callId } = await aMadeCall();
    await report(call, { callId, end: { ...END, detected: 'SIT_TONE_INVALID_NUMBER' } });
    const next = await world.aMessage({ channel: 'automated-call', contact: call.contactId });
    expect(await world.deliver(next)).toMatchObject({ state: 'refused', code: 'ADDRESS_UNDELIVERABLE' });
  });

  test('without an answer is settled by its end', async () => {
    const call = await aCall();
    world.stub.next('take-and-drop');
    expect(await world.deliver(call)).toMatchObject({ state: 'unknown' });
    await report(call, { end: { ...END, isSpoken: true } });
    expect(await world.message(call)).toMatchObject({ status: 'sent', providerMessageId: 'provider-1' });
  });

  test('the end of another call settles nothing, and the first end stays', async () => {
    const { call, callId } = await aMadeCall();
    await report(call, { callId: 'another', end: END });
    expect(await world.message(call)).toMatchObject({ status: 'sent' });
    await report(call, { callId, end: END });
    await report(call, { callId, end: { ...END, isSpoken: true } });
    expect(await world.message(call)).toMatchObject({ status: 'undelivered' });
  });

  test('of a message that is not there a human must see it', async () => {
    const call = await aCall();
    const messageId = MessageId.parse(`msg_${'z'.repeat(22)}`);
    await expect(report({ ...call, messageId } as Call, { end: END })).rejects.toThrow();
  });
});
