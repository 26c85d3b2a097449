import { expect, test } from 'vitest';
import { DecisionForm, requestOf } from '#console/reviews/form.ts';
import { decide, reviewsPage } from '#console/reviews/reviews.ts';
import { anApi } from './asked-api.ts';

const REVIEW = `rev_${'a_-b'.repeat(5)}12`;
const form = { advertiser: 'valmy', review: REVIEW, decision: 'allowed', reason: 'Clair.', decider: 'Jeanne Roy, DPO' };
const asked = (last: string) => requestOf(DecisionForm.parse({ ...form, last }));

test.each([
  ['2026-02-28', '2026-03-01T00:00:00+02:00'],
  ['2028-02-29', '2028-03-01T00:00:00+02:00'],
  ['2026-12-31', '2027-01-01T00:00:00+02:00'],
])('a decision applies until the end of %s', (last, until) => {
  expect(asked(last)).toMatchObject({ until });
});

test('without a last day it has no end', () => {
  expect(asked('')).not.toHaveProperty('until');
});

test.each(['2026-02-31', '2026-02-29', '2026-13-01', '28/02/2026', 'demain', '9999-12-31'])(
  '%s is no day: nothing is decided, and a sentence says so above the form as it was filled',
  async (last) => {
    expect(() => asked(last)).toThrow(RangeError);
    const review = { id: REVIEW, cause: 'c', status: 'open', openedAt: '2026-11-24T10:00:00.000Z', waiting: 1 };
    const api = anApi(() => ({ reviews: [review] }), 'fr');
    const { body } = await decide(api.around, { ...form, last });
    expect(api.asked.filter((each) => each.startsWith('POST'))).toEqual([]);
    expect(body).toContain('Ce dernier jour n’existe pas, ou il est trop lointain. Rien n’a été enregistré.');
    expect(body).toContain('>Clair.</textarea>');
  },
);

test.each([
  ['promotes', 'Hannah peint.', 'y a trouvé une promotion', ', dans ce passage :</p><p class="text">Hannah peint.</p>'],
  ['promotes', undefined, 'y a trouvé une promotion', ').</p>'],
  ['none', undefined, 'n’a pas répondu comme demandé', ').</p>'],
])('what a language model found of a template is shown to who decides: %s, %s', async (answer, part, said, shown) => {
  const assessment = { model: 'eu.amazon.nova-pro-v1:0', assessedAt: '2026-11-24T10:00:00.000Z', answer, part };
  const subject = { kind: 'template', templateId: 'order', version: '1', text: 'Votre commande.', assessment };
  const review = { id: REVIEW, cause: 'template:order@1', status: 'open', openedAt: assessment.assessedAt, waiting: 1 };
  const api = anApi(() => ({ reviews: [{ ...review, subject }] }), 'fr');
  const { body } = await decide(api.around, { ...form, last: 'demain' });
  expect(body).toContain('Le modèle de langue eu.amazon.nova-pro-v1:0');
  expect(body).toContain(said);
  expect(body).toContain(shown);
});

test('nothing waits is said of all of them, and neither of a later page nor of what could not be read', async () => {
  const pageOf = async (answer: unknown, cursor = '') => {
    const { body } = await reviewsPage(anApi(() => answer).around, { advertiser: 'valmy', cursor });
    return String(body);
  };
  const NOTHING = 'Nothing waits for a decision.';
  expect(await pageOf({ reviews: [] })).toContain(NOTHING);
  expect(await pageOf({ reviews: [] }, 'c')).not.toContain(NOTHING);
  expect(await pageOf({ reviews: [], nextCursor: 'c' })).not.toContain(NOTHING);
  expect(await pageOf(Response.json({ title: 'Away', status: 503 }, { status: 503 }))).not.toContain(NOTHING);
});
