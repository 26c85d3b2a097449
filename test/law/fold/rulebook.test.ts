import { describe, expect, test } from 'vitest';
import type { Channel } from '#shared/domain/message/channel.ts';
import { article } from '#shared/law/article.ts';
import { rulebookOf } from '#shared/law/fold/rulebook.ts';

const text = (from: string, until?: string) =>
  article({
    id: `house-test/${from}`,
    code: 'Règle interne',
    number: 'essai',
    inForce: until === undefined ? { from } : { from, until },
    kind: 'house',
  });
const when = () => true;
const notBefore = (_: unknown, from: number) => from;

/** One sentence of the past, one since 2026, one for calls, one on the moment, one on two bases. */
const past = text('2024-01-01', '2026-03-01').forbids('OPPOSED_GLOBAL', { when });
const present = text('2026-03-01').forbids('OPPOSED_CHANNEL', { when });
const ofCalls = text('2024-01-01').forbids('CALLER_ID_FORBIDDEN', {
  when,
  concerns: { channels: ['automated-call', 'voicemail-drop'] },
});
const ofMoment = text('2024-01-01').forbidsNow('PUBLIC_HOLIDAY', { when, notBefore });
const ofBases = text('2024-01-01').forbidsRelyingOn(['consent', 'legal-person'], 'EVIDENCE_TAMPERED', { when });
const rulebook = () => rulebookOf([past, present, ofCalls, ofMoment, ofBases], 'test');
const ofMessageOn = (day: string, channel: Channel = 'email') =>
  rulebook()
    .rulesOn(day, channel)
    .ofMessage.map(({ code }) => code);

describe('the sentences in force', () => {
  test.each([
    ['2023-12-31', []],
    ['2024-01-01', ['OPPOSED_GLOBAL']],
    ['2026-02-28', ['OPPOSED_GLOBAL']],
    ['2026-03-01', ['OPPOSED_CHANNEL']],
    ['2030-01-01', ['OPPOSED_CHANNEL']],
  ])('on %s are those from their first day on, and no more on the day on which they end', (day, codes) => {
    expect(ofMessageOn(day)).toEqual(codes);
  });
  test('on a channel are those that name it, and those that name none', () => {
    expect(ofMessageOn('2026-03-01', 'automated-call')).toEqual(['OPPOSED_CHANNEL', 'CALLER_ID_FORBIDDEN']);
    expect(ofMessageOn('2026-03-01', 'sms')).toEqual(['OPPOSED_CHANNEL']);
  });
  test('are sorted by what they judge', () => {
    expect(rulebook().rulesOn('2026-03-01', 'email')).toEqual({
      ofMessage: [present],
      ofMoment: [ofMoment],
      ofBasis: { consent: [ofBases], 'existing-customer': [], 'professional-interest': [], 'legal-person': [ofBases] },
    });
  });
  test('are those of the day asked, whatever days were asked before', () => {
    const one = rulebook();
    const codes = (day: string, channel: Channel) => one.rulesOn(day, channel).ofMessage.map(({ code }) => code);
    expect(codes('2026-03-01', 'email')).toEqual(['OPPOSED_CHANNEL']);
    expect(codes('2026-02-28', 'email')).toEqual(['OPPOSED_GLOBAL']);
    expect(codes('2026-02-28', 'automated-call')).toEqual(['OPPOSED_GLOBAL', 'CALLER_ID_FORBIDDEN']);
    expect(codes('2023-01-01', 'email')).toEqual([]);
    expect(codes('2026-03-01', 'email')).toEqual(['OPPOSED_CHANNEL']);
  });
  test('change on every day on which a text begins or ends', () => {
    const ended = text('2024-01-01', '2025-01-01').forbids('OPPOSED_GLOBAL', { when });
    const begun = text('2026-01-01').forbids('OPPOSED_CHANNEL', { when });
    const one = rulebookOf([ended, begun], 'test');
    const days = ['2023-12-31', '2024-01-01', '2024-12-31', '2025-01-01', '2025-12-31', '2026-01-01', '2027-01-01'];
    expect(days.map((day) => one.rulesOn(day, 'email').ofMessage)).toEqual([
      [],
      [ended],
      [ended],
      [],
      [],
      [begun],
      [begun],
    ]);
  });
  test('are the same after more days than are remembered', () => {
    const one = rulebook();
    const first = one.rulesOn('2026-03-01', 'email');
    for (let year = 2027; year < 2200; year++) one.rulesOn(`${year}-01-01`, 'sms');
    expect(one.rulesOn('2026-03-01', 'email')).toEqual(first);
    expect(one.rulesOn('2026-02-28', 'email')).not.toEqual(first);
  });
});
