import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Aval, startAval } from '#tools/start/aval.ts';
import { runRedrive } from '../../cli/commands/redrive.ts';
import { operatorInAccount } from '../../cli/operator-in-account.ts';
import { type ApiCaller, agree, ask, callerOf, setUp, stateOf } from './send-path-api.ts';

const NOON = '2026-11-24T10:00:00Z';
const PHONE = '+33612345678';

let stack: Aval;
let api: ApiCaller;

beforeAll(async () => {
  // Each test brings its own fault about.
  stack = await startAval({ at: NOON, faults: 'none' });
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
    // Whoever says STOP is notified, once, and gets nothing else.
    await stack.replyBySms({ from: PHONE, to: '36105', body: 'STOP' });
    await stack.idle();
    expect(stack.smsSink()).toMatchObject([
      { type: 'Promotional' },
      { type: 'Transactional', to: PHONE, text: expect.stringContaining('votre demande est prise en compte') },
    ]);
    expect(stack.denied()).toEqual([]);
    expect(stack.events().map(({ type }) => type)).toEqual(
      expect.arrayContaining(['message.sent.v1', 'opposition.registered.v1', 'message.refused.v1']),
    );
    const opposed = stack.events().find(({ type }) => type === 'opposition.registered.v1');
    expect(opposed?.detail).toMatchObject({ via: 'sms-reply', messageId: first });
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
    const email = 'unreadable@example.fr';
    await agree(api, { email });
    await stack.idle();
    // Each of the client's own three tries meets it.
    stack.faults.next('dynamodb', 'unreadable', { times: 3, match: { operation: 'Query' } });
    const id = await ask(api, { email });
    await stack.idle();
    expect(await stateOf(api, id)).toBe('accepted');
    expect(mailsTo(email)).toBe(0);
    await afterPutBack();
    expect(await stateOf(api, id)).toBe('sent');
    expect(mailsTo(email)).toBe(1);
  });

  test('a mail that the provider rejects is parked; the operator sees why, puts it back, and it leaves once', async () => {
    stack.faults.next('sesv2', 'reject');
    const { id, email } = await aMail('rejected');
    await stack.idle();
    expect(await stateOf(api, id)).toBe('parked');
    const { endpoint, region, accessKeyId, secretAccessKey } = stack.aws;
    Object.assign(process.env, {
      AWS_ENDPOINT_URL_LAMBDA: endpoint,
      AWS_ACCESS_KEY_ID: accessKeyId,
      AWS_SECRET_ACCESS_KEY: secretAccessKey,
    });
    const redrive = async (apply: boolean) => {
      const lines: string[] = [];
      const write = (text: string) => void lines.push(text);
      await runRedrive(operatorInAccount('local', region, 'redrive'), { apply, drop: [], write });
      return lines.join('');
    };
    expect(await redrive(false)).toMatch(/1 × send, rejected:\w+: would go back.*msg_\S+ of /s);
    expect(await redrive(true)).toContain('went back where it came from');
    await stack.idle();
    expect(await stateOf(api, id)).toBe('sent');
    expect(mailsTo(email)).toBe(1);
    expect(await redrive(false)).toBe('Nothing is parked.\n');
  });

  test('a provider that takes the mail and drops the answer: sent, as soon as SES reports it, and one mail', async () => {
    stack.faults.next('sesv2', 'accept-and-drop');
    const { id, email } = await aMail('dropped');
    await stack.idle();
    expect(await stateOf(api, id)).toBe('sent');
    expect(mailsTo(email)).toBe(1);
  });

  test('a provider that answers with an error of its own: unknown, and final a day later', async () => {
    stack.faults.next('sesv2', 'server-error');
    const { id, email } = await aMail('server-error');
    await stack.idle();
    expect(await stateOf(api, id)).toBe('unknown');
    await stack.clock.advance(24 * 3600 + 120);
    await stack.idle();
    expect(await stateOf(api, id)).toBe('unknown-final');
    expect(mailsTo(email)).toBe(0);
  });
});

describe('what SES reports of a mail decides the next verdict', () => {
  /** Mails two days running to one reader of the mailbox simulator: the state of the first, and of the second. */
  const twoMailsTo = async (email: string): Promise<readonly string[]> => {
    await agree(api, { email });
    const ids = [await ask(api, { email })];
    await stack.idle();
    ids.push(await ask(api, { email }));
    await stack.idle();
    return Promise.all(ids.map((id) => stateOf(api, id)));
  };
  const reasonFor = async (email: string) => {
    const message = { contact: { email }, channel: 'email', offerCategory: 'wine' };
    const { verdicts } = await api.post('/v1/verdicts', { advertiserId: 'maison-valmy', messages: [message] });
    return (verdicts as { outcome: string; reasons: { code: string }[] }[])[0]?.reasons[0];
  };
  const BOUNCING = 'bounce+anna@simulator.amazonses.com';
  const COMPLAINING = 'complaint+bea@simulator.amazonses.com';

  test('a bounce blocks the address, which the verdict says as a rule of the house', async () => {
    expect(await twoMailsTo(BOUNCING)).toEqual(['undelivered', 'refused']);
    expect(await reasonFor(BOUNCING)).toMatchObject({
      code: 'ADDRESS_UNDELIVERABLE',
      citation: { nature: 'house-rule' },
    });
  });

  test('a complaint is an opposition; an absent reader’s answer is nothing', async () => {
    expect(await twoMailsTo(COMPLAINING)).toEqual(['sent', 'refused']);
    expect(await reasonFor(COMPLAINING)).toMatchObject({ code: 'OPPOSED_CHANNEL' });
    expect(await twoMailsTo('ooto+carl@simulator.amazonses.com')).toEqual(['sent', 'sent']);
  });

  test('a suppressed address is never sent: the person agreed again, and the list of the tenant has it still', async () => {
    await stack.clock.advance(86_400);
    await agree(api, { email: BOUNCING }, { givenAt: stack.clock.now() });
    const id = await ask(api, { email: BOUNCING });
    await stack.idle();
    expect(await stateOf(api, id)).toBe('undelivered');
    // The first one, which SES took and which came back.
    expect(mailsTo(BOUNCING)).toBe(1);
  });

  test('the same reports again, late and the last one first, change nothing, and nobody was denied anything', async () => {
    const before = stack.events().length;
    await stack.clock.advance(86_400);
    await stack.repeatMailReports();
    await stack.idle();
    expect(stack.events().length).toBe(before);
    expect(await reasonFor(COMPLAINING)).toMatchObject({ code: 'OPPOSED_CHANNEL' });
    expect(stack.denied()).toEqual([]);
    expect(JSON.stringify(stack.events())).not.toContain('simulator.amazonses.com');
    const depths = await stack.queueDepths();
    expect(depths['aval-local-email-feedback-dlq']).toMatchObject({ ready: 0, delayed: 0, inFlight: 0 });
  });

  test('the round of that day took the address off the list of the tenant, since its reader had agreed again', async () => {
    await ask(api, { email: BOUNCING });
    await stack.idle();
    // Tried again, where it was not before.
    expect(mailsTo(BOUNCING)).toBe(2);
    expect(await reasonFor(COMPLAINING)).toMatchObject({ code: 'OPPOSED_CHANNEL' });
    expect(stack.denied()).toEqual([]);
  });
});
