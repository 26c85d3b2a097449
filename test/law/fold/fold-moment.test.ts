import { describe, expect, test } from 'vitest';
import { article, type TimedProhibition } from '#shared/law/article.ts';
import type { Facts } from '#shared/law/facts/facts.ts';
import { conclude } from '#shared/law/fold/conclude.ts';
import { prepareFacts } from '#shared/law/fold/prepare-facts.ts';
import { rulebookOf } from '#shared/law/fold/rulebook.ts';
import type { ReasonCode } from '#shared/law/reasons/reasons.ts';
import { aConsent, aStanding, aVetRequest } from '../../support/builders.ts';

const PLAIN = { code: 'Règle interne', number: 'essai', kind: 'house' } as const;
const TEXT = article({ ...PLAIN, id: 'house-moment/2018-05-25', inForce: { from: '2018-05-25' } });
/** Forbids every moment before this one. */
const until = (opens: number, code: ReasonCode = 'QUIET_HOURS_SMS', more: Partial<TimedProhibition> = {}) =>
  TEXT.forbidsNow(code, {
    when: ({ at }) => at < opens,
    notBefore: (_, from) => Math.max(from, opens),
    detail: () => `until ${opens}`,
    ...more,
  });
const forever = (more: Partial<TimedProhibition> = {}) =>
  TEXT.forbidsNow('QUIET_HOURS_SMS', { when: () => true, notBefore: () => undefined, ...more });
/** Of ten units each, open in the last: two such with other phases never meet. */
const inPhase = (phase: number, code: ReasonCode) =>
  TEXT.forbidsNow(code, {
    when: ({ at }) => at % 10 !== phase,
    notBefore: (_, from) => from + ((phase - (from % 10) + 10) % 10),
  });

const decided = (rules: readonly TimedProhibition[], changes: Partial<Facts> = {}) => {
  const lawful = prepareFacts(aVetRequest({ standing: aStanding({ consents: [aConsent()] }) }));
  const facts = { ...lawful, at: 1000, validUntil: 9000, ...changes };
  const { outcome, reasons, notBefore } = conclude(facts, rulebookOf(rules, 'fold'));
  return [outcome, reasons.map(({ code }) => code), notBefore];
};

