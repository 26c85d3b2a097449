import { article, type MessageException } from '../../article.ts';
import type { Example } from '../../example.ts';
import { messageOffersNothing } from '../../readings/class-of.ts';
import { SANCTIONS } from '../../texts/sanctions.ts';
import { LEGI_CONSOMMATION } from '../../texts/sources.ts';
import { messageUnderContractByText } from './calling.ts';

/**
 * Code de la consommation, art. L. 223-8, in force since 2 July 2025: no prospecting of consumers by message, e-mail or
 * social network for energy or adaptation works at home; for calls, L. 223-1. Its only
 * exception is a contract that runs, in the sense of L. 223-1 al. 4.
 */
const L223_8 = article({
  id: 'l223-8/2025-07-02',
  code: 'Code de la consommation',
  number: 'L. 223-8',
  inForce: { from: '2025-07-02' },
  kind: 'statute',
  read: LEGI_CONSOMMATION,
});

const BAN =
  'ayant pour objet l’offre de prestations de services, la vente d’équipements ou la réalisation de travaux afférents à des logements en vue de la réalisation d’économies d’énergie, de la production d’énergie renouvelable ou de leur adaptation au vieillissement ou au handicap est interdite, sauf si elle intervient dans le cadre de l’exécution d’un contrat en cours';

export const homeEnergyWorks = L223_8.forbids('SECTOR_BAN_HOME_ENERGY', {
  paragraph: 'al. 1',
  quote: BAN,
  sanctions: SANCTIONS.homeEnergy,
  concerns: { channels: ['email', 'sms', 'mms'], audience: 'consumer' },
  when: (facts) => facts.offerIsHomeEnergyWorks,
  unless: [messageUnderContractByText, messageOffersNothing],
  reading:
    'The text knows no exception of consent: none is made (D17). What a contract in performance covers is read from the advertiser’s own map of goods. Checked 2026-11-24.',
});
export const homeEnergyWorksExamples: readonly Example[] = [
  ['a heat pump, installed', { offerIsHomeEnergyWorks: true }, 'forbidden'],
  ['a heat pump, on 1 July 2025', { offerIsHomeEnergyWorks: true, day: '2025-07-01' }, 'not forbidden'],
  ['a heat pump, to a hotelier', { offerIsHomeEnergyWorks: true, isConsumer: false }, 'not forbidden'],
  [
    'a heat pump, under a contract that runs and that it concerns',
    { offerIsHomeEnergyWorks: true, ongoingContract: 'sale-1' },
    'not forbidden',
  ],
  ['a heat pump, by automated call', { channel: 'automated-call', offerIsHomeEnergyWorks: true }, 'not forbidden'],
  [
    'the question whether one wants to stay, from a template about it',
    {
      offerIsHomeEnergyWorks: true,
      declaredClass: 'renewal-request',
      renewal: { opensAt: 0, wasAsked: false, opposition: undefined },
    },
    'not forbidden',
  ],
  ['wine', { offerIsHomeEnergyWorks: false }, 'not forbidden'],
];

/** Of goods sold among others: all that the message offers is such works. */
export const allOfItIsSuchWorks: MessageException = {
  says: {
    en: 'the category is also declared as such works: then `SECTOR_BAN_HOME_ENERGY`',
    fr: 'la catégorie est aussi déclarée comme relevant de ces travaux : le motif est alors `SECTOR_BAN_HOME_ENERGY`',
  },
  when: (facts) => facts.offerIsHomeEnergyWorks,
};

/**
 * Goods sold over the counter, and a newsletter that also speaks of such works: a human looks at the template (D17), for
 * a cause of its own, since whether the goods are such says nothing of the class of the message (D5).
 */
export const homeEnergyAmongOthers = L223_8.forbids('SECTOR_BAN_UNCERTAIN', {
  paragraph: 'al. 1',
  quote: BAN,
  sanctions: SANCTIONS.homeEnergy,
  concerns: { channels: ['email', 'sms', 'mms'], audience: 'consumer' },
  when: (facts) => facts.offerIsHomeEnergyMixed === true,
  unless: [allOfItIsSuchWorks, messageUnderContractByText, messageOffersNothing],
  cause: ({ templateCause }) => templateCause?.replace(/^template:/, 'sector:'),
  reading: 'How far the ban goes beyond works and their equipment is not settled: reviewed (D17). Checked 2026-11-24.',
});
export const homeEnergyAmongOthersExamples: readonly Example[] = [
  ['insulation sold over the counter', { offerIsHomeEnergyMixed: true }, 'forbidden'],
  ['the same, to a hotelier', { offerIsHomeEnergyMixed: true, isConsumer: false }, 'not forbidden'],
  ['declared as works as well', { offerIsHomeEnergyMixed: true, offerIsHomeEnergyWorks: true }, 'not forbidden'],
  ['insulation over the counter, on 1 July 2025', { offerIsHomeEnergyMixed: true, day: '2025-07-01' }, 'not forbidden'],
  [
    'insulation over the counter, under a contract that runs and that it concerns',
    { offerIsHomeEnergyMixed: true, ongoingContract: 'sale-1' },
    'not forbidden',
  ],
  [
    'the question whether one wants to stay, from a template about it',
    {
      offerIsHomeEnergyMixed: true,
      declaredClass: 'renewal-request',
      renewal: { opensAt: 0, wasAsked: false, opposition: undefined },
    },
    'not forbidden',
  ],
  ['wine over the counter', { offerIsHomeEnergyMixed: undefined }, 'not forbidden'],
];
