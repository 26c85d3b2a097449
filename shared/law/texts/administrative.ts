/** What the authorities can impose: DGCCRF for the consumer's codes and L. 34-5, and CNIL for L. 34-5; for the GDPR, `gdpr.ts`. */
import type { Sanction } from './sanction.ts';
import { LEGI_CONSOMMATION, LEGI_CPCE } from './sources.ts';

/**
 * Day to which the Conseil constitutionnel put off what it struck in L. 34-5 (2026-1210 QPC, 25 June 2026). The decision
 * could not be read: second-hand sources say that "some paragraphs on cumulated prosecution" go, not that this fine does.
 */
export const L34_5_FINE_UNSETTLED = '2027-10-31';

/** CPCE, art. L. 34-5, al. 8. */
export const FINE_OF_L34_5: Sanction = {
  nature: 'administrative',
  says: {
    fr: 'Amende administrative de 75 000 € au plus pour une personne physique et de 375 000 € pour une personne morale.',
    en: 'An administrative fine of at most €75,000 for a natural person and €375,000 for a legal person.',
  },
  texts: [
    {
      version: 'l34-5/2020-07-26',
      name: 'CPCE, art. L. 34-5',
      paragraph: 'al. 8',
      quote:
        'dont le montant ne peut excéder 75 000 € pour une personne physique et 375 000 € pour une personne morale',
      read: LEGI_CPCE,
    },
  ],
  from: '2020-07-26',
  unsettled: {
    since: L34_5_FINE_UNSETTLED,
    says: {
      fr: 'Le Conseil constitutionnel (décision n° 2026-1210 QPC du 25 juin 2026, non lue) a censuré, avec effet au 31 octobre 2027, certains alinéas de L. 34-5 relatifs au cumul de poursuites. Lesquels, et si cette amende en fait partie, n’est pas établi. L’interdiction, elle, demeure.',
      en: 'The Conseil constitutionnel (2026-1210 QPC, 25 June 2026, not read) struck some paragraphs of L. 34-5 on cumulated prosecution, with effect on 31 October 2027. Which ones, and whether this fine is among them, is not established. What is forbidden stays forbidden.',
    },
  },
};

/** CPCE, art. L. 34-5, al. 6: CNIL has its own powers over what the article says of direct prospecting by the particulars of a subscriber or a natural person. What art. 20 of the loi of 6 January 1978 gives it was not read. */
export const CNIL_ON_L34_5: Sanction = {
  nature: 'administrative',
  says: {
    fr: 'Pour la prospection directe qui utilise les coordonnées d’un abonné ou d’une personne physique, la CNIL fait respecter L. 34-5 par les pouvoirs que lui donne la loi du 6 janvier 1978 (art. 20 et suivants, non lus : aucun montant n’est donc cité).',
    en: 'Of direct prospecting by the particulars of a subscriber or a natural person, CNIL sees to L. 34-5 by the powers that the law of 6 January 1978 gives it (art. 20 and after, not read: so no amount is quoted).',
  },
  texts: [
    {
      version: 'l34-5/2020-07-26',
      name: 'CPCE, art. L. 34-5',
      paragraph: 'al. 6',
      quote:
        'veille, pour ce qui concerne la prospection directe utilisant les coordonnées d’un abonné ou d’une personne physique, au respect des dispositions du présent article en utilisant les compétences qui lui sont reconnues par la loi n° 78-17 du 6 janvier 1978 précitée',
      read: LEGI_CPCE,
    },
  ],
  from: '2020-07-26',
  unsettled: {
    since: L34_5_FINE_UNSETTLED,
    says: {
      fr: 'Si cet alinéa est de ceux que le Conseil constitutionnel a censurés avec effet au 31 octobre 2027 (décision n° 2026-1210 QPC, non lue) n’est pas établi.',
      en: 'Whether this paragraph is among those that the Conseil constitutionnel struck with effect on 31 October 2027 (2026-1210 QPC, not read) is not established.',
    },
  },
};

const DGCCRF_HIGHER = FINE_OF_L34_5.says;

/** Code de la consommation, art. L. 242-16: calls (L. 223-1 to L. 223-5 and their decrees). */
export const FINE_ON_CALLS: Sanction = {
  nature: 'administrative',
  says: DGCCRF_HIGHER,
  texts: [
    {
      version: 'l242-16/2020-07-26',
      name: 'Code de la consommation, art. L. 242-16',
      paragraph: 'al. 1',
      quote:
        'Tout manquement aux dispositions des articles L. 223-1 à L. 223-5 est passible d’une amende administrative',
      read: LEGI_CONSOMMATION,
    },
  ],
  from: '2020-07-26',
};

