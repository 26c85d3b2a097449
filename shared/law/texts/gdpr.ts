/** What CNIL can impose for the GDPR (art. 83). */
import type { Sanction } from './sanction.ts';
import { RGPD_COPIED } from './sources.ts';

const GDPR_HIGHER = {
  fr: 'Amende administrative de la CNIL : 20 000 000 € au plus ou, pour une entreprise, 4 % du chiffre d’affaires annuel mondial, le montant le plus élevé étant retenu.',
  en: 'A fine by CNIL: at most €20,000,000 or, for an undertaking, 4 % of the worldwide annual turnover, whichever is higher.',
};

/** GDPR, art. 83(5)(a): the principles and the conditions of consent (art. 5, 6, 7 and 9). */
export const GDPR_PRINCIPLES: Sanction = {
  nature: 'administrative',
  says: GDPR_HIGHER,
  texts: [
    {
      version: 'rgpd-83/2018-05-25',
      name: 'RGPD, art. 83',
      paragraph: '§ 5, a',
      quote:
        'les principes de base du traitement, y compris les conditions applicables au consentement en vertu des articles 5, 6, 7 et 9',
      read: RGPD_COPIED,
    },
  ],
  from: '2018-05-25',
};

/** GDPR, art. 83(5)(b): the rights of persons (art. 12 to 22), the right to object among them. */
export const GDPR_RIGHTS: Sanction = {
  nature: 'administrative',
  says: GDPR_HIGHER,
  texts: [
    {
      version: 'rgpd-83/2018-05-25',
      name: 'RGPD, art. 83',
      paragraph: '§ 5, b',
      quote: 'les droits dont bénéficient les personnes concernées en vertu des articles 12 à 22',
      read: RGPD_COPIED,
    },
  ],
  from: '2018-05-25',
};

/** GDPR, art. 83(4): art. 8 (minors) is not in the list of § 5. The list of § 4, a, was not read. */
export const GDPR_MINORS: Sanction = {
  nature: 'administrative',
  says: {
    fr: 'Amende administrative de la CNIL : 10 000 000 € au plus ou, pour une entreprise, 2 % du chiffre d’affaires annuel mondial, le montant le plus élevé étant retenu.',
    en: 'A fine by CNIL: at most €10,000,000 or, for an undertaking, 2 % of the worldwide annual turnover, whichever is higher.',
  },
  texts: [
    {
      version: 'rgpd-83/2018-05-25',
      name: 'RGPD, art. 83',
      paragraph: '§ 4',
      quote:
        'amendes administratives pouvant s’élever jusqu’à 10 000 000 EUR ou, dans le cas d’une entreprise, jusqu’à 2 % du chiffre d’affaires annuel mondial total de l’exercice précédent',
      read: RGPD_COPIED,
    },
  ],
  from: '2018-05-25',
};
