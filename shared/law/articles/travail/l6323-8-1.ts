import { type Article, article, type MessageException } from '../../article.ts';
import { type Dated, setBy } from '../../dated.ts';
import type { Example } from '../../example.ts';
import { messageOffersNothing } from '../../readings/class-of.ts';
import type { Sanction } from '../../texts/sanction.ts';
import { SANCTIONS } from '../../texts/sanctions.ts';
import { CPF_2022_COPIED, LEGI_TRAVAIL } from '../../texts/sources.ts';

/**
 * Code du travail, art. L. 6323-8-1 (loi 2022-1587 of 19 December 2022): no prospecting of holders of a compte personnel de
 * formation (CPF), by telephone, message, e-mail or social network, to collect their data or to sell what the account pays for.
 * Its only exception is an action under way. Not coded: gifts for an enrolment (al. 4 since 11 June 2023), which are forbidden
 * however they are announced; that is no rule on who may be written to.
 */
const TEXT = { code: 'Code du travail', number: 'L. 6323-8-1', kind: 'statute' } as const;
const FIRST_VERSION = article({
  ...TEXT,
  id: 'l6323-8-1/2022-12-21',
  legi: 'LEGIARTI000046761673',
  inForce: { from: '2022-12-21', until: '2023-06-11' },
  read: CPF_2022_COPIED,
});
const SINCE_2023 = article({
  ...TEXT,
  id: 'l6323-8-1/2023-06-11',
  legi: 'LEGIARTI000047666673',
  inForce: { from: '2023-06-11' },
  read: LEGI_TRAVAIL,
});

/** The fine left al. 4 for al. 5, and nothing else of these sentences changed. */
const FINES: Dated<readonly Sanction[]> = { '2022-12-21': SANCTIONS.cpfBefore2023, '2023-06-11': SANCTIONS.cpf };
const TO_ALL_HOLDERS = {
  channels: ['email', 'sms', 'mms', 'automated-call'],
  recipient: 'natural-person',
} as const;

const trainingUnderWay: MessageException = {
  says: {
    en: 'a contract for services of the advertiser’s own runs, which is shown, on this very category: an action under way (`L. 34-5` still asks its basis)',
    fr: 'un contrat de prestation de l’annonceur est en cours, la preuve en est apportée, et il porte sur cette catégorie même : une action en cours (L. 34-5 exige toujours un fondement)',
  },
  paragraph: 'al. 1-3',
  quote:
    'à l’exception des sollicitations intervenant dans le cadre d’une action en cours et présentant un lien direct avec l’objet de celle-ci',
  when: (facts) => facts.trainingUnderWay !== undefined,
};

const trainingIn = (text: Article) =>
  text.forbids('SECTOR_BAN_CPF', {
    paragraph: 'al. 1-3',
    quote:
      'Est interdite toute prospection commerciale des titulaires d’un compte personnel de formation, par voie téléphonique, par message provenant d’un service de communications interpersonnelles, par courrier électronique ou sur un service de réseaux sociaux en ligne visant à',
    sanctions: setBy(text, FINES),
    concerns: TO_ALL_HOLDERS,
    when: (facts) => facts.offerIsCpfTraining === true,
    unless: [trainingUnderWay, messageOffersNothing],
    reading:
      'The text knows no exception of consent: none is made. Who holds an account is not known: it is applied to every human. The link of the exception is direct: the same category, and not one that is analogous. Checked 2026-11-30.',
  });
export const cpfTraining = trainingIn(SINCE_2023);
export const cpfTrainingBefore2023 = trainingIn(FIRST_VERSION);

/** The question whether one wants to stay, from a template about it. */
const ASKS_TO_STAY = {
  declaredClass: 'renewal-request',
  renewal: { opensAt: 0, wasAsked: false, opposition: undefined },
} as const;

