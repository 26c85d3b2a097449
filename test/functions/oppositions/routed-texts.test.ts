import { afterEach, beforeEach, describe, expect, inject, test, vi } from 'vitest';
import { createReferenceServer } from '#local/provider/reference-server.ts';
import { createSmsmodeServer, type LocalSmsmode } from '#local/provider/smsmode-server.ts';
import { smsBySignedHttps } from '#shared/adapters/https/by-signed-https.ts';
import { sharedKeysOf } from '#shared/adapters/https/signature.ts';
import { smsmodeReplyIn } from '#shared/adapters/smsmode/replies.ts';
import { smsBySmsmode } from '#shared/adapters/smsmode/smsmode.ts';
import { appendToLedger } from '#shared/app/records/append-to-ledger.ts';
import { AdvertiserSettings } from '#shared/domain/advertiser/advertiser.ts';
import { aFormVersion, anAdvertiser, consentFacts, instant, NOW, referenceOf } from '#test/support/builders.ts';
import { type Serving, serving } from '#test/support/http/serving.ts';
import { reportServer } from '#test/support/reports/report-server.ts';
import { type SendWorld, startSendWorld } from '#test/support/send-world.ts';

/** SMS that leave by another than Amazon SNS, on a real store, and what people answer to them. */
let world: SendWorld;
let servers: Serving[] = [];
const opened = async (one: Promise<Serving>): Promise<string> => {
  const server = await one;
  servers.push(server);
  return server.url;
};
beforeEach(async () => {
  for (const level of ['info', 'warn'] as const) vi.spyOn(console, level).mockImplementation(() => undefined);
  world = await startSendWorld(inject('dynamoDbUrl'));
});
afterEach(async () => {
  await Promise.all(servers.map((server) => server.close()));
  servers = [];
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  await world.close();
});

type Sent = Awaited<ReturnType<SendWorld['aMessage']>>;
const oppositionsOf = async ({ contactId }: Sent) =>
  (await world.ledger.readStanding(world.access, contactId))?.oppositions ?? [];

/** They agree to texts once more, before our eyes. */
const agreeToTexts = async ({ ledger, access, clock }: SendWorld, { contactId, address }: Sent): Promise<void> => {
  const consent = consentFacts({ channels: ['sms'], form: referenceOf(aFormVersion()), givenAt: clock.now() });
  const id = `${contactId}.${'d'.repeat(16)}` as never;
  const event = { type: 'consent-given', id, consent, observed: true, actor: { by: 'person' } } as const;
  const seen = (await ledger.readStanding(access, contactId)) ?? expect.fail('nobody has this number');
  await appendToLedger(ledger, access, [{ contactId, seen, events: [event], address }], { at: clock.now() });
};

