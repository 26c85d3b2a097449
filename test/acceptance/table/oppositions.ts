import { PROOF } from '../world.ts';
import { mail, text } from './messages.ts';
import type { TableRow } from './row.ts';
import { agreed, at, bought, EVERYTHING, MAILS, ONE_PERSON, opposed, TEXTS, withdrew } from './steps.ts';

const toTexts = at('mobile', agreed({ channels: ['sms'] }));
/** Agreed by both addresses, then wrote STOP, which the operator’s platform reports. */
const STOPPED_TEXTS = [
  ...ONE_PERSON,
  at('mailbox', agreed()),
  toTexts,
  at('mobile', opposed(TEXTS, { road: 'partner' })),
];
/** Agreed by both addresses, opposed to everything on the phone, then agreed to mails again, with proof. */
const BACK_BY_MAIL = [
  ...ONE_PERSON,
  at('mailbox', agreed()),
  toTexts,
  at('mobile', opposed(EVERYTHING, { road: 'phone' })),
  at('mailbox', agreed({ daysAgo: 4, proof: PROOF })),
];

/** Oppositions, withdrawals and refusals: how far they reach, and what lifts them. */
export const OPPOSITION_ROWS: readonly TableRow[] = [
  {
    row: '10',
    says: 'agreed, later opposed to mails',
    recorded: [agreed(), opposed(MAILS)],
    asked: mail({ basis: 'consent' }),
    expected: 'refuse',
    codes: ['OPPOSED_CHANNEL'],
  },
  {
    row: '11',
    says: 'agreed, opposed, agreed again on the form, with proof',
    recorded: [agreed(), opposed(MAILS), agreed({ daysAgo: 4, proof: PROOF })],
    asked: mail({ basis: 'consent' }),
    expected: 'allow',
    codes: ['OK_CONSENT'],
  },
  {
    row: '12',
    says: 'agreed, opposed, and a file that is imported says “opt-in”',
    recorded: [agreed(), opposed(MAILS), agreed({ daysAgo: 4, form: undefined })],
    asked: mail({ basis: 'consent' }),
    expected: 'refuse',
    codes: ['OPPOSED_CHANNEL', 'REOPT_IN_NOT_VALID'],
  },
  {
    row: '13',
    says: 'opposed, then bought again',
    recorded: [opposed(MAILS), bought({ daysAgo: 4 })],
    asked: mail({ basis: 'existing-customer' }),
    expected: 'refuse',
    codes: ['OPPOSED_CHANNEL'],
  },
  {
    row: '14',
    says: 'agreed to texts and mails, wrote STOP; a text message',
    recorded: STOPPED_TEXTS,
    asked: text({ basis: 'consent' }),
    expected: 'refuse',
    codes: ['OPPOSED_CHANNEL'],
  },
  {
    row: '15',
    says: 'the same person; a mail',
    recorded: STOPPED_TEXTS,
    asked: mail({ basis: 'consent' }),
    expected: 'allow',
    codes: ['OK_CONSENT'],
  },
  {
    row: '16',
    says: 'agreed to texts, answered a mail with “no more advertising”; a text message',
    recorded: [...ONE_PERSON, toTexts, at('mailbox', opposed(EVERYTHING))],
    asked: text({ basis: 'consent' }),
    expected: 'refuse',
    codes: ['OPPOSED_GLOBAL'],
  },
  {
    row: '17',
    says: 'opposed to everything, then agreed to mails; a mail',
    recorded: BACK_BY_MAIL,
    asked: mail({ basis: 'consent' }),
    expected: 'allow',
    codes: ['OK_CONSENT'],
  },
  {
    row: '18',
    says: 'the same person; a text message, on the old consent',
    recorded: BACK_BY_MAIL,
    asked: text({ basis: 'consent' }),
    expected: 'refuse',
    codes: ['OPPOSED_GLOBAL'],
  },
  {
    row: '19',
    says: 'opposed and agreed at the same instant',
    recorded: [opposed(MAILS), agreed({ daysAgo: 10, proof: PROOF })],
    asked: mail({ basis: 'consent' }),
    expected: 'refuse',
    codes: ['OPPOSED_CHANNEL'],
  },
  {
    row: '67',
    says: 'agreed and bought, then withdrew; no other basis takes the place',
    recorded: [agreed(), bought(), withdrew()],
    asked: mail({ basis: 'existing-customer' }),
    expected: 'refuse',
    codes: ['OPPOSED_PURPOSE'],
  },
  {
    row: '68',
    says: 'agreed, then ticked the refusal at the checkout',
    recorded: [agreed(), bought({ refused: true })],
    asked: mail({ basis: 'consent' }),
    expected: 'refuse',
    codes: ['OPPOSED_PURPOSE'],
  },
  {
    row: '69',
    says: 'agreed by mail, opposed to everything when called on the other address',
    recorded: [...ONE_PERSON, agreed(), at('mobile', opposed(EVERYTHING, { road: 'phone' }))],
    asked: mail({ basis: 'consent' }),
    expected: 'refuse',
    codes: ['OPPOSED_GLOBAL'],
  },
  {
    row: '71',
    says: 'signed on paper on Monday, opposed on Wednesday, paper keyed in on Friday',
    form: { mode: 'paper', mechanism: 'signature', defaultState: 'not-applicable' },
    recorded: [opposed(MAILS, { daysAgo: 6 }), agreed({ daysAgo: 8, proof: PROOF })],
    asked: mail({ basis: 'consent' }),
    expected: 'refuse',
    codes: ['OPPOSED_CHANNEL'],
  },
];
