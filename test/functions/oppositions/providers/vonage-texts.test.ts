import { generateKeyPairSync } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, inject, test, vi } from 'vitest';
import { createVonageMessagesServer, type LocalVonageMessages } from '#local/provider/vonage-messages-server.ts';
import { isByVonage } from '#shared/adapters/vonage/call-events.ts';
import { vonageInboundIn, vonageMessageIn } from '#shared/adapters/vonage/message-events.ts';
import { smsByVonage } from '#shared/adapters/vonage/sms-by-vonage.ts';
import { appendToLedger } from '#shared/app/records/append-to-ledger.ts';
import { epochSeconds } from '#shared/domain/time/instant.ts';
import { aFormVersion, consentFacts, NOW, referenceOf } from '#test/support/builders.ts';
import { type Serving, serving } from '#test/support/http/serving.ts';
import { accountReplyServer } from '#test/support/reports/account-reply-server.ts';
import { reportServer } from '#test/support/reports/report-server.ts';
import { type SendWorld, startSendWorld } from '#test/support/send-world.ts';

/** SMS by Vonage on a real store: from the send path to a server of recorded shapes, back to the URL of each text, and to the one URL of the application. */
const { publicKey, privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});
const APPLICATION = '7f000000-0000-4000-8000-000000000001';
const ACCOUNT = { applicationId: APPLICATION, publicKey, signatureSecret: 's'.repeat(32) };
const CODE = 'c'.repeat(48);

let world: SendWorld;
let theirs: LocalVonageMessages;
let servers: Serving[] = [];
const opened = async (one: Promise<Serving>): Promise<string> => {
  const server = await one;
  servers.push(server);
  return server.url;
};

beforeEach(async () => {
  for (const level of ['info', 'warn'] as const) vi.spyOn(console, level).mockImplementation(() => undefined);
  world = await startSendWorld(inject('dynamoDbUrl'));
  const isSigned = (call: Pick<Parameters<typeof isByVonage>[0], 'headers' | 'body'>) =>
    isByVonage({ ...call, now: epochSeconds(world.clock.now()) }, ACCOUNT, APPLICATION);
  const inbound = await opened(
    accountReplyServer(world, async (code, call) =>
      code === CODE ? { ...vonageInboundIn(call.body, world.clock.now()), isRefused: !isSigned(call) } : undefined,
    ),
  );
  const account = () => ({ ...ACCOUNT, inboundUrl: `${inbound}/s/${CODE}` });
  const { vonage, listener } = createVonageMessagesServer(account, world.clock.now);
  theirs = vonage;
  const sms = smsByVonage({
    url: await opened(serving(listener)),
    applicationId: APPLICATION,
    credentials: async () => ({ privateKey, signatureSecret: ACCOUNT.signatureSecret }),
    clock: world.clock,
    newId: () => 'jti-1',
  });
  const vouch = async (signed: Parameters<typeof isSigned>[0]) => (isSigned(signed) ? 'signed' : 'refused') as 'signed';
  Object.assign(world.ports, {
    publicBaseUrl: await opened(reportServer(world, { external: vonageMessageIn, vouch })),
    allowsLocalLinks: true,
    endedByRoute: ['sms'],
    providers: { ...world.ports.providers, sms },
  });
});
afterEach(async () => {
  await Promise.all(servers.map((server) => server.close()));
  servers = [];
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  await world.close();
});

type Sent = Awaited<ReturnType<SendWorld['aMessage']>>;
const sent = async (): Promise<Sent & { id: string }> => {
  const sms = await world.aMessage({ channel: 'sms' });
  expect(await world.deliver(sms)).toMatchObject({ state: 'sent' });
  return { ...sms, id: theirs.messages().at(-1)?.id ?? '' };
};
const unknown = async (): Promise<Sent & { id: string }> => {
  theirs.next('take-and-drop');
  const sms = await world.aMessage({ channel: 'sms' });
  expect(await world.deliver(sms)).toMatchObject({ state: 'unknown' });
  return { ...sms, id: theirs.messages().at(-1)?.id ?? '' };
};
const oppositionsOf = async ({ contactId }: Sent) =>
  (await world.ledger.readStanding(world.access, contactId))?.oppositions ?? [];
