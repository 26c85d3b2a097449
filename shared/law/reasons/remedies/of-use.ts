import { words } from '../../texts/text.ts';
import { FORMS, remedy } from './remedy.ts';

/** What a form lacks to name a sensitive use (SENS-1), in words. */
export const LACKS_OF_USE = {
  'former-category': words(
    'Le formulaire indique une catégorie (explicitFor), mais n’en cite pas les mots.',
    'The form says a category (explicitFor), and quotes no words for it.',
  ),
  'words-name-nothing': words(
    'Les mots cités du formulaire ne nomment aucun usage sensible.',
    'The words that are quoted of the form name no sensitive use.',
  ),
  denied: words('Le formulaire exclut ce que nomment les mots cités.', 'The form denies what its quoted words name.'),
  language: words(
    'Le formulaire est dans une langue qu’Aval ne lit pas.',
    'The form is in a language that Aval does not read.',
  ),
} as const;

/** What to do about a form that does not name a sensitive use (SENS-1), by what it lacks. */
export const REMEDIES_OF_USE = {
  'former-category': remedy(
    'Si le texte du formulaire nommait cet usage, enregistrez-en une nouvelle version avec les mots qui le nomment (explicitWords), puis de nouveau, avec cette version, les consentements déjà donnés. S’il ne le nommait pas, recueillez un consentement explicite.',
    'If the wording of the form named this use, store a new version of it with the words that name it (explicitWords), and record the consents that were given again with that version. If it did not, collect an explicit consent.',
    FORMS,
  ),
  'words-name-nothing': remedy(
    'Si le texte du formulaire nomme cet usage ailleurs, enregistrez-en une nouvelle version qui cite ces mots (explicitWords), puis de nouveau, avec cette version, les consentements déjà donnés. Sinon, recueillez un consentement explicite par un formulaire qui le nomme.',
    'If the wording of the form names this use elsewhere, store a new version that quotes those words (explicitWords), and record the consents that were given again with that version. If not, collect an explicit consent by a form that names it.',
    FORMS,
  ),
  denied: remedy(
    'Ne rien envoyer à ce titre. Recueillez un consentement explicite par un formulaire qui accepte cet usage, et dont vous citez les mots (explicitWords).',
    'Send nothing of this kind. Collect an explicit consent by a form that agrees to this use, of which you quote the words (explicitWords).',
    FORMS,
  ),
  language: remedy(
    'Recueillez un consentement explicite par un formulaire en français, anglais, allemand, espagnol, italien ou néerlandais, dont vous citez les mots qui nomment cet usage (explicitWords).',
    'Collect an explicit consent by a form in French, English, German, Spanish, Italian or Dutch, of which you quote the words that name this use (explicitWords).',
    FORMS,
  ),
} as const;
