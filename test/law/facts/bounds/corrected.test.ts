import { describe, expect, test } from 'vitest';
import type { Instant } from '#shared/domain/ids.ts';
import { prepareFacts } from '#shared/law/fold/prepare-facts.ts';
import { aConsent, aStanding, aVetRequest, factId, instant, NOW } from '../../../support/builders.ts';

const LATER = instant('2026-11-24T10:00:00.001Z');

describe('an address that the advertiser corrected', () => {
  const ENDED = { state: 'invalidated', endedBecause: 'corrected' };
  const corrected = (correctedAt: Instant, consent: Parameters<typeof aConsent>[0] = {}) =>
    prepareFacts(aVetRequest({ standing: aStanding({ correctedAt, consents: [aConsent(consent)] }) })).bases[0];
  test('leaves no consent of before, and that of a day after it', () => {
    expect(corrected(NOW)).toMatchObject(ENDED);
    expect(corrected(LATER)).toMatchObject({ state: 'given' });
    const givenAt = instant('2026-10-01T10:00:00Z');
    expect(corrected(givenAt, { givenAt })).toMatchObject(ENDED);
    expect(corrected(instant('2026-10-01T09:59:59.999Z'), { givenAt })?.state).toBe('given');
    expect(corrected(NOW, { confirmation: 'confirmed' })?.state).toBe('given');
    expect(corrected(NOW, { observed: true })?.state).toBe('given');
    expect(corrected(NOW, { observed: true, copiedFrom: factId('elsewhere') as never })).toMatchObject(ENDED);
  });
  test('keeps what had ended before as it ended', () => {
    const endedAt = instant('2026-08-01T10:00:00Z');
    expect(corrected(NOW, { state: 'withdrawn', endedAt })).toMatchObject({ state: 'withdrawn' });
    expect(corrected(NOW, { state: 'withdrawn', endedAt })?.endedBecause).toBeUndefined();
    expect(corrected(NOW, { state: 'pending' })).toMatchObject(ENDED);
  });
});
