import { describe, expect, test } from 'vitest';
import { drawFaults, FAULT_KINDS, type FaultKind, noFaults } from '#local/faults/drawn-faults.ts';

const OCCASIONS = 12_000;

/** The occasions, counted from one, at which a seed has a fault. */
const occasionsOf = (seed: string, kind: FaultKind, place = 'here'): readonly number[] => {
  const drawn = drawFaults(seed);
  return Array.from({ length: OCCASIONS }, (_, index) => (drawn.isDrawn(kind, place) ? index + 1 : 0)).filter(Boolean);
};

describe('faults drawn from a seed', () => {
  test.each(FAULT_KINDS)('%s: the same at the same occasions, others with another seed or at another place', (kind) => {
    const found = occasionsOf('a', kind);
    expect(found.length).toBeGreaterThan(5);
    expect(occasionsOf('a', kind)).toEqual(found);
    if (found.length === OCCASIONS) return;
    expect(occasionsOf('b', kind)).not.toEqual(found);
    expect(occasionsOf('a', kind, 'there')).not.toEqual(found);
  });

  test('what happens at one place changes nothing at another', () => {
    const drawn = drawFaults('a');
    const found = Array.from({ length: OCCASIONS }, (_, index) => {
      drawn.isDrawn('delivered-twice', 'there');
      return drawn.isDrawn('delivered-twice', 'here') ? index + 1 : 0;
    });
    expect(found.filter(Boolean)).toEqual(occasionsOf('a', 'delivered-twice'));
  });

  test('three tries of an SDK are enough: no throttle comes within three calls of another', () => {
    for (const kind of FAULT_KINDS.filter((each) => each.endsWith('-throttle'))) {
      const found = occasionsOf('a', kind);
      expect(Math.min(...found.map((at, index) => at - (found[index - 1] ?? 0)))).toBeGreaterThanOrEqual(4);
    }
  });

  test('each is counted; a stack without a seed has none', () => {
    const drawn = drawFaults('a');
    for (const kind of FAULT_KINDS) for (let times = 0; times < OCCASIONS; times += 1) drawn.isDrawn(kind, 'here');
    const expected = FAULT_KINDS.map((kind) => [kind, occasionsOf('a', kind).length]);
    expect(drawn.counts()).toEqual(Object.fromEntries(expected));
    expect(FAULT_KINDS.filter((kind) => noFaults.isDrawn(kind, 'here'))).toEqual([]);
  });
});
