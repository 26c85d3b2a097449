import { describe, expect, test } from 'vitest';
import { explain } from '#shared/law/fold/vet.ts';
import { instant } from '../../support/builders.ts';

const WRONG_CHANNEL = { code: 'CONSENT_WRONG_CHANNEL', article: 'l34-5/2020-07-26', factId: 'c1', detail: 'sms' };

describe('a stored reason in words', () => {
  test('keeps what it rests on, and says what it costs', () => {
    const [told] = explain({ reasons: [WRONG_CHANNEL], notes: [] }).reasons;
    expect(told).toEqual({
      code: 'CONSENT_WRONG_CHANNEL',
      fr: expect.stringContaining('canal'),
      en: expect.stringContaining('channel'),
      sanction: expect.stringContaining('R. 10-1'),
      citation: expect.objectContaining({ version: 'l34-5/2020-07-26', number: 'L. 34-5', inForceSince: '2020-07-26' }),
      factId: 'c1',
      detail: 'sms',
    });
  });
  test('that rests on no text, fact or sanction has none', () => {
    const [told] = explain({ reasons: [{ code: 'FREQUENCY_CAP' }], notes: [] }).reasons;
    expect(Object.keys(told ?? {})).toEqual(['code', 'fr', 'en']);
    const [unknown] = explain({ reasons: [{ code: 'FREQUENCY_CAP', article: 'gone/1999-01-01' }], notes: [] }).reasons;
    expect(Object.keys(unknown ?? {})).toEqual(['code', 'fr', 'en']);
  });
  test.each([
    ['without quote or address', 'arcep-2022-1583/2023-01-01', []],
    ['with quote, without address', 'lcen-20/2004-06-22', ['quote']],
    ['with address, without quote', 'af2m-sms/2026-03-01', ['url']],
    ['with both', 'rgpd-21/2018-05-25', ['quote', 'url']],
  ])('cites its text %s', (_, article, more) => {
    const [told] = explain({ reasons: [{ code: 'X', article }], notes: [] }).reasons;
    const always = ['version', 'code', 'number', 'kind', 'inForceSince'];
    expect(Object.keys(told?.citation ?? {})).toEqual([...always, ...more]);
  });
  test('is told of the notes as of the reasons', () => {
    const { reasons, notes } = explain({ reasons: [], notes: [WRONG_CHANNEL] });
    expect(reasons).toEqual([]);
    expect(notes).toEqual(explain({ reasons: [WRONG_CHANNEL], notes: [] }).reasons);
  });
  test.each([
    ['2027-10-30T21:59:59Z', true],
    ['2027-10-30T22:00:00Z', false],
  ])('names at %s the sanction of its day in Paris, in reasons and notes', (at, hasFine) => {
    const told = explain({ reasons: [WRONG_CHANNEL], notes: [WRONG_CHANNEL], at: instant(at) });
    const sanctions = [...told.reasons, ...told.notes].map(({ sanction }) => sanction?.includes('art. L. 34-5'));
    expect(sanctions).toEqual([hasFine, hasFine]);
  });
  test('names the sanction of today where no instant is given', () => {
    expect(explain({ reasons: [WRONG_CHANNEL], notes: [] }).reasons[0]?.sanction).toContain('art. L. 34-5');
  });
});
