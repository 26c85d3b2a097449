import { describe, expect, test } from 'vitest';
import type { StoredReason, StoredVerdict } from '#shared/domain/message/verdict.ts';
import { bothVerdicts } from '#shared/law/fold/both-verdicts.ts';
import { vet } from '#shared/law/fold/vet.ts';
import { aConsent, aStanding, aVetRequest } from '../../support/builders.ts';

const verdict = vet(aVetRequest({ standing: aStanding({ consents: [aConsent()] }) }));
const of = (
  outcome: StoredVerdict['outcome'],
  reasons: readonly string[],
  notes: readonly string[] = [],
): StoredVerdict => {
  const named = (codes: readonly string[]): StoredReason[] => codes.map((code) => ({ code }));
  return { ...verdict, outcome, reasons: named(reasons), notes: named(notes) };
};
const codesOf = (reasons: readonly StoredReason[]) => reasons.map(({ code }) => code);

describe('a verdict on bytes beside the one before them', () => {
  test('gives the reasons of both, in their order, each once', () => {
    const { outcome, reasons } = bothVerdicts(
      of('refuse', ['CONSENT_MISSING', 'FREQUENCY_CAP']),
      of('review', ['OPPOSED_GLOBAL', 'CONSENT_MISSING']),
    );
    expect([outcome, codesOf(reasons)]).toEqual(['refuse', ['OPPOSED_GLOBAL', 'CONSENT_MISSING', 'FREQUENCY_CAP']]);
  });
  test('notes what both note, but for what either refuses for', () => {
    const notes = (before: readonly string[], onBytes: readonly string[]) =>
      codesOf(bothVerdicts(of('refuse', ['CONSENT_MISSING'], before), of('refuse', ['OPPOSED_GLOBAL'], onBytes)).notes);
    expect(notes(['RECIPIENT_KIND_UNKNOWN'], ['CONSENT_EXPIRED'])).toEqual([
      'RECIPIENT_KIND_UNKNOWN',
      'CONSENT_EXPIRED',
    ]);
    expect(notes(['OPPOSED_GLOBAL', 'CONSENT_EXPIRED'], ['CONSENT_EXPIRED', 'CONSENT_MISSING'])).toEqual([
      'CONSENT_EXPIRED',
    ]);
  });
  test('is the later one where the first allowed, and the first where the bytes are without fault', () => {
    const [allowed, refused] = [of('allow', ['OK_CONSENT'], ['CONSENT_EXPIRED']), of('refuse', ['OPPOSED_GLOBAL'])];
    expect(bothVerdicts(allowed, refused)).toBe(refused);
    expect(bothVerdicts(refused, allowed)).toBe(refused);
  });
});
