import type { Founding } from '../base.ts';

/** What mails say, as senders of mails write it, by language: the pieces of which made bytes are put together. */
export type Language = 'fr' | 'en';
type Words = Readonly<Record<Language, readonly string[]>>;

/** Ways to write who writes. */
export const WHO: Words = {
  fr: [
    'Maison Ablette SAS, 3 rue du Marais, 79000 Niort',
    'L’équipe Maison Ablette',
    '© 2026 MAISON ABLETTE. Tous droits réservés.',
    'Ce message vous est envoyé par Maison Ablette.',
    'maison ablette – bonjour@maison-ablette.example',
    'Hélène, pour Maison Ablette',
  ],
  en: ['Maison Ablette SAS, Niort, France', 'The Maison Ablette team', '© Maison Ablette', 'Sent by MAISON ABLETTE'],
};

/** That it is advertising. */
export const AD: Words = {
  fr: [
    'Publicité',
    'Ce message est une publicité.',
    'Message publicitaire',
    'Courriel publicitaire',
    'Ceci est un message à caractère publicitaire.',
    'Communication commerciale',
    'E-mail commercial',
    'Ce courriel est une sollicitation commerciale.',
    'PUBLICITÉ -',
    'Merci de ne pas répondre à ce message publicitaire.',
  ],
  en: [
    'Advertisement',
    'This is an advertisement.',
    'This is a marketing email.',
    'Commercial communication',
    'Please do not reply to this marketing email.',
  ],
};

/** That it is advertising, said without a word that offers. */
export const PLAIN_AD: Words = {
  fr: ['Publicité', 'Ce message est une publicité.', 'Message publicitaire', 'Courriel publicitaire'],
  en: ['Advertisement', 'This is an advertisement.'],
};

const OF_A_CONSENT: Words = {
  fr: [
    'Vous recevez ce message parce que vous avez accepté de nous lire.',
    'Vous recevez cet e-mail car vous vous êtes inscrit sur notre site.',
    'Ce courriel vous est adressé suite à votre inscription.',
    'Cet e-mail vous a été envoyé car vous avez donné votre accord.',
    'Pourquoi ce message ? Vous avez coché la case de notre formulaire.',
    'Vous nous avez demandé de vous écrire : voilà pourquoi nous vous envoyons ce message.',
    'Si vous recevez ce courriel, c’est que vous y avez consenti.',
  ],
  en: [
    'You are receiving this email because you signed up on our site.',
    'You’re getting this because you agreed to hear from us.',
    'This email was sent to you because you opted in.',
    'Why did I get this? You subscribed on our website.',
    'You receive this message as you gave us your consent.',
  ],
};
const OF_A_SALE: Words = {
  fr: [
    'Vous recevez ce message parce que vous êtes client de notre maison.',
    'Vous recevez cet e-mail car vous avez commandé chez nous.',
    'Ce courriel vous est adressé en tant que client.',
    'Nous vous écrivons parce que vous avez acheté chez nous.',
    'Cet e-mail vous est envoyé suite à votre achat.',
  ],
  en: [
    'You are receiving this email because you bought from us.',
    'You’re getting this message because you are a customer.',
    'This email was sent to you as a customer of ours.',
  ],
};
const OF_A_FIRM: Words = {
  fr: [
    'Vous recevez ce message parce que votre activité est proche de la nôtre.',
    'Vous recevez cet e-mail en raison de votre fonction.',
    'Ce courriel vous est adressé à titre professionnel.',
    'Nous vous écrivons car votre maison achète ce que nous semons.',
  ],
  en: [
    'You are receiving this email because of your profession.',
    'We are writing to you because of the work that you do.',
  ],
};
/** Why this reader gets it, true by what it rests on. */
export const WHY: Readonly<Partial<Record<Founding, Words>>> = {
  consent: OF_A_CONSENT,
  'consent-through-partner': OF_A_CONSENT,
  'consent-to-partner-offers': OF_A_CONSENT,
  sale: OF_A_SALE,
  'sale-by-free-account': OF_A_SALE,
  profession: OF_A_FIRM,
  'legal-person': OF_A_FIRM,
};
/** The same where it rests on something else. */
export const OTHER_WHY: Words = {
  fr: ['Vous recevez ce message parce que vous nous connaissez.', 'Vous recevez cet e-mail car vous nous avez écrit.'],
  en: ['You are receiving this email because you know us.'],
};

