/** What is said of a question on which a human decides: once it was answered with no, and where no human can be asked. */
import { NO_REVIEW, REFUSED_CAUSE_PREFIX } from '../fold/fault.ts';
import type { Words } from '../texts/text.ts';
import { REVIEWS, type Remedy, remedy, TEMPLATES } from './remedies/remedy.ts';

/** What was decided, and what else can be done. */
interface Decided {
  readonly says: Words;
  readonly else: Words;
}
const decided = (fr: string, en: string, elseFr: string, elseEn: string): Decided => ({
  says: { fr, en },
  else: { fr: elseFr, en: elseEn },
});

/** By the code of the question, once a human answered it with no. */
export const DECIDED: Readonly<Record<string, Decided>> = {
  CONSENT_CHANNEL_UNCERTAIN: decided(
    'Il a été décidé que les mots de cette version du formulaire ne portent pas ce canal.',
    'It was decided that the words of this form version do not carry this channel.',
    'Faites nommer chaque canal par la version suivante, par un geste propre aux offres, sans heures et avec son terme (agreedFor), et recueillez un nouveau consentement.',
    'Let the next version name each channel, by an act for offers alone, without hours and with its end (agreedFor), and collect a new consent.',
  ),
  EVIDENCE_INCOMPLETE: decided(
    'Il a été décidé que cette version reconstituée du formulaire ne prouve pas ce que les personnes ont vu.',
    'It was decided that this rebuilt form version does not show what people saw.',
    'Recueillez un nouveau consentement par une version dont la preuve est gardée.',
    'Collect a new consent by a version whose evidence is kept.',
  ),
  SOFT_OPT_IN_FREEMIUM_REVIEW: decided(
    'Compte gratuit dans une offre payante : il a été décidé qu’il ne s’agit pas d’une vente.',
    'A free account in a paid model: it was decided that it is no sale.',
    'Recueillez un consentement, ou enregistrez la vente conclue depuis.',
    'Collect a consent, or record a sale that was concluded since.',
  ),
  OPPOSITION_ROAD_NOT_WORKING: decided(
    'Il a été décidé que ce moyen d’opposition ne convient pas.',
    'It was decided that this means of opposition will not do.',
    'Employez le moyen fourni par Aval.',
    'Use the means that Aval gives.',
  ),
  SECTOR_BAN_UNCERTAIN: decided(
    'Travaux d’énergie ou d’adaptation du logement : il a été décidé que l’interdiction de prospecter s’applique à ce modèle.',
    'Home energy or adaptation works: it was decided that the ban on prospecting applies to this template.',
    'Retirez du modèle ce qui concerne ces travaux, dans une nouvelle version.',
    'Take what concerns such works out of the template, in a new version.',
  ),
  SECTOR_BAN_CPF_UNCERTAIN: decided(
    'Compte personnel de formation : il a été décidé que l’interdiction de prospecter ses titulaires s’applique à ce modèle.',
    'Compte personnel de formation: it was decided that the ban on prospecting its holders applies to this template.',
    'Retirez du modèle les formations que ce compte peut financer, dans une nouvelle version.',
    'Take the training that this account can pay for out of the template, in a new version.',
  ),
  CREDIT_REMINDER_UNCERTAIN: decided(
    'Publicité de crédit à la consommation : il a été décidé que ce modèle ne rappelle pas comme il le doit le droit de s’opposer à la prospection.',
    'Advertising for consumer credit: it was decided that this template does not recall the right to oppose prospecting as it must.',
    'Rappelez ce droit, et comment l’exercer, dans une nouvelle version.',
    'Recall that right, and how to use it, in a new version.',
  ),
  MINOR_CONSENT_UNCERTAIN: decided(
    'Personne de quinze à dix-sept ans : il a été décidé de ne pas lui adresser ces messages.',
    'A person of fifteen to seventeen: it was decided that such messages are not sent.',
    'Enregistrez l’accord d’un titulaire de l’autorité parentale, s’il l’a donné.',
    'Record that a holder of parental authority agreed, if one did.',
  ),
  LEGAL_PERSON_UNCERTAIN: decided(
    'Entreprise unipersonnelle ou de forme juridique inconnue : il a été décidé que son adresse n’est pas tenue pour celle d’une personne morale.',
    'A firm of one, or of unknown form: it was decided that its address is not taken for that of a legal person.',
    'Recueillez un consentement, ou enregistrez ce qui montre la forme juridique : un SIREN ou, pour une association, son numéro au répertoire national des associations (rna).',
    'Collect a consent, or record what shows the legal form: a SIREN or, of an association, its number in the register of associations (rna).',
  ),
  CLASS_UNCERTAIN: decided(
    'Il a été décidé que ce modèle est de la prospection.',
    'It was decided that this template is prospecting.',
    'Envoyez-le comme de la prospection, avec un fondement.',
    'Send it as prospecting, on a basis.',
  ),
  MIXED_CONTENT_REQUALIFIED: decided(
    'Il a été décidé que ce modèle, présenté comme non commercial, est de la prospection.',
    'It was decided that this template, which is declared as not prospecting, is prospecting.',
    'Retirez l’offre, dans une nouvelle version.',
    'Take the offer out, in a new version.',
  ),
};