/** They agree to texts once more, before our eyes. */
const agreeToTexts = async ({ contactId, address }: Sent): Promise<void> => {
  const { ledger, access, clock } = world;
  const consent = consentFacts({ channels: ['sms'], form: referenceOf(aFormVersion()), givenAt: clock.now() });
  const id = `${contactId}.${'d'.repeat(16)}` as never;
  const event = { type: 'consent-given', id, consent, observed: true, actor: { by: 'person' } } as const;
  const seen = (await ledger.readStanding(access, contactId)) ?? expect.fail('nobody has this number');
  await appendToLedger(ledger, access, [{ contactId, seen, events: [event], address }], { at: clock.now() });
};
const statusOf = async (sms: Sent) => (await world.message(sms)).status;

describe('an SMS by Vonage', () => {
  test('P2: a STOP to its code stops texts, once however often it comes, and the next is refused', async () => {
    const sms = await sent();
    const change = { to: '36105', message_uuid: 'mo-1' };
    for (const _ of ['once', 'twice']) expect(await theirs.reply(sms.id, 'Stop', change)).toBe(204);
    expect(await oppositionsOf(sms)).toMatchObject([{ via: 'sms-reply', of: { scope: 'channel' } }]);
    const next = await world.aMessage({ channel: 'sms', contact: sms.contactId });
    expect(await world.deliver(next)).toMatchObject({ state: 'refused' });
    expect(theirs.messages()).toHaveLength(1);
  });

  test.each([
    ['signed anew', {}],
    ['under its old signature', { iat: epochSeconds(NOW) }],
  ])('a STOP that comes again a day later, %s, ends no consent that was given since', async (_, forgery) => {
    const sms = await sent();
    const change = { to: '36105', message_uuid: 'mo-1', timestamp: world.clock.now() };
    expect(await theirs.reply(sms.id, 'Stop', change)).toBe(204);
    world.clock.forward(3600);
    await agreeToTexts(sms);
    world.clock.forward(22 * 3600);
    await theirs.reply(sms.id, 'Stop', change, forgery);
    expect(await oppositionsOf(sms)).toHaveLength(1);
    const next = await world.aMessage({ channel: 'sms', contact: sms.contactId });
    expect(await world.deliver(next)).toMatchObject({ state: 'sent' });
  });

  test.each([
    ['of another name', { message_uuid: 'mo-2' }],
    ['of the same name, said later', {}],
    ['without a day', { message_uuid: 'mo-3', timestamp: null }],
  ])('P2: a STOP after a consent is another one: %s', async (_, change) => {
    const sms = await sent();
    const to = { to: '36105', message_uuid: 'mo-1' };
    expect(await theirs.reply(sms.id, 'Stop', { ...to, timestamp: world.clock.now() })).toBe(204);
    world.clock.forward(3600);
    await agreeToTexts(sms);
    world.clock.forward(60);
    expect(await theirs.reply(sms.id, 'Stop', { ...to, timestamp: world.clock.now(), ...change })).toBe(204);
    const next = await world.aMessage({ channel: 'sms', contact: sms.contactId });
    expect(await world.deliver(next)).toMatchObject({ state: 'refused' });
  });

  test.each([
    ['unsigned', { isUnsigned: true }],
    ['forged', { secret: 'f'.repeat(32) }],
    ['old', { iat: 1 }],
    ['of another application', { applicationId: '7f000000-0000-4000-8000-000000000009' }],
  ])('P2: a STOP that is %s is stored, and refused', async (_, forgery) => {
    const sms = await sent();
    expect(await theirs.reply(sms.id, 'STOP', { to: '36105' }, forgery)).toBe(401);
    expect(await oppositionsOf(sms)).toHaveLength(1);
  });

  test('P2: a STOP in the words of the older API is one; a question is none', async () => {
    const sms = await sent();
    expect(await theirs.reply(sms.id, 'À quelle heure ouvrez-vous ?', { to: '36105' })).toBe(204);
    expect(await oppositionsOf(sms)).toEqual([]);
    const older = { msisdn: sms.address.slice(1), messageId: 'm', from: null, to: '36105', message_uuid: null };
    expect(await theirs.reply(sms.id, 'STOP', older)).toBe(204);
    expect(await oppositionsOf(sms)).toHaveLength(1);
  });

  test('P2: a STOP in a form is one; what is neither that nor a state is answered 400 and logged, so that it comes again', async () => {
    const sms = await sent();
    const url = await opened(
      accountReplyServer(world, async (_, { body }) => vonageInboundIn(body, world.clock.now())),
    );
    const posted = async (body: string) => (await fetch(`${url}/s/${CODE}`, { method: 'POST', body })).status;
    const warned = vi.mocked(console.warn);
    warned.mockClear();
    expect(await posted(`number=${sms.address.slice(1)}&words=STOP`)).toBe(400);
    expect(warned.mock.calls.flat().join()).toContain('"code":"malformed-request"');
    expect(warned.mock.calls.flat().join()).not.toContain(sms.address.slice(1));
    expect(await oppositionsOf(sms)).toEqual([]);
    expect(await posted(`msisdn=${sms.address.slice(1)}&to=36105&status=delivered`)).toBe(204);
    expect(await oppositionsOf(sms)).toEqual([]);
    expect(await posted(`msisdn=${sms.address.slice(1)}&to=36105&messageId=m&text=STOP`)).toBe(204);
    expect(await oppositionsOf(sms)).toHaveLength(1);
  });

  test.each([
    ['submitted', undefined, 'sent'],
    ['delivered', undefined, 'sent'],
    ['rejected', 1260, 'undelivered'],
    ['rejected', 1360, 'undelivered'],
    ['undeliverable', undefined, 'undelivered'],
    ['rejected', 1240, 'undelivered'],
  ] as const)('its state settles an unknown one: %s %s', async (state, code, status) => {
    const sms = await unknown();
    expect(await theirs.report(sms.id, state, code)).toBe(204);
    expect(await statusOf(sms)).toBe(status);
    expect(await oppositionsOf(sms)).toHaveLength(code === 1240 ? 1 : 0);
  });

  test('states out of order, repeated, and of another text settle it once and right', async () => {
    const [one, other] = [await unknown(), await unknown()];
    for (const state of ['delivered', 'submitted', 'delivered']) expect(await theirs.report(one.id, state)).toBe(204);
    expect(await statusOf(one)).toBe('sent');
    // The words of one at the URL of the other.
    const url = String(theirs.messages().find(({ id }) => id === other.id)?.request.webhook_url);
    expect(await theirs.report(one.id, 'rejected', 1260, { url })).toBe(204);
    expect(await statusOf(other)).toBe('unknown');
  });

  test.each([
    ['unsigned', { isUnsigned: true }],
    ['forged', { secret: 'f'.repeat(32) }],
    ['replayed after ten minutes', { iat: 1 }],
    ['of another body', { body: '{"message_uuid":"x","status":"delivered"}' }],
  ])('a state that is %s settles nothing', async (_, forgery) => {
    const sms = await unknown();
    expect(await theirs.report(sms.id, 'delivered', undefined, forgery)).toBe(401);
    expect(await statusOf(sms)).toBe('unknown');
  });

  test('a number that is no longer in use is sent nothing any more', async () => {
    const sms = await sent();
    expect(await theirs.report(sms.id, 'rejected', 1190)).toBe(204);
    const next = await world.aMessage({ channel: 'sms', contact: sms.contactId });
    expect(await world.deliver(next)).toMatchObject({ state: 'refused' });
  });

  test.each([
    ['take-and-drop', 'unknown', 1],
    ['server-error', 'unknown', 0],
    ['request-timeout', 'unknown', 0],
    ['throttle', 'put-back', 0],
    ['low-balance', 'put-back', 0],
    ['bad-sender', 'parked', 0],
    ['bad-number', 'refused', 0],
    ['opted-out', 'refused', 0],
  ] as const)('%s: %s, and never handed over twice', async (fault, state, taken) => {
    theirs.next(fault);
    const sms = await world.aMessage({ channel: 'sms' });
    expect(await world.deliver(sms)).toMatchObject({ state });
    if (state === 'unknown') await world.deliver(sms);
    expect(theirs.messages()).toHaveLength(taken);
    expect(await oppositionsOf(sms)).toHaveLength(fault === 'opted-out' ? 1 : 0);
  });
});
