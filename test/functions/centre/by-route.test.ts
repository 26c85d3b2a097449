import type { SQSEvent } from 'aws-lambda';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { tokensOf } from '#shared/adapters/crypto/tokens.ts';
import { OPTED_OUT } from '#shared/domain/opposition/opted-out.ts';
import { TEST_SECRET } from '#test/support/aws.ts';
import { NOW } from '#test/support/builders.ts';
import { type ProviderStub, startProviderStub } from '#test/support/providers.ts';
import { askedBy } from '#test/support/recorded-in-process.ts';
import { startCold, started } from '../support/cold-start.ts';
import { publicEnvironment, publicEvent, typedForm, WITH_TIME } from '../support/public-functions.ts';
import { type CentreWorld, passIn, startCentreWorld } from './centre-world.ts';

/** Codes of the preference centre and confirmations of STOP leave by the route of the settings, as every SMS does. */
let world: CentreWorld;
let stub: ProviderStub;
let secrets: { stop(): Promise<void> };
const lines: string[] = [];

beforeAll(async () => {
  [world, stub] = await Promise.all([startCentreWorld(), startProviderStub()]);
  secrets = await publicEnvironment(world.table.tableName);
  Object.assign(process.env, {
    // Whatever would leave by SNS has nowhere to go.
    AWS_ENDPOINT_URL_SNS: 'http://127.0.0.1:9',
    AWS_ENDPOINT_URL_SESV2: stub.url,
    AWS_ENDPOINT_URL_PINPOINT_SMS_VOICE_V2: stub.url,
    SES_CONFIGURATION_SETS: 'aval-test-300s',
    CONFIRM_STOP: 'yes',
    SMS_REPLIES_PARKED_QUEUE_URL: 'http://127.0.0.1:9/000000000000/sms-replies-dlq',
    SMS_REPLIES_TOPIC_ARN: 'sms-replies',
  });
  for (const level of ['info', 'warn', 'error'] as const)
    vi.spyOn(console, level).mockImplementation((line: string) => void lines.push(line));
});
beforeEach(() => {
  lines.length = 0;
});
afterAll(async () => {
  vi.restoreAllMocks();
  Object.assign(process.env, { PROVIDER_ROUTE: 'none', SMS_ROUTE: 'none' });
  startCold();
  world.close();
  await stub.close();
  await secrets.stop();
});

const COMMON = { channels: ['sms'], answers: ['reply'], requestsPerSecond: 1 };
const ROUTES = {
  https: () => ({
    PROVIDER_ROUTE: JSON.stringify([
      { ...COMMON, name: 'https', url: `${stub.url}/handover`, signedBy: 'hmac', mediaBytes: 1000 },
    ]),
    SMS_ROUTE: 'none',
  }),
  smsmode: () => ({
    PROVIDER_ROUTE: JSON.stringify([{ ...COMMON, name: 'smsmode', url: stub.url }]),
    SMS_ROUTE: 'none',
  }),
  text: () => ({
    PROVIDER_ROUTE: 'none',
    SMS_ROUTE: JSON.stringify({ configurationSet: 'aval-test-sms', senderIds: [], number: 'pool-test' }),
  }),
} as const;

/** As another process has it. */
const leavingBy = (route: keyof typeof ROUTES): void => {
  Object.assign(process.env, ROUTES[route]());
  startCold();
};
const post = async (token: string, fields: Readonly<Record<string, string>>) => {
  const { handler } =
    await started<typeof import('#functions/public/use-preference-centre.ts')>('public/use-preference-centre');
  const asked = publicEvent('POST', `/p/${token}`, { pathParameters: { token }, ...typedForm(fields) });
  return askedBy('use-preference-centre', () => handler(asked, WITH_TIME));
};
const reportTokenIn = (url: string) => url.split('/r/')[1] ?? '';
const report = async (token: string, body: string) => {
  const { handler } = await started<typeof import('#functions/public/receive-provider-report.ts')>(
    'public/receive-provider-report',
  );
  const asked = publicEvent('POST', `/r/${token}`, { pathParameters: { token }, body });
  return askedBy('receive-provider-report', () => handler(asked, WITH_TIME as never));
};
const stop = async (from: string) => {
  const { handler } = await started<typeof import('#functions/workers/apply-sms-reply.ts')>('workers/apply-sms-reply');
  const Message = { originationNumber: from, destinationNumber: '36105', messageBody: 'STOP', inboundMessageId: from };
  const body = JSON.stringify({ Message: JSON.stringify(Message) });
  const record = { messageId: 'record-0', body, attributes: { ApproximateReceiveCount: '1' } };
  return askedBy('apply-sms-reply', () => handler({ Records: [record] } as unknown as SQSEvent, WITH_TIME));
};
const textsTo = (address: string) => stub.taken.filter(({ to }) => to === address);
const codeIn = (request: unknown) => /\b\d{6}\b/.exec(JSON.stringify(request))?.[0] ?? '';
/** Where a provider outside AWS brings what is answered. */
const urlIn = (request: Readonly<Record<string, unknown>>) => request.callbackUrl ?? request.callbackUrlMo;

