import { describe, expect, test } from 'vitest';
import type { Consent } from '#shared/domain/consent/consent.ts';
import type { Opposition } from '#shared/domain/opposition/opposition.ts';
import { vet } from '#shared/law/fold/vet.ts';
import {
  aConsent,
  aFormVersion,
  anOpposition,
  aProposedMessage,
  aStanding,
  aVetRequest,
  factId,
  instant,
  OTHER_SIREN,
  sha256,
} from '../../support/builders.ts';

const OPPOSED_AT = '2026-11-14T09:00:00Z';
/** A consent that we saw, four days after the opposition of 14 November. */
const returning = (changes: Partial<Consent> = {}): Consent =>
  aConsent({ id: factId('return'), seq: 11, observed: true, givenAt: instant('2026-11-18T09:00:00Z'), ...changes });
const codesAfter = (
  consent: Consent,
  opposition: Opposition = anOpposition(),
  more: Parameters<typeof aVetRequest>[0] = {},
) =>
  vet(
    aVetRequest({ standing: aStanding({ consents: [aConsent(), consent], oppositions: [opposition] }), ...more }),
  ).reasons.map(({ code }) => code);
const PROOF = { sha256: sha256('7'), mediaType: 'application/pdf' };

describe('an opposition is lifted by a later consent', () => {
  test('that we observed', () => {
    expect(codesAfter(returning())).toEqual(['OK_CONSENT']);
  });
  test('that carries a proof file', () => {
    expect(codesAfter(returning({ observed: false, proof: PROOF }))).toEqual(['OK_CONSENT']);
  });
  test('given one millisecond after it', () => {
    expect(codesAfter(returning({ givenAt: instant('2026-11-14T09:00:00.001Z') }))).toEqual(['OK_CONSENT']);
  });
});

describe('P2: an opposition is not lifted by a consent', () => {
  const NOT_VALID = ['OPPOSED_CHANNEL', 'REOPT_IN_NOT_VALID'];
  test('on a form by which one opposes, whatever file shows it', () => {
    const wording = 'Je m’oppose à la réception d’offres par e-mail.';
    const forms = [aFormVersion({ wording, channels: [{ channel: 'email', words: 'par e-mail' }] })];
    expect(codesAfter(returning({ observed: false, proof: PROOF }), anOpposition(), { forms })).toContain(
      'OPPOSED_CHANNEL',
    );
  });
  test('neither observed nor proven', () => {
    expect(codesAfter(returning({ observed: false }))).toEqual(NOT_VALID);
  });
  test('given at the same instant', () => {
    expect(codesAfter(returning({ givenAt: instant(OPPOSED_AT) }))).toEqual(['OPPOSED_CHANNEL']);
  });
  test('given before it and recorded after', () => {
    expect(codesAfter(returning({ givenAt: instant('2026-11-13T09:00:00Z'), proof: PROOF }))).toEqual([
      'OPPOSED_CHANNEL',
    ]);
  });
  test('recorded before it, whatever the clock says', () => {
    expect(codesAfter(returning({ seq: 9 }))).toEqual(NOT_VALID);
  });
  test('and nothing is said of one that a later refusal follows: that refusal is what there is', () => {
    const oppositions = [
      anOpposition(),
      { ...anOpposition(), id: factId('again'), seq: 12, occurredAt: instant('2026-11-20T09:00:00Z') },
    ];
    const { reasons } = vet(
      aVetRequest({ standing: aStanding({ consents: [returning({ observed: false })], oppositions }) }),
    );
    expect(reasons.map(({ code }) => code)).toEqual(['OPPOSED_CHANNEL']);
  });
  test('to another channel', () => {
    expect(codesAfter(returning({ channels: ['sms'] }))).toEqual(['OPPOSED_CHANNEL']);
  });
  test('to another purpose', () => {
    expect(codesAfter(returning({ purpose: 'partner-offers' }))).toEqual(['OPPOSED_CHANNEL']);
  });
  test('withdrawn, invalidated or pending', () => {
    for (const state of ['withdrawn', 'invalidated', 'pending'] as const) {
      expect(codesAfter(returning({ state }))).toEqual(NOT_VALID);
    }
    // It held on its day, and was taken back since.
    const endedAt = instant('2026-11-20T09:00:00Z');
    expect(codesAfter(returning({ state: 'withdrawn', endedAt }))).toEqual(NOT_VALID);
  });
  test('from a partner’s file', () => {
    const collector = { siren: OTHER_SIREN, name: 'Courtier' };
    expect(codesAfter(returning({ collector, proof: PROOF }))).toEqual(NOT_VALID);
    expect(codesAfter(returning({ transferredBy: [collector] }))).toEqual(NOT_VALID);
  });
  test('that a message fetched back', () => {
    expect(codesAfter(returning({ drawnBy: 'message' }))).toEqual(NOT_VALID);
  });
  test('that a call fetched back, and not one that the person made', () => {
    expect(codesAfter(returning({ drawnBy: 'call' }))).toEqual(NOT_VALID);
    expect(codesAfter(returning({ drawnBy: undefined }))).toEqual(['OK_CONSENT']);
    expect(codesAfter(returning({ drawnBy: 'shop' }))).toEqual(['OK_CONSENT']);
  });
  test('that a message fetched back, though that message was lawful: it was of other offers', () => {
    const partner = { siren: OTHER_SIREN, name: 'Verrerie du Nord' };
    const forms = [aFormVersion({ purposes: ['own-offers', 'partner-offers'], partnersNamed: [partner] })];
    const message = aProposedMessage({ purpose: 'partner-offers', partner });
    const opposed = anOpposition({ scope: 'purpose', channels: ['email'], purpose: 'partner-offers' });
    const given = (changes: Partial<Consent>) =>
      codesAfter(returning({ purpose: 'partner-offers', ...changes }), opposed, { forms, message });
    expect(given({})).toEqual(['OK_CONSENT']);
    expect(given({ drawnBy: 'message' })).toEqual(['OPPOSED_PURPOSE', 'REOPT_IN_NOT_VALID']);
  });
  test('by a pre-ticked box, or whose wording is unknown', () => {
    const forms = [aFormVersion({ defaultState: 'ticked' })];
    expect(codesAfter(returning(), anOpposition(), { forms })).toEqual([...NOT_VALID, 'CONSENT_MECHANISM_INVALID']);
    expect(codesAfter(returning({ form: undefined }))).toEqual(NOT_VALID);
  });
  test('whose stored bytes were altered', () => {
    expect(codesAfter(returning({ seal: 'broken' }), anOpposition())).toEqual(NOT_VALID);
  });
});