/** Code de la consommation, art. L. 242-16-1, I: home energy by message (L. 223-8). */
export const FINE_ON_HOME_ENERGY: Sanction = {
  nature: 'administrative',
  says: DGCCRF_HIGHER,
  texts: [
    {
      version: 'l242-16-1/2026-04-03',
      name: 'Code de la consommation, art. L. 242-16-1',
      paragraph: 'al. 1',
      quote: 'Tout manquement à l’article L. 223-8 est passible d’une amende administrative',
      read: LEGI_CONSOMMATION,
    },
  ],
};

/** Code de la consommation, art. L. 132-26: advertising by e-mail that hides itself, or gives no means to ask that it stops (L. 122-8). */
export const FINE_ON_HIDDEN_ADVERTISING: Sanction = {
  nature: 'administrative',
  says: {
    fr: 'Amende administrative de 3 000 € au plus pour une personne physique et de 15 000 € pour une personne morale.',
    en: 'An administrative fine of at most €3,000 for a natural person and €15,000 for a legal person.',
  },
  texts: [
    {
      version: 'l132-26/2026-04-03',
      name: 'Code de la consommation, art. L. 132-26',
      paragraph: 'al. 1',
      quote:
        'dont le montant ne peut excéder 3 000 euros pour une personne physique et 15 000 euros pour une personne morale',
      read: LEGI_CONSOMMATION,
    },
  ],
};

/** Code de la consommation, art. L. 242-12: a call to a consumer that does not say first who calls and that it sells (L. 221-16). */
export const FINE_ON_HIDDEN_NATURE: Sanction = {
  nature: 'administrative',
  says: DGCCRF_HIGHER,
  texts: [
    {
      version: 'l242-12/2026-04-03',
      name: 'Code de la consommation, art. L. 242-12',
      paragraph: 'al. 1',
      quote: 'Tout manquement aux obligations prévues à l’article L. 221-16 en matière de démarchage téléphonique',
      read: LEGI_CONSOMMATION,
    },
  ],
};

/** Code de la consommation, art. L. 242-14: the number shown in a commercial call to a consumer (L. 221-17). */
export const FINE_ON_HIDDEN_NUMBERS: Sanction = {
  nature: 'administrative',
  says: DGCCRF_HIGHER,
  texts: [
    {
      version: 'l242-14/2026-04-03',
      name: 'Code de la consommation, art. L. 242-14',
      paragraph: 'al. 1',
      quote: 'Tout manquement aux dispositions de l’article L. 221-17 relatif à l’interdiction des numéros masqués',
      read: LEGI_CONSOMMATION,
    },
  ],
};

/** CPCE, art. L. 36-11: Arcep, against the one to whom the number was assigned, which is seldom the advertiser. */
export const NUMBER_WITHDRAWN: Sanction = {
  nature: 'administrative',
  says: {
    fr: 'Contre l’attributaire du numéro, le plus souvent un opérateur et non l’annonceur, qui ne s’est pas conformé à une mise en demeure de l’Arcep : suspension de l’attribution (un mois au plus), réduction de sa durée (une année au plus) ou retrait ; ou sanction pécuniaire de 3 % du chiffre d’affaires au plus (5 % en cas de nouvelle violation) ou, si aucune activité ne permet de fixer ce plafond, de 150 000 € au plus (375 000 € en cas de nouvelle violation).',
    en: 'Against the one to whom the number is assigned, most often an operator and not the advertiser, who did not comply with a formal notice of Arcep: suspension of the assignment (at most a month), a shorter term (by at most a year) or withdrawal; or a fine of at most 3 % of the turnover (5 % for a repeated breach) or, where no activity gives that ceiling, of at most €150,000 (€375,000 for a repeated breach).',
  },
  texts: [
    {
      version: 'l36-11/2024-05-23',
      name: 'CPCE, art. L. 36-11',
      paragraph: 'al. 16',
      quote:
        'sans pouvoir excéder 3 % du chiffre d’affaires hors taxes du dernier exercice clos, taux porté à 5 % en cas de nouvelle violation de la même obligation. A défaut d’activité permettant de déterminer ce plafond, le montant de la sanction ne peut excéder 150 000 €, porté à 375 000 €',
      read: LEGI_CPCE,
    },
    {
      version: 'l36-11/2024-05-23',
      name: 'CPCE, art. L. 36-11',
      paragraph: 'al. 15',
      quote:
        'la suspension totale ou partielle, pour un mois au plus, la réduction de la durée, dans la limite d’une année, ou le retrait de la décision d’attribution ou d’assignation prise en application des articles L. 42-1 ou L. 44',
      read: LEGI_CPCE,
    },
  ],
  from: '2024-05-23',
};
