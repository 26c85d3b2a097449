import { describe, expect, test } from 'vitest';
import type { DecisionOn } from '#shared/domain/review/review.ts';
import { causesOpenOn, missingForSales, usabilityOfForm } from '#shared/law/readings/form-usability.ts';
import { aFormVersion, anAdvertiser, instant, NOW } from '#test/support/builders.ts';

type Changes = Parameters<typeof aFormVersion>[0];
const [OF_WORDS, OF_ARCHIVE] = ['form:newsletter@1', 'rebuilt-form:newsletter@1'];
const REBUILT: Changes = {
  reconstruction: { from: '2026-01-01', until: '2026-06-30', sources: ['archive.example, 3 March 2026'] },
};
const SILENT: Changes = { wording: 'J’accepte de recevoir vos offres.', channels: [] };
const BY_SMS_IN_DOUBT: Changes = {
  wording: 'J’accepte de recevoir vos offres par e-mail.',
  channels: [
    { channel: 'email', words: 'par e-mail' },
    { channel: 'sms', words: 'vos offres' },
  ],
};
const deciding =
  (more: object = {}, of?: string): DecisionOn =>
  (cause) =>
    of === undefined || cause === of
      ? ({ decision: 'allowed', decidedAt: instant('2026-01-01T00:00:00Z'), ...more } as ReturnType<DecisionOn>)
      : undefined;
const asked = (changes: Changes, decisions?: DecisionOn) => {
  const form = aFormVersion(changes);
  const context = { advertiser: anAdvertiser(), at: NOW, decisions };
  const usable = usabilityOfForm(form, context);
  const forSales = missingForSales(form, context);
  const routes = Object.entries(usable).map(([channel, each]) => [
    channel,
    each === true || each.missing.map(({ pointer, remedy }) => `${remedy.route?.split(' ')[0]} ${pointer}`),
  ]);
  return {
    causes: causesOpenOn(form, usable, forSales),
    usable: Object.fromEntries(routes),
    forSales: forSales.map(({ pointer }) => pointer),
  };
};

describe('D6: a human is asked where a decision is all that is missing', () => {
  test.each<[string, Changes, readonly string[]]>([
    ['of a whole form: nothing', {}, []],
    ['of its words', SILENT, [OF_WORDS]],
    ['of an archive', REBUILT, [OF_ARCHIVE]],
    ['of both', { ...SILENT, ...REBUILT }, [OF_WORDS, OF_ARCHIVE]],
    ['of a channel in doubt beside one that is named', BY_SMS_IN_DOUBT, [OF_WORDS]],
    ['of an archive for sales, where no consent could count', { ...REBUILT, defaultState: 'ticked' }, [OF_ARCHIVE]],
    ['of an archive for consents, where no sale could count', { ...REBUILT, refusal: undefined }, [OF_ARCHIVE]],
    [
      'of nothing, where neither could count',
      { ...REBUILT, ...SILENT, defaultState: 'ticked', refusal: undefined },
      [],
    ],
    ['of nothing where the words could carry no consent', { ...SILENT, defaultState: 'ticked' }, []],
    ['of nothing where evidence is missing too', { ...SILENT, ...REBUILT, shown: undefined }, []],
  ])('%s', (_, changes, causes) => {
    expect(asked(changes).causes).toEqual(causes);
  });
  test('each cause is decided by itself', () => {
    const both = { ...SILENT, ...REBUILT };
    expect(asked(both).usable).toEqual({
      email: ['POST /channels', 'POST /reconstruction'],
      sms: ['POST /channels', 'POST /reconstruction'],
    });
    expect(asked(both, deciding({}, OF_WORDS)).causes).toEqual([OF_ARCHIVE]);
    expect(asked(both, deciding({}, OF_ARCHIVE)).causes).toEqual([OF_WORDS]);
    expect(asked(both, deciding())).toEqual({ causes: [], usable: { email: true, sms: true }, forSales: [] });
  });
});

describe('D6: a decision counts for a form while it is in force, and for offers of any kind', () => {
  const [over, open] = [instant('2026-11-24T10:00:00Z'), instant('2026-11-24T10:00:01Z')];
  test.each<[string, object, boolean]>([
    ['without an end', {}, true],
    ['that ends later', { until: open }, true],
    ['that has ended', { until: over }, false],
    ['of one kind of goods alone', { appliesTo: { offerCategories: ['wine'] } }, false],
    ['of the channels of the form', { appliesTo: { channels: ['email', 'sms', 'mms', 'automated-call'] } }, true],
  ])('%s', (_, more, counts) => {
    const decided = asked(REBUILT, deciding(more));
    expect(decided.causes).toEqual(counts ? [] : [OF_ARCHIVE]);
    expect(decided.forSales).toEqual(counts ? [] : ['/reconstruction']);
    for (const each of Object.values(decided.usable)) expect(each).toEqual(counts || ['POST /reconstruction']);
  });
});
