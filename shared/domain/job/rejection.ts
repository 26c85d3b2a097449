import { LONGEST_ROW } from '../csv/longest-row.ts';
import { OF_IMPORTS } from '../import/reasons.ts';

/** Why a row of a file is not taken, in both languages: what its report says. A sentence never quotes the file. */
const REJECTIONS = {
  'row-too-long': {
    en: `The row is longer than ${LONGEST_ROW} characters.`,
    fr: `La ligne dépasse ${LONGEST_ROW} caractères.`,
  },
  'quote-not-closed': {
    en: 'A quote opens this cell, or one of a row before, and nothing closes it before the next row.',
    fr: 'Un guillemet ouvre cette cellule, ou une cellule d’une ligne précédente, et aucun ne la ferme avant la ligne suivante.',
  },
  'text-after-quote': {
    en: 'Text follows the quote that closes this cell. Write a quote within a cell twice.',
    fr: 'Du texte suit le guillemet qui ferme cette cellule. Dans une cellule, doublez chaque guillemet.',
  },
  'unreadable-characters': {
    en: 'The characters are not in the encoding of the rest of the file.',
    fr: 'Les caractères ne sont pas dans l’encodage du reste du fichier.',
  },
  'cell-missing': { en: 'The row has no such column.', fr: 'La ligne n’a pas cette colonne.' },
  'cell-empty': { en: 'The cell is empty.', fr: 'La cellule est vide.' },
  'not-an-email': { en: 'This is not an e-mail address.', fr: 'Ce n’est pas une adresse électronique.' },
  'not-a-phone': {
    en: 'This is not a telephone number in international form, such as +33612345678.',
    fr: 'Ce n’est pas un numéro de téléphone au format international, par exemple +33612345678.',
  },
  'not-a-contact-id': { en: 'This is not the id of a contact.', fr: 'Ce n’est pas l’identifiant d’un contact.' },
  'contact-unknown': {
    en: 'Nothing is recorded of this contact, or what was recorded has expired.',
    fr: 'Rien n’est enregistré sur ce contact, ou la durée de conservation est passée.',
  },
  'heading-unknown': {
    en: 'This heading is none of the layout, so that its column would be lost: correct it, or leave the column out.',
    fr: 'Cet intitulé ne fait pas partie de la présentation et sa colonne serait perdue : corrigez-le ou retirez la colonne.',
  },
  'heading-twice': {
    en: 'This heading is there twice: leave one of the columns out.',
    fr: 'Cet intitulé figure deux fois : retirez l’une des colonnes.',
  },
  ...OF_IMPORTS,
} as const satisfies Readonly<Record<string, { readonly en: string; readonly fr: string }>>;
export type RejectionCode = keyof typeof REJECTIONS;
export const REJECTION_CODES = Object.keys(REJECTIONS) as readonly RejectionCode[];

/** A row that was not taken, or that was and supports nothing. */
export interface Rejection {
  /** The line on which it begins, from 1. */
  readonly line: number;
  /** The column, from 1. */
  readonly column: number;
  readonly code: RejectionCode;
  /** Of a heading that is not known: the known one that is the most like it. */
  readonly nearest?: string | undefined;
  /** The row was recorded all the same, without knowing all that it says. Absent: it was not, or supports nothing. */
  readonly isInDoubt?: true | undefined;
  /** Cells of the same row that the report names as well. Absent: none. */
  readonly others?: readonly Pick<Rejection, 'column' | 'code'>[] | undefined;
}

/** A heading for which a file is refused. */
export type HeadingFault = Omit<Rejection, 'line'>;

/** Reasons for which a report names a row that was recorded. */
export const SUPPORTS_NOTHING = 'supports-nothing' satisfies RejectionCode;
export const NOT_UNDERSTOOD = 'word-not-understood' satisfies RejectionCode;

/** The row of these cells, which are of one line, and which was recorded. `undefined`: there are none. */
export const inDoubt = (line: number, cells: readonly Pick<Rejection, 'column' | 'code'>[]): Rejection | undefined => {
  const [first, ...others] = cells;
  return first && { line, ...first, isInDoubt: true, ...(others.length > 0 && { others }) };
};

/** The first line of a report of rejected rows. */
export const REPORT_HEADING = 'line,column,code,reason,motif\n';

/** Lines of the report: CSV that holds no word of the file. */
export const reportOf = (rejections: readonly Rejection[]): string =>
  rejections
    .flatMap(({ others = [], ...first }) => [
      first,
      ...others.map((each) => ({ line: first.line, ...each, nearest: undefined })),
    ])
    .map(({ line, column, code, nearest }) => {
      const [en, fr] =
        nearest === undefined ? ['', ''] : [` The nearest is ${nearest}.`, ` Le plus proche : ${nearest}.`];
      return `${line},${column},${code},"${REJECTIONS[code].en}${en}","${REJECTIONS[code].fr}${fr}"\n`;
    })
    .join('');
