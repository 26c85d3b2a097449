/** What to do about time, sector and persons. */
import { REVIEWS, type Remedy, remedy, SALES } from './remedy.ts';

const WAIT = remedy(
  'Rien à faire : le message est vérifié de nouveau à la première heure admise, et part alors si rien ne s’y oppose et si sa validité le permet.',
  'Nothing to do: the message is judged again at the first hour that is admitted, and leaves then if nothing refuses it and it is still valid.',
  { pointer: '/validUntil' },
);
/** Of an hour that is not admitted, once the verdict is a refusal: nobody judges the message again. */
const NOT_JUDGED_AGAIN = remedy(
  'Ce message est refusé et ne sera pas vérifié de nouveau. Une fois levé ce qui le refuse, renvoyez-le avec une validité qui va jusqu’à une heure admise.',
  'This message is refused and is not judged again. Once what refuses it is settled, send it again with a validity that reaches an hour that is admitted.',
  { pointer: '/validUntil' },
);
/** The same where the hour is refused because nobody knows where the person is. */
const NOT_JUDGED_AGAIN_THERE = remedy(
  `${NOT_JUDGED_AGAIN.sentence.fr} Déclarez le fuseau horaire de la personne si vous le connaissez.`,
  `${NOT_JUDGED_AGAIN.sentence.en} Declare the person’s time zone if you know it.`,
  { route: 'PUT /v1/contacts' },
);
/** That the person refused: all codes by which a message is refused to whoever opposed. */
const REFUSED_BY_PERSON =
  /^OPPOSED_|^RENEWAL_AFTER_OPPOSITION$|^RELATIONAL_REFUSED$|^REOPT_IN_NOT_VALID$|^USE_RESTRICTED$/;
/**
 * What to do about one reason of a refusal: where it is the hour, no message waits any more, and to somebody who refused (`codesOfRefusal`: all
 * reasons) none is sent again.
 */
export const onceRefused = (
  code: string,
  said: Remedy | undefined,
  codesOfRefusal: readonly string[],
): Remedy | undefined => {
  const isOfHour = said === WAIT || code === 'TIMEZONE_AMBIGUOUS';
  const { VALIDITY_PASSED, REVIEW_EXPIRED } = REMEDIES_OF_LIMITS;
  if (!isOfHour && said !== VALIDITY_PASSED && said !== REVIEW_EXPIRED) return said;
  if (codesOfRefusal.some((each) => REFUSED_BY_PERSON.test(each))) return undefined;
  if (!isOfHour) return said;
  return said === WAIT ? NOT_JUDGED_AGAIN : NOT_JUDGED_AGAIN_THERE;
};