describe('the reach of an opposition', () => {
  const outcomeOf = (opposition: Opposition, message = aProposedMessage()) =>
    vet(aVetRequest({ message, standing: aStanding({ consents: [aConsent()], oppositions: [opposition] }) })).outcome;
  test('to a purpose leaves the others', () => {
    const partners = anOpposition({ scope: 'purpose', channels: ['email'], purpose: 'partner-offers' });
    expect(outcomeOf(partners)).toBe('allow');
    expect(outcomeOf(anOpposition({ scope: 'purpose', channels: ['email'], purpose: 'own-offers' }))).toBe('refuse');
  });
  test('to a channel leaves the others', () => {
    expect(outcomeOf(anOpposition({ scope: 'channel', channels: ['sms', 'mms', 'rcs'] }))).toBe('allow');
  });
  test('names the latest of several by ledger position', () => {
    const oppositions = [
      anOpposition(undefined, { id: factId('second'), seq: 12, occurredAt: instant('2026-11-01T09:00:00Z') }),
      anOpposition(undefined, { id: factId('first'), seq: 10 }),
    ];
    const { reasons } = vet(aVetRequest({ standing: aStanding({ oppositions, consents: [aConsent()] }) }));
    expect(reasons[0]).toMatchObject({ code: 'OPPOSED_CHANNEL', factId: factId('second') });
  });
  test('over a legal person’s role address says that it is a house rule', () => {
    const request = aVetRequest({
      address: 'contact@bistrot.example',
      standing: aStanding({
        declared: { kind: 'legal-person', organisation: { legalForm: 'company' } },
        oppositions: [anOpposition()],
      }),
    });
    expect(vet(request).reasons[0]).toMatchObject({
      code: 'OPPOSED_CHANNEL',
      article: 'house-legal-persons/2026-11-24',
    });
  });
});