/** Words of a link by which one stops. */
export const STOP_LINKS: Words = {
  fr: [
    'Se désabonner',
    'Me désinscrire',
    'Désinscription',
    'Ne plus recevoir ces messages',
    'Je ne souhaite plus recevoir vos courriels',
    'Désabonnez-vous en un clic',
    'SE DÉSINSCRIRE',
    'Je m’oppose à ces envois',
  ],
  en: ['Unsubscribe', 'Opt out', 'Stop receiving our emails', 'unsubscribe here', 'Unsubscribe in one click'],
};
/** A sentence that says how to stop, in front of a link that says nothing, and these words. */
export const STOP_SENTENCES: Readonly<Record<Language, readonly (readonly [sentence: string, link: string])[]>> = {
  fr: [
    ['Pour ne plus recevoir nos messages,', 'cliquez ici'],
    ['Si vous souhaitez vous désinscrire,', 'suivez ce lien'],
    ['Vous pouvez vous opposer à tout moment :', 'c’est ici'],
    ['Pour vous désabonner,', 'cliquez sur ce lien'],
    // By one means one cannot, by this link one can.
    ['Vous ne pouvez pas vous désabonner par téléphone, suivez', 'ce lien'],
  ],
  en: [
    ['To unsubscribe,', 'click here'],
    ['If you no longer want to receive these emails,', 'click here'],
    ['You can opt out at any time:', 'this link'],
  ],
};

/** Words of a link to the notice on the processing of data. */
export const NOTICE_LINKS: Words = {
  fr: [
    'Politique de confidentialité',
    'Vos données personnelles',
    'Protection des données',
    'Comment nous utilisons vos données',
    'Charte de vie privée',
    'RGPD',
  ],
  en: ['Privacy notice', 'Privacy policy', 'How we use your data', 'Privacy'],
};

/** Where an address came from, before the name of who gave it. */
export const SOURCES: Words = {
  fr: [
    'Vos coordonnées nous ont été transmises par',
    'Source de vos données :',
    'Nous avons obtenu votre adresse auprès de :',
    'Origine de votre adresse :',
    'Adresse communiquée par',
  ],
  en: ['We got your details from', 'Source of your data:', 'Your address was given to us by'],
};

export const GREETINGS: Words = {
  fr: ['Bonjour,', 'Chère cliente, cher client,', 'Bonjour Jeanne,', 'Coucou !'],
  en: ['Hello,', 'Dear customer,', 'Hi Jeanne,'],
};
/** What is offered, without a word that says by itself that it is advertising. */
export const BODIES: Words = {
  fr: [
    'Le printemps arrive au jardin : nos graines de tomates anciennes vous attendent.',
    'Dix sachets de semences pour le prix de huit, jusqu’à dimanche.',
    'Nos bêches en frêne sont de retour à 39 €.',
    'Venez voir nos nouveautés du verger.',
    'C’est le moment de semer : -20 % sur les fleurs.',
  ],
  en: [
    'Spring is here: our heirloom tomato seeds are waiting for you.',
    'Ten packets of seeds for the price of eight until Sunday.',
    'Our ash spades are back at 39 euros.',
  ],
};
export const MORE_LINKS: Words = {
  fr: ['Voir la boutique', 'Tous nos conseils', 'Nos magasins', 'Suivez-nous'],
  en: ['Visit the shop', 'Our stores', 'Follow us'],
};
export const SUBJECTS: Words = {
  fr: [
    'Nos semences de printemps',
    'Au jardin en avril',
    'Réveillez votre potager',
    'Jeanne, vos graines vous attendent',
  ],
  en: ['Spring seeds are here', 'Your garden in April'],
};
