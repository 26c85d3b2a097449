import { article } from '../../article.ts';

/**
 * Code des postes et des communications électroniques, art. L. 34-5, in force since 26 July 2020 (loi n° 2020-901 of
 * 24 July 2020, art. 8). Not coded: the paragraphs on who fines (al. 6 and following), which forbid nothing to a sender;
 * the Conseil constitutionnel struck some of them with effect on 31 October 2027 (2026-1210 QPC).
 */
export const L34_5 = article({
  id: 'l34-5/2020-07-26',
  code: 'Code des postes et des communications électroniques',
  number: 'L. 34-5',
  legi: 'LEGIARTI000042155961',
  inForce: { from: '2020-07-26' },
  kind: 'statute',
  quote: 'qui n’a pas exprimé préalablement son consentement à recevoir des prospections directes par ce moyen',
  url: 'https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000042155961/',
});
