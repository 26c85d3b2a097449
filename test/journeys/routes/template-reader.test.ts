import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Aval, startAval } from '#tools/start/aval.ts';
import { type ApiCaller, callerOf } from '../send-path-api.ts';

/** A deployment whose settings name a model that reads templates: its own template, role and bundle, and what AWS answers. */
const ADVERTISER = 'maison-valmy';
const MODEL = 'eu.amazon.nova-pro-v1:0';

let stack: Aval;
let api: ApiCaller;
beforeAll(async () => {
  // Each test brings its own fault about.
  stack = await startAval({ at: '2026-11-24T10:00:00Z', faults: 'none', hasReader: true });
  api = callerOf(stack);
  await api.put(`/v1/advertisers/${ADVERTISER}`, {
    siren: '552100554',
    legalName: 'Maison Valmy SAS',
    tradeNames: ['Maison Valmy'],
    contact: { email: 'contact@maison-valmy.example' },
    privacyNoticeUrl: 'https://maison-valmy.example/confidentialite',
    senders: { email: [{ address: 'bonjour@maison-valmy.example', name: 'Maison Valmy' }] },
  });
});
afterAll(() => stack?.stop());

const put = (version: string, text: string) =>
  api.put(`/v1/advertisers/${ADVERTISER}/templates/order/versions/${version}`, {
    class: 'transactional',
    category: 'orders',
    reason: 'order',
    reference: 'CGV, article 4',
    content: { email: { subject: 'Votre commande', text } },
  });

test('a model that the account may ask reads what is stored as transactional', async () => {
  stack.models.answer(MODEL, ({ message }) => ({
    text: message.includes('Hannah')
      ? '{"answer":"promotes","part":"Hannah peint."}'
      : '```json\n{"answer":"owed"}\n```',
  }));
  expect(await put('1', 'Votre avoir : −20 % remboursés. Vous n’avez rien à faire.')).toMatchObject({
    offerSigns: [],
    assessment: { model: MODEL, answer: 'transactional', overruled: ['discount'] },
  });
  expect(await put('2', 'Votre commande est prête. Hannah peint.')).toMatchObject({
    offerSigns: ['assessed-promoting'],
    assessment: { answer: 'promotes', part: 'Hannah peint.' },
    reviewCause: 'template:order@2',
  });
  expect(stack.denied()).toEqual([]);
});

test('one that throttles is asked once more; one that never answers is given up before the gateway does', async () => {
  stack.faults.next('bedrock', 'throttle');
  expect(await put('3', 'Votre commande est prête.')).toMatchObject({ assessment: { answer: 'transactional' } });
  stack.faults.next('bedrock', 'never-answer', { times: 2 });
  expect(await put('4', 'Votre commande est prête.')).toMatchObject({
    offerSigns: ['not-assessed'],
    assessment: { answer: 'none', why: 'timed-out' },
    reviewCause: 'template:order@4',
  });
});
