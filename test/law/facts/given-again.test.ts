import { describe, expect, test } from 'vitest';
import type { Consent } from '#shared/domain/consent/consent.ts';
import type { DecisionOn } from '#shared/domain/review/review.ts';
import { vet } from '#shared/law/fold/vet.ts';
import {
  aConsent,
  aFormVersion,
  anOpposition,
  aStanding,
  aVetRequest,
  factId,
  instant,
} from '../../support/builders.ts';

/** Rebuilt for the spring alone, and found good by a human. */
const REBUILT = aFormVersion({ reconstruction: { from: '2026-03-01', until: '2026-05-31', sources: ['Archive'] } });
const ALLOWED = {
  decision: 'allowed',
  number: 1,
  decidedAt: instant('2026-10-01T09:00:00Z'),
  decider: 'Claire Petit',
  reason: 'Archive relue.',
};
const decisions: DecisionOn = () => ALLOWED as ReturnType<DecisionOn>;
const given = (name: string, at: string, changes: Partial<Consent> = {}): Consent =>
  aConsent({ id: factId(name), givenAt: instant(at), ...changes });
const SPRING = given('spring', '2026-04-15T09:00:00Z');
const AUTUMN = given('autumn', '2026-09-15T09:00:00Z', { seq: 5 });

const verdictOn = (standing: Parameters<typeof aStanding>[0]) =>
  vet(aVetRequest({ standing: aStanding(standing), formOf: () => REBUILT, decisions }));
const inWords = (standing: Parameters<typeof aStanding>[0]) => {
  const { outcome, reasons } = verdictOn(standing);
  return [outcome, ...reasons.map(({ code }) => code)];
};

describe('a consent that was given again outside the days that its rebuilt form covers', () => {
  test('shows nothing by itself', () => {
    expect(inWords({ consents: [AUTUMN] })).toEqual(['refuse', 'EVIDENCE_INCOMPLETE']);
  });
  test('takes nothing away: the one before it, within them, still counts', () => {
    expect(inWords({ consents: [AUTUMN], givenBefore: [SPRING] })).toEqual(['allow', 'OK_CONSENT']);
  });
  test('brings back none that was of another kind, or outside as well', () => {
    const others = [
      given('winter', '2026-01-15T09:00:00Z'),
      given('other', '2026-04-15T09:00:00Z', { channels: ['sms'] }),
    ];
    for (const other of others)
      expect(inWords({ consents: [AUTUMN], givenBefore: [other] })).toEqual(['refuse', 'EVIDENCE_INCOMPLETE']);
  });
  test('says that the one before it was found to be none', () => {
    const ended = { state: 'invalidated', endedAt: instant('2026-10-02T09:00:00Z') } as const;
    const found = given('spring', '2026-04-15T09:00:00Z', ended);
    expect(inWords({ consents: [AUTUMN], givenBefore: [found] })).toEqual([
      'refuse',
      'CONSENT_WITHDRAWN',
      'EVIDENCE_INCOMPLETE',
    ]);
  });
  test('brings back nothing over an opposition', () => {
    const { outcome } = verdictOn({ consents: [AUTUMN], givenBefore: [SPRING], oppositions: [anOpposition()] });
    expect(outcome).toBe('refuse');
  });
});

test('one within them replaces the one before it', () => {
  const later = given('later', '2026-05-15T09:00:00Z', { seq: 5, state: 'withdrawn' });
  expect(inWords({ consents: [later], givenBefore: [SPRING] })).toEqual(['refuse', 'CONSENT_WITHDRAWN']);
});
