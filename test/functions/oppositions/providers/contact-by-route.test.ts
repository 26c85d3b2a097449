import { createHmac, generateKeyPairSync } from 'node:crypto';
import type { SQSEvent } from 'aws-lambda';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Forgery, sendSigned } from '#local/provider/vonage-account.ts';
import { tokensOf } from '#shared/adapters/crypto/tokens.ts';
import { claimsOf } from '#shared/adapters/dynamodb/messages/claims.ts';
import { reviewsOf } from '#shared/adapters/dynamodb/messages/reviews.ts';
import { appendToLedger } from '#shared/app/records/append-to-ledger.ts';
import { factIdOf } from '#shared/domain/contact/fingerprint.ts';
import { causeOfReply } from '#shared/domain/review/reply-review.ts';
import { providerReferenceOf } from '#shared/domain/sending/reference.ts';
import { addDays, addSeconds, epochSeconds } from '#shared/domain/time/instant.ts';
import { TEST_SECRET } from '#test/support/aws.ts';
import { consentFacts, instant } from '#test/support/builders.ts';
import { type Serving, serving } from '#test/support/http/serving.ts';
import { type ProviderStub, startProviderStub } from '#test/support/providers.ts';
import { askedBy } from '#test/support/recorded-in-process.ts';
import { type CentreWorld, startCentreWorld } from '../../centre/centre-world.ts';
import { startCold, started } from '../../support/cold-start.ts';
import { publicEnvironment, publicEvent, WITH_TIME } from '../../support/public-functions.ts';

/** CONTACT and STOP, which a provider outside AWS brings (charter of operators, C.1.2): from its call to the text that answers it, by the functions themselves. */
const [KEY, CODE, APPLICATION] = ['k'.repeat(64), 'c'.repeat(48), '7f000000-0000-4000-8000-000000000001'];
const { publicKey, privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});
const ACCOUNT = { applicationId: APPLICATION, publicKey, signatureSecret: 's'.repeat(32) };
const SECRET = {
  key1: KEY,
  smsmode: { apiKey: 'a-key-of-smsmode' },
  spotHit: { apiKey: 'a-key-of-spot-hit', urlCode: CODE },
  vonage: { privateKey, signatureSecret: ACCOUNT.signatureSecret, urlCode: CODE.replaceAll('c', 'v') },
};
const TOPIC = 'arn:aws:sns:eu-west-3:000000000000:aval-test-sms-replies';

/** The functions have the clock of this machine, and what signs names an instant of it. */
const now = () => instant(new Date().toISOString());

let world: CentreWorld;
let stub: ProviderStub;
let functions: Serving;
let secrets: { stop(): Promise<void> };
const lines: string[] = [];

/** The functions that providers call, behind a server. */
const served = () =>
  serving(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://local');
    const [, kind, last = ''] = pathname.split('/');
    const name =
      kind === 'r' ? 'receive-provider-report' : `receive-${request.method === 'GET' ? 'pushed' : 'posted'}-reply`;
    const { handler } = await started<{
      handler: (event: unknown, context: unknown) => Promise<{ statusCode: number }>;
    }>(`public/${name}`);
    const event = publicEvent(request.method as 'GET', pathname, {
      body: Buffer.concat(chunks).toString('utf8'),
      headers: request.headers as Record<string, string>,
      pathParameters: { token: last, code: last },
      queryStringParameters: Object.fromEntries(searchParams),
    });
    const { statusCode } = await askedBy(name as 'receive-posted-reply', () => handler(event, WITH_TIME));
    response.writeHead(statusCode).end();
  });

beforeAll(async () => {
  [world, stub, functions] = await Promise.all([startCentreWorld(), startProviderStub(), served()]);
  secrets = await publicEnvironment(world.table.tableName, undefined, JSON.stringify(SECRET));
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_SNS: stub.url,
    AWS_ENDPOINT_URL_PINPOINT_SMS_VOICE_V2: stub.url,
    CONFIRM_STOP: 'yes',
    SMS_REPLIES_PARKED_QUEUE_URL: 'http://127.0.0.1:9/000000000000/sms-replies-dlq',
    SMS_REPLIES_TOPIC_ARN: TOPIC,
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
  await Promise.all([stub.close(), functions.close(), secrets.stop()]);
});

