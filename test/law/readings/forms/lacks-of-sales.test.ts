import { describe, expect, test } from 'vitest';
import type { Missing } from '#shared/domain/missing.ts';
import type { DecisionOn } from '#shared/domain/review/review.ts';
import { ofEvidence, ofReason, ofSales } from '#shared/law/readings/form-pieces.ts';
import { missingForSales, usabilityOfForm } from '#shared/law/readings/form-usability.ts';
import { aFormVersion, anAdvertiser, instant, NOW } from '#test/support/builders.ts';

type Changes = Parameters<typeof aFormVersion>[0];
const NEW_VERSION = 'PUT /v1/advertisers/{advertiserId}/forms/{formId}/versions/{version}';
const deciding =
  (decision: 'allowed' | 'refused'): DecisionOn =>
  () =>
    ({ decision, decidedAt: instant('2026-01-01T00:00:00Z') }) as ReturnType<DecisionOn>;
const rebuilt = (until: string, more: Changes = {}): Changes => ({
  reconstruction: { from: '2025-01-01', until, sources: ['archive.example'] },
  ...more,
});
const forSales = (changes: Changes, decisions?: DecisionOn) =>
  missingForSales(aFormVersion(changes), { advertiser: anAdvertiser(), at: NOW, decisions });
const spoken = ({ sentence, remedy }: Missing) => [sentence.fr, sentence.en, remedy.sentence.fr, remedy.sentence.en];
/** Where it is mended: by another version, at the same property. */
const mended = ({ remedy }: Missing) => [remedy.pointer, remedy.route];

type Learnt = readonly [fr: RegExp, en: RegExp, mendFr: RegExp, mendEn: RegExp];
const FOR_CUSTOMERS = [/écrire au client/, /message to the customer/] as const;
const refusal = (words: string): Changes => ({ refusal: { words } });

describe('L. 34-5, al. 4: what sales made with a form lack is said, and what to do', () => {
  test.each<[string, Changes, string, Learnt]>([
    [
      'a notice',
      { notice: undefined },
      '/notice',
      [/Sans notice/, /Without a notice/, /version.*notice/, /version.*notice/],
    ],
    [
      'a refusal',
      { refusal: undefined },
      '/refusal',
      [/n’offre pas de refuser/, /offers no refusal/, /simple et gratuit.*refusal/, /free and simple.*refusal/],
    ],
    [
      'its picture',
      { shown: undefined },
      '/shown',
      [/tel que les personnes/, /as people saw it/, /capture.*SHA-256/, /screenshot.*SHA-256/],
    ],
    [
      'who answers for what was rebuilt',
      rebuilt('2026-06-30', { approver: undefined }),
      '/approver',
      [/Personne n’a approuvé/, /Nobody approved/, /personne nommée/, /named human/],
    ],
    [
      'the days of what was rebuilt',
      rebuilt('no day'),
      '/reconstruction',
      [/ne sont pas des dates/, /are no dates/, /AAAA-MM-JJ/, /YYYY-MM-DD/],
    ],
    [
      'a refusal that costs nothing',
      refusal('Pour refuser nos offres, appelez le 0 899 12 34 56.'),
      '/refusal',
      [/Refuser coûte/, /Refusing by these words costs/, /gratuit et simple/, /free and simple/],
    ],
    [
      'a refusal at the time of collection',
      refusal('Vous pourrez vous désabonner dans chacun de nos e-mails.'),
      '/refusal',
      [/que plus tard/, /later alone/, /sur le formulaire même/, /on the form itself/],
    ],
    [
      'a refusal of one’s own offers',
      refusal('Je refuse les cookies.'),
      '/refusal',
      [/autre chose que vos offres/, /something else than your offers/, /vos propres offres/, /your own offers/],
    ],
    [
      'a refusal of these means',
      refusal('Je ne souhaite pas recevoir vos offres par courrier postal.'),
      '/refusal',
      [/autre moyen/, /another means/, /e-mail, SMS et MMS/, /e-mail, SMS and MMS/],
    ],
  ])('%s', (_, changes, pointer, learnt) => {
    const [piece, ...others] = forSales(changes);
    if (piece === undefined) throw new Error('nothing is missing');
    expect([piece.pointer, others]).toEqual([pointer, []]);
    expect(mended(piece)).toEqual([pointer, NEW_VERSION]);
    for (const [index, words] of spoken(piece).entries()) {
      expect(words).toMatch(/^\p{Lu}.{15,}\.$/u);
      expect(words).toMatch(learnt[index] ?? /$^/);
    }
    if (pointer === '/refusal' || pointer === '/notice')
      for (const [index, each] of FOR_CUSTOMERS.entries()) expect(spoken(piece)[index]).toMatch(each);
  });
  test('several lacks are each said once, a refusal of no use by what is wrong with it', () => {
    const pieces = forSales({ notice: undefined, shown: undefined, ...refusal('Je refuse les cookies.') });
    expect(pieces.map(({ pointer }) => pointer)).toEqual(['/notice', '/shown', '/refusal']);
    expect(pieces[2]?.sentence.en).toMatch(/something else/);
  });
  test('a rebuilt form that a human refused says what was decided, and is mended by another version', () => {
    const [piece, ...others] = forSales(rebuilt('2026-06-30'), deciding('refused'));
    if (piece === undefined) throw new Error('nothing is missing');
    expect([piece.pointer, others, mended(piece)]).toEqual(['/reconstruction', [], ['/reconstruction', NEW_VERSION]]);
    expect(piece.sentence).toMatchObject({ fr: expect.stringMatching(/décidé/), en: expect.stringMatching(/decided/) });
    expect(forSales(rebuilt('2026-06-30'), deciding('allowed'))).toEqual([]);
  });
});

describe('what a human cannot mend is no question to one', () => {
  // R. 223-1: a consent to calls ends after a year.
  test('what ended since its last day ended, whether or not a human looks at a rebuilt form', () => {
    const usable = usabilityOfForm(aFormVersion(rebuilt('2025-11-20')), { advertiser: anAdvertiser(), at: NOW });
    const found = Object.entries(usable).map(([channel, each]) => [
      channel,
      each === true || each.missing.map(({ pointer, remedy }) => `${pointer} ${remedy.route?.split(' ')[0]}`),
    ]);
    expect(Object.fromEntries(found)).toEqual({
      ...{ email: ['/reconstruction POST'], sms: ['/reconstruction POST'], mms: ['/reconstruction POST'] },
      'automated-call': ['/reconstruction POST', ' PUT'],
    });
  });
});

describe('a piece that has no words of its own', () => {
  test('is said all the same by where it is, and mended by another version', () => {
    const pieces = [
      ...ofEvidence(['/form/approver/approvedAt', '/proof']),
      ofSales('/form/something'),
      ofReason('SOMETHING_ELSE'),
    ];
    expect(pieces.map(({ pointer, sentence }) => [pointer, sentence.fr, sentence.en])).toEqual([
      ['/approver/approvedAt', '/approver/approvedAt', '/approver/approvedAt'],
      ['/something', '/something', '/something'],
      ['', 'SOMETHING_ELSE', 'SOMETHING_ELSE'],
    ]);
    for (const piece of pieces) {
      expect(spoken(piece)[2]).toMatch(/^Corrigez le formulaire.*nouvelle version\.$/);
      expect(spoken(piece)[3]).toMatch(/^Mend the form.*new version\.$/);
      expect(mended(piece)).toEqual([piece.pointer, NEW_VERSION]);
    }
  });
});