describe('an SMS by smsmode', () => {
  const KEY = 'k'.repeat(32);
  let theirs: LocalSmsmode;
  beforeEach(async () => {
    const { smsmode, listener } = createSmsmodeServer(() => KEY, world.clock.now);
    theirs = smsmode;
    const sms = smsBySmsmode({ url: await opened(serving(listener)), apiKey: async () => KEY });
    const external = smsmodeReplyIn;
    const publicBaseUrl = await opened(reportServer(world, { external, vouch: async () => 'unsigned' }));
    const providers = { ...world.ports.providers, sms };
    Object.assign(world.ports, { publicBaseUrl, allowsLocalLinks: true, providers });
  });
  const sent = async (): Promise<Sent & { id: string }> => {
    const sms = await world.aMessage({ channel: 'sms' });
    expect(await world.deliver(sms)).toMatchObject({ state: 'sent' });
    return { ...sms, id: theirs.messages().at(-1)?.messageId ?? '' };
  };

  test('is sent once, and a STOP that answers it stops texts, once however often it comes', async () => {
    const sms = await sent();
    expect(await world.message(sms)).toMatchObject({ status: 'sent', providerMessageId: sms.id });
    const messageId = 'mo-1';
    for (const _ of ['once', 'twice']) expect(await theirs.reply(sms.id, 'Stop', { messageId })).toBe(204);
    expect(await oppositionsOf(sms)).toMatchObject([{ via: 'sms-reply', of: { scope: 'channel' } }]);
    const next = await world.aMessage({ channel: 'sms', contact: sms.contactId });
    expect(await world.deliver(next)).toMatchObject({ state: 'refused' });
    expect(theirs.messages()).toHaveLength(1);
  });

  const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
  const JSON_BODY = { 'content-type': 'application/json' };
  const PARTS = { 'content-type': 'multipart/form-data; boundary=b1' };
  const PARTED = ['from', '33612345678', 'message', 'Stop']
    .flatMap((said, at) => (at % 2 === 0 ? ['--b1', `Content-Disposition: form-data; name="${said}"`, ''] : [said]))
    .concat('--b1--')
    .join('\r\n');
  test.each([
    ['a number for its name', JSON_BODY, '{"messageId":123,"direction":"MO","body":{"text":"STOP"}}'],
    ['another word for its name', JSON_BODY, '{"id":"x","body":{"text":"STOP"}}'],
    ['a list', JSON_BODY, '[{"messageId":"m","body":{"text":"STOP"}}]'],
    ['a form', FORM, 'messageId=m&numero=33612345678&message=STOP'],
    ['a form that says it is JSON', JSON_BODY, 'numero=33612345678&texte=Stop+svp'],
    ['a text', { 'content-type': 'text/plain' }, 'STOP'],
    ['a form in parts', PARTS, PARTED],
  ])('P2: a STOP is an opposition in whatever form it comes: %s', async (_, headers, body) => {
    const sms = await sent();
    const url = String(theirs.messages()[0]?.request.callbackUrlMo);
    expect((await fetch(url, { method: 'POST', headers, body })).status).toBe(204);
    expect(await oppositionsOf(sms)).toMatchObject([{ via: 'sms-reply', of: { scope: 'channel' } }]);
  });

  test('P2: two STOPs that repeat the name of the message that they answer are two, with a consent between them', async () => {
    const sms = await sent();
    const stops = async () =>
      (await world.ledger.listEvents(world.access, sms.contactId)).filter(
        ({ type }) => type === 'opposition-registered',
      );
    const messageId = sms.id;
    expect(await theirs.reply(sms.id, 'STOP', { messageId })).toBe(204);
    world.clock.forward(60);
    await agreeToTexts(world, sms);
    world.clock.forward(60);
    const between = await world.aMessage({ channel: 'sms', contact: sms.contactId });
    expect(await world.deliver(between)).toMatchObject({ state: 'sent' });
    expect(await theirs.reply(sms.id, 'STOP', { messageId })).toBe(204);
    expect(await stops()).toHaveLength(2);
    const next = await world.aMessage({ channel: 'sms', contact: sms.contactId });
    expect(await world.deliver(next)).toMatchObject({ state: 'refused' });
  });

  test('P2: a report that nobody signed adds an opposition, and does nothing else', async () => {
    theirs.next('take-and-drop');
    const sms = await world.aMessage({ channel: 'sms' });
    expect(await world.deliver(sms)).toMatchObject({ state: 'unknown' });
    const id = theirs.messages()[0]?.messageId ?? '';
    const delivered = { direction: 'MT', messageId: id, status: { value: 'DELIVERED' } };
    expect(await theirs.reply(id, 'CAVES: -20 %. STOP 36105', delivered)).toBe(204);
    expect(await theirs.reply(id, 'À quelle heure ouvrez-vous ?')).toBe(204);
    expect(await world.message(sms)).toMatchObject({ status: 'unknown' });
    expect(await oppositionsOf(sms)).toEqual([]);
    expect(await theirs.reply(id, 'STOP')).toBe(204);
    expect(await oppositionsOf(sms)).toHaveLength(1);
    expect(await world.message(sms)).toMatchObject({ status: 'unknown' });
  });

  test.each([
    ['take-and-drop', 'unknown', 1],
    ['server-error', 'unknown', 0],
    ['throttle', 'put-back', 0],
    ['no-credit', 'put-back', 0],
    ['refuse', 'parked', 0],
    ['bad-number', 'refused', 0],
  ] as const)('%s: %s, and never handed over twice', async (fault, state, taken) => {
    theirs.next(fault);
    const sms = await world.aMessage({ channel: 'sms' });
    expect(await world.deliver(sms)).toMatchObject({ state });
    if (state === 'unknown') await world.deliver(sms);
    expect(theirs.messages()).toHaveLength(taken);
  });
});

describe('an SMS by the provider of our contract', () => {
  test.each([4, 8])('of %i parts leaves where the advertiser lets a text take as many', async (parts) => {
    const secret = JSON.stringify({ key1: 'k'.repeat(64) });
    const { provider, listener } = createReferenceServer({ secret: () => secret, now: world.clock.now });
    const url = await opened(serving(listener));
    const route = { url, keys: async () => sharedKeysOf(secret), clock: world.clock, mediaBytes: 1 };
    Object.assign(world.ports, { providers: { ...world.ports.providers, sms: smsBySignedHttps(route) } });
    const { advertiserId: _a, settingsVersion: _v, recordedAt: _r, ...settings } = anAdvertiser();
    const sms = { ...settings.sms, maxSegments: parts };
    await world.ports.advertisers.put(world.access, AdvertiserSettings.parse({ ...settings, sms }), NOW);
    const text = `Maison Valmy: ${'a'.repeat(153 * (parts - 1))}`;
    const contentSha256 = await world.ports.contents.put(world.access, { text });
    const long = await world.aMessage({ channel: 'sms', fields: { contentSha256 } });
    expect(await world.deliver(long)).toMatchObject({ state: 'sent' });
    expect(provider.taken().map(({ message }) => message.maxParts)).toEqual([parts]);
  });

  test('is not delivered after the lawful hours, however long it is valid', async () => {
    const keys = async () => sharedKeysOf(JSON.stringify({ key1: 'k'.repeat(64) }));
    const route = { url: `${world.stub.url}/handover`, keys, clock: world.clock, mediaBytes: 1 };
    const providers = { ...world.ports.providers, sms: smsBySignedHttps(route) };
    Object.assign(world.ports, { providers, endedByRoute: ['sms'] });
    world.clock.set(instant('2026-11-24T18:30:30.000Z'));
    const sms = await world.aMessage({ channel: 'sms' });
    expect(await world.deliver(sms)).toMatchObject({ state: 'sent' });
    const [request] = world.stub.taken.map((each) => each.request);
    expect(request).toMatchObject({ channel: 'sms', kind: 'promotional', maxParts: 1 });
    expect(String(request?.notAfter) < (await world.message(sms)).validUntil).toBe(true);
    expect(request?.notAfter).toBe('2026-11-24T20:29:59.000Z');
  });
});