export const REMEDIES_OF_LIMITS = {
  RETENTION_EXPIRED: remedy(
    'N’envoyez plus rien, et supprimez ou archivez les données. Un acte de la personne (commande, réponse, clic) ouvre un nouveau délai : enregistrez-le s’il a eu lieu.',
    'Send no more, and delete or archive the data. An act of the person (an order, a reply, a click) opens a new term: record it if there was one.',
    { route: 'POST /v1/activities' },
  ),
  RETENTION_EXPIRED_CUSTOMER: remedy(
    'N’écrivez plus à cette personne au titre de la relation passée, et supprimez ou archivez les données. Seuls une nouvelle commande, un contrat en cours, preuve à l’appui, ou, pour un appel, un nouveau don ou une nouvelle adhésion prolongent la relation : enregistrez-les s’ils existent. Une réponse ou un clic ne la prolongent pas.',
    'Write no more to this person on account of the past relation, and delete or archive the data. Only a new order, a contract that is shown to run or, for an appeal, a new gift or membership prolongs the relation: record it if there is one. A reply or a click does not.',
    SALES,
  ),
  RENEWAL_AFTER_OPPOSITION: remedy('Ne posez pas la question à cette personne.', 'Do not ask this person.', {
    pointer: '/contact',
  }),
  RENEWAL_ALREADY_ASKED: remedy(
    'Attendez la réponse ; sans réponse, supprimez ou archivez les données.',
    'Wait for the answer; without one, delete or archive the data.',
    { route: 'POST /v1/activities' },
  ),
  RENEWAL_TOO_EARLY: remedy(
    'Posez la question dans les trente derniers jours de la durée de conservation.',
    'Ask within the last thirty days of the term.',
    { pointer: '/validUntil' },
  ),
  SECTOR_BAN_HOME_ENERGY: remedy(
    'Ne prospectez pas de consommateurs pour ces offres, sauf dans le cadre d’un contrat en cours avec eux : enregistrez-le s’il existe. Rappeler sous cinq jours ouvrables qui a demandé une information, sur cet objet seul, n’est pas prospecter (R. 223-4, des appels depuis le 11 août 2026) : faites-le par un modèle transactionnel (« request »), et gardez trois ans la preuve de la demande.',
    'Do not prospect consumers for these offers, save within an ongoing contract with them: record it if there is one. To call back within five working days whoever asked for information, about that alone, is no prospecting (R. 223-4, of calls since 11 August 2026): do it by a transactional template (“request”), and keep the proof of the request for three years.',
    { pointer: '/offerCategory' },
  ),
  SECTOR_BAN_CPF: remedy(
    'Ne proposez ces formations à personne par message ni par appel, même avec son accord, sauf à qui suit cette formation chez vous : enregistrez alors le contrat en cours. La publicité qui n’est adressée à personne en particulier reste permise.',
    'Offer this training to nobody by message or call, even where they agreed, save to who attends that very training with you: then record the contract that runs. Advertising that is addressed to nobody in particular stays allowed.',
    { pointer: '/offerCategory' },
  ),
  SECTOR_BAN_UNCERTAIN: remedy(
    'Faites examiner le modèle, ou retirez-en ce qui concerne les travaux.',
    'Have the template reviewed, or take out what concerns such works.',
    REVIEWS,
  ),
  SECTOR_BAN_CPF_UNCERTAIN: remedy(
    'Faites examiner le modèle, ou retirez-en les formations que ce compte peut financer.',
    'Have the template reviewed, or take out the training that this account can pay for.',
    REVIEWS,
  ),
  MINOR_CONSENT_INVALID: remedy(
    'Recueillez l’accord du mineur et celui d’un titulaire de l’autorité parentale tant que le mineur a moins de quinze ans ; ensuite, un nouveau consentement de la personne. Sinon, n’envoyez rien.',
    'Collect the agreement of the minor together with that of a holder of parental authority while the minor is under fifteen; afterwards, a new consent of the person. Else send nothing.',
    { route: 'PUT /v1/contacts' },
  ),
  MINOR_CONSENT_UNCERTAIN: remedy(
    'Statuez sur l’examen ouvert pour cette tranche d’âge.',
    'Decide the review opened for this age.',
    REVIEWS,
  ),
  CREDIT_REMINDER_UNCERTAIN: remedy(
    'Rappelez dans le modèle le droit de s’opposer sans frais à l’utilisation des données à des fins de prospection, et comment l’exercer ; puis statuez sur l’examen.',
    'Recall in the template the right to oppose, free of charge, the use of one’s data for prospecting, and how; then decide the review.',
    REVIEWS,
  ),
  SENSITIVE_TARGETING: remedy(
    'Recueillez un consentement explicite qui nomme cet usage, par un formulaire dont vous citez les mots qui le nomment (explicitWords), ou proposez autre chose.',
    'Collect an explicit consent that names this use, by a form of which you quote the words that name it (explicitWords), or offer something else.',
    { pointer: '/offerCategory' },
  ),
  FREQUENCY_CAP: remedy(
    'Attendez le lendemain, ou relevez le plafond dans vos réglages si cela se justifie.',
    'Wait for the next day, or raise the ceiling in your settings if that is justified.',
    { pointer: '/validUntil' },
  ),
  ATTEMPT_QUOTA: remedy(
    'N’appelez plus cette personne, à aucun des numéros liés, avant que l’appel le plus ancien ait trente jours : les appels à tous ses numéros se comptent ensemble.',
    'Call this person no more, at any of their linked numbers, until the oldest call is thirty days old: calls to all of their numbers are counted together.',
    { pointer: '/validUntil' },
  ),
  REVIEW_EXPIRED: remedy(
    'Statuez sur l’examen, puis renvoyez le message.',
    'Decide the review, then send again.',
    REVIEWS,
  ),
  VALIDITY_PASSED: remedy('Renvoyez le message avec une validité plus longue.', 'Send again with a longer validity.', {
    pointer: '/validUntil',
  }),
  QUIET_HOURS_SMS: WAIT,
  QUIET_HOURS_VOICE: WAIT,
  PUBLIC_HOLIDAY: WAIT,
  PUBLIC_HOLIDAY_VOICE: WAIT,
  HELD_AFTER_ANNULMENT: WAIT,
  TIMEZONE_AMBIGUOUS: remedy(
    'Rien à faire si le message peut attendre ; déclarez le fuseau horaire de la personne si vous le connaissez.',
    'Nothing to do if the message can wait; declare the person’s time zone if you know it.',
    { route: 'PUT /v1/contacts' },
  ),
} as const satisfies Readonly<Record<string, Remedy>>;
