import { describe, expect, test } from 'vitest';
import { triedForeign } from './run.ts';

/** Of the faults that `npm run walls` puts in, each in a process of its own. */
const PLANTED = [
  'advertiser compared by its beginning',
  'binding left out in one handler',
  'an event speaks for whom it says',
];

describe('P9: what belongs to another advertiser', () => {
  test('is refused by every route of the document, queue and the bus, in the words of what is not there', () => {
    const report = triedForeign();
    expect(report.found).toEqual([]);
    expect(report.tried).toBeGreaterThan(2_000);
  });

  test.each(PLANTED)('is noticed to be open: %s', (name) => {
    expect(triedForeign('--plant', name).found.length).toBeGreaterThan(0);
  });
});
