import type { ArticleVersion } from '#shared/law/article.ts';

/** The whole texts at Légifrance, for articles whose own page is not known. */
const WHOLE_TEXTS: Readonly<Record<string, string>> = {
  'Code de la consommation': 'https://www.legifrance.gouv.fr/codes/id/LEGITEXT000006069565/',
  'Code pénal': 'https://www.legifrance.gouv.fr/codes/id/LEGITEXT000006070719/',
  'Loi n° 2004-575 pour la confiance dans l’économie numérique':
    'https://www.legifrance.gouv.fr/loda/id/JORFTEXT000000801164/',
  'Loi n° 78-17 du 6 janvier 1978 (Informatique et libertés)':
    'https://www.legifrance.gouv.fr/loda/id/JORFTEXT000000886460/',
};

/** Where a text is published, and what the link leads to. */
export interface Published {
  readonly url: string;
  readonly label: string;
}

/** The article's own page, else its identifier at Légifrance, else the whole text; `undefined`: a house rule or charter. */
export const publishedAt = ({ url, legi, code, number }: ArticleVersion): Published | undefined => {
  if (url !== undefined) return { url, label: `Published: ${code}, ${number}` };
  if (legi !== undefined)
    return { url: `https://www.legifrance.gouv.fr/codes/article_lc/${legi}/`, label: `Published: ${code}, ${number}` };
  const whole = WHOLE_TEXTS[code];
  return whole === undefined ? undefined : { url: whole, label: `Published: ${code}, whole text` };
};