interface Reader {
  readonly address: string;
  readonly contactId: Awaited<ReturnType<CentreWorld['aReader']>>['contactId'];
  readonly messageId: Awaited<ReturnType<CentreWorld['aReader']>>['messageId'];
}
/** Somebody to whom a text left at that time. */
const aReader = async (sentAt = now()): Promise<Reader> => {
  const reader = await world.aReader('sms');
  const bucket = { month: sentAt.slice(0, 7), channel: 'sms', revision: 0 } as const;
  const { contactId, messageId } = reader;
  const entry = { messageId, claimedAt: sentAt, claimToken: 'a', result: 'sent' } as const;
  await claimsOf(world.table).claim(world.access, contactId, bucket, entry);
  return reader;
};
const reportUrl = ({ contactId, messageId }: Reader) =>
  `${functions.url}/r/${tokensOf(TEST_SECRET).mintForReports({ ...{ contactId, messageId }, advertiserId: world.access.advertiserId, channel: 'sms', purpose: 'own-offers' })}`;
const post = async (url: string, body: object, headers: Readonly<Record<string, string>> = {}) =>
  (
    await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
  ).status;

interface Change {
  readonly isForged?: true;
}
/** What a reader says, as each provider brings it; resolves to how it was answered. */
type Bring = (reader: Reader, text: string, change?: Change) => Promise<number>;
let count = 0;
const aName = (): string => {
  count += 1;
  return `said-${count}`;
};
const bySmsmode: Bring = (reader, text) =>
  // Of whom it is said to be changes nothing.
  post(reportUrl(reader), { messageId: aName(), direction: 'MO', from: '+33700000009', body: { text } });
const byContract: Bring = (reader, text, { isForged } = {}) => {
  const reference = providerReferenceOf(reader.messageId);
  const event = { eventId: aName(), kind: 'reply', reference, at: now(), text };
  const time = String(epochSeconds(now()));
  const mac = createHmac('sha256', isForged ? 'x'.repeat(64) : KEY)
    .update(`${time}.${JSON.stringify(event)}`)
    .digest('hex');
  return post(reportUrl(reader), event, { 'aval-timestamp': time, 'aval-signature': `key1=${mac}` });
};
const byVonage: Bring = ({ address }, text, { isForged } = {}) => {
  const forgery: Forgery = isForged ? { isUnsigned: true } : {};
  const event = { channel: 'sms', message_uuid: aName(), from: address.slice(1), to: '36105', text };
  return sendSigned(ACCOUNT, epochSeconds(now()), {
    url: `${functions.url}/s/${SECRET.vonage.urlCode}`,
    event,
    forgery,
  });
};
const bySpotHit: Bring = async ({ address }, message) => {
  const said = new URLSearchParams({ id: aName(), numero: address, message });
  return (await fetch(`${functions.url}/s/${CODE}?${said}`)).status;
};

const COMMON = { answers: ['reply'], requestsPerSecond: 1 };
const HTTPS = () => ({ ...COMMON, name: 'https', url: `${stub.url}/handover`, signedBy: 'hmac', mediaBytes: 1000 });
const SPOT_HIT = () => ({ ...COMMON, channels: ['mms'], name: 'spot-hit', url: stub.url, mediaBytes: 1000 });
const SMSMODE = () => ({ ...COMMON, channels: ['sms'], name: 'smsmode', url: stub.url });
const TEXTS = JSON.stringify({ configurationSet: 'aval-test-sms', senderIds: [], number: 'pool-test' });

