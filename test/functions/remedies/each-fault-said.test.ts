/** What a verdict names from the start: who mends one fault finds no other that was there before and unsaid. */
import { expect, test, vi } from 'vitest';
import { instant } from '../../support/builders.ts';
import { aShop, CHECKOUT, FORM, FORM_OF_LUMEN, type Json, LUMEN, PHONE, type Verdict } from './shop.ts';

const named = ({ reasons }: Verdict): readonly string[] =>
  reasons.map(({ code, detail }) => (detail === undefined ? code : `${code} ${detail}`));
const without = (name: string, given: Json): Json => ({ ...given, [name]: undefined });
const FAULTY = {
  ...{ defaultState: 'ticked', isConditionOfService: true, design: { misleading: true } },
  lacking: ['freedom', 'information'],
};

test('every fault of one form is said, each with what to do about it', async () => {
  const shop = await aShop();
  await shop.form('nl', '1', { ...FORM, ...FAULTY });
  await shop.consent();
  const verdict = await shop.asks();
  expect(named(verdict)).toEqual(
    ['pre-ticked', 'tied', 'misleading', 'not-free', 'not-informed'].map((each) => `CONSENT_MECHANISM_INVALID ${each}`),
  );
  expect(new Set(verdict.reasons.map(({ remedy }) => remedy?.sentence.fr)).size).toBe(5);
});

test('each of several consents says its own fault, and what they lack alike is said once', async () => {
  const shop = await aShop();
  const forms = [{ defaultState: 'ticked' }, { isConditionOfService: true }, { defaultState: 'ticked' }];
  for (const [index, spoilt] of forms.entries()) {
    const version = String(index + 1);
    await shop.form('nl', version, { ...FORM, ...spoilt });
    await shop.consent({ form: { formId: 'nl', version }, givenAt: `2026-11-2${index}T10:00:00+01:00` });
  }
  const said = named(await shop.asks());
  expect(said.toSorted()).toEqual(['CONSENT_MECHANISM_INVALID pre-ticked', 'CONSENT_MECHANISM_INVALID tied']);
});

test('a consent and a sale that lack the same are both said, each by its text and where it is mended', async () => {
  const shop = await aShop();
  await shop.form('nl', '1', without('shown', FORM));
  await shop.form('checkout', '1', without('shown', CHECKOUT));
  await shop.consent();
  await shop.sale();
  const { reasons } = await shop.asks();
  const told = reasons.map(({ citation, remedy }) => [citation?.number, citation?.paragraph, remedy?.route]);
  expect(told).toHaveLength(2);
  expect(told).toContainEqual(['7', '§ 1', 'POST /v1/consents']);
  expect(told).toContainEqual(['L. 34-5', 'al. 4', 'POST /v1/sales']);
});

test('who consented to our offers is told of the partner that the message leaves out, beside the purpose', async () => {
  const shop = await aShop();
  await shop.form('nl', '1');
  await shop.consent();
  const asked = { purpose: 'partner-offers' };
  const before = named(await shop.asks(asked));
  expect(before).toEqual(['CONSENT_WRONG_PURPOSE', 'PARTNER_NOT_NAMED_AT_COLLECTION partner-not-in-message']);
  await shop.form('nl', '2', FORM_OF_LUMEN);
  await shop.consent({ ...asked, form: { formId: 'nl', version: '2' } });
  expect(named(await shop.asks(asked))).toEqual(before);
  expect((await shop.asks({ ...asked, partner: LUMEN })).outcome).toBe('allow');
});

test('bytes from an unknown mailbox that hide the advertiser break the law, and a rule of ours', async () => {
  const shop = await aShop();
  await shop.form('nl', '1');
  await shop.consent();
  const email = { from: { address: 'x@y.example', name: 'Fred' }, subject: 'Nos vins', html: '<p>Nos vins.</p>' };
  const { reasons } = await shop.asks({ subject: undefined, bytes: { email: { ...email, headers: [] } } });
  const hidden = reasons.filter(({ code }) => code === 'ADVERTISER_HIDDEN');
  expect(hidden.map(({ detail, sanctions }) => [detail, sanctions.length > 0]).toSorted()).toEqual([
    ['not-in-bytes', true],
    ['sender-not-registered', false],
  ]);
});

