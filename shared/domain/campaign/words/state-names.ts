import type { RecipientState } from '../recipient.ts';

type Names = Readonly<Record<RecipientState, string>>;

/** What each state of a recipient is called, wherever people read it: in reports, in the console and in print. */
export const STATE_NAMES: { readonly fr: Names; readonly en: Names } = {
  fr: {
    sent: 'Envoyés',
    refused: 'Refusés',
    deferred: 'Différés',
    'in-review': 'En attente d’une décision',
    waiting: 'En attente',
    unknown: 'Sans réponse du prestataire',
    'unknown-final': 'Sort inconnu (réponse du prestataire perdue)',
    failed: 'En échec',
    expired: 'Non envoyés (délai dépassé)',
    cancelled: 'Annulés avant leur tour',
  },
  en: {
    sent: 'Sent',
    refused: 'Refused',
    deferred: 'Deferred',
    'in-review': 'Waiting for a decision',
    waiting: 'Waiting',
    unknown: 'Without an answer of the provider',
    'unknown-final': 'Outcome unknown (the provider’s answer was lost)',
    failed: 'Failed',
    expired: 'Not sent in time',
    cancelled: 'Cancelled before their turn',
  },
};
