import type { Language } from '#tools/law/page/language.ts';

/** The pages that show what is stored, and where each is, by language. */
export const PAGES = ['messages', 'contacts', 'reviews', 'campaigns'] as const;
export type PageName = (typeof PAGES)[number];
export const PATHS: Readonly<Record<Language, Readonly<Record<PageName, string>>>> = {
  fr: { messages: '/envois', contacts: '/coordonnees', reviews: '/examens', campaigns: '/campagnes' },
  en: { messages: '/messages', contacts: '/contacts', reviews: '/reviews', campaigns: '/campaigns' },
};

/** Channels that can be asked for, and that a decision can be of. */
export const CHANNELS = ['email', 'sms', 'mms', 'automated-call'] as const;

const en = {
  other: 'fr' as Language,
  inOther: 'En français',
  zone: 'en-GB',
  back: 'Console',
  skip: 'Skip to the content',
  pages: 'Pages',
  titles: { messages: 'Messages', contacts: 'Contacts', reviews: 'Reviews', campaigns: 'Campaigns' },
  phones: 'Phones',
  preview: 'Preview',
  law: 'Law',
  advertiser: 'Advertiser (its id)',
  toDo: 'What to do: ',
  colon: ': ',
  problem: 'Answer of the system',
  unreachable: 'The system cannot be reached.',
  later: 'Wait for a few seconds, then try again.',
  again: 'Try again',
  more: 'Go on with older ones',
  channels: {
    email: 'e-mail',
    sms: 'SMS',
    mms: 'MMS',
    rcs: 'RCS',
    'automated-call': 'automated call',
    'live-call': 'call by a person',
    'voicemail-drop': 'voicemail',
    fax: 'fax',
    push: 'push notification',
    'in-app': 'in an application',
    'social-message': 'social network',
    post: 'post',
  } as Readonly<Record<string, string>>,
  purposes: {
    'own-offers': 'offers of the advertiser',
    'partner-offers': 'offers of partners',
    tracking: 'tracking',
  } as Readonly<Record<string, string>>,
  natures: {
    law: 'Law',
    doctrine: 'Doctrine of the authority',
    charter: 'Charter of the profession',
    'house-rule': 'Rule of Aval',
    reading: 'Reading of a text',
  } as Readonly<Record<string, string>>,
  causes: {
    'no-route': 'nothing is installed that sends by this channel',
    'rejected:media-refused': 'the provider refuses the picture of the message',
    'rejected:too-long': 'the text is longer than the provider takes',
    'rejected:no-voice': 'the provider has no voice of the language of the call',
    'rejected:NO_ORIGINATION_IDENTITY': 'no number or name of the sender is installed',
  } as Readonly<Record<string, string>>,
};
export type FrameWords = typeof en;

const fr: FrameWords = {
  other: 'en',
  inOther: 'In English',
  zone: 'fr-FR',
  back: 'Console',
  skip: 'Aller au contenu',
  pages: 'Pages',
  titles: { messages: 'Messages', contacts: 'Contacts', reviews: 'À valider', campaigns: 'Campagnes' },
  phones: 'Téléphones',
  preview: 'Aperçu',
  law: 'Loi',
  advertiser: 'Annonceur (son identifiant)',
  toDo: 'Que faire : ',
  colon: '\u00a0: ',
  problem: 'Réponse du système',
  unreachable: 'Le système ne répond pas pour le moment.',
  later: 'Attendez quelques secondes, puis réessayez.',
  again: 'Réessayer',
  more: 'Continuer avec les plus anciens',
  channels: {
    email: 'e-mail',
    sms: 'SMS',
    mms: 'MMS',
    rcs: 'RCS',
    'automated-call': 'appel automatique',
    'live-call': 'appel par une personne',
    'voicemail-drop': 'répondeur',
    fax: 'télécopie',
    push: 'notification',
    'in-app': 'dans une application',
    'social-message': 'réseau social',
    post: 'courrier',
  },
  purposes: {
    'own-offers': 'offres de l’annonceur',
    'partner-offers': 'offres de partenaires',
    tracking: 'suivi',
  },
  natures: {
    law: 'Loi',
    doctrine: 'Doctrine de l’autorité',
    charter: 'Charte de la profession',
    'house-rule': 'Règle d’Aval',
    reading: 'Interprétation d’un texte',
  },
  causes: {
    'no-route': 'rien n’est installé pour envoyer par ce canal',
    'rejected:media-refused': 'le prestataire refuse l’image du message',
    'rejected:too-long': 'le texte est plus long que le prestataire ne l’accepte',
    'rejected:no-voice': 'le prestataire n’a pas de voix dans la langue de l’appel',
    'rejected:NO_ORIGINATION_IDENTITY': 'aucun numéro ni nom d’expéditeur n’est installé',
  },
};

/** The words around each page, and what kinds of things are called. A word that is not here is shown as it is. */
export const WORDS: Readonly<Record<Language, FrameWords>> = { fr, en };
