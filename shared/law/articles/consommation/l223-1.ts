import { type Article, article, type MessageException } from '../../article.ts';
import { type Dated, setBy } from '../../dated.ts';
import type { Example } from '../../example.ts';
import { messageOffersNothing } from '../../readings/class-of.ts';
import type { Sanction } from '../../texts/sanction.ts';
import { SANCTIONS } from '../../texts/sanctions.ts';
import { LEGI_CONSOMMATION, LEGIFRANCE_QUOTED } from '../../texts/sources.ts';
import { EVERY_DAY } from '../../texts/text.ts';
import { messageUnderContract, messageUnderContractBefore } from './calling.ts';
import { allOfItIsSuchWorks } from './l223-8.ts';

/**
 * Code de la consommation, art. L. 223-1, on home energy by telephone; by message, L. 223-8. The consent that al. 1 asks for since
 * 11 August 2026: `l223-1-consent.ts`.
 */
const TEXT = { code: 'Code de la consommation', number: 'L. 223-1', kind: 'statute' } as const;

/** Al. 3. Its first day was not read: applied to every day before 11 August 2026. */
const BEFORE_2026 = article({
  ...TEXT,
  id: 'l223-1/2026-04-03',
  inForce: { from: EVERY_DAY.from, until: '2026-08-11' },
  asOf: '2026-04-03',
  read: LEGI_CONSOMMATION,
});
/** Al. 5: its source only sums it up (renovation, adaptation, renewable energy), hence it is not quoted. */
const VERSION_OF_2026 = {
  ...TEXT,
  legi: 'LEGIARTI000051830285',
  inForce: { from: '2026-08-11' },
  read: LEGIFRANCE_QUOTED,
} as const;
export const SINCE_2026 = article({ ...VERSION_OF_2026, id: 'l223-1/2026-08-11' });
/** The same version, of a call on a consent that a call fetched: a stored reason is found by its code and this id, and costs more than a mail's. */
export const SINCE_2026_OF_CALLS = article({ ...VERSION_OF_2026, id: 'l223-1-calls/2026-08-11' });
interface Clause {
  readonly paragraph: string;
  readonly quote?: string;
  readonly sanctions: readonly Sanction[];
}
const CLAUSE: Dated<Clause> = {
  [EVERY_DAY.from]: {
    paragraph: 'al. 3',
    sanctions: SANCTIONS.callsBefore2026,
    quote:
      'ayant pour objet la vente d’équipements ou la réalisation de travaux pour des logements en vue de la réalisation d’économies d’énergie ou de la production d’énergies renouvelables est interdite',
  },
  '2026-08-11': { paragraph: 'al. 5', sanctions: SANCTIONS.consentToCalls },
};
const CALLED = { channels: ['automated-call'], audience: 'consumer' } as const;

const underContract: Dated<MessageException> = {
  [EVERY_DAY.from]: messageUnderContractBefore,
  '2026-08-11': messageUnderContract,
};
const homeEnergyByCallIn = (text: Article) =>
  text.forbids('SECTOR_BAN_HOME_ENERGY', {
    ...setBy(text, CLAUSE),
    concerns: CALLED,
    when: (facts) => facts.offerIsHomeEnergyWorks,
    unless: [setBy(text, underContract), messageOffersNothing],
    reading:
      'L. 223-7 sends automated calls to L. 34-5: the ban on calls is applied to them all the same (VOICE-1, D17). Checked 2026-11-25.',
  });
export const homeEnergyByCall2026 = homeEnergyByCallIn(SINCE_2026);
export const homeEnergyByCallBefore = homeEnergyByCallIn(BEFORE_2026);

/* @__NO_SIDE_EFFECTS__ */
const homeEnergyByCallExamplesOn = (day: string): readonly Example[] => {
  const works = { channel: 'automated-call', offerIsHomeEnergyWorks: true, day } as const;
  return [
    ['a heat pump, installed', works, 'forbidden'],
    ['a heat pump, to a hotelier', { ...works, isConsumer: false }, 'not forbidden'],
    [
      'a heat pump, under a contract that runs and that it concerns',
      { ...works, ongoingContract: 'sale-1' },
      'not forbidden',
    ],
    [
      'the question whether one wants to stay, from a template about it',
      {
        ...works,
        declaredClass: 'renewal-request',
        renewal: { opensAt: 0, wasAsked: false, opposition: undefined },
      },
      'not forbidden',
    ],
    ['wine', { ...works, offerIsHomeEnergyWorks: false }, 'not forbidden'],
  ];
};
export const homeEnergyByCall2026Examples = homeEnergyByCallExamplesOn('2026-11-24');
export const homeEnergyByCallBeforeExamples = homeEnergyByCallExamplesOn('2026-08-10');

const homeEnergyAmongOthersByCallIn = (text: Article) =>
  text.forbids('SECTOR_BAN_UNCERTAIN', {
    ...setBy(text, CLAUSE),
    concerns: CALLED,
    when: (facts) => facts.offerIsHomeEnergyMixed === true,
    unless: [allOfItIsSuchWorks, setBy(text, underContract), messageOffersNothing],
    cause: ({ templateCause }) => templateCause?.replace(/^template:/, 'sector:'),
    reading:
      'How far the ban goes beyond works and their equipment is not settled: reviewed (D17). Checked 2026-11-25.',
  });
export const homeEnergyAmongOthersByCall2026 = homeEnergyAmongOthersByCallIn(SINCE_2026);
export const homeEnergyAmongOthersByCallBefore = homeEnergyAmongOthersByCallIn(BEFORE_2026);
/* @__NO_SIDE_EFFECTS__ */
const homeEnergyAmongOthersByCallExamplesOn = (day: string): readonly Example[] => {
  const mixed = { channel: 'automated-call', offerIsHomeEnergyMixed: true, day } as const;
  return [
    ['insulation sold over the counter', mixed, 'forbidden'],
    ['the same, to a hotelier', { ...mixed, isConsumer: false }, 'not forbidden'],
    ['declared as works as well', { ...mixed, offerIsHomeEnergyWorks: true }, 'not forbidden'],
    [
      'the same, under a contract that runs and that it concerns',
      { ...mixed, ongoingContract: 'sale-1' },
      'not forbidden',
    ],
    [
      'the question whether one wants to stay, from a template about it',
      {
        ...mixed,
        declaredClass: 'renewal-request',
        renewal: { opensAt: 0, wasAsked: false, opposition: undefined },
      },
      'not forbidden',
    ],
    ['wine over the counter', { ...mixed, offerIsHomeEnergyMixed: undefined }, 'not forbidden'],
  ];
};
export const homeEnergyAmongOthersByCall2026Examples = homeEnergyAmongOthersByCallExamplesOn('2026-11-24');
export const homeEnergyAmongOthersByCallBeforeExamples = homeEnergyAmongOthersByCallExamplesOn('2026-08-10');
