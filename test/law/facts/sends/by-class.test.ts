import { describe, expect, test } from 'vitest';
import type { Channel } from '#shared/domain/message/channel.ts';
import type { Claim, Sends } from '#shared/domain/message/message.ts';
import { vet, vetBytes } from '#shared/law/fold/vet.ts';
import {
  aConsent,
  aFormVersion,
  anAdvertiser,
  aStanding,
  aVetRequest,
  instant,
  OTHER_SIREN,
  referenceOf,
  SIREN,
  someBytes,
  someSends,
} from '../../../support/builders.ts';
import { aCall, anSms, MOBILE } from '../../../support/proposed.ts';

/** What was sent on these days, in one class; absent: as prospecting, or before classes were noted. */
const sent = (channel: Channel, days: readonly string[], of?: Claim['class']): Sends => {
  const sends = someSends(channel, days);
  return { ...sends, entries: sends.entries.map((entry) => ({ ...entry, ...(of && { class: of }) })) };
};
const CLASSES = ['transactional', 'relational'] as const;

describe('four calls in thirty days (D. 223-9: “démarcher ou tenter de démarcher”)', () => {
  const DAYS = ['2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23'].map((day) => `${day}T10:00:00Z`);
  const form = aFormVersion({
    wording: 'J’accepte que Maison Valmy m’appelle par automate d’appel pour ses offres.',
    channels: [{ channel: 'automated-call', words: 'par automate d’appel' }],
  });
  const consent = aConsent({ channels: ['automated-call'], form: referenceOf(form) });
  const standing = aStanding({ addressKind: 'phone', consents: [consent] });
  const asked = (sends: readonly Sends[], callsBeside: readonly Sends[] = []) =>
    vet(
      aVetRequest({
        standing,
        address: MOBILE,
        message: aCall({ sender: '+33162000000' }),
        forms: [form],
        sends,
        callsBeside,
      }),
    );
  const codes = (sends: readonly Sends[], beside?: readonly Sends[]) =>
    asked(sends, beside).reasons.map(({ code }) => code);

  test('are offers: reminders and surveys before them count for none', () => {
    for (const of of CLASSES) expect([of, codes([sent('automated-call', DAYS, of)])]).toEqual([of, ['OK_CONSENT']]);
    expect(codes([], [sent('automated-call', DAYS, 'transactional')])).toEqual(['OK_CONSENT']);
  });
  test('and what nobody noted a class of counts', () => {
    expect(codes([sent('automated-call', DAYS)])).toEqual(['ATTEMPT_QUOTA']);
    expect(codes([], [sent('automated-call', DAYS)])).toEqual(['ATTEMPT_QUOTA']);
    const mixed = [sent('automated-call', DAYS.slice(0, 3)), sent('automated-call', DAYS.slice(3), 'transactional')];
    expect(codes(mixed)).toEqual(['OK_CONSENT']);
  });
});

describe('the ceiling of a day (D8: “under every promotional message”)', () => {
  const morning = ['2026-11-24T07:00:00Z', '2026-11-24T07:30:00Z'];
  const advertiser = anAdvertiser({ dailyCeiling: 2 });
  const asked = (sends: readonly Sends[]) =>
    vet(aVetRequest({ standing: aStanding({ consents: [aConsent()] }), advertiser, sends }));

  test('counts offers alone', () => {
    for (const of of CLASSES) expect(asked([sent('email', morning, of)]).outcome).toBe('allow');
    expect(asked([sent('email', morning)]).reasons.map(({ code }) => code)).toEqual(['FREQUENCY_CAP']);
  });
  test('and a verdict says how many were sent, whatever they were', () => {
    expect(asked([sent('email', morning, 'transactional')]).sendsCounted).toBe(2);
  });
});

