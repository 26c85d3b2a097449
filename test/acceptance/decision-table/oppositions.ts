import { PROOF } from '../world.ts';
import { agreed, at, bought, EVERYTHING, MAILS, OFFERS_BY_MAIL, ONE_PERSON, opposed, TEXTS, withdrew } from './acts.ts';
import { mail, text } from './messages.ts';
import type { Act, Row } from './row.ts';
import { allowedAt, observed } from './set-in-process.ts';

const asked = mail({ basis: 'consent' });
const toTexts = at('mobile', agreed({ channels: ['sms'] }));
/** Agreed by both addresses, then wrote STOP, which the operator’s platform reports. */
const STOPPED_TEXTS: readonly Act[] = [
  ...ONE_PERSON,
  at('mailbox', agreed()),
  toTexts,
  at('mobile', opposed(TEXTS, { via: 'partner' })),
];
/** Agreed by both addresses, opposed to everything on the phone, then agreed to mails again, with proof. */
const BACK_BY_MAIL: readonly Act[] = [
  ...ONE_PERSON,
  at('mailbox', agreed()),
  toTexts,
  at('mobile', opposed(EVERYTHING, { via: 'phone' })),
  at('mailbox', agreed({ daysAgo: 4, proof: PROOF })),
];

/** Oppositions, withdrawals and refusals: what they cover, and what lifts them. */
export const OPPOSITION_ROWS: readonly Row[] = [
  {
    row: '10',
    title: 'agreed, later opposed to mails',
    recorded: [agreed(), opposed(MAILS)],
    asked,
    outcome: 'refuse',
    codes: ['OPPOSED_CHANNEL'],
  },
  {
    row: '11',
    title: 'agreed, opposed, agreed again before our eyes',
    recorded: [agreed(), opposed(MAILS), agreed({ daysAgo: 4 })],
    asked,
    outcome: 'allow',
    codes: ['OK_CONSENT'],
    onlyInProcess: {
      why: 'no route sees a person agree: each consent is declared by the advertiser, and so never observed',
      as: observed,
    },
  },
  {
    row: '11b',
    title: 'agreed, opposed, agreed again on the form, with proof',
    recorded: [agreed(), opposed(MAILS), agreed({ daysAgo: 4, proof: PROOF })],
    asked,
    outcome: 'allow',
    codes: ['OK_CONSENT'],
  },
  {
    row: '12',
    title: 'agreed, opposed, and a file that is imported says “opt-in”',
    recorded: [agreed(), opposed(MAILS), agreed({ daysAgo: 4, form: undefined })],
    asked,
    outcome: 'refuse',
    codes: ['OPPOSED_CHANNEL', 'REOPT_IN_NOT_VALID'],
  },
  {
    row: '13',
    title: 'opposed, then bought again',
    recorded: [opposed(MAILS), bought({ daysAgo: 4 })],
    asked: mail({ basis: 'existing-customer' }),
    outcome: 'refuse',
    codes: ['OPPOSED_CHANNEL'],
  },
  {
    row: '14',
    title: 'agreed to texts and mails, wrote STOP; a text message',
    recorded: STOPPED_TEXTS,
    asked: text({ basis: 'consent' }),
    outcome: 'refuse',
    codes: ['OPPOSED_CHANNEL'],
  },
  {
    row: '15',
    title: 'the same person; a mail',
    recorded: STOPPED_TEXTS,
    asked,
    outcome: 'allow',
    codes: ['OK_CONSENT'],
  },
  {
    row: '16',
    title: 'agreed to texts, answered a mail with “no more advertising”; a text message',
    recorded: [...ONE_PERSON, toTexts, at('mailbox', opposed(EVERYTHING))],
    asked: text({ basis: 'consent' }),
    outcome: 'refuse',
    codes: ['OPPOSED_GLOBAL'],
  },
  {
    row: '16b',
    title: 'agreed to mails, answered one with “no more advertising”; a mail',
    recorded: [agreed(), opposed(EVERYTHING)],
    asked,
    outcome: 'refuse',
    codes: ['OPPOSED_GLOBAL'],
  },
  {
    row: '17',
    title: 'opposed to everything, then agreed to mails; a mail',
    recorded: BACK_BY_MAIL,
    asked,
    outcome: 'allow',
    codes: ['OK_CONSENT'],
  },
  {
    row: '18',
    title: 'the same person; a text message, on the old consent',
    recorded: BACK_BY_MAIL,
    asked: text({ basis: 'consent' }),
    outcome: 'refuse',
    codes: ['OPPOSED_GLOBAL'],
  },
  {
    row: '19',
    title: 'opposed and agreed at the same instant',
    recorded: [opposed(MAILS), agreed({ daysAgo: 10, proof: PROOF })],
    asked,
    outcome: 'refuse',
    codes: ['OPPOSED_CHANNEL'],
  },
  {
    row: '64',
    title: 'allowed, opposed two minutes later, still waiting to be sent',
    recorded: [agreed(), opposed(MAILS)],
    asked: mail(),
    outcome: 'refuse',
    codes: ['OPPOSED_AFTER_DECISION'],
    onlyInProcess: {
      why: 'the opposition must come while the message waits: test/journeys/decision-table-faults.test.ts',
      as: allowedAt(1),
    },
  },
  {
    row: '67',
    title: 'agreed and bought, then withdrew; no other basis takes its place',
    recorded: [agreed(), bought(), withdrew()],
    asked: mail({ basis: 'existing-customer' }),
    outcome: 'refuse',
    codes: ['OPPOSED_PURPOSE'],
  },
  {
    row: '68',
    title: 'agreed, then ticked the refusal at the checkout',
    recorded: [agreed(), bought({ refusal: OFFERS_BY_MAIL })],
    asked,
    outcome: 'refuse',
    codes: ['OPPOSED_PURPOSE'],
  },
  {
    row: '69',
    title: 'agreed by mail, opposed to everything when called on the other address',
    recorded: [...ONE_PERSON, agreed(), at('mobile', opposed(EVERYTHING, { via: 'phone' }))],
    asked,
    outcome: 'refuse',
    codes: ['OPPOSED_GLOBAL'],
  },
  {
    row: '71',
    title: 'signed on paper on Monday, opposed on Wednesday, paper keyed in on Friday',
    form: { mode: 'paper', mechanism: 'signature', defaultState: 'not-applicable' },
    recorded: [opposed(MAILS, { daysAgo: 6 }), agreed({ daysAgo: 8, proof: PROOF })],
    asked,
    outcome: 'refuse',
    codes: ['OPPOSED_CHANNEL'],
  },
];