test('a call without a number hides who calls, and shows no number that it may not', async () => {
  const shop = await aShop({ senders: { email: [{ address: 'bonjour@maison-valmy.example', name: 'Maison Valmy' }] } });
  await shop.form('nl', '1');
  await shop.consent({ contact: PHONE, channels: ['automated-call'] });
  const asked = { contact: PHONE, channel: 'automated-call' };
  expect(named(await shop.asks(asked))).toEqual(['ADVERTISER_HIDDEN sender-not-registered']);
  expect(named(await shop.asks({ ...asked, sender: '+33612340000' }))).toEqual([
    'ADVERTISER_HIDDEN sender-not-registered',
    // By the numbering plan, and to a consumer by L. 221-17 too.
    'CALLER_ID_FORBIDDEN',
    'CALLER_ID_FORBIDDEN',
  ]);
});

test('on a Saturday the words of the decree that are quoted forbid the Saturday', async () => {
  const shop = await aShop();
  await shop.form('nl', '1');
  await shop.consent({ contact: PHONE, channels: ['automated-call'] });
  vi.setSystemTime(new Date(instant('2026-11-28T11:00:00+01:00')));
  const validUntil = instant('2026-12-01T11:00:00+01:00');
  const { reasons } = await shop.asks({ contact: PHONE, channel: 'automated-call', validUntil });
  expect(reasons.map(({ code, citation }) => [code, citation?.quote])).toEqual([
    [
      'QUIET_HOURS_VOICE',
      'n’est autorisée d’une part que du lundi au vendredi, sauf lorsque ces jours sont fériés en application de l’article L. 3133-1 du code du travail, et d’autre part seulement de 10 heures à 13 heures et de 14 heures à 20 heures, ces heures correspondant à celles du fuseau horaire du consommateur',
    ],
  ]);
});

test('a restriction that is answered holds until it is lifted, as the remedy says', async () => {
  const shop = await aShop();
  await shop.form('nl', '1');
  await shop.consent();
  const body = {
    contact: { email: 'camille.martin@example.com' },
    kind: 'restriction',
    via: 'email',
    words: 'Limitez.',
  };
  const { id } = await shop.call('record-request', { body });
  const answers = (more: Json) =>
    shop.call('answer-request', {
      path: { requestId: id },
      query: { advertiserId: 'maison-valmy' },
      body: { decider: 'Jeanne Roy', identity: 'no-doubt', ...more },
    });
  await answers({ action: 'answered' });
  expect(named(await shop.asks())).toEqual(['USE_RESTRICTED']);
  await answers({ action: 'lifted', reason: 'La vérification est faite.' });
  expect((await shop.asks()).outcome).toBe('allow');
});

test('each of the many faults of a form is said with what to do about it, once for all channels', async () => {
  const shop = await aShop();
  const path = { advertiserId: 'maison-valmy', formId: 'nl', version: '1' };
  await shop.call('put-form-version', { path, body: { ...FORM, ...FAULTY } });
  const { usable, reasons } = await shop.consent();
  const verdict = await shop.asks();
  const remedies = (said: readonly { code: string; remedy?: { sentence: { en: string } } }[]) =>
    said.filter(({ code }) => code === 'CONSENT_MECHANISM_INVALID').map(({ remedy }) => remedy?.sentence.en);
  expect(remedies(reasons)).toHaveLength(5);
  expect(new Set(remedies(reasons))).toEqual(new Set(remedies(verdict.reasons)));
  expect(usable.email.missing).toHaveLength(5);
});

test('what points into the subject of a message points where that message holds it', async () => {
  const shop = await aShop();
  await shop.form('nl', '1');
  await shop.consent();
  const email = { from: { address: 'bonjour@maison-valmy.example', name: 'Maison Valmy' }, subject: 'RE: Nos vins' };
  const pointers = async (asked: Json) =>
    (await shop.asks(asked)).reasons.flatMap(({ code, remedy }) =>
      code === 'SUBJECT_FAKE_REPLY' || code === 'OPPOSITION_MENTION_MISSING' ? [remedy?.pointer] : [],
    );
  expect(await pointers({ subject: 'RE: Nos vins' })).toEqual(['/subject']);
  const bytes = { email: { ...email, html: '<p>Maison Valmy : nos vins.</p>', headers: [] } };
  expect(await pointers({ subject: undefined, bytes })).toEqual(['/bytes', '/bytes', '/bytes/email/subject']);
});
