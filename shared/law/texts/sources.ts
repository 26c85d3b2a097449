/** Where the verified texts were read. One line per source; `test/texts/` holds the words. */
import type { Read } from './text.ts';

const READ_ON = '2026-11-24';
const LEGI = 'github.com/legalize-dev/legalize-fr@bde5444da9141948b2130a3c4f94d750189eb88e';

const firstHand = (source: string): Read => ({ source, on: READ_ON, grade: 'first-hand' });
const quoted = (source: string): Read => ({ source, on: READ_ON, grade: 'quoted' });
const secondHand = (source: string): Read => ({ source, on: READ_ON, grade: 'second-hand' });

/** Copies of LEGI, the official base, as of 31 March, 2 and 3 April 2026. */
export const LEGI_CPCE = firstHand(`${LEGI}, fr/LEGITEXT000006070987.md (state of 2026-03-31)`);
export const LEGI_CONSOMMATION = firstHand(`${LEGI}, fr/LEGITEXT000006069565.md (state of 2026-04-03)`);
export const LEGI_PENAL = firstHand(`${LEGI}, fr/LEGITEXT000006070719.md (state of 2026-04-02)`);
/** The same base, by the department of the ministries for social affairs that publishes it. */
export const LEGI_TRAVAIL: Read = {
  source: 'npm @socialgouv/legi-data@2.513.0, data/LEGITEXT000006072050.json',
  on: '2026-11-30',
  grade: 'first-hand',
};
/** L. 6323-8-1 as it was until 11 June 2023, which that copy does not have. */
export const CPF_2022_COPIED: Read = {
  source: 'ma-veille-juridique.com, a copy of loi n° 2022-1587, art. 1 (Journal officiel, 20 December 2022)',
  on: '2026-11-30',
  grade: 'second-hand',
};
/** Statutes outside the codes. */
export const LCEN_ART_20 = firstHand(
  'github.com/etalab/lois-non-codifiees-et-reglements-francais@3a00d41d786092f7310207e70ff1da0f356961bf, loi/2004/loi-n-2004-575-du-21-juin-2004-ecox0200175l/titre-ii/chapitre-ii/article-20.md',
);
/** Versions of 11 August 2026, which the copy of LEGI does not have yet. */
export const LEGIFRANCE_QUOTED = quoted(
  '“A5 — Conformité opérationnelle d’un agent vocal IA”, which read Légifrance on 13 and 14 September 2026',
);
export const AF2M_QUOTED = quoted(
  '“SMS A2P” dossier, which read af2m.org/charte-business-messaging/ on 14 September 2026',
);
export const ARCEP_QUOTED = quoted(
  '“SMS A2P” dossier, which read arcep.fr/uploads/tx_gsavis/18-0881.pdf (consolidated on 2026-01-01) on 14 September 2026',
);
export const CNIL_PAGES_QUOTED = quoted(
  'public compliance notes that read cnil.fr between 14 September and 7 October 2026 (page of 10 June 2026)',
);
export const CNIL_RELATIONAL_QUOTED = quoted('“SMS A2P” dossier, which read cnil.fr on 14 September 2026');
/** The Regulation in French, by an index that declares the official text of EUR-Lex as its source. Some articles are cut. */
export const RGPD_COPIED = secondHand(
  'an index of the GDPR in French that declares EUR-Lex, official text, as its source',
);
/** Art. 18, which that index does not have. */
export const RGPD_18_COPIED: Read = {
  source: 'portail-rgpd.com/rgpd/article-18, a copy of the article in French',
  on: '2026-11-28',
  grade: 'second-hand',
};
/** Art. 21(1), which that index does not have either; monexpertrgpd.com has the same words. */
export const RGPD_21_1_COPIED: Read = {
  source: 'privacy-gdpr.eu/fr/article-21-rgpd, a copy of the article in French',
  on: '2026-11-30',
  grade: 'second-hand',
};
/** The same for two paragraphs that two other public documents quote to the letter. */
export const LIL_QUOTED = quoted('a public dossier on the loi Informatique et libertés, as of 5 August 2026');
export const CNIL_REFERENTIEL_QUOTED = secondHand(
  'olympe.legal and a second public note, with a link to the PDF of cnil.fr (référentiel, gestion des activités commerciales)',
);
export const CNIL_PARTNERS_QUOTED = secondHand('malekian-avocat.fr, on CNIL’s sheet of 28 December 2018');
