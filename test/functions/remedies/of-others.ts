/** Situations of customers, of professionals and of the message itself. */
import {
  AS_DIRECTOR,
  CHECKOUT,
  DIRECTOR,
  FORM,
  GENERAL,
  type Json,
  LUMEN,
  PHONE,
  PROFESSION,
  SETTINGS,
  type Shop,
} from './shop.ts';
import type { Situation } from './situation.ts';

const SALES = 'POST /v1/sales';
const FORMS = 'PUT /v1/advertisers/{advertiserId}/forms/{formId}/versions/{version}';
const SETTINGS_ROUTE = 'PUT /v1/advertisers/{advertiserId}';

/** A new version of the order form, and the sale by it. */
const A_NEW_CHECKOUT = [FORMS, SALES];

const sold = async (shop: Shop, more: Json = {}, form: Json = CHECKOUT) => {
  await shop.form('checkout', '1', form);
  await shop.sale(more);
};
const soldAgain = async (shop: Shop, more: Json = {}) => {
  await shop.form('checkout', '2', CHECKOUT);
  await shop.sale({ form: { formId: 'checkout', version: '2' }, ...more });
};
const without = (name: string, given: Json): Json =>
  Object.fromEntries(Object.entries(given).filter(([key]) => key !== name));
const SOFTWARE = { contact: DIRECTOR, offerCategory: 'software', subject: 'Nos logiciels' };
const agreed = async (shop: Shop) => {
  await shop.form('nl', '1', FORM);
  await shop.consent();
};

const FORMS_ROUTE = 'PUT /v1/advertisers/{advertiserId}/forms/{formId}/versions/{version}';
const HEARING = 'Je souhaite recevoir des offres liées à mon audition.';
const naming = (words: string, more = HEARING): Json => ({
  ...FORM,
  wording: `${String(FORM.wording)} ${more}`,
  explicitWords: [{ category: 'hearing-aids', words }],
});
/** What the forms lacked that people agreed by, and the same once more with words that name the use. */
const USES: readonly Situation[] = (
  [
    [
      'the form has a category alone',
      'former-category',
      { ...naming(''), explicitWords: undefined, explicitFor: ['hearing-aids'] },
    ],
    ['the words that are quoted name offers', 'words-name-nothing', naming('des offres')],
    [
      'the wording denies what is quoted',
      'denied',
      naming('mes lunettes de vue', 'Je refuse les offres pour mes lunettes de vue.'),
    ],
  ] as const
).map(([title, lack, form]) => ({
  title,
  says: `SENSITIVE_TARGETING ${lack}`,
  at: FORMS_ROUTE,
  calls: [FORMS_ROUTE, 'POST /v1/consents'],
  settings: { offers: [{ category: 'hearing-aids', natures: ['sensitive'] }] },
  given: async (shop) => {
    await shop.form('nl', '1', form);
    await shop.consent();
  },
  asks: { offerCategory: 'hearing-aids', subject: 'Nos appareils auditifs' },
  does: async (shop) => {
    await shop.form('nl', '2', naming('offres liées à mon audition'));
    await shop.consent({ form: { formId: 'nl', version: '2' } });
  },
}));

