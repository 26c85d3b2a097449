import type { FormReference } from '#shared/domain/consent/form-version.ts';
import type { Bilingual, Missing } from '#shared/domain/missing.ts';

const FORMS_ROUTE = 'PUT /v1/advertisers/{advertiserId}/forms/{formId}/versions/{version}';

/** What a form version lacks is said of a new version: a version is evidence and never changes. */
const ofForm = (fr: string, en: string, toSay: Bilingual): Omit<Missing, 'pointer'> => ({
  sentence: { fr, en },
  remedy: {
    sentence: {
      fr: `Enregistrez une nouvelle version du formulaire avec ${toSay.fr}, puis renvoyez le fait avec cette version.`,
      en: `Store a new version of the form with ${toSay.en}, then send the fact again with that version.`,
    },
    route: FORMS_ROUTE,
  },
});

/** What each missing piece of evidence is, and what to do about it; by the pointers of `evidence.ts`. */
const PIECES: Readonly<Record<string, Omit<Missing, 'pointer'>>> = {
  '/form': {
    sentence: {
      fr: 'Aucune version de formulaire n’est nommée : rien ne montre les mots que la personne a lus.',
      en: 'No form version is named: nothing shows the words that the person read.',
    },
    remedy: {
      sentence: { fr: 'Nommez la version du formulaire montré.', en: 'Name the version of the form that was shown.' },
      pointer: '/form',
    },
  },
  '/form/mechanism': ofForm(
    'Le formulaire ne dit pas par quel geste la personne accepte.',
    'The form does not say by which act the person agrees.',
    { fr: 'le geste d’acceptation (mechanism)', en: 'the act of agreeing (mechanism)' },
  ),
  '/form/defaultState': ofForm(
    'Le formulaire ne dit pas si la case était vide ou cochée.',
    'The form does not say whether the box was empty or ticked.',
    { fr: 'l’état de départ de la case (defaultState)', en: 'the state of the box at first (defaultState)' },
  ),
  '/form/shown': ofForm('Aucune image du formulaire n’est conservée.', 'No picture of the form is kept.', {
    fr: 'son image (shown)',
    en: 'its picture (shown)',
  }),
  '/form/notice': ofForm(
    'Le formulaire ne porte aucune mention d’information sur les données personnelles.',
    'The form has no privacy notice.',
    { fr: 'la mention d’information (notice)', en: 'the privacy notice (notice)' },
  ),
  '/form/approver': ofForm(
    'Personne n’a approuvé cette version du formulaire.',
    'Nobody approved this version of the form.',
    {
      fr: 'la personne qui l’avait approuvée, le jour de cet acte au plus tard (approver), ou, si personne ne l’avait fait, la période et les sources d’une reconstitution (reconstruction)',
      en: 'the person who had approved it, on the day of this act at the latest (approver), or, where nobody had, the period and sources of a reconstruction (reconstruction)',
    },
  ),
  '/form/approver/approvedAt': ofForm(
    'Cette version du formulaire n’a été approuvée qu’après l’acte : elle ne montre pas ce que la personne a vu ce jour-là.',
    'This version of the form was approved after the act only: it does not show what the person saw on that day.',
    {
      fr: 'le jour où elle a été approuvée, s’il est celui de cet acte ou le précède (approver.approvedAt) ; sinon, avec la période et les sources d’une reconstitution, qui sera examinée (reconstruction)',
      en: 'the day on which it was approved, where that is the day of this act or before it (approver.approvedAt); else with the period and sources of a reconstruction, which a human looks at (reconstruction)',
    },
  ),
  '/form/reconstruction': ofForm(
    'L’acte est hors de la période que couvre la reconstitution du formulaire.',
    'The act is outside the period that the reconstruction of the form covers.',
    { fr: 'la période de cet acte (reconstruction)', en: 'the period of this act (reconstruction)' },
  ),
  '/form/refusal': ofForm(
    'Le formulaire n’offrait aucun moyen simple et gratuit de refuser la prospection.',
    'The form offered no free and simple means to refuse prospecting.',
    { fr: 'les mots qui offraient de refuser (refusal)', en: 'the words that offered to refuse (refusal)' },
  ),
  '/proof': {
    sentence: {
      fr: 'Aucune trace de l’acte de cette personne n’est conservée ; par ce mode de recueil, le consentement n’est prouvé que par la sienne.',
      en: 'No trace of this person’s act is kept; by this way of collecting, only its own shows the consent.',
    },
    remedy: {
      sentence: {
        fr: 'Ajoutez l’empreinte du fichier qui montre l’acte : document signé, enregistrement.',
        en: 'Add the hash of the file that shows the act: a signed paper, a recording.',
      },
      pointer: '/proof',
    },
  },
  '/lines': {
    sentence: { fr: 'Rien ne dit ce qui a été vendu.', en: 'Nothing says what was sold.' },
    remedy: {
      sentence: { fr: 'Indiquez les catégories vendues.', en: 'Name the categories that were sold.' },
      pointer: '/lines',
    },
  },
};

/** A form version that is named and not stored. */
const unknownForm = ({ formId, version }: FormReference): Omit<Missing, 'pointer'> => ({
  sentence: {
    fr: `La version ${version} de ${formId} est inconnue.`,
    en: `Version ${version} of ${formId} is unknown.`,
  },
  remedy: {
    sentence: {
      fr: 'Enregistrez cette version du formulaire, ou corrigez le nom et la version.',
      en: 'Store this version of the form, or correct its name and version.',
    },
    route: FORMS_ROUTE,
  },
});

const UNNAMED: Omit<Missing, 'pointer'> = {
  sentence: { fr: 'Une preuve manque.', en: 'Evidence is missing.' },
  remedy: { sentence: { fr: 'Complétez le fait enregistré.', en: 'Complete the recorded fact.' } },
};

/** The pieces at these pointers (`missingEvidence`, `missingOfSale`) in words, for a fact that names this form. */
export const piecesAt = (pointers: readonly string[], form: FormReference | undefined): readonly Missing[] =>
  pointers.map((pointer) => ({
    pointer,
    ...(pointer === '/form' && form !== undefined ? unknownForm(form) : (PIECES[pointer] ?? UNNAMED)),
  }));
