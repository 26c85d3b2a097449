import type { Words } from './words.ts';

/** A way on paper, and a notification on paper. */
const BY_POST = 'letter';

/** Why something is as it is. */
export const CAUSES: Words = {
  bounced: ['le prestataire n’a pas pu le distribuer', 'the provider could not deliver it'],
  suppressed: ['l’adresse est sur une liste du prestataire', 'the address is on a list of the provider'],
  'refused-by-mailbox': ['la boîte de réception l’a refusé', 'the mailbox refused it'],
  expired: ['il n’a pas pu être distribué à temps', 'it could not be delivered in time'],
  rejected: ['le prestataire l’a refusé', 'the provider refused it'],
  'contact-erased': ['vos données ont été effacées', 'your data were erased'],
  erasure: ['vous avez demandé l’effacement', 'you asked for erasure'],
  moved: ['la personne a une autre adresse', 'the person has another address'],
  corrected: ['l’adresse était erronée', 'the address was wrong'],
  'wrong-import': ['importé par erreur', 'imported by mistake'],
  'no-act-behind-it': ['aucun acte de la personne', 'no act of the person'],
  opposition: ['vous vous êtes opposé', 'you objected'],
  withdrawal: ['vous avez retiré votre accord', 'you withdrew your consent'],
  restriction: ['vous avez demandé la limitation', 'you asked for a restriction'],
  annulled: ['le fait a été annulé', 'the record was annulled'],
  impossible: ['il n’a pas pu être informé', 'they could not be informed'],
  disproportionate: ['l’informer demanderait un effort disproportionné', 'to inform them would take too much effort'],
  'too-slow': ['il n’a pas pu être fait à temps', 'it could not be made in time'],
  'no-route': ['rien n’est installé pour ce canal', 'nothing is installed that sends by this channel'],
};

/** How an opposition or a request came. */
export const VIAS: Words = {
  link: ['par le lien d’un message', 'by the link of a message'],
  'one-click': ['par le bouton de votre messagerie', 'by the button of your mail program'],
  'sms-reply': ['par une réponse à un SMS', 'by a reply to a text'],
  'key-press': ['par une touche pendant un appel', 'by a key pressed in a call'],
  'preference-page': ['sur la page de vos préférences', 'on the page of your preferences'],
  'typed-address': ['par une adresse saisie sur la page publique', 'by an address typed on the public page'],
  account: ['dans votre compte', 'in your account'],
  phone: ['par téléphone', 'by telephone'],
  [BY_POST]: ['par courrier', 'by post'],
  shop: ['en boutique', 'in a shop'],
  email: ['par e-mail', 'by e-mail'],
  complaint: ['par une réclamation', 'by a complaint'],
  'provider-complaint': ['par un signalement comme indésirable', 'by a report as spam'],
  partner: ['par un partenaire', 'by way of a partner'],
  withdrawal: ['en retirant votre accord', 'by withdrawing your consent'],
  'refusal-at-collection': ['par un refus lors de la collecte', 'by a refusal at collection'],
  'erasure-request': ['en demandant l’effacement', 'by asking for erasure'],
};

/** Who or what did it; of a notification, how it was given. */
export const BY: Words = {
  person: ['vous-même', 'yourself'],
  representative: ['une personne qui agit pour vous', 'somebody who acts for you'],
  advertiser: ['l’annonceur', 'the advertiser'],
  'api-key': ['un programme de l’annonceur', 'a program of the advertiser'],
  'event-source': ['une application de l’annonceur', 'an application of the advertiser'],
  provider: ['le prestataire d’envoi', 'the provider that sends'],
  system: ['Aval, sans intervention humaine', 'Aval, without anybody'],
  file: ['un fichier', 'a file'],
  api: ['une interface de programmation', 'a programming interface'],
  mail: ['un e-mail', 'an e-mail'],
  [BY_POST]: ['un courrier', 'a letter by post'],
  other: ['un autre moyen', 'other means'],
};