describe.each(['https', 'smsmode', 'text'] as const)('where SMS leave by %s', (route) => {
  test('a code leaves by it, opens the centre, and is in no log', async () => {
    leavingBy(route);
    const { token, address } = await world.aReader('sms');
    expect((await post(token, { act: 'code' })).statusCode).toBe(200);
    const [text, ...more] = textsTo(address);
    expect([text?.channel, more]).toEqual([route, []]);
    const code = codeIn(text?.request);
    expect(passIn((await post(token, { act: 'open', code })).body)).not.toBe('');
    expect(lines.join()).not.toContain(code);
    expect(lines.join()).not.toContain(address.slice(1));
  });

  test('one whose answer is lost is handed over once, counts, and opens', async () => {
    leavingBy(route);
    const { token, address } = await world.aReader('sms');
    stub.next('take-and-drop');
    const before = stub.calls();
    expect((await post(token, { act: 'code' })).statusCode).toBe(200);
    expect(stub.calls() - before).toBe(1);
    const [text] = textsTo(address);
    expect(passIn((await post(token, { act: 'open', code: codeIn(text?.request) })).body)).not.toBe('');
  });

  test('P2: who opted out there opposes by asking for a code', async () => {
    leavingBy(route);
    const { token, contactId } = await world.aReader('sms');
    stub.next('opted-out');
    expect((await post(token, { act: 'code' })).statusCode).toBe(200);
    const standing = await world.ledger.readStanding(world.access, contactId);
    expect(standing?.oppositions).toMatchObject([{ via: 'provider-complaint', of: { scope: 'channel' } }]);
  });

  test('what says that a request is recorded, and is not taken, is a line of the log without the address', async () => {
    leavingBy(route);
    const { token, address } = await world.aReader('sms');
    await post(token, { act: 'code' });
    const { body } = await post(token, { act: 'open', code: codeIn(textsTo(address)[0]?.request) });
    stub.next('opted-out');
    const { statusCode } = await post(token, { act: 'ask', kind: 'access', pass: passIn(body) });
    const said = lines.filter((line) => line.includes('acknowledgement'));
    expect([statusCode, said.length]).toEqual([200, 1]);
    expect(JSON.parse(said[0] ?? '{}')).toMatchObject({ event: 'acknowledgement-not-taken', code: OPTED_OUT });
    expect(said.join()).not.toContain(address.slice(1));
  });

  test('a STOP that AWS brings is confirmed by it, once', async () => {
    leavingBy(route);
    const from = `+3361220${String(['https', 'smsmode', 'text'].indexOf(route)).padStart(4, '0')}`;
    expect(await stop(from)).toEqual({ batchItemFailures: [] });
    expect(await stop(from)).toEqual({ batchItemFailures: [] });
    expect(textsTo(from).map(({ channel }) => channel)).toEqual([route]);
    expect(lines.join()).toContain('"code":"taken"');
    expect(lines.join()).not.toContain(from.slice(1));
  });
});

test.each(['https', 'smsmode'] as const)(
  'what is answered to a code by %s comes by a link of that text',
  async (route) => {
    leavingBy(route);
    const { token, address, contactId, messageId } = await world.aReader('sms');
    await post(token, { act: 'code' });
    const url = String(urlIn(textsTo(address)[0]?.request ?? {}));
    expect(url).toMatch(/^https:\/\/stop\.example\.fr\/r\/[\w-]+$/);
    const link = tokensOf(TEST_SECRET).readForReports(reportTokenIn(url));
    expect(link).toMatchObject({ contactId, channel: 'sms' });
    // Of no message that is stored: whatever is reported of a code settles none.
    expect(link?.messageId).not.toBe(messageId);
  },
);

test.each(['https', 'smsmode'] as const)(
  'whoever reads the request of a code at %s has no link that opens the centre, and a STOP there opposes',
  async (route) => {
    leavingBy(route);
    const { token, address, contactId } = await world.aReader('sms');
    await post(token, { act: 'code' });
    const { request = {} } = textsTo(address)[0] ?? {};
    const [theirs, code] = [reportTokenIn(String(urlIn(request))), codeIn(request)];
    for (const fields of [{ act: 'open', code }, { act: 'code' }, { act: 'stop' }]) {
      const { statusCode, body } = await post(theirs, fields);
      expect([statusCode, passIn(body)]).toEqual([404, '']);
    }
    expect(textsTo(address)).toHaveLength(1);
    // Neither took a try, nor ended the code.
    expect(passIn((await post(token, { act: 'open', code })).body)).not.toBe('');
    const reply = { messageId: 'mo-1', direction: 'MO', body: { text: 'STOP' } };
    const contract = { eventId: 'e-1', kind: 'reply', reference: '', at: NOW, text: 'STOP' };
    // Nobody signed that of our contract: it is refused, and stored.
    const answered = await report(theirs, JSON.stringify(route === 'smsmode' ? reply : contract));
    expect(answered.statusCode).toBe(route === 'smsmode' ? 204 : 401);
    const standing = await world.ledger.readStanding(world.access, contactId);
    expect(standing?.oppositions).toMatchObject([{ via: 'sms-reply', of: { scope: 'channel' } }]);
  },
);
