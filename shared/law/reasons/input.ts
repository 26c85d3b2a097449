import type { Reason } from './reason.ts';

/** What is asked, and whether rules of ours answer it. */
export const INPUT = {
  INPUT_INVALID: {
    group: 'input',
    fr: 'La demande ne permet pas de rendre un verdict.',
    en: 'No verdict can be given on this request.',
  },
  CHANNEL_UNSUPPORTED: {
    group: 'input',
    fr: 'Ce canal n’est pas pris en charge : aucun message n’y est envoyé.',
    en: 'This channel is not supported: nothing is sent by it.',
  },
  ADVERTISER_UNIDENTIFIED: {
    group: 'input',
    fr: 'L’annonceur n’est pas connu.',
    en: 'The advertiser is not known.',
  },
  CLOCK_UNTRUSTED: { group: 'input', fr: 'L’heure du système n’est pas fiable.', en: 'The time cannot be trusted.' },
  STOPPED_BY_OPERATOR: {
    group: 'input',
    fr: 'Les envois ont été arrêtés par l’exploitant.',
    en: 'An operator stopped the sending.',
  },
  ADDRESS_UNDELIVERABLE: {
    group: 'input',
    fr: 'Cette adresse ne reçoit plus de messages.',
    en: 'This address no longer receives messages.',
  },
  TEST_NOT_AGREED: {
    group: 'input',
    fr: 'Rien ne prouve que cette personne accepte de recevoir les essais de modèles.',
    en: 'Nothing shows that this person agrees to receive tests of templates.',
  },
  TEST_NOT_MARKED: {
    group: 'input',
    fr: 'Ce message d’essai n’indique pas qu’il en est un.',
    en: 'This test message does not say that it is a test.',
  },
  RULE_PACK_MISSING: {
    group: 'rule-pack',
    fr: 'Aucune règle n’est disponible pour le pays du destinataire.',
    en: 'No rules are loaded for the recipient’s country.',
  },
  RULE_PACK_FALLBACK_CONSENT_ONLY: {
    group: 'rule-pack',
    fr: 'Destinataire hors de France : seul le consentement est admis.',
    en: 'Recipient abroad: consent alone is accepted.',
  },
  RULE_PACK_EXTENSION_UNCERTAIN: {
    group: 'rule-pack',
    fr: 'Règles françaises appliquées par une lecture : leur extension à cette collectivité n’est pas établie.',
    en: 'French rules applied by a reading: they are not shown to extend to this collectivity.',
  },
} as const satisfies Record<string, Reason>;
