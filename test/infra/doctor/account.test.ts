import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { settableAccountInAws } from '../../../cli/account/in-aws.ts';
import { changesFor, type SettableAccount } from '../../../cli/account/settings-of-account.ts';

const ROLE = 'arn:aws:iam::111122223333:role/aval-sms-status';

/** An account in the form of AWS's own answers: what is put there is read again. */
const set = { delivery: 'GLOBAL', sms: new Map<string, string>() };
const entries = () => [...set.sms].map(([key, value]) => `<entry><key>${key}</key><value>${value}</value></entry>`);
const server = createServer(async (request, response) => {
  const body = await text(request);
  if (request.url === '/v2/email/account') {
    response.end(JSON.stringify({ DeliveryAttributes: { SharedPoolDeliveryMode: set.delivery } }));
    return;
  }
  if (request.url?.startsWith('/v2/email/account/delivery')) {
    set.delivery = JSON.parse(body).SharedPoolDeliveryMode;
    response.end('{}');
    return;
  }
  const form = new URLSearchParams(body);
  const action = form.get('Action') ?? '';
  for (const number of [1, 2]) {
    const name = form.get(`attributes.entry.${number}.key`);
    if (name !== null) set.sms.set(name, form.get(`attributes.entry.${number}.value`) ?? '');
  }
  const result = action === 'GetSMSAttributes' ? `<attributes>${entries().join('')}</attributes>` : '';
  response.setHeader('content-type', 'text/xml');
  response.end(
    `<${action}Response xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><${action}Result>${result}</${action}Result></${action}Response>`,
  );
});

let account: SettableAccount;
beforeAll(async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIAEXAMPLE');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'example');
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  account = settableAccountInAws({ region: 'eu-west-3', endpoint: `http://127.0.0.1:${port}` });
});
afterAll(() => {
  vi.unstubAllEnvs();
  server.close();
});

test('what no template sets is shown, set once it is said, and then as the stage needs it', async () => {
  const changes = changesFor(await account.read(), ROLE);
  expect(changes.map(({ says }) => says)).toEqual([
    expect.stringMatching(/^SES: mail may leave from other Regions \(GLOBAL\); set to REGIONAL/),
    expect.stringMatching(/^SNS: what becomes of SMS is written nowhere; set to arn:/),
  ]);
  expect(set).toMatchObject({ delivery: 'GLOBAL' });
  for (const { apply } of changes) await apply(account);
  expect(set).toEqual({
    delivery: 'REGIONAL',
    sms: new Map([
      ['DeliveryStatusIAMRole', ROLE],
      ['DeliveryStatusSuccessSamplingRate', '100'],
    ]),
  });
  expect(changesFor(await account.read(), ROLE)).toEqual([]);
});

test('a stage that keeps nothing of SMS changes nothing of it, and a role of another stage is named before it is replaced', () => {
  const state = { delivery: 'REGIONAL', smsStatusRole: `${ROLE}-of-another`, smsStatusRate: '10' };
  expect(changesFor(state, undefined)).toEqual([]);
  expect(changesFor(state, ROLE)[0]?.says).toContain(`written by ${ROLE}-of-another, of 10 of 100; set to ${ROLE}`);
});
