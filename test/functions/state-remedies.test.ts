import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { getMessage } from '#shared/app/messages/get-message.ts';
import type { MessageReference } from '#shared/app/send/send-queue.port.ts';
import { MessageAnswer, messageView } from '#shared/contracts/http/message-answer.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { type SendWorld, startSendWorld } from '#test/support/send-world.ts';

let world: SendWorld;
beforeEach(async () => {
  world = await startSendWorld(inject('dynamoDbUrl'));
});
afterEach(() => world.close());

/** What the API answers about a message. */
const shown = async ({ advertiserId, messageId }: MessageReference) => {
  const message = await getMessage({ messages: world.ports.messages }, { access: admit(advertiserId), messageId });
  return MessageAnswer.parse(JSON.parse(JSON.stringify(messageView(message))));
};

test('a message that is parked or unknown says what to do about it, and one that was sent says nothing', async () => {
  const parked = await world.aMessage();
  world.stub.next('reject');
  await world.deliver(parked);
  expect(await shown(parked)).toMatchObject({
    status: 'parked',
    parkedBecause: 'rejected:MessageRejected',
    remedy: { pointer: '/parkedBecause', sentence: { en: expect.stringContaining('puts the message back') } },
  });
  await world.deliver(parked);
  expect((await shown(parked)).remedy).toBeUndefined();

  const unknown = await world.aMessage();
  world.stub.next('server-error');
  await world.deliver(unknown);
  const neverAgain = {
    pointer: '/status',
    sentence: { en: expect.stringContaining('Do not send this message again') },
  };
  expect(await shown(unknown)).toMatchObject({ status: 'unknown', remedy: neverAgain });
  world.clock.forward(24 * 3600);
  await world.release();
  await world.deliver(unknown);
  expect(await shown(unknown)).toMatchObject({ status: 'unknown-final', remedy: neverAgain });
});

test('a message that waits because of us says why, how often it was tried, when it is tried next, and to leave it alone', async () => {
  const reference = await world.aMessage();
  world.stub.next('throttle');
  await world.deliver(reference);
  expect(await shown(reference)).toMatchObject({
    status: 'accepted',
    putBack: { times: 1, reason: 'throttled', nextAt: expect.any(String) },
    remedy: { pointer: '/putBack/reason', sentence: { en: expect.stringContaining('tried at nextAt') } },
  });
  await world.deliver(reference, { attempt: 1, putBack: 1 });
  expect((await shown(reference)).remedy).toBeUndefined();
});