/* @__NO_SIDE_EFFECTS__ */
const trainingExamplesOn = (day: string): readonly Example[] => {
  const training = { offerIsCpfTraining: true, day } as const;
  return [
    ['a course that the account pays for', training, 'forbidden'],
    ['the same, by automated call', { ...training, channel: 'automated-call' }, 'forbidden'],
    ['the same, by text message', { ...training, channel: 'sms' }, 'forbidden'],
    ['the same, to a buyer of training at work', { ...training, isConsumer: false }, 'forbidden'],
    ['the same, to contact@ of a company', { ...training, isRoleAddressOfLegalPerson: true }, 'not forbidden'],
    ['the same, under a contract that runs on other training', { ...training, ongoingContract: 'sale-1' }, 'forbidden'],
    ['the next module of the course that one attends', { ...training, trainingUnderWay: 'sale-1' }, 'not forbidden'],
    ['the question whether one wants to stay', { ...training, ...ASKS_TO_STAY }, 'not forbidden'],
    ['the same, on 20 December 2022', { ...training, day: '2022-12-20' }, 'not forbidden'],
    ['wine', { ...training, offerIsCpfTraining: undefined }, 'not forbidden'],
  ];
};
export const cpfTrainingExamples = trainingExamplesOn('2026-11-24');
export const cpfTrainingBefore2023Examples = trainingExamplesOn('2023-06-10');

const allOfItIsSuchTraining: MessageException = {
  says: {
    en: 'the category is also declared as offered on the account: then `SECTOR_BAN_CPF`',
    fr: 'la catégorie est aussi déclarée comme proposée au titre du compte : le motif est alors `SECTOR_BAN_CPF`',
  },
  when: (facts) => facts.offerIsCpfTraining === true,
};

/**
 * Training that the account could pay for and that is offered without a word of it, or a letter on several subjects: a human looks at
 * the template, for a cause of its own (D6).
 */
const trainingAmongOthersIn = (text: Article) =>
  text.forbids('SECTOR_BAN_CPF_UNCERTAIN', {
    paragraph: 'al. 1-3',
    quote: 'Conclure des contrats portant sur des actions mentionnées à l’article L. 6323-6',
    sanctions: setBy(text, FINES),
    concerns: TO_ALL_HOLDERS,
    when: (facts) => facts.offerIsCpfTrainingMixed === true,
    unless: [allOfItIsSuchTraining, trainingUnderWay, messageOffersNothing],
    cause: ({ templateCause }) => templateCause?.replace(/^template:/, 'cpf:'),
    reading:
      'Whether training that the account could pay for may be offered without a word of it is not settled: the text says no, the government said yes in Parliament (6 October 2022). Reviewed. Checked 2026-11-30.',
  });
export const cpfTrainingAmongOthers = trainingAmongOthersIn(SINCE_2023);
export const cpfTrainingAmongOthersBefore2023 = trainingAmongOthersIn(FIRST_VERSION);

/* @__NO_SIDE_EFFECTS__ */
const amongOthersExamplesOn = (day: string): readonly Example[] => {
  const mixed = { offerIsCpfTrainingMixed: true, day } as const;
  return [
    ['a course, and no word of the account', mixed, 'forbidden'],
    ['the same, by automated call', { ...mixed, channel: 'automated-call' }, 'forbidden'],
    ['the same, to contact@ of a company', { ...mixed, isRoleAddressOfLegalPerson: true }, 'not forbidden'],
    ['declared as offered on the account as well', { ...mixed, offerIsCpfTraining: true }, 'not forbidden'],
    ['the next module of the course that one attends', { ...mixed, trainingUnderWay: 'sale-1' }, 'not forbidden'],
    ['the question whether one wants to stay', { ...mixed, ...ASKS_TO_STAY }, 'not forbidden'],
    ['the same, on 20 December 2022', { ...mixed, day: '2022-12-20' }, 'not forbidden'],
    ['wine', { ...mixed, offerIsCpfTrainingMixed: undefined }, 'not forbidden'],
  ];
};
export const cpfTrainingAmongOthersExamples = amongOthersExamplesOn('2026-11-24');
export const cpfTrainingAmongOthersBefore2023Examples = amongOthersExamplesOn('2023-06-10');

/** Every version of both sentences. */
export const CPF_TRAINING = [
  ...[cpfTraining, cpfTrainingBefore2023],
  ...[cpfTrainingAmongOthers, cpfTrainingAmongOthersBefore2023],
];
