import { describe, expect, test } from 'vitest';
import { isOfWrongAddress, wasSoldToWrongAddress } from '#shared/law/readings/wrong-address.ts';
import { aProposedMessage, aSale, aStanding, aVetRequest, instant } from '#test/support/builders.ts';
import { said } from '../../said.ts';

const CORRECTED = instant('2026-06-01T10:00:00Z');
const [BEFORE, AFTER] = [instant('2026-06-01T09:59:59Z'), instant('2026-06-01T10:00:01Z')];
const LATER = instant('2026-11-24T10:00:00Z');
const standing = aStanding({ correctedAt: CORRECTED });

describe('an act at an address that the advertiser corrected', () => {
  test.each([
    ['before the correction', BEFORE, true],
    ['at its instant', CORRECTED, true],
    ['after it', AFTER, false],
  ])('is of nobody who is known to read it, %s: or not', (_, actedAt, isWrong) => {
    expect(isOfWrongAddress({ standing, at: LATER }, actedAt)).toBe(isWrong);
  });
  test('counts while the correction is not known', () => {
    const on = (at: typeof LATER, knownAt?: typeof LATER) =>
      isOfWrongAddress({ standing, at, ...(knownAt && { knownAt }) }, instant('2026-05-01T10:00:00Z'));
    expect([BEFORE, CORRECTED, AFTER].map((at) => on(at))).toEqual([false, true, true]);
    // Of an earlier message, what is known today decides.
    expect([BEFORE, CORRECTED, AFTER].map((at) => on(at, LATER))).toEqual([true, true, true]);
    expect([BEFORE, CORRECTED, AFTER].map((knownAt) => on(LATER, knownAt))).toEqual([false, true, true]);
  });
  test('counts where nothing was corrected, or nobody is known', () => {
    expect(isOfWrongAddress({ standing: aStanding(), at: LATER }, BEFORE)).toBe(false);
    expect(isOfWrongAddress({ standing: undefined, at: LATER }, BEFORE)).toBe(false);
  });
});

describe('L. 34-5, al. 4: a sale whose address the advertiser corrected since', () => {
  test.each([
    ['of before', BEFORE, BEFORE, true],
    ['of before that is recorded late', BEFORE, AFTER, true],
    // Its day is a mistake: it was on record before.
    ['that was recorded before', AFTER, BEFORE, true],
    ['of after', AFTER, AFTER, false],
  ])('%s was made with the wrong address, or not', (_, soldAt, recordedAt, isWrong) => {
    expect(wasSoldToWrongAddress(aSale({ soldAt, recordedAt }), { standing, at: LATER })).toBe(isWrong);
  });
  test.each([
    ['of before', BEFORE, BEFORE],
    ['of before that is recorded late', BEFORE, AFTER],
  ])('%s supports no message', (_, soldAt, recordedAt) => {
    const answered = (correctedAt: typeof CORRECTED | undefined) =>
      said(
        aVetRequest({
          message: aProposedMessage({ basis: 'existing-customer' }),
          standing: aStanding({ correctedAt, sales: [aSale({ soldAt, recordedAt })] }),
        }),
      );
    expect(answered(undefined)[0]).toBe('allow');
    expect(answered(CORRECTED)[0]).toBe('refuse');
  });
});
