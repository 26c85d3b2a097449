/** What to do where no basis holds: consent, customer, professional, evidence. */
import { CONSENTS, CONTACT, CONTACTS, FORMS, REVIEWS, type Remedy, remedy, SALES, SETTINGS } from './remedy.ts';

const ASK_AGAIN = remedy(
  'Ne rien envoyer. Recueillez un nouveau consentement par un formulaire conforme, sans le solliciter par ce canal, puis enregistrez-le.',
  'Send nothing. Collect a new consent by a form that complies, without asking for it by this channel, and record it.',
  CONSENTS,
);
const RECORD_THE_SALE = remedy(
  'Si la vente remplit cette condition, enregistrez-la de nouveau avec ce qui le montre ; sinon, recueillez un consentement.',
  'If the sale meets this condition, record it again with what shows it; else collect a consent.',
  SALES,
);

/** Where the reason is of a sale, and its code is of consents too. */
export const REMEDIES_OF_SALES: Readonly<Record<string, Remedy>> = {
  EVIDENCE_INCOMPLETE: remedy(
    'Enregistrez une version du formulaire de commande avec ce qui manque à sa preuve (l’image, la personne qui l’a approuvée), puis la vente de nouveau avec cette version. Si le formulaire a été reconstitué, statuez sur son examen. Sinon, recueillez un consentement.',
    'Store a version of the order form with what its evidence lacks (the picture, who approved it), then record the sale again with that version. If the form was rebuilt, decide its review. Else collect a consent.',
    SALES,
  ),
};

