/** What to do where a consent is lacking, was ended or is none, by the detail of the reason. */
import { CONSENTS, CONTACT, CONTACTS, FORMS, type Remedy, remedy } from './remedy.ts';

/** Without it the function says nothing of an offer. */
const OFFERS_OF_IT = {
  fr: 'Vos réglages disent quelles offres sont en rapport avec quelle fonction (professionalOffers) : complétez-les s’il le faut.',
  en: 'Your settings say which offers concern which function (professionalOffers): complete them where needed.',
};
/** Of an address that may be a professional's: on which conditions to record it, and what to do else. */
const IF_AT_WORK = {
  fr: `Si c’est l’adresse professionnelle d’une personne informée qu’elle servirait à la prospection et mise en mesure de refuser, et que l’offre est en rapport avec sa fonction, enregistrez celle-ci (kind professional ou sole-trader, profession), l’origine de l’adresse et les jours du recueil, de l’information et du refus offert. ${OFFERS_OF_IT.fr} Sinon, enregistrez le consentement ou la vente s’ils existent, ou recueillez un consentement sans le solliciter par ce canal.`,
  en: `If it is the professional address of somebody who was informed that it would serve prospecting and could refuse, and the offer concerns their function, record that function (kind professional or sole-trader, profession), where the address came from, and the days of the collection, the information and the refusal offered. ${OFFERS_OF_IT.en} Else record the consent or the sale if there is one, or collect a consent, without asking for it by this channel.`,
};

/** What alone would let somebody be written to whose address may not be used. */
const OF_ITS_OWN = {
  fr: 'Seul un consentement que la personne donnerait d’elle-même, sur un formulaire conforme, permettrait de lui écrire.',
  en: 'Only a consent that the person gave unasked, on a form that complies, would allow to write to them.',
};

export const REMEDIES_OF_CONSENTS = {
  CONSENT_MISSING: {
    scraped: remedy(
      `Ne rien envoyer et effacer cette adresse : elle a été collectée à l’insu de la personne. ${OF_ITS_OWN.fr}`,
      `Send nothing and erase this address: it was collected without the person’s knowledge. ${OF_ITS_OWN.en}`,
      CONSENTS,
    ),
    guessed: remedy(
      `Ne rien envoyer et effacer cette adresse : une adresse devinée ne peut pas servir. ${OF_ITS_OWN.fr}`,
      `Send nothing and erase this address: a guessed address may not be used. ${OF_ITS_OWN.en}`,
      CONSENTS,
    ),
    'under-15': remedy(
      'Ne rien envoyer. Le consentement d’un enfant de moins de quinze ans est donné conjointement par lui et par un titulaire de l’autorité parentale : enregistrez les deux, le premier avec son formulaire, le second avec le contact (parentalConsent), s’ils existent ; sinon, recueillez-les ensemble, sans les solliciter par ce canal.',
      'Send nothing. The consent of a child under fifteen is given jointly by the child and a holder of parental authority: record both, the first with its form, the second with the contact (parentalConsent), if they exist; else collect them together, without asking for them by this channel.',
      CONSENTS,
    ),
    'age-not-recorded': remedy(
      'Ne rien envoyer. Enregistrez l’âge de la personne (ageBand) et son consentement, s’il existe ; si elle a moins de quinze ans, il est donné conjointement avec un titulaire de l’autorité parentale (parentalConsent). Sinon, recueillez un consentement sans le solliciter par ce canal.',
      'Send nothing. Record the age of the person (ageBand) and the consent, if there is one; of who is under fifteen it is given jointly with a holder of parental authority (parentalConsent). Else collect a consent, without asking for it by this channel.',
      CONSENTS,
    ),
    'organisation-not-recorded': remedy(
      `Ne rien envoyer. Si c’est l’adresse générale d’une personne morale, enregistrez-la (kind legal-person, organisation), avec sa forme juridique et ce qui la montre : son SIREN ou, pour une association, son rna. ${IF_AT_WORK.fr}`,
      `Send nothing. If it is the general address of a legal person, record it (kind legal-person, organisation), with its legal form and what shows it: its SIREN or, of an association, its rna. ${IF_AT_WORK.en}`,
      CONTACTS,
    ),
    'quality-not-recorded': remedy(`Ne rien envoyer. ${IF_AT_WORK.fr}`, `Send nothing. ${IF_AT_WORK.en}`, CONTACTS),
    'profession-not-recorded': remedy(
      `Ne rien envoyer. Pour écrire à cette personne au titre de sa fonction, enregistrez celle-ci (profession), l’origine de l’adresse, l’information donnée et la possibilité de refuser. ${OFFERS_OF_IT.fr} Ou enregistrez le consentement ou la vente s’ils existent.`,
      `Send nothing. To write to this person on account of their function, record it (profession), where the address came from, the information given and the possibility to refuse. ${OFFERS_OF_IT.en} Or record the consent or the sale if there is one.`,
      CONTACTS,
    ),
  },
  CONSENT_WITHDRAWN: {
    invalidated: remedy(
      'Si la personne a bien consenti, enregistrez de nouveau ce consentement tel qu’il a été donné, avec sa preuve ; sinon, n’envoyez rien.',
      'If the person did agree, record that consent again as it was given, with its proof; else send nothing.',
      CONSENTS,
    ),
    moved: remedy(
      'Écrivez à la nouvelle adresse de la personne, et non à celle-ci. N’enregistrez pas ici le consentement de nouveau : il l’a suivie.',
      'Write to the new address of the person, and not to this one. Do not record the consent here again: it followed the person.',
      CONTACT,
    ),
    corrected: remedy(
      'N’envoyez rien à cette adresse. Si la preuve montre que la personne a consenti pour l’adresse corrigée, enregistrez-y le consentement ; sinon, recueillez-en un autrement que par ce canal.',
      'Send nothing to this address. If the proof shows that the person agreed for the corrected address, record the consent there; else collect one, without asking for it by this channel.',
      CONTACT,
    ),
  },
  CONSENT_MECHANISM_INVALID: {
    tied: remedy(
      'Ne rien envoyer. Recueillez le consentement par un formulaire dont le service ne dépend pas, puis enregistrez-le.',
      'Send nothing. Collect a consent by a form on which the service does not depend, and record it.',
      FORMS,
    ),
    misleading: remedy(
      'Ne rien envoyer. Recueillez le consentement par un formulaire dont la présentation ne trompe pas, puis enregistrez-le.',
      'Send nothing. Collect a consent by a form whose design does not mislead, and record it.',
      FORMS,
    ),
    'not-free': remedy(
      'Ne rien envoyer. Recueillez le consentement par un formulaire où refuser est aussi simple qu’accepter, puis enregistrez-le.',
      'Send nothing. Collect a consent by a form on which refusing is as easy as agreeing, and record it.',
      FORMS,
    ),
    'not-informed': remedy(
      'Ne rien envoyer. Recueillez le consentement par un formulaire qui informe de ce à quoi on consent, puis enregistrez-le.',
      'Send nothing. Collect a consent by a form that informs of what one agrees to, and record it.',
      FORMS,
    ),
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Remedy>>>>;
