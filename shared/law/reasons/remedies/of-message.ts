/** What to do about the message itself: what is asked, its class, its form, oppositions. */
import { CONSENTS, CONTACT, CONTACTS, MESSAGE, REVIEWS, type Remedy, remedy, SETTINGS, TEMPLATES } from './remedy.ts';

const RESPECT_IT = remedy(
  'Respectez l’opposition : n’envoyez rien. Seul un consentement ultérieur, donné par la personne et prouvé, la lève.',
  'Respect the opposition: send nothing. Only a later consent, given by the person and proven, lifts it.',
  CONSENTS,
);
const CONTENT = { pointer: '/content' } as const;
const SUBJECT = { pointer: '/content/email/subject' } as const;
const SENDER = { pointer: '/sender' } as const;

export const REMEDIES_OF_MESSAGE = {
  INPUT_INVALID: remedy('Corrigez la demande.', 'Correct the request.', { pointer: '' }),
  CHANNEL_UNSUPPORTED: remedy(
    'Employez le courriel, le SMS, le MMS ou l’automate d’appel.',
    'Use e-mail, SMS, MMS or automated calls.',
    { pointer: '/channel' },
  ),
  ADVERTISER_UNIDENTIFIED: remedy('Enregistrez l’annonceur.', 'Record the advertiser.', SETTINGS),
  STOPPED_BY_OPERATOR: remedy(
    'Demandez à l’exploitant pourquoi les envois sont arrêtés.',
    'Ask the operator why the sending is stopped.',
    MESSAGE,
  ),
  ADDRESS_UNDELIVERABLE: remedy(
    'N’écrivez plus à cette adresse ; demandez-en une autre à la personne.',
    'Write no more to this address; ask the person for another one.',
    CONTACT,
  ),
  TEST_NOT_AGREED: remedy(
    'Demandez à la personne si elle accepte de recevoir des essais, et enregistrez son accord (testsAgreed).',
    'Ask the person whether they agree to receive tests, and record it (testsAgreed).',
    CONTACTS,
  ),
  TEST_NOT_MARKED: remedy(
    'Signalez-le à l’exploitant : Aval ajoute lui-même cette indication.',
    'Report it to the operator: Aval adds these words itself.',
    { pointer: '' },
  ),
  RULE_PACK_MISSING: remedy(
    'N’envoyez rien vers ce pays, ou corrigez le pays du destinataire s’il est inexact.',
    'Send nothing to that country, or correct the recipient’s country if it is wrong.',
    { route: 'PUT /v1/contacts' },
  ),
  MIXED_CONTENT_REQUALIFIED: remedy(
    'Retirez l’offre du modèle, ou placez-la dans une partie publicitaire ; sinon, statuez sur l’examen ouvert.',
    'Take the offer out of the template, or put it into an advertising part; else decide the review that was opened.',
    TEMPLATES,
  ),
  RELATIONAL_REFUSAL_MISSING: remedy(
    'Ajoutez au message un moyen simple et gratuit de refuser les suivants.',
    'Add an easy and free way to refuse the next ones.',
    CONTENT,
  ),
  CLASS_UNCERTAIN: remedy('Statuez sur l’examen du modèle.', 'Decide the review of the template.', REVIEWS),
  USE_RESTRICTED: remedy(
    'N’envoyez rien. La limitation est levée par la réponse « refused » à la demande de la personne, ou, après une réponse « answered », par « lifted » et son motif ; la personne en est avertie auparavant. Répondre « answered » ne suffit pas.',
    'Send nothing. The restriction ends by the answer “refused” to the request of the person or, after an answer “answered”, by “lifted” and its reason; the person is informed before. To answer “answered” is not enough.',
    { route: 'POST /v1/requests/{requestId}/answer' },
  ),
  OPPOSED_GLOBAL: RESPECT_IT,
  OPPOSED_CHANNEL: RESPECT_IT,
  OPPOSED_PURPOSE: RESPECT_IT,
  OPPOSED_AFTER_DECISION: RESPECT_IT,
  RELATIONAL_REFUSED: remedy(
    'Respectez ce refus : n’envoyez plus de message de ce genre à cette personne. Ce qu’elle a accepté depuis porte sur des offres et n’y change rien.',
    'Respect this refusal: send this person no more messages of this kind. What they agreed to since is about offers and changes nothing.',
    CONTACT,
  ),
  OPPOSITION_STORE_UNAVAILABLE: remedy(
    'Rien à faire : l’envoi sera tenté de nouveau dès que les oppositions pourront être lues.',
    'Nothing to do: the sending is tried again once oppositions can be read.',
    MESSAGE,
  ),
  REOPT_IN_NOT_VALID: remedy(
    'Enregistrez la preuve que la personne a elle-même consenti après son opposition, pour ce canal et cette finalité.',
    'Record the proof that the person consented after the opposition, in person, for this channel and purpose.',
    CONSENTS,
  ),
  ADVERTISER_HIDDEN: remedy(
    'Nommez l’annonceur dans le message, et écrivez depuis un expéditeur enregistré dans vos réglages (senders), qui affiche son nom.',
    'Name the advertiser in the message, and write from a sender that is registered in your settings (senders) and shows its name.',
    SENDER,
  ),
  OPPOSITION_MENTION_MISSING: remedy(
    'Ajoutez au message le moyen de s’opposer, et raccourcissez le texte s’il n’y a plus de place.',
    'Add the means to oppose, and shorten the text if there is no room.',
    CONTENT,
  ),
  OPPOSITION_ROAD_NOT_WORKING: remedy(
    'Employez le moyen fourni par Aval, avec un code qui est reçu depuis le pays du destinataire, ou faites examiner le vôtre.',
    'Use the means that Aval gives, with a code that is received from the country of the recipient, or have yours reviewed.',
    CONTENT,
  ),
  OPPOSITION_NOT_FREE: remedy(
    'Donnez un numéro ou un lien sans autres frais que ceux de la transmission.',
    'Give a number or link that costs no more than the transmission.',
    SETTINGS,
  ),
  PROCESSING_NOTICE_MISSING: remedy(
    'Ajoutez le lien vers votre mention d’information et la raison de l’envoi.',
    'Add the link to your privacy notice and the reason for writing.',
    CONTENT,
  ),
  SUBJECT_UNRELATED: remedy(
    'Donnez un objet qui annonce l’offre.',
    'Give a subject that announces the offer.',
    SUBJECT,
  ),
  SUBJECT_FAKE_REPLY: remedy(
    'Retirez « RE : », « TR : » et ce qui y ressemble.',
    'Take out “RE:”, “FW:” and the like.',
    SUBJECT,
  ),
  SOURCE_MENTION_MISSING: remedy(
    'Indiquez dans ce premier message d’où viennent les coordonnées.',
    'Say in this first message where the coordinates come from.',
    CONTENT,
  ),
  AD_NOT_RECOGNISABLE: remedy(
    'Faites voir dès la réception qu’il s’agit de publicité : dans un courriel, un pied de page qui le dit ; dans un SMS, le moyen de s’opposer ; dans un appel, ce moyen et, si c’est un consommateur, au début, un mot qui dit que l’appel est commercial.',
    'Show on receipt that this is advertising: in an e-mail, a footer that says so; in a text, the means to oppose; in a call, these means and, to a consumer, at its beginning, a word that says that it is commercial.',
    CONTENT,
  ),
  CALLER_ID_FORBIDDEN: remedy(
    'Affichez un numéro ouvert aux automates : numéro vérifié ou numéro 09 de plateforme.',
    'Show a number that is open to automated systems: a verified number or a platform number 09.',
    SENDER,
  ),
  SENDER_ID_INVALID: remedy(
    'Enregistrez comme expéditeur votre nom (11 lettres ou chiffres au plus), un numéro court (36xxx ; hors prospection, 38xxx) ou un numéro 09 de plateforme.',
    'Register as the sender your name (at most 11 letters or digits), a short code (36xxx; 38xxx outside prospecting) or a platform number of the 09.',
    SETTINGS,
  ),
  PIXEL_STRIPPED_NO_CONSENT: remedy(
    'Retirez le pixel de vos modèles, ou recueillez un consentement au suivi.',
    'Take the pixel out of your templates, or collect a consent to tracking.',
    CONTENT,
  ),
} as const satisfies Readonly<Record<string, Remedy>>;
