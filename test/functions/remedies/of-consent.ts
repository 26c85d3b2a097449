/** Situations in which a consent is missing, or is not what it must be. */
import { FORM, FORM_OF_LUMEN, FREE, type Json, LUMEN, MAIL, PHONE, PROOF, type Shop, VALMY } from './shop.ts';
import type { Situation } from './situation.ts';

const CONSENTS = 'POST /v1/consents';
const FORMS = 'PUT /v1/advertisers/{advertiserId}/forms/{formId}/versions/{version}';

/** A new version of the form, and a consent by it. */
const A_NEW_FORM = [FORMS, CONSENTS];

const agreed = async (shop: Shop, more: Json = {}, form: Json = FORM) => {
  await shop.form('nl', '1', form);
  return shop.consent(more);
};
const again = async (shop: Shop, form: Json = FORM, more: Json = {}) => {
  await shop.form('nl', '2', form);
  await shop.consent({ form: { formId: 'nl', version: '2' }, givenAt: '2026-11-23T10:00:00+01:00', ...more });
};
const NEW_MAIL = { email: 'camille.nouvelle@example.com' };
/** The person agreed, and another address is recorded for them since. */
const changed = async (shop: Shop, madeBy: 'person' | 'advertiser') => {
  const { contactId } = await agreed(shop);
  const body = { action: 'change-address', contact: NEW_MAIL, madeBy };
  await shop.call('change-person', { path: { contactId }, query: { advertiserId: 'maison-valmy' }, body });
};
const OPPOSED = { occurredAt: '2026-11-22T10:00:00+01:00' };
const later = { givenAt: '2026-11-23T12:30:00+01:00' };
const spoilt = (detail: string, form: Json): Situation => ({
  title: `the form is ${detail}`,
  says: `CONSENT_MECHANISM_INVALID ${detail}`,
  at: FORMS,
  given: (shop) => agreed(shop, {}, { ...FORM, ...form }),
  calls: A_NEW_FORM,
  does: (shop) => again(shop),
});
const ofLumen = { purpose: 'partner-offers' };
const fromLumen = { collector: LUMEN, proof: PROOF };
const WORDS = {
  wording: 'J’accepte de recevoir par e-mail les offres de Maison Valmy.',
  channels: [{ channel: 'email', words: 'par e-mail' }],
};

