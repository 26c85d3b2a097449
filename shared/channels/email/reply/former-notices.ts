import type { ReaderLanguage } from '#shared/domain/reader-language.ts';
import type { FooterWords } from '#shared/words/shape/messages.ts';

/** What footers said of the notice until 2026-11-30: mails that hold it lie in mailboxes, and are quoted in what people answer. */
export const FORMER_NOTICES: Readonly<Record<ReaderLanguage, Pick<FooterWords, 'notice' | 'noticeEnd'>>> = {
  fr: {
    notice: 'Vos données et vos droits',
    noticeEnd: '\u00a0: à quoi servent vos données, et comment les consulter, les corriger ou les effacer.',
  },
  en: {
    notice: 'Your data and your rights',
    noticeEnd: ': what your data are used for, and how to see, correct or erase them.',
  },
  de: {
    notice: 'Ihre Daten und Ihre Rechte',
    noticeEnd: ': wofür Ihre Daten verwendet werden und wie Sie sie einsehen, berichtigen oder löschen lassen können.',
  },
  es: {
    notice: 'Sus datos y sus derechos',
    noticeEnd: ': para qué se utilizan sus datos y cómo consultarlos, rectificarlos o suprimirlos.',
  },
  it: {
    notice: 'I Suoi dati e i Suoi diritti',
    noticeEnd: ': a cosa servono i Suoi dati e come consultarli, rettificarli o cancellarli.',
  },
  nl: {
    notice: 'Uw gegevens en uw rechten',
    noticeEnd: ': waarvoor uw gegevens worden gebruikt en hoe u ze kunt inzien, corrigeren of laten wissen.',
  },
};