export const OF_OTHERS: readonly Situation[] = [
  ...USES,
  {
    title: 'the customer’s address came by a marketplace',
    says: 'SOFT_OPT_IN_INDIRECT_COLLECTION',
    at: SALES,
    given: (shop) => sold(shop, { coordinatesFrom: 'marketplace' }),
    does: (shop) => shop.sale({ coordinatesFrom: 'data-subject' }),
  },
  {
    title: 'the checkout had no notice',
    says: 'SOFT_OPT_IN_NOTICE_MISSING',
    at: SALES,
    given: (shop) => sold(shop, {}, without('notice', CHECKOUT)),
    calls: A_NEW_CHECKOUT,
    does: (shop) => soldAgain(shop),
  },
  ...(['quote', 'donation', 'account-only', 'basket'] as const).map(
    (type): Situation => ({
      title: `what is recorded is a ${type}`,
      says: `SOFT_OPT_IN_NO_SALE ${type}`,
      at: SALES,
      given: (shop) => sold(shop, { type }),
      does: (shop) => shop.sale({ reference: 'C2' }),
    }),
  ),
  {
    title: 'the order was cancelled',
    says: 'SOFT_OPT_IN_NO_SALE cancelled',
    at: SALES,
    given: (shop) => sold(shop, { cancelledAt: '2026-11-10T10:00:00+01:00' }),
    does: (shop) => shop.sale({ reference: 'C2' }),
  },
  {
    title: 'the offer is of another kind than what was bought',
    says: 'SOFT_OPT_IN_NOT_ANALOGOUS',
    at: '/offerCategory',
    given: (shop) => sold(shop),
    asks: { offerCategory: 'cars' },
    does: async () => ({ offerCategory: 'wine' }),
  },
  {
    title: 'the sale names no form',
    says: 'SOFT_OPT_IN_NO_REFUSAL_OFFERED not-recorded',
    at: SALES,
    given: (shop) => shop.sale({ form: undefined }),
    calls: A_NEW_CHECKOUT,
    does: (shop) => soldAgain(shop),
  },
  {
    title: 'the order form is recorded without its words of refusal',
    says: 'SOFT_OPT_IN_NO_REFUSAL_OFFERED not-recorded',
    at: SALES,
    given: (shop) => sold(shop, {}, without('refusal', CHECKOUT)),
    calls: A_NEW_CHECKOUT,
    does: (shop) => soldAgain(shop),
  },
  {
    title: 'the checkout has no picture',
    says: 'EVIDENCE_INCOMPLETE /form/shown',
    at: SALES,
    given: (shop) => sold(shop, {}, without('shown', CHECKOUT)),
    calls: A_NEW_CHECKOUT,
    does: (shop) => soldAgain(shop),
  },
  {
    title: 'a customer of unknown age, and an offer for children',
    says: 'MINOR_CONSENT_INVALID unknown',
    at: 'PUT /v1/contacts',
    given: (shop) => sold(shop, { lines: [{ category: 'toys' }] }),
    asks: { offerCategory: 'toys', subject: 'Nos jouets' },
    does: (shop) => shop.contact({ ageBand: 'adult' }),
  },
  {
    title: 'nobody recorded the function of a professional',
    says: 'B2B_PROFESSION_LINK_NOT_SHOWN function-not-recorded',
    at: 'PUT /v1/contacts',
    given: (shop) => shop.contact({ ...AS_DIRECTOR, profession: without('function', PROFESSION) }),
    asks: SOFTWARE,
    does: (shop) => shop.contact({ ...AS_DIRECTOR, profession: PROFESSION }),
  },
  {
    title: 'nobody recorded the profession of a professional',
    says: 'CONSENT_MISSING profession-not-recorded',
    at: 'PUT /v1/contacts',
    given: (shop) => shop.contact(AS_DIRECTOR),
    asks: SOFTWARE,
    does: (shop) => shop.contact({ ...AS_DIRECTOR, profession: PROFESSION }),
  },
  ...(
    [
      ['a company', { kind: 'legal-person', organisation: { siren: LUMEN.siren, legalForm: 'company' } }],
      ['an association', { kind: 'legal-person', organisation: { rna: 'W751012345', legalForm: 'association' } }],
      ['a public body', { kind: 'legal-person', organisation: { siren: LUMEN.siren, legalForm: 'public-body' } }],
      ['who trades alone', { kind: 'sole-trader', profession: PROFESSION }],
    ] as const
  ).map(
    ([whose, declared]): Situation => ({
      title: `nobody recorded whose contact@ is: that of ${whose}`,
      says: 'CONSENT_MISSING organisation-not-recorded',
      at: 'PUT /v1/contacts',
      given: async () => undefined,
      asks: { ...SOFTWARE, contact: GENERAL },
      does: (shop) => shop.contact({ contact: GENERAL, ...declared }),
    }),
  ),
  {
    title: 'nobody recorded that the address is a professional’s',
    says: 'CONSENT_MISSING quality-not-recorded',
    at: 'PUT /v1/contacts',
    given: async () => undefined,
    asks: SOFTWARE,
    does: (shop) => shop.contact({ contact: DIRECTOR, kind: 'professional', profession: PROFESSION }),
  },
  {
    title: 'the settings do not say that the offer concerns the function',
    says: 'B2B_PROFESSION_LINK_NOT_SHOWN',
    at: SETTINGS_ROUTE,
    given: (shop) => shop.contact({ ...AS_DIRECTOR, profession: PROFESSION }),
    asks: { ...SOFTWARE, offerCategory: 'printers' },
    does: (shop) =>
      shop.settings({
        professionalOffers: [{ function: 'it-director', offered: ['printers'], rationale: 'Il les choisit.' }],
      }),
  },
  {
    title: 'the subject feigns a reply',
    says: 'SUBJECT_FAKE_REPLY',
    at: '/subject',
    given: agreed,
    asks: { subject: 'RE: Nos vins' },
    does: async () => ({ subject: 'Nos vins' }),
  },
  {
    title: 'the mailbox is not registered',
    says: 'ADVERTISER_HIDDEN sender-not-registered',
    at: SETTINGS_ROUTE,
    given: agreed,
    asks: { sender: 'cave@maison-valmy.example' },
    does: (shop) => {
      const { email, ...others } = SETTINGS.senders as { readonly email: readonly Json[] };
      const registered = [...email, { address: 'cave@maison-valmy.example', name: 'Maison Valmy' }];
      return shop.settings({ senders: { ...others, email: registered } });
    },
  },
  {
    title: 'no number is registered to call from',
    says: 'ADVERTISER_HIDDEN sender-not-registered',
    at: SETTINGS_ROUTE,
    settings: { senders: without('calls', SETTINGS.senders as Json) },
    given: async (shop) => {
      await shop.form('nl', '1', FORM);
      await shop.consent({ contact: PHONE, channels: ['automated-call'] });
    },
    asks: { contact: PHONE, channel: 'automated-call' },
    does: (shop) => shop.settings({ senders: SETTINGS.senders }),
  },
];
