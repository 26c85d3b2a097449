import type { Said } from './said.ts';

/** One activity of processing, as art. 30, § 1 GDPR wants it described. */
export interface Activity {
  readonly title: Said;
  /** Art. 30, § 1, b. */
  readonly purpose: Said;
  /** Art. 6, and the text that asks for it. */
  readonly basis: Said;
  /** Art. 30, § 1, c. */
  readonly people: Said;
  readonly data: Said;
  /** Art. 30, § 1, d, beside the processors. */
  readonly recipients: Said;
  /** Which terms are said: `terms.ts`. */
  readonly term: 'use' | 'sends' | 'proof' | 'oppositions' | 'rights' | 'accounts' | 'operation';
  /** What is stored for it, as the register of retention names it. Whatever says something of a person is in one activity. */
  readonly kinds: readonly string[];
}

const CUSTOMERS: Said = {
  fr: 'Prospects, clients et anciens clients ; professionnels démarchés.',
  en: 'Prospects, customers and former customers; professionals who are written to.',
};
const OWN_STAFF: Said = {
  fr: 'Personnes habilitées de l’annonceur : marketing, conformité, exploitation.',
  en: 'Authorised staff of the advertiser: marketing, compliance, operation.',
};

export const ACTIVITIES: readonly Activity[] = [
  {
    title: { fr: 'Tenue des bases de prospection', en: 'Bases of prospecting' },
    purpose: {
      fr: 'Savoir à qui une offre peut être adressée, par quel canal et sur quelle base, et choisir les destinataires des campagnes.',
      en: 'To know to whom an offer may be sent, by which channel and on which basis, and to select the recipients of campaigns.',
    },
    basis: {
      fr: 'Consentement (RGPD, art. 6, § 1, a ; CPCE, art. L. 34-5, al. 1) ; intérêt légitime pour les offres analogues à un client et pour la prospection entre professionnels (RGPD, art. 6, § 1, f ; CPCE, art. L. 34-5, al. 4).',
      en: 'Consent (GDPR, art. 6, § 1, a; CPCE, art. L. 34-5, al. 1); legitimate interest for analogous offers to a customer and for prospecting between professionals (GDPR, art. 6, § 1, f; CPCE, art. L. 34-5, al. 4).',
    },
    people: CUSTOMERS,
    data: {
      fr: 'Adresse électronique ou numéro de téléphone (chiffrés) ; consentements, ventes, activité ; attributs déclarés par l’annonceur (chiffrés, sauf ceux qui servent à choisir une audience).',
      en: 'E-mail address or telephone number (encrypted); consents, sales, activity; attributes that the advertiser declares (encrypted, but for those that select audiences).',
    },
    recipients: OWN_STAFF,
    term: 'use',
    kinds: [
      ...['standing', 'profile', 'person', 'audience-row', 'listed-contact', 'request', 'expiry', 'test-recipients'],
      'uploads/',
    ],
  },
  {
    title: { fr: 'Envoi des messages et des campagnes', en: 'Sending of messages and campaigns' },
    purpose: {
      fr: 'Vérifier chaque message avant son départ, l’envoyer avec le moyen de s’opposer, et rendre compte de ce qu’il est devenu.',
      en: 'To vet each message before it leaves, to send it with the means to oppose, and to account for what became of it.',
    },
    basis: {
      fr: 'La base du message : consentement ou intérêt légitime ; exécution du contrat pour un message qu’il rend dû (RGPD, art. 6, § 1, b).',
      en: 'The basis of the message: consent or legitimate interest; performance of the contract for a message that it makes due (GDPR, art. 6, § 1, b).',
    },
    people: CUSTOMERS,
    data: {
      fr: 'Adresse et valeurs insérées dans le message (chiffrées) ; date, verdict et motifs, état de l’envoi ; rejets et plaintes signalés par le prestataire.',
      en: 'Address and merge values of the message (encrypted); date, verdict and reasons, state of the sending; bounces and complaints that the provider reports.',
    },
    recipients: {
      fr: `${OWN_STAFF.fr} Fournisseur de messagerie ou opérateur du destinataire.`,
      en: `${OWN_STAFF.en} The mailbox provider or operator of the recipient.`,
    },
    term: 'sends',
    kinds: [
      ...['message', 'sends', 'due', 'waiting', 'campaign', 'chunk', 'waiting-page', 'chunk-result', 'reported'],
      ...['campaign-job', 'contents/', 'reports/', 'send', 'send-parked', 'campaign', 'jobs', 'email-feedback'],
      ...['inbound-events', 'sent/', 'values/', 'named-text'],
    ],
  },
  {
    title: { fr: 'Oppositions', en: 'Oppositions' },
    purpose: {
      fr: 'Ne plus écrire à qui s’y est opposé, sur tous les canaux qu’il a dits, sans limite de durée et même après une restauration de la base.',
      en: 'To write no more to whoever opposed, on each channel that they named, without a term and even after the table was restored.',
    },
    basis: {
      fr: 'Obligation légale (RGPD, art. 6, § 1, c et art. 21, § 3 ; CPCE, art. L. 34-5, al. 5).',
      en: 'Legal obligation (GDPR, art. 6, § 1, c and art. 21, § 3; CPCE, art. L. 34-5, al. 5).',
    },
    people: {
      fr: 'Personnes qui se sont opposées, connues ou non de l’annonceur.',
      en: 'Persons who opposed, whether the advertiser knew them or not.',
    },
    data: {
      fr: 'Empreinte de l’adresse obtenue par une clé, portée et date de l’opposition ; réponses par SMS et par courriel (chiffrées) jusqu’à leur lecture.',
      en: 'Keyed fingerprint of the address, scope and date of the opposition; replies by SMS and by mail (encrypted) until they are read.',
    },
    recipients: OWN_STAFF,
    term: 'oppositions',
    kinds: ['confirmation', 'listed-opposition', 'parked', 'journal/', 'sms-replies', 'opposition-mails', 'mails/'],
  },
  {
    title: { fr: 'Preuve', en: 'Proof' },
    purpose: {
      fr: 'Démontrer le consentement, l’information donnée et la licéité de chaque envoi. Aucun envoi n’est fait à partir de ces données.',
      en: 'To show consent, what people were informed of, and that each sending was lawful. Nothing is sent from these data.',
    },
    basis: {
      fr: 'Obligation légale (RGPD, art. 5, § 2 et art. 7, § 1) ; constatation, exercice ou défense d’un droit en justice (CPP, art. 8, al. 1 : six ans).',
      en: 'Legal obligation (GDPR, art. 5, § 2 and art. 7, § 1); establishment, exercise or defence of legal claims (CPP, art. 8, al. 1: six years).',
    },
    people: CUSTOMERS,
    data: {
      fr: 'Suite datée des faits enregistrés, sans adresse ; pour chaque envoi : identifiants, verdict, dates et empreintes, sans adresse ni valeur insérée.',
      en: 'Dated sequence of recorded facts, without an address; of each sending: ids, verdict, instants and hashes, without address or merge value.',
    },
    recipients: {
      fr: 'Personnes chargées de la conformité et du contentieux ; autorités qui le demandent.',
      en: 'Those in charge of compliance and litigation; authorities that ask.',
    },
    term: 'proof',
    kinds: ['event', 'former-event', 'event-position', 'sent-proof'],
  },
  {
    title: { fr: 'Exercice des droits', en: 'Rights of persons' },
    purpose: {
      fr: 'Répondre aux demandes des personnes, effacer, et pouvoir le démontrer.',
      en: 'To answer the requests of persons, to erase, and to be able to show it.',
    },
    basis: {
      fr: 'Obligation légale (RGPD, art. 12 à 22).',
      en: 'Legal obligation (GDPR, art. 12 to 22).',
    },
    people: { fr: 'Personnes qui exercent un droit.', en: 'Persons who exercise a right.' },
    data: {
      fr: 'Identifiant du contact, nature et dates de la demande, ce qui a été fait ; les mots de la personne et de qui lui répond (chiffrés) ; ni pièce d’identité ni adresse en clair ; les partenaires à qui les données ont été transmises et ce qui leur a été notifié ; pour reconnaître la personne, l’empreinte d’un code envoyé à son adresse (un jour).',
      en: 'Id of the contact, kind and dates of the request, what was done; the words of the person and of who answers (encrypted); neither an identity document nor an address in clear; the partners that the data went to and what they were notified of; to know the person, the hash of a code that was sent to their address (one day).',
    },
    recipients: {
      fr: 'Délégué à la protection des données et personnes qui répondent en son nom ; partenaires à qui les données ont été transmises ou de qui elles viennent, pour les notifications.',
      en: 'The data protection officer and those who answer for them; partners that the data went to or came from, for notifications.',
    },
    term: 'rights',
    kinds: [
      ...[
        'rights-request',
        'listed-rights-request',
        'erasure',
        'due-erasure',
        'code',
        'export-job',
        'exported-contact',
      ],
      ...['disclosure', 'partner-notification', 'listed-partner-notification'],
    ],
  },
  {
    title: { fr: 'Comptes, approbations et décisions', en: 'Accounts, approvals and decisions' },
    purpose: {
      fr: 'Savoir qui a approuvé un formulaire, un modèle ou une campagne, qui a tranché un cas, et quelle application a fait quoi.',
      en: 'To know who approved a form, a template or a campaign, who decided a cause, and which application did what.',
    },
    basis: {
      fr: 'Intérêt légitime : responsabilité et sécurité (RGPD, art. 6, § 1, f, art. 5, § 2 et art. 32).',
      en: 'Legitimate interest: accountability and security (GDPR, art. 6, § 1, f, art. 5, § 2 and art. 32).',
    },
    people: { fr: 'Salariés et mandataires de l’annonceur.', en: 'Employees and agents of the advertiser.' },
    data: {
      fr: 'Nom, fonction indiquée, date, motif ; nom des clés d’accès.',
      en: 'Name, function as given, date, reason; names of API keys.',
    },
    recipients: OWN_STAFF,
    term: 'accounts',
    kinds: [
      ...['settings', 'form-version', 'template-version', 'template-approval', 'review', 'review-decision'],
      ...['api-key', 'halts', 'halt-change'],
    ],
  },
  {
    title: { fr: 'Exploitation et sauvegarde', en: 'Operation and backup' },
    purpose: {
      fr: 'Faire fonctionner le service, retrouver ce qui a échoué et restaurer la base après une erreur.',
      en: 'To run the service, to find what failed and to restore the table after a mistake.',
    },
    basis: {
      fr: 'Intérêt légitime : sécurité et disponibilité (RGPD, art. 6, § 1, f et art. 32).',
      en: 'Legitimate interest: security and availability (GDPR, art. 6, § 1, f and art. 32).',
    },
    people: CUSTOMERS,
    data: {
      fr: 'Identifiants, codes et décomptes ; copies chiffrées de la base ; ni adresse ni numéro dans les journaux, sauf, si le sort des SMS est journalisé, leurs numéros (masqués).',
      en: 'Ids, codes and counts; encrypted copies of the table; neither address nor number in logs but, where what became of SMS is logged, their numbers (masked).',
    },
    recipients: { fr: 'Personnes chargées de l’exploitation.', en: 'Those in charge of operation.' },
    term: 'operation',
    kinds: [
      ...['aws/lambda/', 'outbox-parked', 'project-parked', 'sns/', 'stream of the table'],
      'point-in-time recovery of the table',
    ],
  },
];
