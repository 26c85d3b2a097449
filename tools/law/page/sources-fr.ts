import {
  AF2M_QUOTED,
  ARCEP_QUOTED,
  CNIL_PAGES_QUOTED,
  CNIL_PARTNERS_QUOTED,
  CNIL_REFERENTIEL_QUOTED,
  CNIL_RELATIONAL_QUOTED,
  CPF_2022_COPIED,
  LEGIFRANCE_QUOTED,
  LIL_QUOTED,
  RGPD_18_COPIED,
  RGPD_21_1_COPIED,
  RGPD_COPIED,
} from '#shared/law/texts/sources.ts';

/** The sources that are named in English, in French. */
export const SOURCES_IN_FRENCH: Readonly<Record<string, string>> = {
  [LEGIFRANCE_QUOTED.source]:
    '« A5 — Conformité opérationnelle d’un agent vocal IA », qui a lu Légifrance les 13 et 14 septembre 2026',
  [AF2M_QUOTED.source]: 'dossier « SMS A2P », qui a lu af2m.org/charte-business-messaging/ le 14 septembre 2026',
  [ARCEP_QUOTED.source]:
    'dossier « SMS A2P », qui a lu arcep.fr/uploads/tx_gsavis/18-0881.pdf (consolidé au 1er janvier 2026) le 14 septembre 2026',
  [CNIL_PAGES_QUOTED.source]:
    'notes publiques de conformité, qui ont lu cnil.fr entre le 14 septembre et le 7 octobre 2026 (page du 10 juin 2026)',
  [CNIL_RELATIONAL_QUOTED.source]: 'dossier « SMS A2P », qui a lu cnil.fr le 14 septembre 2026',
  [CPF_2022_COPIED.source]:
    'ma-veille-juridique.com, copie de la loi n° 2022-1587, art. 1 (Journal officiel du 20 décembre 2022)',
  [RGPD_18_COPIED.source]: 'portail-rgpd.com/rgpd/article-18, copie de l’article en français',
  [RGPD_21_1_COPIED.source]: 'privacy-gdpr.eu/fr/article-21-rgpd, copie de l’article en français',
  [RGPD_COPIED.source]: 'index du RGPD en français, qui indique pour source EUR-Lex, texte officiel',
  [LIL_QUOTED.source]: 'dossier public sur la loi Informatique et libertés, état au 5 août 2026',
  [CNIL_REFERENTIEL_QUOTED.source]:
    'olympe.legal et une seconde note publique, avec un lien vers le PDF de cnil.fr (référentiel, gestion des activités commerciales)',
  [CNIL_PARTNERS_QUOTED.source]: 'malekian-avocat.fr, sur la fiche de la CNIL du 28 décembre 2018',
  'a public document that reproduces the article in full': 'document public qui reproduit l’article en entier',
  'a public document that quotes cnil.fr/sites/default/files/2026-04/recommandation-pixels_de_suivi.pdf':
    'document public qui cite cnil.fr/sites/default/files/2026-04/recommandation-pixels_de_suivi.pdf',
};