describe('a moment that is forbidden', () => {
  test('ends within the validity of the message, or with it', () => {
    expect(decided([until(5000)])).toEqual(['defer', ['QUIET_HOURS_SMS'], 5000]);
    expect(decided([until(9000)])).toEqual(['defer', ['QUIET_HOURS_SMS'], 9000]);
    expect(decided([until(9001)])).toEqual(['refuse', ['VALIDITY_PASSED', 'QUIET_HOURS_SMS'], undefined]);
    expect(decided([forever()])).toEqual(['refuse', ['VALIDITY_PASSED', 'QUIET_HOURS_SMS'], undefined]);
  });
  test('is looked for without a sentence that a recorded reading lifts, and with one that an agreed hour lifts', () => {
    const full = until(5000, 'FREQUENCY_CAP');
    const lifted = (more: object) =>
      forever({ unless: [{ says: { fr: 'essai', en: 'attempt' }, when: () => true, ...more }] });
    expect(decided([full, lifted({ atAnyMoment: true })])).toEqual(['defer', ['FREQUENCY_CAP'], 5000]);
    expect(decided([full, lifted({})])[0]).toBe('refuse');
  });
  test('ends with the text that forbids it, where another takes its place while the message is valid', () => {
    const at = (instant: string) => Date.parse(instant);
    const turning = (inForce: { from: string; until?: string }, id: string) => article({ ...PLAIN, id, inForce });
    const closed = turning({ from: '2018-05-25', until: '2026-11-25' }, 'house-closed/2018-05-25').forbidsNow(
      'QUIET_HOURS_SMS',
      { when: () => true, notBefore: () => undefined },
    );
    const opens = at('2026-11-25T08:00:00+01:00');
    const open = turning({ from: '2026-11-25' }, 'house-open/2026-11-25').forbidsNow('QUIET_HOURS_SMS', {
      when: (facts) => facts.at < opens,
      notBefore: (_, from) => Math.max(from, opens),
    });
    const asked = { day: '2026-11-24', at: at('2026-11-24T23:30:00+01:00') };
    const validUntil = at('2026-11-25T09:00:00+01:00');
    expect(decided([closed, open], { ...asked, validUntil })).toEqual(['defer', ['QUIET_HOURS_SMS'], opens]);
    const gone = ['refuse', ['VALIDITY_PASSED', 'QUIET_HOURS_SMS'], undefined];
    expect(decided([closed, open], { ...asked, validUntil: opens - 1 })).toEqual(gone);
    expect(decided([closed], { ...asked, validUntil: at('2026-11-24T23:59:59+01:00') })).toEqual(gone);
  });
  test('ends with the text that forbids it, where none takes its place', () => {
    const at = (instant: string) => Date.parse(instant);
    const ending = article({
      ...PLAIN,
      id: 'house-ends/2018-05-25',
      inForce: { from: '2018-05-25', until: '2026-11-25' },
    });
    const closed = ending.forbidsNow('QUIET_HOURS_SMS', { when: () => true, notBefore: () => undefined });
    const midnight = at('2026-11-25T00:00:00+01:00');
    const hold = until(at('2026-11-24T23:40:00+01:00'), 'HELD_AFTER_ANNULMENT');
    const asked = { day: '2026-11-24', at: at('2026-11-24T23:30:00+01:00'), validUntil: midnight };
    expect(decided([hold, closed], asked)).toEqual(['defer', ['QUIET_HOURS_SMS', 'HELD_AFTER_ANNULMENT'], midnight]);
  });
  test('does not end at an instant that the text of that day forbids', () => {
    const at = (instant: string) => Date.parse(instant);
    const hold = until(at('2026-11-25T09:00:00+01:00'), 'HELD_AFTER_ANNULMENT');
    const opens = at('2026-11-26T08:00:00+01:00');
    const since = article({ ...PLAIN, id: 'house-since/2026-11-25', inForce: { from: '2026-11-25' } });
    const closed = since.forbidsNow('QUIET_HOURS_SMS', {
      when: (facts) => facts.at < opens,
      notBefore: (_, from) => Math.max(from, opens),
    });
    const asked = { day: '2026-11-24', at: at('2026-11-24T20:00:00+01:00') };
    expect(decided([hold, closed], { ...asked, validUntil: opens - 1 })).toEqual([
      'refuse',
      ['VALIDITY_PASSED', 'HELD_AFTER_ANNULMENT'],
      undefined,
    ]);
    expect(decided([hold, closed], { ...asked, validUntil: opens })).toEqual([
      'defer',
      ['HELD_AFTER_ANNULMENT'],
      opens,
    ]);
  });
  test('is lifted by the day of that instant, not by that of the question', () => {
    const at = (instant: string) => Date.parse(instant);
    const [hold, opens] = [at('2026-11-25T09:00:00+01:00'), at('2026-11-26T08:00:00+01:00')];
    const since = article({ ...PLAIN, id: 'house-since/2026-11-25', inForce: { from: '2026-11-25' } });
    const turns = since.forbidsNow('PUBLIC_HOLIDAY', { when: () => false, notBefore: (_, from) => from });
    const untilThen = { says: { fr: 'essai', en: 'attempt' }, when: ({ day }: Facts) => day < '2026-11-25' };
    const lifted = until(opens, 'QUIET_HOURS_SMS', { unless: [{ ...untilThen, atAnyMoment: true }] });
    const asked = { day: '2026-11-24', at: at('2026-11-24T20:00:00+01:00'), validUntil: opens };
    expect(decided([until(hold, 'HELD_AFTER_ANNULMENT'), turns, lifted], asked)).toEqual([
      'defer',
      ['HELD_AFTER_ANNULMENT'],
      opens,
    ]);
  });
  test('is over for all sentences at once, also for one that did not forbid it', () => {
    expect(decided([until(2000), until(5000, 'PUBLIC_HOLIDAY')])).toEqual([
      'defer',
      ['QUIET_HOURS_SMS', 'PUBLIC_HOLIDAY'],
      5000,
    ]);
    const evening = TEXT.forbidsNow('FREQUENCY_CAP', {
      when: ({ at }) => at >= 4000 && at < 7000,
      notBefore: (_, from) => (from >= 4000 && from < 7000 ? 7000 : from),
    });
    expect(decided([until(5000), evening])).toEqual(['defer', ['QUIET_HOURS_SMS'], 7000]);
    expect(decided([evening, until(5000)])).toEqual(['defer', ['QUIET_HOURS_SMS'], 7000]);
  });
  test('that sentences never free together is refused', () => {
    const never = [inPhase(3, 'QUIET_HOURS_SMS'), inPhase(7, 'PUBLIC_HOLIDAY')];
    expect(decided(never)).toEqual(['refuse', ['VALIDITY_PASSED', 'QUIET_HOURS_SMS', 'PUBLIC_HOLIDAY'], undefined]);
  });
  test('is not kept for others by a sentence for consumers', () => {
    const ofConsumers = until(7000, 'QUIET_HOURS_VOICE', { concerns: { audience: 'consumer' } });
    expect(decided([until(5000), ofConsumers])[2]).toBe(7000);
    expect(decided([until(5000), ofConsumers], { isConsumer: false })).toEqual(['defer', ['QUIET_HOURS_SMS'], 5000]);
  });
  test('too long is reported by its own code, where one of the sentences says so', () => {
    const cap = until(9001, 'FREQUENCY_CAP', { tooLate: 'this-code' });
    expect(decided([cap])).toEqual(['refuse', ['FREQUENCY_CAP'], undefined]);
    expect(decided([cap, until(2000)])).toEqual(['refuse', ['FREQUENCY_CAP', 'QUIET_HOURS_SMS'], undefined]);
    const aftermath = until(9001, 'PUBLIC_HOLIDAY');
    expect(decided([until(2000), aftermath])[1]).toContain('VALIDITY_PASSED');
  });
});

describe('a message whose validity is over', () => {
  test('is refused for that, one instant later and not before', () => {
    expect(decided([], { at: 9000 })).toEqual(['allow', ['OK_CONSENT'], undefined]);
    expect(decided([], { at: 9001 })).toEqual(['refuse', ['VALIDITY_PASSED'], undefined]);
  });
  test('says so beside what forbids the moment, whatever that says of itself', () => {
    const cap = until(9999, 'FREQUENCY_CAP', { tooLate: 'this-code' });
    expect(decided([cap], { at: 9001 })).toEqual(['refuse', ['FREQUENCY_CAP', 'VALIDITY_PASSED'], undefined]);
  });
});

describe('a refusal', () => {
  test('names no instant, though the moment alone would have passed', () => {
    const refusing = TEXT.forbids('OPPOSED_CHANNEL', { when: () => true });
    const lawful = prepareFacts(aVetRequest({ standing: aStanding({ consents: [aConsent()] }) }));
    const found = conclude({ ...lawful, at: 1000, validUntil: 9000 }, rulebookOf([refusing, until(5000)], 'fold'));
    expect([found.outcome, found.notBefore]).toEqual(['refuse', undefined]);
    expect(found.reasons[1]).toEqual({
      code: 'QUIET_HOURS_SMS',
      article: 'house-moment/2018-05-25',
      detail: 'until 5000',
    });
  });
});