/** What a stage states, who brings what is answered, and by what the answer leaves. */
const ROUTES = {
  smsmode: { stated: () => [SMSMODE()], sms: 'none', bring: bySmsmode, leavesBy: 'smsmode' },
  Vonage: {
    stated: () => [{ ...COMMON, channels: ['sms'], name: 'vonage', url: stub.url, applicationId: APPLICATION }],
    ...{ sms: 'none', bring: byVonage, leavesBy: 'vonage-sms' },
  },
  'our contract': {
    stated: () => [{ ...HTTPS(), channels: ['sms', 'mms'] }],
    sms: 'none',
    bring: byContract,
    leavesBy: 'https',
  },
  'our contract, MMS alone': {
    stated: () => [{ ...HTTPS(), channels: ['mms'] }],
    ...{ sms: TEXTS, bring: byContract, leavesBy: 'text' },
  },
  'Spot-Hit, SMS by SNS': { stated: () => [SPOT_HIT()], sms: 'none', bring: bySpotHit, leavesBy: 'sms' },
  'Spot-Hit, SMS by smsmode': {
    stated: () => [SPOT_HIT(), SMSMODE()],
    sms: 'none',
    bring: bySpotHit,
    leavesBy: 'smsmode',
  },
} as const;
type Route = (typeof ROUTES)[keyof typeof ROUTES];

/** As another process has it. */
const leavingBy = ({ stated, sms }: Route): void => {
  Object.assign(process.env, {
    PROVIDER_ROUTE: JSON.stringify(stated()),
    SMS_ROUTE: sms,
    TEXT_SECRET_ID: 'provider',
  });
  startCold();
};
const waiting = () => stub.taken.filter(({ request }) => request.TopicArn === TOPIC).map(({ request }) => request);
/** The worker, given one that waits. */
const work = async (one: Readonly<Record<string, unknown>>) => {
  const { handler } = await started<typeof import('#functions/workers/apply-sms-reply.ts')>('workers/apply-sms-reply');
  const body = JSON.stringify({ Message: String(one.Message) });
  const record = { messageId: 'record-0', body, attributes: { ApproximateReceiveCount: '1' } };
  return askedBy('apply-sms-reply', () => handler({ Records: [record] } as unknown as SQSEvent, WITH_TIME));
};
const DONE = { batchItemFailures: [] };
const AGAIN = { batchItemFailures: [{ itemIdentifier: 'record-0' }] };
/** Brings it, and works off what waits then; resolves to what was brought. */
const brought = async ({ bring }: Route, reader: Reader, text = 'CONTACT', change: Change = {}) => {
  const before = waiting().length;
  const status = await bring(reader, text, change);
  return { status, replies: waiting().slice(before) };
};
const asked = async (route: Route, reader: Reader, text = 'CONTACT') => {
  const { status, replies } = await brought(route, reader, text);
  expect([status, replies.length]).toEqual([204, 1]);
  for (const each of replies) expect(await work(each)).toEqual(DONE);
};
const textsTo = ({ address }: Reader) => stub.taken.filter(({ to }) => to === address);
/** A moment after all that was said. */
const agreesAgain = async ({ contactId }: Reader): Promise<void> => {
  const seen = (await world.ledger.readStanding(world.access, contactId)) ?? expect.fail('nothing is known of them');
  const at = addSeconds(now(), 1);
  const consent = { ...consentFacts(), channels: ['sms' as const], givenAt: at };
  const given = { type: 'consent-given' as const, id: factIdOf(contactId, `consent/${at}`), consent, observed: false };
  const events = [{ ...given, actor: { by: 'system' as const } }];
  await appendToLedger(world.ledger, world.access, [{ contactId, seen, events }], { at });
};
const oppositionsOf = async ({ contactId }: Reader) =>
  (await world.ledger.readStanding(world.access, contactId))?.oppositions ?? [];

