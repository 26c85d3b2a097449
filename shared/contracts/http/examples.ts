import type { OperationName } from './operations.ts';

const SHA256 = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
const CONTACT = { email: 'camille.martin@example.com' };
const OF_CONTACT = { advertiserId: 'maison-valmy', contact: CONTACT };

/** One body for each route that takes one, as the OpenAPI document shows it; a test parses each by its schema. */
export const EXAMPLES: Partial<Record<OperationName, unknown>> = {
  'put-advertiser': {
    siren: '552100554',
    legalName: 'Maison Valmy SAS',
    tradeNames: ['Maison Valmy'],
    postalAddress: '12 rue des Vignes, 51100 Reims',
    contact: { email: 'contact@maison-valmy.example' },
    privacyNoticeUrl: 'https://maison-valmy.example/confidentialite',
    senders: {
      email: [{ address: 'bonjour@maison-valmy.example', name: 'Maison Valmy' }],
      sms: [{ senderId: 'MAISONVALMY', replyCode: '36105' }],
      calls: [{ callerId: '+33162000000', hearsKeys: true, oppositionNumber: '+33800123456' }],
    },
    analogies: [{ sold: 'wine', offered: ['wine', 'glassware'], rationale: 'Verres et vins se vendent ensemble.' }],
  },
  'put-form-version': {
    mode: 'web',
    wording: 'J’accepte de recevoir par e-mail les offres de Maison Valmy.',
    channels: [{ channel: 'email', words: 'par e-mail' }],
    purposes: ['own-offers'],
    mechanism: 'checkbox',
    defaultState: 'empty',
    notice: { version: '2026-01', url: 'https://maison-valmy.example/confidentialite' },
    shown: { sha256: SHA256, mediaType: 'image/png' },
    approver: { name: 'Jeanne Roy', approvedAt: '2026-01-05T09:00:00+01:00' },
  },
  'put-template-version': {
    class: 'transactional',
    category: 'orders',
    content: {
      email: {
        subject: 'Votre commande {{numero}}',
        html: '<p>Bonjour {{prenom}}, votre commande {{numero}} est confirmée.</p>',
      },
    },
    approver: { name: 'Jeanne Roy', approvedAt: '2026-01-05T09:00:00+01:00' },
    reason: 'order',
    reference: 'CGV, article 4 : confirmation de commande',
  },
  'declare-contact': { ...OF_CONTACT, kind: 'consumer', language: 'fr', personRef: 'crm-10042' },
  'record-consent': {
    ...OF_CONTACT,
    channels: ['email'],
    form: { formId: 'newsletter', version: '3' },
    givenAt: '2026-11-20T18:30:00+01:00',
    proof: { sha256: SHA256, mediaType: 'application/json' },
  },
  'withdraw-consent': { occurredAt: '2026-11-24T12:00:00+01:00' },
  'record-sale': {
    ...OF_CONTACT,
    reference: 'CMD-2026-1042',
    type: 'order',
    soldAt: '2026-11-02T10:15:00+01:00',
    lines: [{ category: 'wine' }],
    form: { formId: 'checkout', version: '7' },
  },
  'record-activity': { ...OF_CONTACT, act: 'login', occurredAt: '2026-11-20T18:30:00+01:00' },
  'invalidate-consent': { reason: 'La case avait été cochée par le conseiller, et non par le client.' },
  'annul-record': {
    cause: 'wrong-import',
    explanation: 'Le fichier du 20 novembre avait ses colonnes décalées.',
    evidence: { sha256: '8'.repeat(64), mediaType: 'text/csv', reference: 'import-2026-11-20' },
    approvers: [{ name: 'Jeanne Roy' }, { name: 'Paul Martin' }],
  },
  'register-opposition': {
    ...OF_CONTACT,
    of: { scope: 'global' },
    road: 'phone',
    occurredAt: '2026-11-24T10:40:00+01:00',
  },
  'look-up-contact': OF_CONTACT,
  'give-verdicts': {
    advertiserId: 'maison-valmy',
    messages: [{ contact: CONTACT, channel: 'email', offerCategory: 'wine', subject: 'Nos vins d’hiver' }],
  },
  'accept-messages': {
    advertiserId: 'maison-valmy',
    messages: [
      {
        contact: CONTACT,
        channel: 'email',
        offerCategory: 'wine',
        content: {
          email: { subject: 'Nos vins d’hiver', html: '<p>Bonjour {{prenom}}</p>', text: 'Bonjour {{prenom}}' },
        },
        mergeValues: { prenom: 'Camille' },
      },
    ],
  },
  'decide-review': {
    decision: 'allowed',
    scope: { channels: ['email'] },
    until: '2027-11-24T00:00:00+01:00',
    reason: 'Compte gratuit ouvert pour accéder à l’offre payante : CJUE, C-654/23.',
    decider: 'Jeanne Roy, DPO',
  },
  'create-api-key': { name: 'shop', scopes: ['consents:write', 'oppositions:write'], advertisers: ['maison-valmy'] },
};
