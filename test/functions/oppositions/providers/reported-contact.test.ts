import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { addressOfLinkOf } from '#shared/adapters/dynamodb/centre/address-of-link.ts';
import { contactAnswersOf } from '#shared/adapters/dynamodb/messages/confirmations.ts';
import { smsBySignedHttps } from '#shared/adapters/https/by-signed-https.ts';
import { sharedKeysOf } from '#shared/adapters/https/signature.ts';
import { applyProviderReport } from '#shared/app/feedback/apply-provider-report.ts';
import { answerReportedContact, asksInReport } from '#shared/app/inbound/answer-reported-contact.ts';
import { AdvertiserSettings } from '#shared/domain/advertiser/advertiser.ts';
import { ProviderEvent } from '#shared/domain/sending/provider-event.ts';
import { providerReferenceOf } from '#shared/domain/sending/reference.ts';
import { askedBy } from '#test/support/recorded-in-process.ts';
import { reportPorts } from '#test/support/reports/report-server.ts';
import { type SendWorld, startSendWorld } from '#test/support/send-world.ts';

/** CONTACT, which a provider of our contract reports of the message that it answers (charter of operators, C.1.2). */
let world: SendWorld;
beforeEach(async () => {
  world = await startSendWorld(inject('dynamoDbUrl'));
});
afterEach(() => world.close());

type Sent = Awaited<ReturnType<SendWorld['aMessage']>>;
const sent = async (): Promise<Sent> => {
  const reference = await world.aMessage({ channel: 'mms' });
  expect(await world.deliver(reference)).toMatchObject({ state: 'sent' });
  return reference;
};

const ports = () => ({
  clock: world.clock,
  newId: () => randomBytes(16).toString('base64url'),
  fingerprints: world.fingerprints,
  ledger: world.ledger,
  advertisers: world.ports.advertisers,
  confirmations: contactAnswersOf(world.table),
  provider: smsBySignedHttps({
    url: `${world.stub.url}/handover`,
    keys: async () => sharedKeysOf(JSON.stringify({ key1: 'k'.repeat(64) })),
    clock: world.clock,
    mediaBytes: 300_000,
  }),
  addressOfLink: addressOfLinkOf({
    vetReads: world.sendReads,
    fingerprints: world.fingerprints,
    messages: world.ports.messages,
    clock: world.clock,
  }),
});

let count = 0;
/** What the function of reports does of one; resolves to what came of the answer, `undefined` where nothing asks. */
const reply = async (of: Sent, text: string, change: { isSigned?: boolean; reference?: string } = {}) => {
  count += 1;
  const { isSigned = true, reference = providerReferenceOf(of.messageId) } = change;
  const report = {
    access: world.access,
    link: { ...of, channel: 'mms', purpose: 'own-offers' },
    event: ProviderEvent.parse({ eventId: `evt-${count}`, kind: 'reply', reference, at: world.clock.now(), text }),
    bodySha256: 'e'.repeat(64),
    isSigned,
  } as const;
  await applyProviderReport(reportPorts(world), report);
  if (!asksInReport(report)) return undefined;
  return askedBy('receive-provider-report', () => answerReportedContact(ports(), report));
};
const texts = () => world.stub.taken.map(({ request }) => request).filter(({ channel }) => channel === 'sms');

describe('whoever answers CONTACT to a message of the route', () => {
  test('gets name and contact of its advertiser by the same route, as no prospecting; nothing of theirs changes', async () => {
    const mms = await sent();
    const before = await world.ledger.readStanding(world.access, mms.contactId);
    expect(await reply(mms, 'Contact svp')).toBe('taken');
    expect(texts()).toMatchObject([{ to: mms.address, sender: 'MAISONVALMY', kind: 'service' }]);
    const { contact } = (await world.ports.advertisers.get(world.access)) ?? expect.fail('no advertiser');
    const said = String(texts()[0]?.text);
    expect(said).toMatch(/^Maison Valmy : /);
    for (const each of Object.values(contact)) expect(said).toContain(each);
    expect(await world.ledger.readStanding(world.access, mms.contactId)).toEqual(before);
  });

  test('in as many parts as its words need, which the provider is given', async () => {
    const mms = await sent();
    const settings = (await world.ports.advertisers.get(world.access)) ?? expect.fail('no advertiser');
    const { advertiserId: _a, settingsVersion: _v, recordedAt: _r, ...own } = settings;
    const named = { ...own, tradeNames: ['Domaine des Hôtes de la Vallée'] };
    await world.ports.advertisers.put(world.access, AdvertiserSettings.parse(named), world.clock.now());
    expect(await reply(mms, 'CONTACT')).toBe('taken');
    const [{ text = '', maxParts } = {}] = texts();
    expect([String(text).includes('ô'), Number(maxParts)]).toEqual([true, Math.ceil(String(text).length / 67)]);
  });

  test('once in 24 hours, however often it is asked or reported', async () => {
    const mms = await sent();
    expect([await reply(mms, 'CONTACT'), await reply(mms, 'HELP')]).toEqual(['taken', 'answered-before']);
    world.clock.forward(86_401);
    expect(await reply(mms, 'CONTACT')).toBe('taken');
    expect(texts()).toHaveLength(2);
  });

  test('again where the provider did not take the answer', async () => {
    const mms = await sent();
    world.stub.next('throttle');
    // So that the report is answered 503, and comes again.
    await expect(reply(mms, 'CONTACT')).rejects.toMatchObject({ code: 'dependency-unavailable' });
    expect(await reply(mms, 'CONTACT')).toBe('taken');
    expect(texts()).toHaveLength(1);
  });

  test.each<[string, string, Parameters<typeof reply>[2]]>([
    ['that nobody signed', 'CONTACT', { isSigned: false }],
    ['of another message', 'CONTACT', { reference: 'f'.repeat(32) }],
    ['that says stop as well', 'CONTACT STOP', {}],
    ['that says something else', 'Merci beaucoup', {}],
  ])('a report %s has us write to nobody', async (_, text, change) => {
    expect(await reply(await sent(), text, change)).toBeUndefined();
    expect(texts()).toEqual([]);
  });

  test('nobody is written to whose number is held no more', async () => {
    const mms = await sent();
    const addressOfLink = { of: async () => ({ sends: [] }) };
    const link = { ...mms, channel: 'mms', purpose: 'own-offers' } as const;
    expect(await answerReportedContact({ ...ports(), addressOfLink }, { access: world.access, link })).toBe(
      'no-sender',
    );
    expect(texts()).toEqual([]);
  });
});
