import { describe, expect, test } from 'vitest';
import type { FormVersion } from '#shared/domain/consent/form-version.ts';
import type { Usable } from '#shared/domain/missing.ts';
import type { DecisionOn } from '#shared/domain/review/review.ts';
import { REBUILT_FORM_AWAITS_REVIEW } from '#shared/law/readings/form-pieces.ts';
import { causesOpenOn, missingForSales, usabilityOfForm } from '#shared/law/readings/form-usability.ts';
import { aFormVersion, anAdvertiser, instant, NOW } from '#test/support/builders.ts';

const REBUILT = aFormVersion({
  reconstruction: { from: '2026-01-01', until: '2026-06-30', sources: ['archive.example, 3 March 2026'] },
});
const SILENT = aFormVersion({ wording: 'J’accepte de recevoir vos offres.', channels: [] });
const OF_REFUSAL = aFormVersion({
  ...{ channels: [], mechanism: undefined, defaultState: undefined },
});

/** What humans decided, by cause. */
const deciding =
  (decided: Readonly<Record<string, 'allowed' | 'refused'>>, more: object = {}): DecisionOn =>
  (cause) =>
    decided[cause] === undefined
      ? undefined
      : ({ decision: decided[cause], decidedAt: instant('2026-01-01T00:00:00Z'), ...more } as never);
const context = (decisions?: DecisionOn) => ({
  advertiser: anAdvertiser(),
  at: NOW,
  ...(decisions === undefined ? {} : { decisions }),
});
/** By channel: `true`, or where each missing piece is. */
const told = (usable: Usable) =>
  Object.fromEntries(
    Object.entries(usable).map(([channel, each]) => [
      channel,
      each === true || each.missing.map(({ pointer }) => pointer),
    ]),
  );
const usableOf = (form: FormVersion, decisions?: DecisionOn) => told(usabilityOfForm(form, context(decisions)));
const pointersForSales = (form: FormVersion, decisions?: DecisionOn) =>
  missingForSales(form, context(decisions)).map(({ pointer }) => pointer);
const openCauses = (form: FormVersion, decisions?: DecisionOn) =>
  causesOpenOn(form, usabilityOfForm(form, context(decisions)), missingForSales(form, context(decisions)));

const ALL = ['email', 'sms', 'mms', 'automated-call'] as const;
const onAll = (value: unknown) => Object.fromEntries(ALL.map((channel) => [channel, value]));

describe('a form as it was shown', () => {
  test('lacks nothing on the channels that it names, nor for sales, and asks no human', () => {
    expect(usableOf(aFormVersion())).toEqual(onAll(true));
    expect(pointersForSales(aFormVersion())).toEqual([]);
    expect(openCauses(aFormVersion())).toEqual([]);
  });
  test('without its picture counts on no channel, and no decision would help', () => {
    const form = aFormVersion({ shown: undefined });
    expect(usableOf(form)).toEqual(onAll(['/shown']));
    expect(pointersForSales(form)).toEqual(['/shown']);
    expect(openCauses(form)).toEqual([]);
  });
  test.each([
    ['Pour refuser nos offres, appelez le 0 899 12 34 56.', 'coûte'],
    ['Je ne souhaite pas recevoir vos offres par courrier postal.', 'autre moyen'],
    ['Vous pourrez vous désabonner dans chacun de nos e-mails.', 'que plus tard'],
    ['Je refuse les cookies.', 'autre chose'],
  ])('says of a refusal that is none what is wrong with it: %s', (words, says) => {
    const [piece, ...others] = missingForSales(aFormVersion({ refusal: { words } }), context());
    expect(others).toEqual([]);
    expect(piece?.pointer).toBe('/refusal');
    expect(piece?.sentence.fr).toContain(says);
  });
  test('lacks nothing for sales where its refusal is of one of the means of al. 4', () => {
    expect(pointersForSales(aFormVersion({ refusal: { words: 'Je refuse les SMS.' } }))).toEqual([]);
  });
  test('that only offers a refusal is judged on no channel', () => {
    expect(usableOf(OF_REFUSAL)).toEqual({});
    expect(pointersForSales(OF_REFUSAL)).toEqual([]);
  });
  test('that offers a refusal, names its channels and says no act is judged on them', () => {
    expect(usableOf(aFormVersion({ mechanism: undefined }))).toEqual(onAll(['/mechanism']));
  });
  test('that offers no refusal and says no act is judged, and says no act', () => {
    const usable = usableOf(aFormVersion({ channels: [], mechanism: undefined, refusal: undefined }));
    expect(Object.keys(usable)).toEqual(['email', 'sms']);
    expect(usable.email).toEqual(expect.arrayContaining(['/mechanism']));
  });
  test('on a channel that is not built says so, whatever else is wrong', () => {
    expect(usableOf(aFormVersion({ channels: [{ channel: 'fax', words: 'par fax' }], wording: 'par fax' }))).toEqual({
      fax: ['/channels'],
    });
  });
});

