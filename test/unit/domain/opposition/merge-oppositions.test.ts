import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CHANNELS, type Channel, Purpose } from '#shared/domain/message/channel.ts';
import { mergeOppositions, withoutCovered } from '#shared/domain/opposition/merge-oppositions.ts';
import type { Opposition, OppositionScope } from '#shared/domain/opposition/opposition.ts';
import { anOpposition, factId, instant } from '../../../support/builders.ts';

const channels = fc.uniqueArray(fc.constantFrom(...CHANNELS), { minLength: 1, maxLength: 4 });
const scopes: fc.Arbitrary<OppositionScope> = fc.oneof(
  fc.constant({ scope: 'global' as const }),
  fc.record({ scope: fc.constant('channel' as const), channels }),
  fc.record({ scope: fc.constant('purpose' as const), channels, purpose: fc.constantFrom(...Purpose.options) }),
);
const oppositions = fc.array(fc.tuple(scopes, fc.integer({ min: 0, max: 1000 })), { maxLength: 12 }).map((acts) =>
  acts.map(([of, day], index) =>
    anOpposition(of, {
      seq: index + 1,
      id: factId(`opposition-${index}`),
      occurredAt: instant(new Date(Date.UTC(2024, 0, 1 + day)).toISOString()),
    }),
  ),
);

/** Whether a use opposed at all, and until when a consent would have to be later than to lift it. */
const lastOpposed = (all: readonly Opposition[], channel: Channel, purpose: string): string =>
  all
    .filter(({ of }) => {
      if (of.scope === 'global') return true;
      return of.channels.includes(channel) && (of.scope === 'channel' || of.purpose === purpose);
    })
    .map(({ occurredAt }) => occurredAt)
    .toSorted()
    .at(-1) ?? '';

describe('merging oppositions', () => {
  test('loses no use that was opposed, and no later date, however little room there is', () => {
    fc.assert(
      fc.property(oppositions, fc.integer({ min: 0, max: 12 }), (before, room) => {
        const after = mergeOppositions(before, (fewer) => fewer.length <= room);
        for (const channel of CHANNELS)
          for (const purpose of Purpose.options)
            expect(lastOpposed(after, channel, purpose) >= lastOpposed(before, channel, purpose)).toBe(true);
      }),
    );
  });

  test('what is left out as needless changes no use at all', () => {
    fc.assert(
      fc.property(oppositions, (before) => {
        const after = withoutCovered(before);
        for (const channel of CHANNELS)
          for (const purpose of Purpose.options)
            expect(lastOpposed(after, channel, purpose)).toBe(lastOpposed(before, channel, purpose));
      }),
    );
  });

  test('changes nothing where there is room', () => {
    fc.assert(fc.property(oppositions, (before) => void expect(mergeOppositions(before, () => true)).toEqual(before)));
  });

  test('ends with one opposition where there is none', () => {
    const before = [anOpposition({ scope: 'channel', channels: ['sms'] }), anOpposition({ scope: 'global' })];
    expect(mergeOppositions(before, () => false).map(({ of }) => of)).toEqual([{ scope: 'global' }]);
  });
});
