import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AnyInstant } from '#shared/contracts/http/any-instant.ts';
import { Instant } from '#shared/domain/ids.ts';
import { addYears } from '#shared/domain/time/instant.ts';

const two = (most: number) => fc.integer({ min: 0, max: most }).map((value) => String(value).padStart(2, '0'));
const written = fc
  .tuple(
    fc.oneof(fc.constantFrom(0, 1, 1899, 1900, 2999, 3000, 9998, 9999), fc.integer({ min: 0, max: 9999 })),
    two(13),
    two(32),
    two(24),
    two(60),
    fc.constantFrom('Z', '+00:00', '-00:01', '+14:00', '-12:00', '+23:59', '-23:59', '-04:00'),
  )
  .map(([year, month, day, hour, minute, offset]) => {
    return `${String(year).padStart(4, '0')}-${month}-${day}T${hour}:${minute}:59${offset}`;
  });

describe('a date that a request may write', () => {
  test('is one that can be read back, and so is what comes a term of years later', () => {
    let taken = 0;
    fc.assert(
      fc.property(written, (text) => {
        const { data } = AnyInstant.safeParse(text);
        if (data === undefined) return;
        taken += 1;
        expect(Instant.safeParse(data).success, text).toBe(true);
        expect(Instant.safeParse(addYears(data, 100)).success, text).toBe(true);
      }),
      { numRuns: 3000, seed: 20261127 },
    );
    expect(taken).toBeGreaterThan(300);
  });

  test.each([
    ['1900-01-01T00:00:00Z', '1900-01-01T00:00:00.000Z'],
    ['2999-12-31T23:59:59.999Z', '2999-12-31T23:59:59.999Z'],
    ['1900-01-01T00:00:00+00:01', undefined],
    ['2999-12-31T23:59:59-00:01', undefined],
    ['9999-12-31T23:59:59-04:00', undefined],
    ['0000-01-01T00:00:00+01:00', undefined],
  ])('%s is kept as %s', (text, kept) => {
    expect(AnyInstant.safeParse(text).data).toBe(kept);
  });
});
