import { generateKeyPairSync } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, inject, test, vi } from 'vitest';
import { createVonageServer } from '#local/provider/vonage-server.ts';
import { callByVonage } from '#shared/adapters/vonage/call-by-vonage.ts';
import { isByVonage, vonageEventIn } from '#shared/adapters/vonage/call-events.ts';
import { epochSeconds } from '#shared/domain/time/instant.ts';
import { type Serving, serving } from '#test/support/http/serving.ts';
import { callsFrom } from '#test/support/reports/calls-from.ts';
import { reportServer } from '#test/support/reports/report-server.ts';
import { type SendWorld, startSendWorld } from '#test/support/send-world.ts';

/** Calls by Vonage on a real store: from the send path to a server of recorded shapes, and back to the URL of each call. */
const { publicKey, privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});
const ACCOUNT = { applicationId: '7f000000-0000-4000-8000-000000000001', publicKey, signatureSecret: 's'.repeat(32) };

let world: SendWorld;
let servers: Serving[] = [];
let theirs: ReturnType<typeof createVonageServer>['vonage'];
const opened = async (one: Promise<Serving>): Promise<string> => {
  const server = await one;
  servers.push(server);
  return server.url;
};

let isConfigured = true;
const vouch: Parameters<typeof reportServer>[1]['vouch'] = async (signed) => {
  if (!isConfigured) return 'unsigned';
  const received = { ...signed, now: epochSeconds(world.clock.now()) };
  return isByVonage(received, ACCOUNT, ACCOUNT.applicationId) ? 'signed' : 'refused';
};
beforeEach(async () => {
  for (const level of ['info', 'warn'] as const) vi.spyOn(console, level).mockImplementation(() => undefined);
  isConfigured = true;
  world = await startSendWorld(inject('dynamoDbUrl'));
  await callsFrom(world);
  const { vonage, listener } = createVonageServer(() => ACCOUNT, world.clock.now);
  theirs = vonage;
  const newId = () => 'jti-1';
  const { applicationId, signatureSecret } = ACCOUNT;
  const credentials = async () => ({ privateKey, signatureSecret });
  const route = { url: await opened(serving(listener)), applicationId, credentials, clock: world.clock, newId };
  Object.assign(world.ports, {
    publicBaseUrl: await opened(reportServer(world, { external: vonageEventIn, vouch })),
    allowsLocalLinks: true,
    providers: { ...world.ports.providers, 'automated-call': callByVonage(route) },
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
const aCall = (contact?: Sent['contactId']) =>
  world.aMessage({ channel: 'automated-call', ...(contact === undefined ? {} : { contact }) });
const sent = async (): Promise<Sent & { uuid: string }> => {
  const call = await aCall();
  expect(await world.deliver(call)).toMatchObject({ state: 'sent' });
  return { ...call, uuid: theirs.calls().at(-1)?.uuid ?? '' };
};
const oppositionsOf = async ({ contactId }: Sent) =>
  (await world.ledger.readStanding(world.access, contactId))?.oppositions ?? [];
const statusOf = async (call: Sent) => (await world.message(call)).status;

describe('a key that is pressed in a call by Vonage', () => {
  test('is an opposition to calls, with the bytes of the report as its evidence, and no call follows', async () => {
    const call = await sent();
    expect(await theirs.press(call.uuid, '9')).toBe(204);
    expect(await theirs.press(call.uuid, '9')).toBe(204);
    const found = await oppositionsOf(call);
    expect(found).toMatchObject([{ via: 'key-press', of: { scope: 'channel' } }]);
    expect(await world.deliver(await aCall(call.contactId))).toMatchObject({ state: 'refused' });
    expect(theirs.calls()).toHaveLength(1);
  });

  test('P2: is stored also where its signature is wrong, missing or old, or Vonage was taken out of the settings', async () => {
    for (const [forgery, status] of [
      [{ secret: 'x'.repeat(32) }, 401],
      [{ isUnsigned: true }, 401],
      [{ iat: epochSeconds(world.clock.now()) - 3600 }, 401],
    ] as const) {
      const call = await sent();
      expect(await theirs.press(call.uuid, '9', forgery)).toBe(status);
      expect(await oppositionsOf(call)).toHaveLength(1);
    }
    isConfigured = false;
    const call = await sent();
    expect(await theirs.press(call.uuid, '9')).toBe(204);
    expect(await oppositionsOf(call)).toHaveLength(1);
  });

  test('no key in time opposes nothing', async () => {
    const call = await sent();
    expect(await theirs.press(call.uuid, '')).toBe(204);
    expect(await oppositionsOf(call)).toEqual([]);
  });
});

describe('the state of a call by Vonage', () => {
  test('whose answer is lost is never called again, and settled by its first event', async () => {
    theirs.next('take-and-drop');
    const call = await aCall();
    expect(await world.deliver(call)).toMatchObject({ state: 'unknown' });
    await world.deliver(call);
    const [begun] = theirs.calls();
    expect(theirs.calls()).toHaveLength(1);
    expect(await theirs.report(begun?.uuid ?? '', 'ringing')).toBe(204);
    expect(await world.message(call)).toMatchObject({ status: 'sent', providerMessageId: begun?.uuid });
  });

  test.each(['machine', 'busy', 'timeout', 'failed', 'rejected', 'unanswered'])('%s reached nobody', async (status) => {
    const call = await sent();
    expect(await theirs.report(call.uuid, status)).toBe(204);
    expect(await theirs.report(call.uuid, 'completed')).toBe(204);
    expect(await statusOf(call)).toBe('undelivered');
  });

  test('comes in any order and twice: what was over before it rang stays so', async () => {
    const call = await sent();
    for (const status of ['completed', 'answered', 'ringing', 'started', 'answered', 'human'])
      expect(await theirs.report(call.uuid, status)).toBe(204);
    expect(await statusOf(call)).toBe('sent');
  });

  test.each([
    ['another secret', { secret: 'x'.repeat(32) }],
    ['no signature', { isUnsigned: true }],
    ['a signature of long ago', { iat: 1_700_000_000 }],
    ['the signature of another body', { body: '{"conversation_uuid":"CON-1","status":"failed","uuid":"u"}' }],
    ['another application of the account', { applicationId: '7f000000-0000-4000-8000-000000000002' }],
  ] as const)('is not believed with %s', async (_, forgery) => {
    const call = await sent();
    expect(await theirs.report(call.uuid, 'failed', forgery)).toBe(401);
    expect(await statusOf(call)).toBe('sent');
  });

  test('of one call, sent again to the URL of another, settles nothing', async () => {
    const [first, second] = [await sent(), await sent()];
    const [url] = (theirs.calls().at(-1)?.request.event_url ?? []) as readonly string[];
    expect(await theirs.report(first.uuid, 'failed', { url: url ?? '' })).toBe(204);
    expect(await statusOf(second)).toBe('sent');
    expect(await statusOf(first)).toBe('sent');
  });
});
