import { describe, expect, inject, onTestFinished, test } from 'vitest';
import { appendToLedger } from '#shared/app/records/append-to-ledger.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import { emptyStanding } from '#shared/domain/ledger/standing.ts';
import type { TemplateVersion } from '#shared/domain/message/template.ts';
import { callsFrom } from '#test/support/reports/calls-from.ts';
import { startSendWorld } from '#test/support/send-world.ts';
import {
  aFormVersion,
  consentFacts,
  instant,
  NOW,
  OTHER_SIREN,
  referenceOf,
  SIREN,
  sha256,
} from '../../support/builders.ts';

type SendWorld = Awaited<ReturnType<typeof startSendWorld>>;
const aWorld = async () => {
  const world = await startSendWorld(inject('dynamoDbUrl'));
  onTestFinished(() => world.close());
  return world;
};

/** A transactional template, approved as such. */
const putTransactional = async (
  world: SendWorld,
  channelKind: 'automated-call' | 'sms',
  reason: 'appointment' | 'delivery',
) => {
  const template = { templateId: reason, version: '1' } as Pick<TemplateVersion, 'templateId' | 'version'>;
  const by = { putBy: 'shop', recordedAt: NOW, sha256: sha256('1'), contentSha256: sha256('2'), offerSigns: [] };
  const of = { advertiserId: world.access.advertiserId, class: 'transactional', category: 'orders', reason };
  await world.templates.put(world.access, { ...of, ...by, ...template, channelKind, reference: 'CGV' } as never);
  return template;
};
const codesOf = async (world: SendWorld, message: Awaited<ReturnType<SendWorld['aMessage']>>) => {
  await world.deliver(message);
  const { status, verdict } = await world.message(message);
  return [status, ...(verdict?.reasons ?? []).map(({ code }) => code)];
};

test('a professional of whose address nobody says where it came from is informed of a third party: what the verdict allows leaves', async () => {
  const world = await aWorld();
  const to = 'chef@lebistrot-durand.fr';
  const { advertiserId } = world.access;
  const contactId: ContactId = world.fingerprints.contactIdOf(advertiserId, { kind: 'email', value: to } as never);
  const seen = emptyStanding({ advertiserId, contactId, addressKind: 'email' }, world.clock.now());
  const informed = instant('2026-11-01T09:00:00Z');
  const profession = { function: 'restaurant-manager', noticeGivenAt: informed, refusalOfferedAt: informed };
  const declared = {
    type: 'contact-declared',
    declared: { kind: 'professional', profession },
    actor: { by: 'system' },
  };
  await appendToLedger(world.ledger, world.access, [{ contactId, seen, events: [declared], address: to }] as never, {
    at: instant('2026-11-20T09:00:01Z'),
  });
  expect(await codesOf(world, await world.aMessage({ contact: contactId, to }))).toEqual(['sent', 'OK_B2B_INTEREST']);
  const sent = JSON.stringify(world.stub.taken.at(-1)?.request);
  expect(sent).toContain('un tiers');
});

describe('what was sent as no prospecting', () => {
  test('uses up none of the four calls: four reminders, then the first offer', async () => {
    const world = await aWorld();
    await callsFrom(world);
    const template = await putTransactional(world, 'automated-call', 'appointment');
    const sender = '+33162000000';
    const first = await world.aMessage({
      channel: 'automated-call',
      fields: { template, offerCategory: 'orders' as never, reference: 'RDV-0', sender },
    });
    const of = { channel: 'automated-call', contact: first.contactId, to: first.address } as const;
    expect(await codesOf(world, first)).toEqual(['sent', 'NOT_PROSPECTING_TRANSACTIONAL']);
    for (const reference of ['RDV-1', 'RDV-2', 'RDV-3']) {
      world.clock.forward(86_400);
      const fields = { template, offerCategory: 'orders' as never, reference, sender };
      expect(await codesOf(world, await world.aMessage({ ...of, fields }))).toEqual([
        'sent',
        'NOT_PROSPECTING_TRANSACTIONAL',
      ]);
    }
    world.clock.set(instant('2026-12-01T11:00:00+01:00'));
    const offers = async () => codesOf(world, await world.aMessage({ ...of, fields: { sender } }));
    for (const day of [1, 2, 3, 4]) expect([day, await offers()]).toEqual([day, ['sent', 'OK_CONSENT']]);
    expect(await offers()).toEqual(['refused', 'ATTEMPT_QUOTA']);
  });

  test('informs of no source: the first offer by SMS names it, and the second does not', async () => {
    const world = await aWorld();
    const form = aFormVersion({
      formId: 'courtier' as never,
      purposes: ['partner-offers'],
      partnersNamed: [{ siren: SIREN, name: 'Maison Valmy' }],
      wording: 'J’accepte de recevoir par SMS les offres de Maison Valmy.',
      channels: [{ channel: 'sms', words: 'par SMS' }],
    });
    await world.ports.formVersions.put(world.access, form);
    const template = await putTransactional(world, 'sms', 'delivery');
    const to = '+33639980011';
    const { advertiserId } = world.access;
    const contactId: ContactId = world.fingerprints.contactIdOf(advertiserId, { kind: 'phone', value: to } as never);
    const seen = emptyStanding({ advertiserId, contactId, addressKind: 'phone' }, world.clock.now());
    const consent = consentFacts({
      channels: ['sms'],
      form: referenceOf(form),
      collector: { siren: OTHER_SIREN, name: 'Courtier SA' },
      proof: { sha256: sha256('1') },
    });
    const given = { type: 'consent-given', id: `${contactId}.${'c'.repeat(16)}`, consent, observed: false };
    await appendToLedger(
      world.ledger,
      world.access,
      [{ contactId, seen, events: [{ ...given, actor: { by: 'system' } }], address: to }] as never,
      { at: instant('2026-05-20T09:00:01Z') },
    );
    const of = { channel: 'sms', contact: contactId, to } as const;
    const says = () => JSON.stringify(world.stub.taken.at(-1)?.request).includes('(source: Courtier SA)');
    const parcel = { template, offerCategory: 'orders' as never, reference: 'CMD-1' };
    expect(await codesOf(world, await world.aMessage({ ...of, fields: parcel }))).toEqual([
      'sent',
      'NOT_PROSPECTING_TRANSACTIONAL',
    ]);
    expect(says()).toBe(false);
    expect([await codesOf(world, await world.aMessage(of)), says()]).toEqual([['sent', 'OK_CONSENT'], true]);
    expect([await codesOf(world, await world.aMessage(of)), says()]).toEqual([['sent', 'OK_CONSENT'], false]);
  });
});
