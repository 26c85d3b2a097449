/** L. 223-1, al. 1 and 6: a call at a date and hour that the person agreed to beforehand; which of several that is. */
import { describe, expect, test } from 'vitest';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import { callFacts, isCallAgreedTo } from '#shared/law/facts/calls.ts';
import { aProposedMessage, aStanding, aVetRequest, instant, sha256 } from '../../../support/builders.ts';

type Hour = readonly [agreedAt: string, callAt: string];
const HALF_AN_HOUR = 30 * 60_000;

/** The last is declared today, those before it are remembered. */
const asked = (at: string, hours: readonly Hour[], more: Partial<Standing> = {}) => {
  const all = hours.map(([agreedAt, callAt]) => ({ agreedAt: instant(agreedAt), callAt: instant(callAt) }));
  const last = all.at(-1);
  const agreedCall = last && { ...last, evidence: { sha256: sha256('e') } };
  return aVetRequest({
    at: instant(at),
    address: '+33639980101',
    message: aProposedMessage({ channel: 'automated-call' }),
    standing: aStanding({
      declared: agreedCall === undefined ? {} : { agreedCall },
      callsBefore: all.slice(0, -1),
      ...more,
    }),
  });
};
const callOf = (...of: Parameters<typeof asked>) => callFacts(asked(...of)).agreedCall;
const at = (text: string) => ({ from: Date.parse(text), until: Date.parse(text) + HALF_AN_HOUR });

const AUGUST = '2026-08-30T10:00:00Z';
const [SEPTEMBER, OCTOBER, NOVEMBER] = ['2026-09-10T10:00:00Z', '2026-10-01T10:00:00Z', '2026-11-10T10:00:00Z'];
const FIRST: Hour = [AUGUST, SEPTEMBER];
const SECOND: Hour = [SEPTEMBER, OCTOBER];
const THIRD: Hour = [OCTOBER, NOVEMBER];

describe('of several calls that were agreed to', () => {
  test.each<[string, string, readonly Hour[], string]>([
    ['the one that comes next', '2026-10-01T09:00:00Z', [FIRST, SECOND, THIRD], OCTOBER],
    ['the same, in whatever order they were declared', '2026-10-01T09:00:00Z', [THIRD, FIRST, SECOND], OCTOBER],
    ['the one that is now, up to its last millisecond', '2026-10-01T10:29:59.999Z', [SECOND, THIRD], OCTOBER],
    ['then the one after it', '2026-10-01T10:30:00Z', [SECOND, THIRD], NOVEMBER],
    ['of those that are over, the last', '2026-11-24T10:00:00Z', [THIRD, FIRST, SECOND], NOVEMBER],
  ])('%s', (_, now, hours, expected) => {
    expect(callOf(now, hours)).toEqual(at(expected));
  });
  test('none that was agreed to later than now', () => {
    expect(callOf('2026-08-30T09:59:59.999Z', [FIRST])).toBeUndefined();
    expect(callOf(AUGUST, [FIRST])).toEqual(at(SEPTEMBER));
  });
  test('none of a person who agreed to none, or of whom nothing is known', () => {
    expect(callOf(NOVEMBER, [])).toBeUndefined();
    expect(callFacts({ ...asked(NOVEMBER, []), standing: undefined }).agreedCall).toBeUndefined();
    expect(isCallAgreedTo({ ...asked(NOVEMBER, []), standing: undefined })).toBe(false);
  });
});

describe('who agrees to another hour before the first one has come moves the call', () => {
  const isAgreed = (now: string, ...hours: readonly Hour[]) => isCallAgreedTo(asked(now, hours));
  const WITHIN = '2026-09-10T10:05:00Z';
  test('so that the first is not agreed to any more', () => {
    const moved: Hour = ['2026-09-10T09:59:59.999Z', NOVEMBER];
    expect(isAgreed(WITHIN, FIRST)).toBe(true);
    expect(isAgreed(WITHIN, FIRST, moved)).toBe(false);
    expect(isAgreed(WITHIN, moved, FIRST)).toBe(false);
  });
  test('and not by what is agreed at that hour or after it, nor at the same time as the first', () => {
    for (const later of [SEPTEMBER, '2026-09-10T10:04:00Z', AUGUST]) {
      expect([later, isAgreed(WITHIN, FIRST, [later, NOVEMBER])]).toEqual([later, true]);
      expect([later, isAgreed(WITHIN, [later, NOVEMBER], FIRST)]).toEqual([later, true]);
    }
  });
  test('and not by what had been agreed to before it', () => {
    expect(isAgreed(WITHIN, ['2026-08-01T10:00:00Z', NOVEMBER], FIRST)).toBe(true);
  });
  test('and not by an hour that was none: one of before it was agreed to', () => {
    expect(isAgreed(WITHIN, FIRST, ['2026-09-01T10:00:00Z', '2026-09-01T10:00:00Z'])).toBe(true);
  });
});

describe('an agreed call is agreed to', () => {
  test('for half an hour from its minute on', () => {
    const is = (now: string) => isCallAgreedTo(asked(now, [FIRST]));
    expect(is('2026-09-10T09:59:59.999Z')).toBe(false);
    expect([is(SEPTEMBER), is('2026-09-10T10:29:59.999Z')]).toEqual([true, true]);
    expect(is('2026-09-10T10:30:00Z')).toBe(false);
  });
  test('by nobody who agreed before a correction of the number', () => {
    const is = (correctedAt: string) =>
      isCallAgreedTo(asked(SEPTEMBER, [FIRST], { correctedAt: instant(correctedAt) }));
    expect(is('2026-08-30T09:59:59.999Z')).toBe(true);
    expect([is(AUGUST), is(SEPTEMBER)]).toEqual([false, false]);
    expect(is('2026-09-10T10:00:00.001Z')).toBe(true);
  });
  test('by one that nobody knows to have been moved: not before the last one that is forgotten', () => {
    const is = (callsForgotten: string) =>
      isCallAgreedTo(asked(SEPTEMBER, [FIRST], { callsForgotten: instant(callsForgotten) }));
    expect([is('2026-08-30T09:59:59.999Z'), is(AUGUST)]).toEqual([true, true]);
    expect(is('2026-08-30T10:00:00.001Z')).toBe(false);
  });
});
