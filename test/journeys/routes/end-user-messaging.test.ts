import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ACCOUNT } from '#local/template/attributes.ts';
import { linesOf } from '#test/support/stacks/lines-of.ts';
import { type Aval, startAval } from '#tools/start/aval.ts';
import { type ApiCaller, agree, ask, callerOf, messageOf, setUp } from '../send-path-api.ts';

/** SMS of a template whose SMS leave by AWS End User Messaging, from consent to telephone, and back. */
let stack: Aval;
let api: ApiCaller;
beforeAll(async () => {
  // Each test brings its own fault about, and what comes twice or late.
  stack = await startAval({ at: '2026-11-24T10:00:00Z', faults: 'none', smsRoute: 'end-user-messaging' });
  api = callerOf(stack);
  await setUp(api);
});
afterAll(() => stack?.stop());
beforeEach(() => stack.holds.clear());

const sent = async (phone: string): Promise<string> => {
  await agree(api, { phone });
  const id = await ask(api, { phone });
  await stack.idle();
  return id;
};
const next = async (phone: string): Promise<string> => {
  const id = await ask(api, { phone });
  await stack.idle();
  return JSON.stringify(await messageOf(api, id));
};
const textsTo = (phone: string) => stack.smsSink().filter(({ to }) => to === phone);
const oppositions = () => stack.events().filter(({ type }) => type === 'opposition.registered.v1').length;

