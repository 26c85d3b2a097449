import type { Language } from '#tools/law/page/language.ts';

/** The way of an opposition on paper. */
const BY_POST = 'letter';

type ByValue = Readonly<Record<string, string>>;

const en = {
  lead: 'What is recorded of one address at one advertiser: what may support a message, what was refused, and all that happened, in order.',
  find: 'E-mail address, or telephone number such as +33612345678',
  go: 'Look up',
  unnamed: 'A contact',
  reachable: { email: 'E-mail address', phone: 'Telephone number' } as ByValue,
  since: 'Recorded here since ',
  id: 'Id: ',
  restricted: 'The use of these data is restricted: nothing is sent.',
  erased: 'Erased on ',
  now: 'What is in force',
  consents: 'Consents',
  sales: 'Sales',
  oppositions: 'Oppositions',
  opposed:
    'What is opposed is not sent, whatever could support it below. Only a later consent of the person lifts an opposition.',
  none: 'None.',
  usable: (channels: string) => `Can support: ${channels}.`,
  unusable: 'Can support no message.',
  timeline: 'What happened, the latest first',
  sent: 'Sent by a campaign, or by a message that is kept no more',
  whole: 'All that is recorded of it',
  form: (id: string, version: string) => `form ${id}, ${version}`,
  everything: 'everything',
  elsewhere: 'What arrived of campaigns',
  vias: {
    ...{
      link: 'by the link of a message',
      'one-click': 'by the button of a mailbox',
      'sms-reply': 'by a reply to an SMS',
    },
    ...{ 'key-press': 'by a key pressed in a call', 'preference-page': 'on the page of choices' },
    ...{ 'typed-address': 'by an address typed on the public page', account: 'in an account', phone: 'by telephone' },
    ...{ [BY_POST]: 'by letter', shop: 'in a shop', email: 'by e-mail', complaint: 'by a complaint' },
    ...{ 'provider-complaint': 'by a complaint to the mailbox provider', partner: 'passed on by a partner' },
    ...{ withdrawal: 'by withdrawing a consent', 'refusal-at-collection': 'refused at collection' },
    'erasure-request': 'by asking for erasure',
  } as ByValue,
  sale: {
    ...{ order: 'order', 'service-contract': 'service contract', 'paid-subscription': 'paid subscription' },
    ...{ 'free-account': 'free account', donation: 'donation', membership: 'membership', basket: 'basket left' },
    ...{ 'account-only': 'account alone', quote: 'quote', lead: 'request for information', contest: 'contest' },
  } as ByValue,
  failures: {
    permanent: 'the address does not exist',
    blocked: 'the mailbox refuses it',
    passing: 'it may work later',
  } as ByValue,
};
export type ContactWords = typeof en;

const fr: ContactWords = {
  lead: 'Ce qui est enregistré d’une adresse chez un annonceur : ce qui peut fonder un message, ce qui a été refusé, et tout ce qui s’est passé, dans l’ordre.',
  find: 'Adresse e-mail, ou numéro de téléphone comme +33612345678',
  go: 'Chercher',
  unnamed: 'Un contact',
  reachable: { email: 'Adresse e-mail', phone: 'Numéro de téléphone' },
  since: 'Enregistré ici depuis le ',
  id: 'Identifiant : ',
  restricted: 'L’utilisation de ces données est limitée : rien n’est envoyé.',
  erased: 'Effacé le ',
  now: 'Ce qui est en vigueur',
  consents: 'Consentements',
  sales: 'Ventes',
  oppositions: 'Oppositions',
  opposed:
    'Ce qui est refusé n’est pas envoyé, quoi qui puisse le fonder ci-dessous. Seul un consentement ultérieur de la personne lève une opposition.',
  none: 'Rien.',
  usable: (channels) => `Peut fonder : ${channels}.`,
  unusable: 'Ne peut fonder aucun message.',
  timeline: 'Ce qui s’est passé, du plus récent au plus ancien',
  sent: 'Envoyé par une campagne, ou par un message qui n’est plus conservé',
  whole: 'Tout ce qui en est enregistré',
  form: (id, version) => `formulaire ${id}, ${version}`,
  everything: 'tout',
  elsewhere: 'Ce qui est arrivé des campagnes',
  vias: {
    ...{ link: 'par le lien d’un message', 'one-click': 'par le bouton d’une messagerie' },
    ...{ 'sms-reply': 'par une réponse à un SMS', 'key-press': 'par une touche pendant un appel' },
    ...{ 'preference-page': 'sur la page des choix', 'typed-address': 'par une adresse saisie sur la page publique' },
    ...{ account: 'dans un compte', phone: 'par téléphone', [BY_POST]: 'par courrier', shop: 'en boutique' },
    ...{ email: 'par e-mail', complaint: 'par une plainte', partner: 'transmise par un partenaire' },
    ...{ 'provider-complaint': 'par un signalement à la messagerie', withdrawal: 'par le retrait d’un consentement' },
    ...{ 'refusal-at-collection': 'refus lors de la collecte', 'erasure-request': 'par une demande d’effacement' },
  },
  sale: {
    ...{ order: 'commande', 'service-contract': 'contrat de service', 'paid-subscription': 'abonnement payant' },
    ...{ 'free-account': 'compte gratuit', donation: 'don', membership: 'adhésion', basket: 'panier abandonné' },
    ...{ 'account-only': 'compte seul', quote: 'devis', lead: 'demande de renseignements', contest: 'jeu-concours' },
  },
  failures: {
    permanent: 'l’adresse n’existe pas',
    blocked: 'la messagerie la refuse',
    passing: 'cela peut marcher plus tard',
  },
};

/** The words of the page of a contact. */
export const CONTACT_WORDS: Readonly<Record<Language, ContactWords>> = { fr, en };