export const REMEDIES_OF_BASIS = {
  RECIPIENT_KIND_UNKNOWN: remedy(
    'Établissez la qualité du destinataire : un SIREN valide, une adresse à un nom de domaine qui n’est pas celui d’une messagerie ouverte à tous, ou une vente faite à ce titre. Sinon, les règles du consommateur s’appliquent.',
    'Show the recipient’s quality: a valid SIREN, an address at a domain that is not that of a mailbox anybody can have, or a sale in that quality. Else the consumer’s rules apply.',
    CONTACTS,
  ),
  LEGAL_PERSON_UNCERTAIN: remedy(
    'Indiquez la forme juridique de l’organisme et ce qui la montre : son SIREN ou, pour une association, son numéro au répertoire national des associations (rna). Sinon, statuez sur l’examen ouvert pour ces adresses.',
    'Give the legal form of the organisation and what shows it: its SIREN or, of an association, its number in the register of associations (rna). Else decide the review opened for such addresses.',
    CONTACTS,
  ),
  CONSENT_MISSING: remedy(
    'Ne rien envoyer. Enregistrez le consentement ou la vente s’ils existent ; sinon, recueillez un consentement sans le solliciter par ce canal.',
    'Send nothing. Record the consent or the sale if there is one; else collect a consent, without asking for it by this channel.',
    CONSENTS,
  ),
  CONSENT_PENDING_CONFIRMATION: remedy(
    'Attendez que la personne confirme, puis enregistrez la confirmation.',
    'Wait until the person confirms, then record the confirmation.',
    CONSENTS,
  ),
  CONSENT_WITHDRAWN: remedy(
    'Ne plus solliciter. Seul un nouveau consentement, donné de sa propre initiative par la personne, permet de reprendre.',
    'Solicit no more. Only a new consent, given on the person’s own initiative, allows it again.',
    CONSENTS,
  ),
  CONSENT_EXPIRED: ASK_AGAIN,
  CONSENT_WRONG_CHANNEL: remedy(
    'Employez un canal que le formulaire nomme, ou recueillez un consentement qui nomme celui-ci.',
    'Use a channel that the form names, or collect a consent that names this one.',
    { pointer: '/channel' },
  ),
  CONSENT_CHANNEL_UNCERTAIN: remedy(
    'Statuez sur l’examen de cette version du formulaire ; faites nommer par la suivante chaque canal et les offres, que la personne elle-même accepte par un geste à part (une case pour elles seules), et déclarez-y le terme (agreedFor) que le texte énonce. N’y mettez pas d’heures : celle d’un appel convenu s’enregistre pour chaque personne (agreedCall).',
    'Decide the review of this form version; let the next version name each channel and the offers, agreed to by the person’s own act for them alone (a box of their own), and declare in it the end (agreedFor) that the text says. Put no hours into it: that of a call agreed to is recorded for each person (agreedCall).',
    REVIEWS,
  ),
  CONSENT_WRONG_PURPOSE: remedy(
    'Envoyez ce que ce fondement couvre (vos propres offres, ou ce qui a été accepté), ou recueillez un consentement à cette finalité.',
    'Send what this basis covers (your own offers, or what was agreed to), or collect a consent to this purpose.',
    { pointer: '/purpose' },
  ),
  CONSENT_WRONG_CONTROLLER: remedy(
    'Le consentement ne vaut que pour la personne morale qui l’a recueilli et pour les partenaires que son formulaire nommait. S’il vous nommait, enregistrez-le avec une version du formulaire qui le dit (partnersNamed) ; sinon, recueillez le vôtre.',
    'A consent is valid for the legal person that collected it, and for the partners that its form named. If it named you, record it with a version of the form that says so (partnersNamed); else collect your own.',
    CONSENTS,
  ),
  CONSENT_MECHANISM_INVALID: remedy(
    'Ne rien envoyer. Recueillez le consentement par un acte positif et distinct : une case vide que la personne coche.',
    'Send nothing. Collect consent by a positive and separate act: an empty box that the person ticks.',
    FORMS,
  ),
  CONSENT_DRAWN_BY_UNLAWFUL_MESSAGE: ASK_AGAIN,
  PARTNER_NOT_NAMED_AT_COLLECTION: remedy(
    'Nommez chaque partenaire dans une nouvelle version du formulaire, puis recueillez un consentement par cette version et enregistrez-le ; une liste complétée plus tard ne vaut pas pour le passé.',
    'Name each partner in a new version of the form, then collect a consent by that version and record it; a list that grew later does not reach back.',
    FORMS,
  ),
  PARTNER_CHAIN_BROKEN: remedy(
    'Obtenez les données du seul organisme à qui la personne a consenti, ou recueillez un consentement.',
    'Get the data from the organisation that the person agreed to, and no other; or collect a consent.',
    CONSENTS,
  ),
  SOFT_OPT_IN_CHANNEL_NOT_COVERED: remedy(
    'Écrivez au client par courriel, SMS ou MMS, ou recueillez son consentement à ce canal.',
    'Write to the customer by e-mail, SMS or MMS, or collect a consent to this channel.',
    { pointer: '/channel' },
  ),
  SOFT_OPT_IN_INDIRECT_COLLECTION: RECORD_THE_SALE,
  SOFT_OPT_IN_NOTICE_MISSING: remedy(
    'Enregistrez la mention d’information qui figurait à la commande ; si elle n’y figurait pas, recueillez un consentement.',
    'Record the notice that was on the order form; if there was none, collect a consent.',
    SALES,
  ),
  SOFT_OPT_IN_NO_SALE: remedy(
    'Seule une vente conclue et qui n’a pas été annulée suffit : recueillez un consentement, ou enregistrez cette vente si elle existe.',
    'Only a sale that was concluded, and not cancelled, is enough: collect a consent, or record that sale if there is one.',
    SALES,
  ),
  SOFT_OPT_IN_DIFFERENT_PERSON: remedy(
    'Seul le vendeur peut écrire à son client, pour ses propres offres : recueillez un consentement.',
    'Only the seller may write to its customer, for its own offers: collect a consent.',
    CONSENTS,
  ),
  SOFT_OPT_IN_NOT_ANALOGOUS: remedy(
    'Proposez ce qui est analogue à l’achat, ou déclarez l’analogie et sa justification dans vos réglages si elle existe.',
    'Offer what is analogous to the purchase, or declare the analogy and its justification in your settings, if it is one.',
    { pointer: '/offerCategory' },
  ),
  SOFT_OPT_IN_NO_REFUSAL_OFFERED: remedy(
    'Recueillez un consentement, et offrez à l’avenir un refus simple et gratuit au moment de la commande.',
    'Collect a consent, and from now on offer a simple and free refusal with the order.',
    CONSENTS,
  ),
  SOFT_OPT_IN_REFUSED_AT_COLLECTION: remedy(
    'Ne rien envoyer : le client a refusé. Seul un consentement ultérieur, donné par la personne et prouvé, permet de lui écrire.',
    'Send nothing: the customer refused. Only a later consent, given by the person and proven, allows it.',
    CONSENTS,
  ),
  SOFT_OPT_IN_FREEMIUM_REVIEW: remedy(
    'Décidez si vos comptes gratuits sont une vente : dans l’examen ouvert, ou dans vos réglages.',
    'Decide whether your free accounts are a sale: in the review that was opened, or in your settings.',
    REVIEWS,
  ),
  B2B_PROFESSION_LINK_NOT_SHOWN: remedy(
    'Déclarez dans vos réglages quelles offres concernent quelle fonction, et pourquoi ; sinon, recueillez un consentement.',
    'Declare in your settings which offers concern which function, and why; else collect a consent.',
    SETTINGS,
  ),
  B2B_NOTICE_MISSING: remedy(
    'Enregistrez l’information donnée (lors du recueil, ou avant le message si l’adresse vient d’ailleurs) et la possibilité de refuser ; si elle n’a pas été donnée, recueillez un consentement.',
    'Record the information given (at collection, or before the message if the address came from elsewhere) and the possibility to refuse; if none was given, collect a consent.',
    CONTACTS,
  ),
  B2B_ADDRESS_GUESSED: remedy(
    'Ne rien envoyer et effacer cette adresse : une adresse devinée ne peut pas servir.',
    'Send nothing and erase this address: a guessed address may not be used.',
    CONTACT,
  ),
  COLLECTION_UNFAIR: remedy(
    'Ne rien envoyer et effacer cette adresse : elle a été collectée à l’insu de la personne.',
    'Send nothing and erase this address: it was collected without the person’s knowledge.',
    CONTACT,
  ),
  BASIS_NOT_AVAILABLE_FOR_CHANNEL: remedy(
    'Employez un canal admis pour ce destinataire, ou recueillez son consentement.',
    'Use a channel that is admitted for this recipient, or collect a consent.',
    { pointer: '/channel' },
  ),
  LEGAL_PERSON_BY_TEXT: remedy(
    'Écrivez à l’adresse électronique générique de la personne morale, recueillez un consentement, ou choisissez l’autre lecture dans vos réglages.',
    'Write to the generic e-mail address of the legal person, collect a consent, or choose the other reading in your settings.',
    SETTINGS,
  ),
  ANOTHER_BASIS_HOLDS: remedy(
    'Ne nommez pas de fondement dans la demande, ou nommez celui-ci (basis).',
    'Name no basis in the request, or name that one (basis).',
    { pointer: '/basis' },
  ),
  EVIDENCE_MISSING: remedy(
    'Enregistrez le consentement et sa preuve, ou n’envoyez rien.',
    'Record the consent and its proof, or send nothing.',
    CONSENTS,
  ),
  EVIDENCE_INCOMPLETE: remedy(
    'Enregistrez ce qui manque à la preuve : la version du formulaire avec ses mots, le geste, l’état de la case, l’image, la mention d’information et la personne qui l’avait approuvée le jour de l’acte (approver), ou le fichier qui montre l’acte (proof). Si le formulaire a été reconstitué, statuez sur son examen.',
    'Record what the evidence lacks: the form version with its words, the act, the state of the box, the picture, the notice and who had approved it by the day of the act (approver), or the file that shows the act (proof). If the form was rebuilt, decide its review.',
    CONSENTS,
  ),
  EVIDENCE_TAMPERED: remedy(
    'Cherchez qui a modifié l’enregistrement ; annulez-le et enregistrez la preuve d’origine.',
    'Find out who changed the record; annul it and record the original evidence.',
    { route: 'POST /v1/records/{recordId}/annulment' },
  ),
  EVIDENCE_NOT_HELD_BY_US: remedy(
    'Obtenez la preuve elle-même de celui qui l’a recueillie : une garantie ne suffit pas.',
    'Get the proof itself from whoever collected it: a warranty is not enough.',
    CONSENTS,
  ),
} as const satisfies Readonly<Record<string, Remedy>>;
