import { ADVERTISER_FORMS, CENTRE_FORMS } from './forms.ts';

/** The demo's advertiser: a coffee roaster that sells by post, invented. */
export const ADVERTISER_ID = 'maison-ventadour';

/** What `PUT /v1/advertisers/{advertiserId}` is given. */
export const ADVERTISER = {
  siren: '820641355',
  legalName: 'Maison Ventadour SAS',
  tradeNames: ['Maison Ventadour', 'Les Cafés Ventadour'],
  postalAddress: '12 rue des Brûleries, 19000 Tulle, France',
  contact: { email: 'bonjour@maison-ventadour.example', url: 'https://maison-ventadour.example/contact' },
  privacyNoticeUrl: 'https://maison-ventadour.example/donnees-personnelles',
  locale: 'fr',
  senders: {
    email: [{ address: 'lettre@maison-ventadour.example', name: 'Les Cafés Ventadour' }],
    sms: [{ senderId: 'VENTADOUR', replyCode: '36179' }],
    calls: [{ callerId: '+33162000000', acceptsKeyPress: true }],
  },
  centreForms: CENTRE_FORMS.map(({ formId, version }) => ({ formId, version })),
  analogies: [
    {
      sold: 'coffee',
      offered: ['coffee', 'coffee-machines'],
      rationale: 'Whoever buys our beans uses them in the machines we sell.',
    },
    { sold: 'coffee-machines', offered: ['coffee', 'coffee-machines'], rationale: 'The machines brew our beans.' },
    { sold: 'grinders', offered: ['coffee-machines'], rationale: 'Grinder and machine are used together.' },
    { sold: 'tableware', offered: ['tableware'], rationale: 'Cups and plates only.' },
  ],
  professionalOffers: [
    {
      function: 'office-manager',
      offered: ['coffee', 'coffee-machines'],
      rationale: 'Orders the supplies of the offices, coffee among them.',
    },
    { function: 'it-director', offered: ['network-equipment'], rationale: 'Runs the information systems.' },
  ],
} as const;

/** The forms that the recorded facts cite and those of the preference centre, under `PUT …/forms/{formId}/versions/{version}`. */
export const FORMS = [...ADVERTISER_FORMS, ...CENTRE_FORMS];