describe('the first message after data came from elsewhere (GDPR 14(3)(b), INFO-3)', () => {
  const form = aFormVersion({
    purposes: ['partner-offers'],
    partnersNamed: [{ siren: SIREN, name: 'Maison Valmy' }],
    wording: 'J’accepte de recevoir par SMS les offres de Maison Valmy.',
    channels: [{ channel: 'sms', words: 'par SMS' }],
  });
  const consent = aConsent({
    channels: ['sms'],
    form: referenceOf(form),
    collector: { siren: OTHER_SIREN, name: 'Courtier SA' },
    givenAt: instant('2026-10-01T09:00:00Z'),
    recordedAt: instant('2026-10-05T09:00:00Z'),
    proof: { sha256: '1'.repeat(64) },
  });
  const codes = (sends: readonly Sends[], namesSource = false) => {
    const standing = aStanding({ addressKind: 'phone', consents: [consent] });
    const request = aVetRequest({ standing, address: MOBILE, message: anSms(), forms: [form], sends });
    return vetBytes(request, vet(request), someBytes({ namesSource })).reasons.map(({ code }) => code);
  };

  test('names their source, though something else was sent before', () => {
    expect(codes([])).toEqual(['SOURCE_MENTION_MISSING']);
    for (const of of CLASSES)
      expect([of, codes([sent('sms', ['2026-11-20T09:00:00Z'], of)])]).toEqual([of, ['SOURCE_MENTION_MISSING']]);
    expect(codes([sent('sms', ['2026-11-20T09:00:00Z'], 'transactional')], true)).toEqual(['OK_CONSENT']);
  });
  test('and though offers were sent before they came', () => {
    expect(codes([sent('sms', ['2026-10-05T08:59:59Z'])])).toEqual(['SOURCE_MENTION_MISSING']);
    expect(codes([sent('sms', ['2026-10-05T09:00:00Z'])])).toEqual(['OK_CONSENT']);
  });
  test('is the first alone: a later one need not', () => {
    expect(codes([sent('sms', ['2026-11-20T09:00:00Z'])])).toEqual(['OK_CONSENT']);
    const both = [sent('sms', ['2026-11-19T09:00:00Z'], 'transactional'), sent('sms', ['2026-11-20T09:00:00Z'])];
    expect(codes(both)).toEqual(['OK_CONSENT']);
  });

  const professional = (collectedAt: string | undefined, sends: readonly Sends[]) => {
    const informed = instant('2026-11-01T09:00:00Z');
    const collected = collectedAt === undefined ? {} : { collectedAt: instant(collectedAt) };
    const source = { kind: 'third-party' as const, reference: 'Annuaire', ...collected };
    const profession = { function: 'buyer', noticeGivenAt: informed, refusalOfferedAt: informed, source };
    const organisation = { name: 'Dupont', siren: OTHER_SIREN };
    const declared = { kind: 'professional' as const, profession, organisation };
    const address = 'camille.martin@dupont.example';
    const advertiser = anAdvertiser({
      professionalOffers: [{ function: 'buyer', offered: ['wine'], rationale: 'Cellars buy wine.' }],
    });
    const request = aVetRequest({ standing: aStanding({ declared }), address, advertiser, sends });
    return vetBytes(request, vet(request), someBytes({ namesSource: false })).reasons.map(({ code }) => code);
  };
  test('holds for a professional too, from the day of the collection, where it is known', () => {
    const before = [sent('email', ['2026-10-05T08:59:59Z'])];
    expect(professional('2026-10-05T09:00:00Z', before)).toEqual(['SOURCE_MENTION_MISSING']);
    expect(professional('2026-10-05T08:59:59Z', before)).toEqual(['OK_B2B_INTEREST']);
    expect(professional(undefined, before)).toEqual(['OK_B2B_INTEREST']);
    expect(professional(undefined, [sent('email', ['2026-10-05T08:59:59Z'], 'transactional')])).toEqual([
      'SOURCE_MENTION_MISSING',
    ]);
  });
});