describe('a text by End User Messaging', () => {
  test('reaches its reader, and what AWS reports of it settles it', async () => {
    const id = await sent('+33639980001');
    expect(textsTo('+33639980001')).toMatchObject([{ type: 'Promotional', text: expect.stringContaining('STOP') }]);
    // However long it is valid: what is lawful is looked for at most 225 minutes ahead.
    expect(textsTo('+33639980001')[0]?.triedForSeconds).toBeLessThanOrEqual(225 * 60);
    expect(await messageOf(api, id)).toMatchObject({ status: 'sent' });
    expect(stack.logs('apply-email-feedback').join('\n')).toContain('provider-report-applied');
    expect(stack.denied()).toEqual([]);
  });

  test('P2: a STOP to its code stops the next, and is confirmed once', async () => {
    const phone = '+33639980002';
    await sent(phone);
    await stack.replyBySms({ from: phone, body: 'STOP' });
    await stack.idle();
    expect(textsTo(phone).map(({ type }) => type)).toEqual(['Promotional', 'Transactional']);
    // The confirmation leaves by the same route, and what AWS reports of it is no report of a message that nobody knows.
    expect(textsTo(phone)[1]?.triedForSeconds).toBeGreaterThan(0);
    expect(linesOf(stack, 'apply-email-feedback').join()).not.toContain('message-not-found');
    expect(await next(phone)).toContain('OPPOSED_CHANNEL');
    expect(textsTo(phone)).toHaveLength(2);
  });

  test('P2: a STOP that names the message which it answers is for who sent that one, though another wrote later by the code', async () => {
    const phone = '+33639980007';
    const advertiserId = 'caves-du-sud';
    const sms = { senderId: 'CAVESDUSUD', replyCode: '36105' };
    await setUp(api, { advertiserId, siren: '732829320', name: 'Caves du Sud', sms });
    const first = await sent(phone);
    const [answered] = textsTo(phone);
    await agree(api, { phone }, { advertiserId });
    const later = await ask(api, { phone }, { advertiserId });
    await stack.idle();
    expect(await messageOf(api, later, advertiserId)).toMatchObject({ status: 'sent' });
    // As AWS publishes it (End User Messaging SMS, "Two-way SMS message payload").
    const payload = {
      originationNumber: phone,
      destinationNumber: '36105',
      messageKeyword: 'STOP',
      messageBody: 'STOP',
      inboundMessageId: 'cae173d2-66b9-564c-8309-21f858e9fb84',
      previousPublishedMessageId: answered?.id,
    };
    const { endpoint, region, accessKeyId, secretAccessKey } = stack.aws;
    const sns = new SNSClient({ endpoint, region, credentials: { accessKeyId, secretAccessKey } });
    const TopicArn = `arn:aws:sns:${region}:${ACCOUNT}:aval-local-sms-replies`;
    await sns.send(new PublishCommand({ TopicArn, Message: JSON.stringify(payload) }));
    sns.destroy();
    await stack.idle();
    const oppositionsAt = async (of: string) =>
      (await api.post('/v1/contacts/lookup', { advertiserId: of, contact: { phone } })).oppositions;
    expect(await oppositionsAt('maison-valmy')).toMatchObject([{ via: 'sms-reply', messageId: first }]);
    expect(await oppositionsAt(advertiserId)).toEqual([]);
  });

  test('whose answer is lost is settled by its event, and leaves no second time', async () => {
    const phone = '+33639980003';
    stack.faults.next('sms-voice', 'accept-and-drop');
    const id = await sent(phone);
    expect(await messageOf(api, id)).toMatchObject({ status: 'sent' });
    expect(textsTo(phone)).toHaveLength(1);
  });

  test('to a number that is none is undelivered, and the next is refused, whatever comes twice and in another order', async () => {
    const phone = '+33639980004';
    const id = await sent(phone);
    await stack.reportOnText(phone, { event: 'TEXT_INVALID' });
    await stack.repeatTextReports();
    await stack.idle();
    expect(await messageOf(api, id)).toMatchObject({ status: 'undelivered' });
    expect(await next(phone)).toContain('ADDRESS_UNDELIVERABLE');
    expect(textsTo(phone)).toHaveLength(1);
  });

  test('P2: to a person whose device keeps the sender out is an opposition, once', async () => {
    const phone = '+33639980005';
    await sent(phone);
    const before = oppositions();
    await stack.reportOnText(phone, { event: 'TEXT_BLOCKED' });
    await stack.repeatTextReports();
    await stack.idle();
    expect(oppositions() - before).toBe(1);
    expect(await next(phone)).toContain('OPPOSED_CHANNEL');
  });

  test('P2: to a person who opted out at AWS is refused by it, which is an opposition', async () => {
    const phone = '+33639980006';
    stack.holds.setOptedOut(phone, true);
    const id = await sent(phone);
    expect(JSON.stringify(await messageOf(api, id))).toContain('OPPOSED_CHANNEL');
    expect(textsTo(phone)).toEqual([]);
  });

  test('to a country that is kept closed, and whence no STOP would come back, is refused, and goes nowhere', async () => {
    const phone = '+34612345678';
    const id = await sent(phone);
    const message = JSON.stringify(await messageOf(api, id));
    expect(message).toContain('OPPOSITION_ROAD_NOT_WORKING');
    expect(textsTo(phone)).toEqual([]);
  });

  test('carries the code of the preference centre, which opens it', async () => {
    const phone = '+33639980008';
    await agree(api, { phone });
    const { identityPage } = await api.post('/v1/requests', {
      ...{ advertiserId: 'maison-valmy', contact: { phone }, kind: 'erasure', via: 'letter' },
      words: 'Effacez tout ce que vous avez sur moi.',
    });
    const press = async (fields: Readonly<Record<string, string>>) => {
      const answer = await fetch(String(identityPage), { method: 'POST', body: new URLSearchParams(fields) });
      return { status: answer.status, body: await answer.text() };
    };
    expect((await press({ act: 'code' })).status).toBe(200);
    await stack.idle();
    const [text, ...more] = textsTo(phone);
    expect([text?.type, more]).toEqual(['Transactional', []]);
    // By SNS nothing says for how long it is tried.
    expect(text?.triedForSeconds).toBeLessThanOrEqual(600);
    const code = /\b\d{6}\b/.exec(text?.text ?? '')?.[0] ?? '';
    const opened = await press({ act: 'open', code });
    expect(opened.body).toContain('name="pass"');
    for (const name of ['use-preference-centre', 'apply-email-feedback'] as const)
      expect(linesOf(stack, name).join()).not.toContain(code);
    await stack.reportOnText(phone, { event: 'TEXT_BLOCKED' });
    await stack.idle();
    expect(await next(phone)).toContain('OPPOSED_CHANNEL');
  });

  test('P8: no number is in what the function of its events wrote', () => {
    expect(linesOf(stack, 'apply-email-feedback').filter((line) => line.includes('63998'))).toEqual([]);
    expect(stack.denied()).toEqual([]);
  });
});