describe.each(Object.entries(ROUTES))('whoever answers CONTACT, which %s brings', (_, route) => {
  test('gets name and contact of the advertiser, once in 24 hours, by what all SMS leave by, and no more', async () => {
    leavingBy(route);
    const reader = await aReader();
    await asked(route, reader);
    await asked(route, reader, 'Contact svp');
    const [answer, ...more] = textsTo(reader);
    expect([answer?.channel, more]).toEqual([route.leavesBy, []]);
    const said = JSON.stringify(answer?.request);
    const { contact } = (await world.ports.advertisers.get(world.access)) ?? expect.fail('no advertiser');
    for (const each of ['Maison Valmy', ...Object.values(contact)]) expect(said).toContain(each);
    expect(await oppositionsOf(reader)).toEqual([]);
    expect(lines.join()).toMatch(/contact-answered.*"code":"taken".*contact-answered.*"code":"answered-before"/);
    expect(lines.join()).not.toContain(reader.address.slice(1));
  });

  test('is answered once where the provider did not take it at first', async () => {
    leavingBy(route);
    const reader = await aReader();
    const { replies } = await brought(route, reader);
    const [one = {}] = replies;
    stub.next('throttle');
    expect(await work(one)).toEqual(AGAIN);
    expect(textsTo(reader)).toEqual([]);
    expect([await work(one), await work(one)]).toEqual([DONE, DONE]);
    expect(textsTo(reader)).toHaveLength(1);
  });

  test('is not answered twice where nobody knows whether the first answer left', async () => {
    leavingBy(route);
    const reader = await aReader();
    const { replies } = await brought(route, reader);
    const [one = {}] = replies;
    stub.next('take-and-drop');
    expect([await work(one), await work(one)]).toEqual([DONE, DONE]);
    expect(textsTo(reader)).toHaveLength(1);
  });

  test('is answered by nobody where no text left to the number for thirty days', async () => {
    leavingBy(route);
    const longAgo = await aReader(addDays(now(), -31));
    const before = stub.calls();
    const { replies } = await brought(route, longAgo);
    for (const each of replies) expect(await work(each)).toEqual(DONE);
    expect([textsTo(longAgo), replies.length, stub.calls() - before]).toEqual([[], 1, 1]);
    expect(lines.join()).toMatch(/contact-answered.*"code":"(nobody-wrote|code-unknown)"/);
  });

  test('P2: a STOP that is brought the same way is an opposition, and is confirmed once, by what all SMS leave by', async () => {
    leavingBy(route);
    const reader = await aReader();
    for (const text of ['STOP', 'STOP', 'arrêt svp']) {
      const { status, replies } = await brought(route, reader, text);
      expect([status, replies.length]).toEqual([204, 1]);
      for (const each of replies) expect([await work(each), await work(each)]).toEqual([DONE, DONE]);
    }
    const [first, ...more] = await oppositionsOf(reader);
    expect([first?.via, ...more.map(({ via }) => via)]).toEqual(['sms-reply', 'sms-reply', 'sms-reply']);
    const [confirmation, ...others] = textsTo(reader);
    expect([confirmation?.channel, others]).toEqual([route.leavesBy, []]);
    expect(JSON.stringify(confirmation?.request)).toContain('Maison Valmy : votre demande est prise en compte.');
    expect(lines.join()).toMatch(/stop-answered.*"code":"taken".*stop-answered.*"code":"answered-before"/);
    expect(lines.join()).not.toContain(reader.address.slice(1));
  });

  test('a STOP that is delivered again after its person agreed again is confirmed no more', async () => {
    leavingBy(route);
    const reader = await aReader();
    const { replies } = await brought(route, reader, 'STOP');
    for (const each of replies) expect(await work(each)).toEqual(DONE);
    await agreesAgain(reader);
    for (const each of replies) expect(await work(each)).toEqual(DONE);
    expect(textsTo(reader)).toHaveLength(1);
    expect(lines.join()).toMatch(/stop-answered.*"code":"agreed-since"/);
  });

  test('P2: a STOP from a number to which no text is known to have left is an opposition, and has us write to nobody', async () => {
    leavingBy(route);
    const stranger = await world.aReader('sms');
    const { status, replies } = await brought(route, stranger, 'STOP');
    for (const each of replies) expect(await work(each)).toEqual(DONE);
    expect(status).toBe(204);
    expect(await oppositionsOf(stranger)).toMatchObject([{ via: 'sms-reply' }]);
    expect(textsTo(stranger)).toEqual([]);
    expect(lines.join()).toMatch(/stop-answered.*"code":"nobody-wrote"/);
  });
});

