import { article } from '../../article.ts';
import type { Example } from '../../example.ts';
import { messageOffersNothing } from '../../readings/class-of.ts';
import { SANCTIONS } from '../../texts/sanctions.ts';
import { LEGI_CONSOMMATION } from '../../texts/sources.ts';
import { EVERY_DAY } from '../../texts/text.ts';
import { BY_MAIL_ALONE } from './l122-8.ts';

/**
 * Code de la consommation, art. L. 312-9, al. 1: advertising for consumer credit by e-mail recalls the right to object to the
 * use of one's data for prospecting, and how. Our footer gives the means to object and does not name that right: a human
 * looks at the template once (D27). Not coded: al. 2, on the figures of the credit. Its first day was not read.
 */
const L312_9 = article({
  id: 'l312-9/2026-04-03',
  code: 'Code de la consommation',
  number: 'L. 312-9',
  inForce: EVERY_DAY,
  asOf: '2026-04-03',
  kind: 'statute',
  read: LEGI_CONSOMMATION,
});

export const creditWithoutReminder = L312_9.forbids('CREDIT_REMINDER_UNCERTAIN', {
  paragraph: 'al. 1',
  quote:
    'lui rappelle de façon claire, précise et visible son droit de s’opposer sans frais à l’utilisation de ses données personnelles à des fins de prospection ainsi que les modalités d’exercice de ce droit',
  sanctions: SANCTIONS.credit,
  concerns: { channels: ['email'], audience: 'consumer' },
  when: (facts) => facts.offerIsConsumerCredit === true,
  unless: [messageOffersNothing],
  cause: ({ templateCause }) => templateCause?.replace(/^template:/, 'credit:'),
  reading: BY_MAIL_ALONE,
});
export const creditWithoutReminderExamples: readonly Example[] = [
  ['a loan, by e-mail', { offerIsConsumerCredit: true }, 'forbidden'],
  ['the same, to a hotelier', { offerIsConsumerCredit: true, isConsumer: false }, 'not forbidden'],
  ['the same, by SMS', { channel: 'sms', offerIsConsumerCredit: true }, 'not forbidden'],
  [
    'the same, from a template that a human found to recall the right',
    {
      offerIsConsumerCredit: true,
      templateCause: 'template:loans@1',
      decided: { 'credit:loans@1': 'allowed' },
    },
    'not forbidden',
  ],
  [
    'the question whether one wants to stay, from a template about it',
    {
      offerIsConsumerCredit: true,
      declaredClass: 'renewal-request',
      renewal: { opensAt: 0, wasAsked: false, opposition: undefined },
    },
    'not forbidden',
  ],
  ['wine', { offerIsConsumerCredit: undefined }, 'not forbidden'],
];