/** Of what no human can decide: a review is of a template, or of means that are not ours. */
export const NOT_ASKED: Readonly<Record<string, { readonly says?: Words; readonly remedy: Remedy }>> = {
  SECTOR_BAN_UNCERTAIN: {
    says: {
      fr: 'L’offre concerne en partie des travaux d’énergie ou d’adaptation du logement, et le message n’est tiré d’aucun modèle qu’une personne pourrait examiner.',
      en: 'The offer is partly about home energy or adaptation works, and the message is made from no template that a human could review.',
    },
    remedy: remedy(
      'Faites de ce texte un modèle enregistré : il sera examiné. Ou retirez-en ce qui concerne ces travaux.',
      'Make this text a stored template: that will be reviewed. Or take out what concerns such works.',
      TEMPLATES,
    ),
  },
  SECTOR_BAN_CPF_UNCERTAIN: {
    says: {
      fr: 'L’offre est une formation qu’un compte personnel de formation (CPF) pourrait financer, et le message n’est tiré d’aucun modèle qu’une personne pourrait examiner.',
      en: 'The offer is training that a compte personnel de formation (CPF) could pay for, and the message is made from no template that a human could review.',
    },
    remedy: remedy(
      'Faites de ce texte un modèle enregistré : il sera examiné. Ou retirez-en les formations que ce compte peut financer.',
      'Make this text a stored template: that will be reviewed. Or take out the training that this account can pay for.',
      TEMPLATES,
    ),
  },
  CREDIT_REMINDER_UNCERTAIN: {
    says: {
      fr: 'Publicité de crédit à la consommation par courriel, tirée d’aucun modèle dont une personne pourrait vérifier qu’il rappelle le droit de s’opposer à la prospection.',
      en: 'Advertising for consumer credit by e-mail, from no template of which a human could check that it recalls the right to oppose prospecting.',
    },
    remedy: remedy(
      'Faites de ce texte un modèle enregistré qui rappelle le droit de s’opposer sans frais à la prospection, et comment l’exercer : il sera examiné.',
      'Make this text a stored template that recalls the right to oppose prospecting free of charge, and how: that will be reviewed.',
      TEMPLATES,
    ),
  },
  OPPOSITION_ROAD_NOT_WORKING: {
    remedy: remedy(
      'Employez le moyen fourni par Aval, fait pour ce lecteur et pour ce canal.',
      'Use the means that Aval gives, made for this reader and this channel.',
      { pointer: '/content' },
    ),
  },
  CLASS_UNCERTAIN: {
    remedy: remedy('Tirez le message d’un modèle enregistré.', 'Make the message from a stored template.', TEMPLATES),
  },
};

const remedyOfDecided = (cause: string, other: Words): Remedy =>
  remedy(
    `C’est décidé (${cause}) : seule une nouvelle décision sur ce même examen y changerait quelque chose. ${other.fr}`,
    `That is decided (${cause}): only a new decision on the same review would change it. ${other.en}`,
    REVIEWS,
  );

/**
 * The words and the remedy of a reason by its detail, where a human refused its cause, or none can be asked; `undefined`: it is
 * open, or no question.
 */
export const wordsOnceDecided = (
  code: string,
  detail: string | undefined,
): { readonly says?: Words; readonly remedy: Remedy } | undefined => {
  if (detail === NO_REVIEW) return NOT_ASKED[code];
  const of = detail?.startsWith(REFUSED_CAUSE_PREFIX) ? DECIDED[code] : undefined;
  return of && { says: of.says, remedy: remedyOfDecided(String(detail).slice(REFUSED_CAUSE_PREFIX.length), of.else) };
};
