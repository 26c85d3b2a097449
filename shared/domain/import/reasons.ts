/** Where consent may be asked for: never by a message, which would need it already (CPCE art. L. 34-5). */
const LAWFUL_MOMENTS = {
  en: 'No message may ask for consent: ask on the account page, at the checkout, at the till or by post.',
  fr: 'Aucun message ne peut demander le consentement : demandez-le sur la page du compte, lors de la commande, à la caisse ou par courrier postal.',
} as const;

const withMoments = <T extends { readonly en: string; readonly fr: string }>({ en, fr }: T) => ({
  en: `${en} ${LAWFUL_MOMENTS.en}`,
  fr: `${fr} ${LAWFUL_MOMENTS.fr}`,
});

/** Why a row of an import is not recorded, or supports nothing, in both languages. */
export const OF_IMPORTS = {
  'no-opposition': {
    en: 'This row says of nobody that they oppose.',
    fr: 'Cette ligne n’indique aucune opposition.',
  },
  'no-bounce': {
    en: 'This row says of no address that its mail came back or was complained of.',
    fr: 'Cette ligne n’indique ni adresse en échec ni plainte.',
  },
  'value-not-accepted': {
    en: 'This value cannot be recorded here: see the columns of this layout.',
    fr: 'Cette valeur ne peut pas être enregistrée ici : voyez les colonnes de cette présentation.',
  },
  'not-a-time': {
    en: 'This is not a date, such as 2026-11-24 or 2026-11-24T10:40:00+01:00, or it is yet to come.',
    fr: 'Ce n’est pas une date, par exemple 2026-11-24 ou 2026-11-24T10:40:00+01:00, ou elle est à venir.',
  },
  'time-missing': withMoments({
    en: 'It is not said when the person agreed: a mark that says yes is no consent.',
    fr: 'Le moment de l’accord n’est pas indiqué : une case à « oui » n’est pas un consentement.',
  }),
  'form-missing': withMoments({
    en: 'It is not said to which form version the person agreed, and the provenance names none for that day.',
    fr: 'La version du formulaire n’est pas indiquée, et la fiche de provenance n’en nomme aucune pour ce jour.',
  }),
  'form-unknown': withMoments({
    en: 'No form version of this name is stored.',
    fr: 'Aucune version de formulaire de ce nom n’est enregistrée.',
  }),
  'evidence-missing': withMoments({
    en: 'Nothing shows the act by which the person agreed.',
    fr: 'Rien ne prouve l’acte par lequel la personne a consenti.',
  }),
  opposed: {
    en: 'This person opposed. An import lifts no opposition: only they can agree again, by themselves.',
    fr: 'Cette personne s’est opposée. Un import ne lève aucune opposition : elle seule peut consentir de nouveau.',
  },
  erased: {
    en: 'This contact was erased after what the row says.',
    fr: 'Ce contact a été effacé après ce que dit la ligne.',
  },
  'contact-full': {
    en: 'This contact holds as many bases as can be kept.',
    fr: 'Ce contact a autant de bases légales qu’il peut en être conservé.',
  },
  'contact-unreadable': {
    en: 'What is stored of this contact cannot be read.',
    fr: 'Ce qui est enregistré sur ce contact est illisible.',
  },
  'word-not-understood': {
    en: 'A word in this column is not known, and was taken for a yes: the opposition is recorded.',
    fr: 'Un mot de cette colonne n’est pas connu et a été lu comme un oui : l’opposition est enregistrée.',
  },
  'date-not-read': {
    en: 'This date cannot be read in one way, or is yet to come: the row is recorded, and counts from the import. Write 2026-11-24, or 24/11/2026.',
    fr: 'Cette date ne se lit pas d’une seule façon, ou elle est à venir : la ligne est enregistrée et compte à partir de l’import. Écrivez 2026-11-24 ou 24/11/2026.',
  },
  'cell-not-read': {
    en: 'This cell cannot be used and was left out: the opposition is recorded all the same, as widely as the row can mean it.',
    fr: 'Cette cellule n’est pas exploitable et a été laissée de côté : l’opposition est enregistrée quand même, dans le sens le plus large de la ligne.',
  },
  'consent-ended': {
    en: 'This consent was recorded before, and was withdrawn, invalidated or annulled: an import does not revive it.',
    fr: 'Ce consentement a déjà été enregistré puis retiré, invalidé ou annulé : un import ne le rétablit pas.',
  },
  'supports-nothing': withMoments({
    en: 'It was recorded, and supports no message: evidence is missing, or no refusal was offered.',
    fr: 'Elle est enregistrée et ne permet aucun message : une preuve manque, ou aucune faculté d’opposition n’était offerte.',
  }),
} as const;
