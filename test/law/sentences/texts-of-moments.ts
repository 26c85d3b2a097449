import { expect, test } from 'vitest';
import { addSeconds } from '#shared/domain/time/instant.ts';
import { vet } from '#shared/law/fold/vet.ts';
import { explain } from '#shared/law/reasons/explain.ts';
import { aConsent, anAdvertiser, aProposedMessage, aStanding, aVetRequest, instant } from '../../support/builders.ts';
import { MOBILE } from '../../support/proposed.ts';

const IN_REUNION_OR_MAYOTTE = '+262692123456';
const verdictAt = (at: string, sundayAndHolidayCourtesy = true, address = MOBILE) =>
  vet(
    aVetRequest({
      at: instant(at),
      address,
      advertiser: anAdvertiser({
        sms: { maxSegments: 3, sundayAndHolidayCourtesy, window: { from: '00:00', until: '24:00' } },
      }),
      message: aProposedMessage({ channel: 'sms', validUntil: addSeconds(instant(at), 5 * 86_400) }),
      standing: aStanding({ consents: [aConsent({ channels: ['sms'] })] }),
    }),
  );
const textsThatGive =
  (asked: string) =>
  (...moment: Parameters<typeof verdictAt>) =>
    verdictAt(...moment)
      .reasons.filter(({ code }) => code === asked)
      .map(({ article }) => article?.split('/')[0]);

/** Of the hours of texts, and of Sundays. */
export const hours = () => {
  const texts = textsThatGive('QUIET_HOURS_SMS');

  test.each([
    ['2026-11-22', 'house-sundays'],
    ['2026-11-24', undefined],
  ])('speak one at a time through %s', (day, within) => {
    for (let hour = 0; hour < 24; hour++) {
      const isWithin = hour >= 8 && hour <= 21;
      const found = texts(`${day}T${String(hour).padStart(2, '0')}:00:00+01:00`);
      expect([hour, found]).toEqual([hour, isWithin ? (within === undefined ? [] : [within]) : ['af2m-sms']]);
    }
  });
  test('of a Sunday by courtesy: a rule of ours, without sanction, to Monday at eight', () => {
    const sunday = verdictAt('2026-11-22T11:00:00+01:00');
    expect([sunday.outcome, sunday.notBefore]).toEqual(['defer', '2026-11-23T07:00:00.000Z']);
    expect(explain(sunday).reasons[0]).toMatchObject({
      citation: { nature: 'house-rule', takenOn: '2026-11-24' },
      sanctions: [],
      detail: 'house-courtesy',
    });
    expect(texts('2026-11-22T11:00:00+01:00', false)).toEqual([]);
    expect(explain(verdictAt('2026-11-22T07:00:00+01:00')).reasons[0]).toMatchObject({
      citation: { nature: 'charter' },
      sanctions: [{ nature: 'contractual' }],
    });
  });
  test('of a Sunday before 1 March 2026: the charter of then', () => {
    expect(texts('2026-02-22T11:00:00+01:00')).toEqual(['af2m-sms']);
    expect(texts('2026-02-22T11:00:00+01:00', false)).toEqual(['af2m-sms']);
  });
};

/** Of public holidays. */
export const holidays = () => {
  const texts = textsThatGive('PUBLIC_HOLIDAY');

  test('speak one at a time through 11 November: a rule of ours since 1 March 2026, the charter before', () => {
    for (let hour = 0; hour < 24; hour++) {
      const time = `T${String(hour).padStart(2, '0')}:00:00+01:00`;
      expect([hour, texts(`2026-11-11${time}`)]).toEqual([hour, ['house-holidays']]);
      expect([hour, texts(`2025-11-11${time}`)]).toEqual([hour, ['af2m-sms']]);
    }
  });
  test('of a holiday by courtesy: a rule of ours, without sanction, to the next day at eight', () => {
    const holiday = verdictAt('2026-11-11T11:00:00+01:00');
    expect([holiday.outcome, holiday.notBefore]).toEqual(['defer', '2026-11-12T07:00:00.000Z']);
    expect(explain(holiday).reasons[0]).toMatchObject({
      citation: { nature: 'house-rule', takenOn: '2026-11-29', paragraph: undefined, quote: undefined },
      sanctions: [],
      detail: 'house-courtesy',
    });
    expect(texts('2026-11-11T11:00:00+01:00', false)).toEqual([]);
  });
  test('of a holiday before 1 March 2026: the charter of then, whatever the advertiser chose', () => {
    expect(texts('2025-11-11T11:00:00+01:00', false)).toEqual(['af2m-sms']);
  });
};

/** Of what is closed in one of the two islands alone. */
export const inOneOfTwo = () => {
  const texts = (at: string, courtesy = true) =>
    textsThatGive('TIMEZONE_AMBIGUOUS')(at, courtesy, IN_REUNION_OR_MAYOTTE);

  test('speak one at a time through 27 April, a holiday in Mayotte alone: our rule where the charter leaves both places open', () => {
    for (let hour = 0; hour < 24; hour++) {
      const time = `T${String(hour).padStart(2, '0')}:45:00+04:00`;
      const inOne = ['af2m-sms'];
      // Réunion is an hour ahead: at 8:45 Mayotte is not open yet, at 21:45 it is open still.
      const expected = hour === 8 || hour === 21 ? inOne : hour > 8 && hour < 21 ? ['house-places'] : [];
      expect([hour, texts(`2027-04-27${time}`)]).toEqual([hour, expected]);
      expect([hour, texts(`2027-04-28${time}`)]).toEqual([hour, hour === 8 || hour === 21 ? inOne : []]);
    }
  });
  test('of a holiday in one place: a rule of ours, without sanction, to the next day in the later place', () => {
    const holiday = verdictAt('2027-04-27T11:00:00+04:00', true, IN_REUNION_OR_MAYOTTE);
    expect([holiday.outcome, holiday.notBefore]).toEqual(['defer', '2027-04-28T05:00:00.000Z']);
    expect(explain(holiday).reasons[0]).toMatchObject({
      citation: { nature: 'house-rule', takenOn: '2026-11-29', paragraph: undefined, quote: undefined },
      sanctions: [],
      detail: 'house-courtesy',
    });
    expect(texts('2027-04-27T11:00:00+04:00', false)).toEqual([]);
  });
  test('of an hour in one place: the charter, on the Saturday of which the next hours are Monday’s by courtesy', () => {
    const saturday = verdictAt('2026-11-21T21:45:00+04:00', true, IN_REUNION_OR_MAYOTTE);
    expect([saturday.outcome, saturday.notBefore]).toEqual(['defer', '2026-11-23T05:00:00.000Z']);
    expect(explain(saturday).reasons[0]).toMatchObject({
      citation: { nature: 'charter' },
      sanctions: [{ nature: 'contractual' }],
    });
  });
  test('of a holiday in one place before 1 March 2026: the charter of then, whatever the advertiser chose', () => {
    expect(texts('2025-04-28T11:00:00+04:00', false)).toEqual([]);
    expect(texts('2025-12-20T11:00:00+04:00', false)).toEqual(['af2m-sms']);
    expect(texts('2025-12-20T11:00:00+04:00')).toEqual(['af2m-sms']);
    // Before the first charter there was none, nor a rule of ours.
    expect(texts('2023-12-20T11:00:00+04:00')).toEqual([]);
  });
};
