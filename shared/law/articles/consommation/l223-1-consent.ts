/** L. 223-1, al. 1, since 11 August 2026: a consumer who did not agree beforehand is not called; al. 4: save within a contract that runs. */

import { dayInParis } from '#shared/domain/time/calendar.ts';
import type { Example } from '../../example.ts';
import type { BasisFacts } from '../../facts/basis.ts';
import { SANCTIONS } from '../../texts/sanctions.ts';
import { CUSTOMER } from '../cpce/customer-exceptions.ts';
import { basisLeftToL345, basisUnderContract } from './calling.ts';
import { SINCE_2026, SINCE_2026_OF_CALLS } from './l223-1.ts';

const NOT_BEFOREHAND = {
  paragraph: 'al. 1',
  quote:
    'un consommateur qui n’a pas exprimé préalablement son consentement à faire l’objet de prospections commerciales par ce moyen',
} as const;

/** A call that the article forbids fetches no consent, to whatever channel (D10: “not even one asking for consent”). */
const DRAWN_BY_CALL = {
  ...NOT_BEFOREHAND,
  when: ({ wasDrawnByCall, givenAt }: BasisFacts) =>
    wasDrawnByCall === true && dayInParis(givenAt) >= SINCE_2026.inForce.from,
  detail: () => 'by-call',
  reading:
    'The article forbids the call: that what it fetched is no consent follows from “préalablement”, as of a message that asks (D10). A contract that ran, whatever it was about, a call at an hour to which the person agreed beforehand and an earlier consent to calls by a human or a machine are held to allow it, unless calls were opposed (GDPR, art. 21). Contracts for services and paid subscriptions alone are held to be contracts that run (al. 4): an order in delivery is none. Checked 2026-11-30.',
} as const;

export const consentDrawnByCall = SINCE_2026.forbidsRelyingOn(['consent'], 'CONSENT_DRAWN_BY_UNLAWFUL_MESSAGE', {
  ...DRAWN_BY_CALL,
  sanctions: SANCTIONS.consent,
  concerns: { channels: ['email', 'sms', 'mms'], audience: 'consumer' },
});
/** 1 October 2026. */
const OCTOBER = 1_790_848_800_000;
export const consentDrawnByCallExamples: readonly Example[] = [
  ['a call to a stranger asked for it', { basis: { wasDrawnByCall: true, givenAt: OCTOBER } }, 'forbidden'],
  [
    'the same, before an automated call, which the article forbids as well',
    { channel: 'automated-call', basis: { wasDrawnByCall: true, givenAt: OCTOBER } },
    'not forbidden',
  ],
  [
    'the same, of a hotelier about the hotel',
    { isConsumer: false, basis: { wasDrawnByCall: true, givenAt: OCTOBER } },
    'not forbidden',
  ],
  [
    'the same, of a hotelier as a private person',
    { isConsumer: false, basis: { wasDrawnByCall: true, givenAt: OCTOBER, isPrivate: true } },
    'forbidden',
  ],
  [
    'on 10 August 2026: the text binds from the 11th',
    { basis: { wasDrawnByCall: true, givenAt: 1_786_399_199_000 } },
    'not forbidden',
  ],
  ['on 11 August 2026, in Paris', { basis: { wasDrawnByCall: true, givenAt: 1_786_399_200_000 } }, 'forbidden'],
  ['a form on the advertiser’s site', { basis: { givenAt: OCTOBER } }, 'not forbidden'],
];

/** The same where a call follows: it is one that the article itself forbids (L. 242-16, and al. 9). */
export const calledOnConsentDrawnByCall = SINCE_2026_OF_CALLS.forbidsRelyingOn(
  ['consent'],
  'CONSENT_DRAWN_BY_UNLAWFUL_MESSAGE',
  {
    ...DRAWN_BY_CALL,
    sanctions: SANCTIONS.callWithoutConsent,
    concerns: { channels: ['automated-call'], audience: 'consumer' },
  },
);
export const calledOnConsentDrawnByCallExamples: readonly Example[] = [
  [
    'a call to a stranger asked for it',
    { channel: 'automated-call', basis: { wasDrawnByCall: true, givenAt: OCTOBER } },
    'forbidden',
  ],
  [
    'the same, of a hotelier about the hotel',
    { channel: 'automated-call', isConsumer: false, basis: { wasDrawnByCall: true, givenAt: OCTOBER } },
    'not forbidden',
  ],
  [
    'on 10 August 2026: the text binds from the 11th',
    { channel: 'automated-call', basis: { wasDrawnByCall: true, givenAt: 1_786_399_199_000 } },
    'not forbidden',
  ],
  ['a form on the advertiser’s site', { channel: 'automated-call', basis: { givenAt: OCTOBER } }, 'not forbidden'],
  ['a mail', { basis: { wasDrawnByCall: true, givenAt: OCTOBER } }, 'not forbidden'],
];

/** Al. 1 knows no exception for customers: a purchase allows no call, where the advertiser reads L. 34-5, al. 4 as if it did. */
export const customerCalledWithoutConsent = SINCE_2026.forbidsRelyingOn(CUSTOMER, 'SOFT_OPT_IN_CHANNEL_NOT_COVERED', {
  ...NOT_BEFOREHAND,
  sanctions: SANCTIONS.consentToCalls,
  concerns: {
    channels: ['automated-call'],
    audience: 'consumer',
    recordedReading: 'existing-customers-by-automated-call',
  },
  when: () => true,
  unless: [basisUnderContract, basisLeftToL345],
  detail: () => 'no-contract-runs',
  reading:
    'L. 223-7 sends automated calls to L. 34-5: al. 1 is applied to them all the same, as al. 5 and the decrees are, unless the advertiser recorded the other reading (VOICE-1, D7). Checked 2026-11-30.',
});
export const customerCalledWithoutConsentExamples: readonly Example[] = [
  [
    'a customer, of an advertiser who chose to call customers',
    { channel: 'automated-call', readings: ['existing-customers-by-automated-call'] },
    'forbidden',
  ],
  [
    'the same, and a contract runs that the offer concerns',
    { channel: 'automated-call', readings: ['existing-customers-by-automated-call'], ongoingContract: 'sale-1' },
    'not forbidden',
  ],
  [
    'the same, of an advertiser who reads L. 34-5 alone',
    { channel: 'automated-call', readings: ['existing-customers-by-automated-call', 'automated-calls-by-l34-5-alone'] },
    'not forbidden',
  ],
  [
    'a hotel that bought as one',
    { channel: 'automated-call', readings: ['existing-customers-by-automated-call'], isConsumer: false },
    'not forbidden',
  ],
  [
    'a hotelier who bought as a private person',
    {
      channel: 'automated-call',
      readings: ['existing-customers-by-automated-call'],
      isConsumer: false,
      basis: { isPrivate: true },
    },
    'forbidden',
  ],
  ['a customer, of an advertiser who did not choose so', { channel: 'automated-call' }, 'not forbidden'],
  [
    'a call of 10 August 2026: the text binds from the 11th',
    { channel: 'automated-call', readings: ['existing-customers-by-automated-call'], day: '2026-08-10' },
    'not forbidden',
  ],
  ['an SMS to a customer', { channel: 'sms', readings: ['existing-customers-by-automated-call'] }, 'not forbidden'],
];
