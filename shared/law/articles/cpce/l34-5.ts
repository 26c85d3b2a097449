import { article } from '../../article.ts';
import { LEGI_CPCE } from '../../texts/sources.ts';

/**
 * Code des postes et des communications électroniques, art. L. 34-5, in force since 26 July 2020 (loi n° 2020-901 of
 * 24 July 2020, art. 8). Not coded: the paragraphs on who fines (al. 6 and following), which forbid nothing to a sender;
 * they stand with the sanctions (`texts/administrative.ts`).
 */
export const L34_5 = article({
  id: 'l34-5/2020-07-26',
  code: 'Code des postes et des communications électroniques',
  number: 'L. 34-5',
  legi: 'LEGIARTI000042155961',
  inForce: { from: '2020-07-26' },
  kind: 'statute',
  read: LEGI_CPCE,
  url: 'https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000042155961/',
});
