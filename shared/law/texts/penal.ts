/** What a criminal court can impose. */
import type { Sanction, SanctionText } from './sanction.ts';
import { LEGI_PENAL } from './sources.ts';

/** First day of the version of 226-24 that was read: the crimes are older (7 August 2004), the fine of legal persons as given here is not. */
const KNOWN_SINCE = '2009-05-14';

/** Code pénal, art. 226-24 and 131-38: a legal person risks five times the fine. */
const LEGAL_PERSONS: readonly SanctionText[] = [
  {
    version: 'penal-226-24/2009-05-14',
    name: 'Code pénal, art. 226-24',
    paragraph: 'al. 1',
    quote: 'l’amende suivant les modalités prévues par l’article 131-38',
    read: LEGI_PENAL,
  },
  {
    version: 'penal-131-38/2004-03-10',
    name: 'Code pénal, art. 131-38',
    paragraph: 'al. 1',
    quote: 'est égal au quintuple de celui prévu pour les personnes physiques',
    read: LEGI_PENAL,
  },
];

/** Art. 226-18-1: processing data for prospecting in spite of the person's opposition. */
export const PROSPECTING_IN_SPITE_OF_OPPOSITION: Sanction = {
  nature: 'penal',
  says: {
    fr: 'Traiter les données d’une personne à des fins de prospection malgré son opposition : cinq ans d’emprisonnement et 300 000 € d’amende ; 1 500 000 € pour une personne morale.',
    en: 'Processing a person’s data for prospecting in spite of an opposition: five years of imprisonment and a fine of €300,000; €1,500,000 for a legal person.',
  },
  texts: [
    {
      version: 'penal-226-18-1/2004-08-07',
      name: 'Code pénal, art. 226-18-1',
      paragraph: 'al. 1',
      quote:
        'malgré l’opposition de cette personne, lorsque ce traitement répond à des fins de prospection, notamment commerciale, ou lorsque cette opposition est fondée sur des motifs légitimes, est puni de cinq ans d’emprisonnement et de 300 000 euros d’amende',
      read: LEGI_PENAL,
    },
    ...LEGAL_PERSONS,
  ],
  from: KNOWN_SINCE,
};

/**
 * The regulation that makes a breach of L. 312-9 a contravention of the fifth class was not read; what such a one costs was,
 * and that it may cost more of who did it before, where that regulation says so.
 */
export const FIFTH_CLASS: Sanction = {
  nature: 'penal',
  says: {
    fr: 'Contravention de la cinquième classe : amende de 1 500 € au plus (3 000 € en cas de récidive, si le règlement le prévoit). L’article réglementaire qui la prévoit n’a pas été lu.',
    en: 'A contravention of the fifth class: a fine of at most €1,500 (€3,000 for a repeated one, if the regulation says so). The regulation that provides for it was not read.',
  },
  texts: [
    {
      version: 'penal-131-13/2026-04-02',
      name: 'Code pénal, art. 131-13',
      paragraph: 'al. 7',
      quote:
        '5° 1 500 euros au plus pour les contraventions de la 5e classe, montant qui peut être porté à 3 000 euros en cas de récidive lorsque le règlement le prévoit',
      read: LEGI_PENAL,
    },
  ],
};

/** What legal persons risk of such a one: five times as much. */
export const FIFTH_CLASS_OF_LEGAL_PERSONS: Sanction = {
  nature: 'penal',
  says: {
    fr: 'Contravention de la cinquième classe, par une personne morale : le quintuple, soit 7 500 € au plus.',
    en: 'A contravention of the fifth class, by a legal person: five times as much, that is at most €7,500.',
  },
  texts: [
    {
      version: 'penal-131-41/1994-03-01',
      name: 'Code pénal, art. 131-41',
      paragraph: 'al. 1',
      quote:
        'est égal au quintuple de celui prévu pour les personnes physiques par le règlement qui réprime l’infraction',
      read: LEGI_PENAL,
    },
  ],
  from: '1994-03-01',
};

/** Art. 226-18: collecting data by fraudulent, unfair or unlawful means. */
export const UNFAIR_COLLECTION: Sanction = {
  nature: 'penal',
  says: {
    fr: 'Collecter des données par un moyen frauduleux, déloyal ou illicite : cinq ans d’emprisonnement et 300 000 € d’amende ; 1 500 000 € pour une personne morale.',
    en: 'Collecting data by fraudulent, unfair or unlawful means: five years of imprisonment and a fine of €300,000; €1,500,000 for a legal person.',
  },
  texts: [
    {
      version: 'penal-226-18/2004-08-07',
      name: 'Code pénal, art. 226-18',
      paragraph: 'al. 1',
      quote:
        'par un moyen frauduleux, déloyal ou illicite est puni de cinq ans d’emprisonnement et de 300 000 euros d’amende',
      read: LEGI_PENAL,
    },
    ...LEGAL_PERSONS,
  ],
  from: KNOWN_SINCE,
};
