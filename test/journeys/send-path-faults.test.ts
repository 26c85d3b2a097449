import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Aval, startAval } from '#tools/start/aval.ts';
import { type ApiCaller, agree, ask, callerOf, setUp, stateOf } from './send-path-api.ts';

const NOON = '2026-11-24T10:00:00Z';
const PHONE = '+33612345678';

let stack: Aval;
let api: ApiCaller;

beforeAll(async () => {
  stack = await startAval({ at: NOON });
  api = callerOf(stack);
  await setUp(api);
});
afterAll(() => stack?.stop());

const mailsTo = (email: string) => stack.inbox().filter((mail) => JSON.stringify(mail).includes(email)).length;
const aMail = async (name: string): Promise<{ id: string; email: string }> => {
  const email = `${name}@example.fr`;
  await agree(api, { email });
  return { id: await ask(api, { email }), email };
};
/** Long enough for the first put-back, and for what it puts back to settle. */
const afterPutBack = async () => {
  await stack.clock.advance(10);
  await stack.idle();
};

describe('Camille gets an SMS at noon and replies STOP', () => {
  test('the next SMS is refused, and the reply was received on the code in the message', async () => {
    await agree(api, { phone: PHONE });
    const first = await ask(api, { phone: PHONE });
    await stack.idle();
    expect(await stateOf(api, first)).toBe('sent');
    await stack.replyBySms({ from: PHONE, body: ' Stop. ' });
    await stack.idle();
    const second = await ask(api, { phone: PHONE });
    await stack.idle();
    expect(await stateOf(api, second)).toBe('refused');
    expect(stack.smsSink()).toHaveLength(1);
    expect(stack.events().map(({ type }) => type)).toEqual(
      expect.arrayContaining(['message.sent.v1', 'opposition.registered.v1', 'message.refused.v1']),
    );
    expect(JSON.stringify(stack.events())).not.toContain(PHONE);
  });
});

describe('a provider or a store in trouble, on the deployed template', () => {
  test('a throttled mail is put back and sent once', async () => {
    stack.faults.next('sesv2', 'throttle');
    const { id, email } = await aMail('throttled');
    await stack.idle();
    expect(await stateOf(api, id)).toBe('accepted');
    await afterPutBack();
    expect(await stateOf(api, id)).toBe('sent');
    expect(mailsTo(email)).toBe(1);
  });

  test('a provider that refuses connections gets the mail when it listens again', async () => {
    const reopen = await stack.refuseConnections('sesv2');
    const { id, email } = await aMail('refused-connection');
    await stack.idle();
    expect(await stateOf(api, id)).toBe('accepted');
    await reopen();
    await afterPutBack();
    expect(await stateOf(api, id)).toBe('sent');
    expect(mailsTo(email)).toBe(1);
  });

  test('a store that cannot be read neither sends nor refuses; the mail leaves when it can', async () => {
    // Each of the client's own three tries meets it.
    stack.faults.next('dynamodb', 'unreadable', { times: 3, match: { operation: 'Query' } });
    const { id, email } = await aMail('unreadable');
    await stack.idle();
    expect(await stateOf(api, id)).toBe('accepted');
    expect(mailsTo(email)).toBe(0);
    await afterPutBack();
    expect(await stateOf(api, id)).toBe('sent');
    expect(mailsTo(email)).toBe(1);
  });

  test('a provider that takes the mail and drops the answer: unknown, final a day later, and one mail', async () => {
    stack.faults.next('sesv2', 'accept-and-drop');
    const { id, email } = await aMail('dropped');
    await stack.idle();
    expect(await stateOf(api, id)).toBe('unknown');
    await stack.clock.advance(24 * 3600 + 120);
    await stack.idle();
    expect(await stateOf(api, id)).toBe('unknown-final');
    expect(mailsTo(email)).toBe(1);
  });
});