describe('a form that names no channel', () => {
  const cause = 'form:newsletter@1';
  test('awaits a human, on e-mail and texts', () => {
    expect(usableOf(SILENT)).toEqual({ email: ['/channels'], sms: ['/channels'] });
    expect(openCauses(SILENT)).toEqual([cause]);
  });
  test('counts where the human said so, and lacks a channel where the human refused', () => {
    expect(usableOf(SILENT, deciding({ [cause]: 'allowed' }))).toEqual({ email: true, sms: true });
    const refused = usabilityOfForm(SILENT, context(deciding({ [cause]: 'refused' })));
    expect(Object.values(refused).every((each) => each !== true)).toBe(true);
    expect(JSON.stringify(refused)).toContain('Il a été décidé');
    expect(JSON.stringify(refused)).not.toContain('à examiner');
    expect(openCauses(SILENT, deciding({ [cause]: 'refused' }))).toEqual([]);
  });
  test('counts on the channel alone for which it was decided', () => {
    const decisions = deciding({ [cause]: 'allowed' }, { appliesTo: { channels: ['email'] } });
    expect(usableOf(SILENT, decisions)).toEqual({ email: true, sms: ['/channels'] });
    expect(openCauses(SILENT, decisions)).toEqual([cause]);
  });
});

describe('a form that was rebuilt from an archive (D9)', () => {
  const cause = 'rebuilt-form:newsletter@1';
  test('awaits a human, for consents and for sales', () => {
    expect(usableOf(REBUILT)).toEqual(onAll(['/reconstruction']));
    expect(pointersForSales(REBUILT)).toEqual(['/reconstruction']);
    expect(openCauses(REBUILT)).toEqual([cause]);
  });
  test('counts once a human found it true', () => {
    expect(usableOf(REBUILT, deciding({ [cause]: 'allowed' }))).toEqual(onAll(true));
    expect(pointersForSales(REBUILT, deciding({ [cause]: 'allowed' }))).toEqual([]);
    expect(openCauses(REBUILT, deciding({ [cause]: 'allowed' }))).toEqual([]);
  });
  test('counts never where a human found otherwise, and asks nobody again', () => {
    const decisions = deciding({ [cause]: 'refused' });
    const usable = usableOf(REBUILT, decisions);
    for (const channel of ALL) expect(usable[channel]).toHaveLength(1);
    expect(missingForSales(REBUILT, context(decisions))).toHaveLength(1);
    expect(missingForSales(REBUILT, context(decisions))).not.toContain(REBUILT_FORM_AWAITS_REVIEW);
    expect(openCauses(REBUILT, decisions)).toEqual([]);
  });
  // The channels of L. 34-5, al. 4.
  test.each(['email', 'sms', 'mms'])('awaits it for sales while %s alone is not decided', (left) => {
    const channels = ['email', 'sms', 'mms'].filter((each) => each !== left);
    const decisions = deciding({ [cause]: 'allowed' }, { appliesTo: { channels } });
    const decided = Object.fromEntries(channels.map((each) => [each, true]));
    expect(usableOf(REBUILT, decisions)).toMatchObject({ ...decided, [left]: ['/reconstruction'] });
    expect(pointersForSales(REBUILT, decisions)).toEqual(['/reconstruction']);
  });
  test('awaits nothing for sales by a channel that is for no customer', () => {
    const decisions = deciding({ [cause]: 'allowed' }, { appliesTo: { channels: ['email', 'sms', 'mms'] } });
    expect(usableOf(REBUILT, decisions)).toMatchObject({ 'automated-call': ['/reconstruction'] });
    expect(pointersForSales(REBUILT, decisions)).toEqual([]);
  });
  test('is judged on its last day, or today where that is to come: a consent to calls counts for a year (R. 223-1)', () => {
    const until = (last: string) =>
      usableOf(
        aFormVersion({ reconstruction: { from: '2025-01-01', until: last, sources: ['archive.example'] } }),
        deciding({ [cause]: 'allowed' }),
      );
    expect(until('2030-06-30')).toEqual(onAll(true));
    expect(until('2025-11-25')).toEqual(onAll(true));
    expect(until('2025-11-20')).toMatchObject({ email: true, sms: true, mms: true, 'automated-call': [''] });
  });
  test('whose last day is none was shown on no day', () => {
    const form = aFormVersion({
      reconstruction: { from: '2025-01-01', until: 'no day', sources: ['archive.example'] },
    });
    expect(usableOf(form, deciding({ [cause]: 'allowed' }))).toEqual(onAll(['/reconstruction']));
  });
});
