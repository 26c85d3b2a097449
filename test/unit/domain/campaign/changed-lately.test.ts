import { describe, expect, test } from 'vitest';
import type { Consent } from '#shared/domain/consent/consent.ts';
import type { ContactId, FactId } from '#shared/domain/ids.ts';
import { changedLately } from '#shared/domain/sending/changed-lately.ts';
import { aConsent, aStanding, instant } from '#test/support/builders.ts';

const AT = instant('2026-11-24T10:00:00Z');
const [FORMER, NEW] = ['v1n1.former', 'v1n1.new'] as ContactId[] as [ContactId, ContactId];
const copied = (recordedAt: string): Consent =>
  aConsent({ copiedFrom: `${FORMER}.fact` as FactId, recordedAt: instant(recordedAt) });
const ended = (endedAt: string, more: Partial<Consent> = {}): Consent =>
  aConsent({ state: 'invalidated', endedBecause: 'moved', endedAt: instant(endedAt), ...more });

describe('the addresses that a person left or took of late', () => {
  test('are those that a consent followed from and to, within 31 days', () => {
    expect(changedLately(aStanding({ consents: [copied('2026-11-01T10:00:00Z')] }), AT)).toEqual([FORMER]);
    const left = aStanding({ consents: [ended('2026-11-01T10:00:00Z')], movedTo: [NEW] });
    expect(changedLately(left, AT)).toEqual([NEW]);
  });
  test('also of a consent that was given again since', () => {
    const standing = aStanding({ consents: [aConsent({})], givenBefore: [copied('2026-11-01T10:00:00Z')] });
    expect(changedLately(standing, AT)).toEqual([FORMER]);
  });
  test('are none that changed before, were corrected, or of nobody', () => {
    expect(changedLately(aStanding({ consents: [copied('2026-10-20T10:00:00Z')] }), AT)).toEqual([]);
    const before = aStanding({ consents: [ended('2026-10-20T10:00:00Z')], movedTo: [NEW] });
    expect(changedLately(before, AT)).toEqual([]);
    const corrected = ended('2026-11-01T10:00:00Z', { endedBecause: 'corrected' });
    expect(changedLately(aStanding({ consents: [corrected], movedTo: [NEW] }), AT)).toEqual([]);
    expect(changedLately(undefined, AT)).toEqual([]);
  });
});
