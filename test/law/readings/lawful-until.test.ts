import { describe, expect, test } from 'vitest';
import { vet } from '#shared/law/fold/vet.ts';
import { CLOCK_MAY_BE_AHEAD_SECONDS, hasJustOpened } from '#shared/law/readings/has-just-opened.ts';
import { lawfulUntil, lawfulWithin } from '#shared/law/readings/lawful-until.ts';
import {
  aConsent,
  anAdvertiser,
  anOpposition,
  aProposedMessage,
  aStanding,
  aVetRequest,
  instant,
} from '#test/support/builders.ts';
import { MOBILE } from '#test/support/proposed.ts';

/** A text on a Tuesday, at this hour of Paris, of an advertiser whose own hours are the charter's. */
const textAt = (time: string, validUntil = '2026-12-30T10:00:00Z') =>
  aVetRequest({
    at: instant(`2026-11-24T${time}+01:00`),
    address: MOBILE,
    advertiser: anAdvertiser({
      sms: { maxSegments: 3, sundayAndHolidayCourtesy: true, window: { from: '00:00', until: '24:00' } },
    }),
    message: aProposedMessage({ channel: 'sms', validUntil: instant(validUntil) }),
    standing: aStanding({ consents: [aConsent({ channels: ['sms'] })] }),
  });
const untilOf = (time: string, validUntil?: string) => lawfulUntil(textAt(time, validUntil));

describe('for how long an allowance is relied upon', () => {
  test.each([
    ['ten minutes', '10:00:00', '10:10:00'],
    ['to the end of the hours', '21:29:30', '21:29:59'],
    ['to the last second of ten minutes that is lawful', '21:19:59', '21:29:59'],
    ['not at all longer', '21:29:59', '21:29:59'],
  ])('%s', (_, at, until) => {
    expect(lawfulWithin(textAt(at), 600)).toBe(instant(`2026-11-24T${until}+01:00`));
  });
});

describe('until when a message that is allowed would still be', () => {
  test.each([
    ['the hours go on for longer than is looked ahead: 225 minutes', '10:00:00', '13:45:00'],
    ['the hours end within the first step', '21:00:00', '21:29:59'],
    ['they end later', '19:00:00', '21:29:59'],
    ['they end as the last step does', '17:45:00', '21:29:59'],
    ['they end a second after the last step', '17:44:59', '21:29:59'],
    ['two seconds are left', '21:29:58', '21:29:59'],
    ['nothing is left', '21:29:59', '21:29:59'],
  ])('%s: %s', (_, at, until) => {
    expect(untilOf(at)).toBe(instant(`2026-11-24T${until}+01:00`));
  });
  test('its validity ends before the hours do', () => {
    expect(untilOf('11:00:00', '2026-11-24T10:30:00Z')).toBe(instant('2026-11-24T10:30:00Z'));
  });
  test('is an instant at which it is allowed, and the second after it is not', () => {
    const request = textAt('20:13:07');
    const until = lawfulUntil(request);
    const after = instant(new Date(Date.parse(until) + 1_000).toISOString());
    expect([until, after].map((at) => vet({ ...request, at }).outcome)).toEqual(['allow', 'defer']);
  });
});

describe('whether the hours have just opened', () => {
  test.each([
    ['as they open', '08:00:00', true],
    ['a second later', '08:00:01', true],
    ['just before two seconds are over', '08:00:01.999', true],
    ['two seconds later', '08:00:02', false],
    ['a minute later', '08:01:00', false],
    ['before they open, in the last second', '07:59:59', false],
    ['in the middle of the day, as a minute begins', '11:00:00', false],
  ])('%s', (_, at, hasOpened) => {
    expect(hasJustOpened(textAt(at))).toBe(hasOpened);
  });
  test('of what was refused before, and not made to wait: no', () => {
    const request = textAt('08:00:00');
    const standing = aStanding({
      consents: [aConsent({ channels: ['sms'] })],
      oppositions: [anOpposition({ scope: 'global' })],
    });
    expect(hasJustOpened({ ...request, standing })).toBe(false);
  });
  test('a clock may be ahead by two seconds', () => {
    expect(CLOCK_MAY_BE_AHEAD_SECONDS).toBe(2);
  });
});