test.each(Object.keys(ROUTES) as (keyof typeof ROUTES)[])(
  'D20: a doubtful reply that %s brings is an opposition, and one review waits for a human',
  async (name) => {
    leavingBy(ROUTES[name]);
    const reader = await aReader();
    const { replies } = await brought(ROUTES[name], reader, 'Non merci, pas intéressé cette fois');
    for (const each of replies) expect(await work(each)).toEqual(DONE);
    const [opposition, ...more] = await oppositionsOf(reader);
    expect([opposition?.via, more]).toEqual(['sms-reply', []]);
    const cause = causeOfReply((opposition ?? expect.fail('no opposition')).id, 'sms-reply');
    expect(await reviewsOf(world.table).find(world.access, cause)).toMatchObject({ cause, reply: {} });
    expect(lines.join()).toMatch(/doubtful-reply.*"count":1/);
    expect(lines.join()).not.toContain('intéressé');
  },
);

test.each(['Vonage', 'our contract'] as const)(
  'what %s should have signed and did not has us write to nobody, and a STOP in it counts',
  async (name) => {
    const route = ROUTES[name];
    leavingBy(route);
    const reader = await aReader();
    for (const text of ['CONTACT', 'STOP']) {
      const { status, replies } = await brought(route, reader, text, { isForged: true });
      expect(status).toBe(401);
      for (const each of replies) expect(await work(each)).toEqual(DONE);
    }
    expect(textsTo(reader)).toEqual([]);
    expect(await oppositionsOf(reader)).toMatchObject([{ via: 'sms-reply' }]);
  },
);

test.each(['Vonage', 'our contract'] as const)(
  'the words of smsmode, which signs nothing, have us write to nobody beside %s alone, and a STOP in them counts',
  async (name) => {
    leavingBy(ROUTES[name]);
    const reader = await aReader();
    for (const text of ['CONTACT', 'STOP'])
      expect(await brought(ROUTES.smsmode, reader, text)).toEqual({ status: 204, replies: [] });
    expect(textsTo(reader)).toEqual([]);
    expect(await oppositionsOf(reader)).toMatchObject([{ via: 'sms-reply' }]);
  },
);

test.each(['smsmode', 'our contract'] as const)(
  'P2: a STOP to the answer itself comes by a link of it, at %s, which opens nothing',
  async (name) => {
    leavingBy(ROUTES[name]);
    const reader = await aReader();
    await asked(ROUTES[name], reader);
    const { callbackUrl, callbackUrlMo } = textsTo(reader)[0]?.request ?? {};
    const url = String(callbackUrl ?? callbackUrlMo);
    const token = /^https:\/\/stop\.example\.fr\/r\/([\w-]+)$/.exec(url)?.[1] ?? expect.fail(url);
    expect(tokensOf(TEST_SECRET).read(token)).toBeUndefined();
    const said = { messageId: 'mo-of-an-answer', direction: 'MO', body: { text: 'STOP' } };
    expect(await post(`${functions.url}/r/${token}`, said)).toBe(204);
    expect(await oppositionsOf(reader)).toMatchObject([{ via: 'sms-reply' }]);
  },
);

test.each([
  ['a STOP that names the message and no number', 'id=1&source_id=7&message=STOP', 400],
  ['a STOP whose number has another name', 'id=1&telephone=0639981234', 400],
  ['a state, which is nobody’s word', 'id=1&statut=1', 204],
  ['nothing, as who tries the URL', '', 204],
])('P2: what Spot-Hit brings is not acknowledged where nobody can say whose it is: %s', async (_, query, status) => {
  leavingBy(ROUTES['Spot-Hit, SMS by SNS']);
  const before = waiting().length;
  expect((await fetch(`${functions.url}/s/${CODE}?${query}`)).status).toBe(status);
  expect(waiting()).toHaveLength(before);
});

test('nobody is written to of a message whose number is held no more', async () => {
  leavingBy(ROUTES.smsmode);
  const gone = { ...(await aReader()), contactId: (await world.aReader('sms', false)).contactId };
  const { status, replies } = await brought(ROUTES.smsmode, gone);
  expect([status, replies]).toEqual([204, []]);
  expect(lines.join()).toMatch(/contact-answered.*"code":"no-number"/);
});
