import { expect, test } from 'vitest';
import { type Channel, Purpose } from '#shared/domain/message/channel.ts';
import { coversUse, mayLift, mayLiftAll } from '#shared/domain/opposition/lifting.ts';
import type { OppositionScope } from '#shared/domain/opposition/opposition.ts';
import { addSeconds } from '#shared/domain/time/instant.ts';
import { NOW } from '../../../support/builders.ts';

const EMAIL: OppositionScope = { scope: 'channel', channels: ['email'] };
const TEXTS: OppositionScope = { scope: 'purpose', channels: ['sms', 'mms'], purpose: 'own-offers' };
const opposed = (of: OppositionScope) => ({ of, seq: 5, occurredAt: NOW });
const agreed = (channels: Channel[], purpose: Purpose, more: object = {}) => ({
  ...{ seq: 6, givenAt: addSeconds(NOW, 1), state: 'given' as const, channels, purpose },
  ...more,
});
const own = agreed(['email'], 'own-offers');
const use = { channel: 'email', purpose: 'own-offers' } as const;

test.each([
  ['in its own scope', own, use, true],
  ['for another purpose', own, { ...use, purpose: 'tracking' }, false],
  ['by another channel', own, { ...use, channel: 'sms' }, false],
  ['recorded before', agreed(['email'], 'own-offers', { seq: 4 }), use, false],
  ['given before', agreed(['email'], 'own-offers', { givenAt: addSeconds(NOW, -1) }), use, false],
  ['given at that moment', agreed(['email'], 'own-offers', { givenAt: NOW }), use, false],
  ['withdrawn since', agreed(['email'], 'own-offers', { state: 'withdrawn' }), use, false],
  ['not confirmed', agreed(['email'], 'own-offers', { state: 'pending' }), use, false],
] as const)('OPP-4: a consent %s may lift it: %s', (_how, consent, of, expected) => {
  expect(mayLift(consent, opposed({ scope: 'global' }), of)).toBe(expected);
});

test('OPP-3: what is opposed covers its channels and purpose, and everything where it is of everything', () => {
  expect([{ scope: 'global' } as const, EMAIL, TEXTS].map((of) => coversUse(of, use))).toEqual([true, true, false]);
  expect(coversUse(TEXTS, { channel: 'mms', purpose: 'own-offers' })).toBe(true);
  expect(coversUse(TEXTS, { channel: 'mms', purpose: 'partner-offers' })).toBe(false);
});

test('OPP-4: all of it is lifted where each use of it was agreed to since, by one consent or by several', () => {
  const all = Purpose.options.map((purpose) => agreed(['email'], purpose));
  expect(mayLiftAll(all, opposed(EMAIL))).toBe(true);
  for (const left of all)
    expect(
      mayLiftAll(
        all.filter((each) => each !== left),
        opposed(EMAIL),
      ),
    ).toBe(false);
  expect(mayLiftAll([agreed(['sms'], 'own-offers'), agreed(['mms'], 'own-offers')], opposed(TEXTS))).toBe(true);
  expect(mayLiftAll([agreed(['sms'], 'own-offers')], opposed(TEXTS))).toBe(false);
  expect(mayLiftAll(all, opposed({ scope: 'global' }))).toBe(false);
});