export const OF_CONSENT: readonly Situation[] = [
  {
    title: 'nothing is recorded',
    says: 'CONSENT_MISSING',
    at: CONSENTS,
    given: (shop) => shop.form('nl', '1'),
    asks: { contact: FREE },
    does: (shop) => shop.consent({ contact: FREE }),
  },
  {
    title: 'nothing is recorded of a child but its age',
    says: 'CONSENT_MISSING under-15',
    at: CONSENTS,
    given: async (shop) => {
      await shop.form('nl', '1');
      await shop.contact({ ageBand: 'under-15' });
    },
    calls: ['PUT /v1/contacts', CONSENTS],
    does: async (shop) => {
      await shop.contact({
        ageBand: 'under-15',
        parentalConsent: { agreedAt: '2026-11-20T10:00:00+01:00', evidence: PROOF },
      });
      await shop.consent();
    },
  },
  {
    title: 'nothing is recorded of somebody of unknown age, and the offer is for children',
    says: 'CONSENT_MISSING age-not-recorded',
    at: CONSENTS,
    given: (shop) => shop.form('nl', '1'),
    asks: { offerCategory: 'toys', subject: 'Nos jouets' },
    calls: ['PUT /v1/contacts', CONSENTS],
    does: async (shop) => {
      await shop.contact({ ageBand: 'adult' });
      await shop.consent();
    },
  },
  ...(['guessed', 'scraped'] as const).map(
    (source): Situation => ({
      title: `nothing is recorded but an address that was ${source}`,
      says: `CONSENT_MISSING ${source}`,
      at: CONSENTS,
      given: async (shop) => {
        await shop.form('nl', '1');
        await shop.contact({ source });
      },
      calls: [CONSENTS],
      does: async (shop) => {
        await shop.consent();
      },
    }),
  ),
  {
    title: 'consent is named and not recorded',
    says: 'EVIDENCE_MISSING',
    at: CONSENTS,
    given: (shop) => shop.form('nl', '1'),
    asks: { basis: 'consent' },
    does: (shop) => shop.consent(),
  },
  spoilt('pre-ticked', { defaultState: 'ticked' }),
  spoilt('terms', { mechanism: 'terms-acceptance' }),
  spoilt('tied', { isConditionOfService: true }),
  spoilt('misleading', { design: { misleading: true } }),
  spoilt('not-free', { lacking: ['freedom'] }),
  spoilt('not-informed', { lacking: ['information'] }),
  {
    title: 'the form shows no picture',
    says: 'EVIDENCE_INCOMPLETE /form/shown',
    at: CONSENTS,
    given: (shop) => agreed(shop, {}, { ...FORM, shown: undefined }),
    calls: A_NEW_FORM,
    does: (shop) => again(shop),
  },
  {
    title: 'it awaits its confirmation',
    says: 'CONSENT_PENDING_CONFIRMATION',
    at: CONSENTS,
    given: (shop) => agreed(shop, { confirmation: 'pending' }),
    does: (shop) => shop.consent({ confirmation: 'confirmed' }),
  },
  {
    title: 'it names another means',
    says: 'CONSENT_WRONG_CHANNEL',
    at: '/channel',
    given: (shop) => agreed(shop, { contact: PHONE, channels: ['sms'] }),
    asks: { contact: PHONE, channel: 'mms' },
    does: async () => ({ channel: 'sms' }),
  },
  {
    title: 'it is to calls, and more than a year old',
    says: 'CONSENT_EXPIRED',
    at: CONSENTS,
    given: (shop) =>
      agreed(shop, { contact: PHONE, channels: ['automated-call'], givenAt: '2025-11-20T10:00:00+01:00' }),
    asks: { contact: PHONE, channel: 'automated-call' },
    calls: A_NEW_FORM,
    does: (shop) => again(shop, FORM, { contact: PHONE, channels: ['automated-call'] }),
  },
  {
    title: 'the person withdrew it',
    says: 'CONSENT_WITHDRAWN withdrawn',
    at: CONSENTS,
    given: async (shop) => {
      const { id } = await agreed(shop);
      await shop.call('withdraw-consent', { path: { consentId: id }, body: {} });
    },
    calls: A_NEW_FORM,
    does: async (shop) => {
      shop.waits(60);
      await again(shop, FORM, { givenAt: '2026-11-24T11:30:00+01:00', proof: PROOF });
    },
  },
  {
    title: 'the shop invalidated its own record, and nobody withdrew',
    says: 'CONSENT_WITHDRAWN invalidated',
    at: CONSENTS,
    given: async (shop) => {
      const { id } = await agreed(shop);
      await shop.call('invalidate-consent', { path: { consentId: id }, body: { reason: 'Mauvais formulaire.' } });
    },
    calls: A_NEW_FORM,
    does: (shop) => again(shop, FORM, { proof: PROOF }),
  },
  {
    title: 'the person has another address since',
    says: 'CONSENT_WITHDRAWN moved',
    at: '/contact',
    given: async (shop) => changed(shop, 'person'),
    does: async () => ({ contact: NEW_MAIL }),
  },
  {
    title: 'the shop corrected a wrong address, and the proof shows the right one',
    says: 'CONSENT_WITHDRAWN corrected',
    at: '/contact',
    given: async (shop) => changed(shop, 'advertiser'),
    calls: ['/contact', CONSENTS],
    does: async (shop) => {
      await shop.consent({ contact: NEW_MAIL, proof: PROOF });
      return { contact: NEW_MAIL };
    },
  },
  {
    title: 'the message of a partner’s offers does not name the partner',
    says: 'PARTNER_NOT_NAMED_AT_COLLECTION partner-not-in-message',
    at: '/partner',
    given: (shop) => agreed(shop, ofLumen, FORM_OF_LUMEN),
    asks: ofLumen,
    does: async () => ({ partner: LUMEN }),
  },
  {
    title: 'the form does not name the partner of the message',
    says: 'PARTNER_NOT_NAMED_AT_COLLECTION partner-not-on-form',
    at: FORMS,
    given: (shop) => agreed(shop, ofLumen, { ...FORM_OF_LUMEN, partnersNamed: [] }),
    asks: { ...ofLumen, partner: LUMEN },
    calls: A_NEW_FORM,
    does: (shop) => again(shop, FORM_OF_LUMEN, ofLumen),
  },
  {
    title: 'a partner’s form does not name us among its partners',
    says: 'PARTNER_NOT_NAMED_AT_COLLECTION advertiser-not-on-form',
    at: FORMS,
    given: (shop) => agreed(shop, fromLumen, { ...FORM, purposes: ['own-offers', 'partner-offers'] }),
    calls: A_NEW_FORM,
    does: (shop) => again(shop, { ...FORM, ...WORDS, partnersNamed: [VALMY] }, fromLumen),
  },
  {
    title: 'a sister’s form that names us is recorded without saying so',
    says: 'CONSENT_WRONG_CONTROLLER',
    at: CONSENTS,
    given: (shop) => agreed(shop, fromLumen, { ...FORM, ...WORDS }),
    calls: A_NEW_FORM,
    does: (shop) => again(shop, { ...FORM, ...WORDS, partnersNamed: [VALMY] }, fromLumen),
  },
  {
    title: 'somebody else holds the proof',
    says: 'EVIDENCE_NOT_HELD_BY_US',
    at: CONSENTS,
    given: (shop) => agreed(shop, { collector: LUMEN }, { ...FORM, ...WORDS, partnersNamed: [VALMY] }),
    does: (shop) => shop.consent(fromLumen),
  },
  {
    title: 'the person opposed after agreeing',
    says: 'OPPOSED_CHANNEL',
    at: CONSENTS,
    given: async (shop) => {
      await agreed(shop);
      await shop.opposes({ ...OPPOSED, of: { scope: 'channel', channels: ['email'] } });
    },
    calls: A_NEW_FORM,
    does: (shop) => again(shop, FORM, { ...later, proof: PROOF }),
  },
  ...(
    [
      ['solicited', { proof: PROOF, drawnBy: 'call' }],
      ['by-another', fromLumen],
      ['unproven', {}],
    ] as const
  ).map(
    ([detail, more]): Situation => ({
      title: `a later consent is ${detail}`,
      says: `REOPT_IN_NOT_VALID ${detail}`,
      at: CONSENTS,
      given: async (shop) => {
        await shop.opposes(OPPOSED);
        await agreed(shop, { ...later, ...more }, { ...FORM, ...WORDS, partnersNamed: [VALMY] });
      },
      calls: A_NEW_FORM,
      does: (shop) => again(shop, FORM, { givenAt: '2026-11-23T14:00:00+01:00', proof: PROOF }),
    }),
  ),
  {
    title: 'another basis is named than the one that is recorded',
    says: 'ANOTHER_BASIS_HOLDS consent',
    at: '/basis',
    given: (shop) => agreed(shop),
    asks: { basis: 'existing-customer' },
    does: async () => ({ basis: 'consent' }),
  },
  {
    title: 'the age is unknown, and the offer is for children',
    says: 'MINOR_CONSENT_INVALID unknown',
    at: 'PUT /v1/contacts',
    given: (shop) => agreed(shop),
    asks: { offerCategory: 'toys', subject: 'Nos jouets' },
    does: (shop) => shop.contact({ ageBand: 'adult' }),
  },
  {
    title: 'the person is under fifteen, and no parent agreed',
    says: 'MINOR_CONSENT_INVALID under-15',
    at: 'PUT /v1/contacts',
    given: async (shop) => {
      await shop.contact({ ageBand: 'under-15' });
      await agreed(shop);
    },
    does: (shop) =>
      shop.contact({
        ageBand: 'under-15',
        parentalConsent: { agreedAt: '2026-11-20T10:00:00+01:00', evidence: PROOF },
      }),
  },
  {
    title: 'the use of the data is restricted, and the request is refused',
    says: 'USE_RESTRICTED',
    at: 'POST /v1/requests/{requestId}/answer',
    given: async (shop) => {
      await agreed(shop);
      const body = { contact: MAIL, kind: 'restriction', via: 'email', words: 'Limitez.' };
      restriction = (await shop.call('record-request', { body })).id;
    },
    does: async (shop) => {
      const answer = { action: 'refused', reason: 'Les données sont exactes.', decider: 'Jeanne Roy' };
      await shop.call('answer-request', {
        path: { requestId: restriction },
        query: { advertiserId: 'maison-valmy' },
        body: { ...answer, identity: 'no-doubt' },
      });
    },
  },
];

let restriction = '';
