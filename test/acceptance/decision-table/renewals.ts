import { TEMPLATE } from '../world.ts';
import { agreed, bought, clicked, invalidated, later, MAILS, opposed, wrote } from './acts.ts';
import { CONTENT, made, madeText, question, questionText } from './messages.ts';
import { type Act, ago, type Row } from './row.ts';

/** Ten days before three years are over: the term of a prospect who last came by then ends on 4 December 2026. */
const NEAR = 1086;
const asked = made();
const template = question();
const agreedLongAgo = agreed({ daysAgo: 1284 });
const nearTheEnd: readonly Act[] = [agreedLongAgo, clicked(NEAR)];
const customer = bought({ daysAgo: NEAR });
const TWO_WEEKS = later(14 * 24);
const askedToStay = wrote({ channel: 'email', template: TEMPLATE });
const ONE_YEAR = { retention: { prospectYears: 1, customerYears: 1 } };
const DISCOUNT = { mergeValues: { note: '-20 % sur tout le magasin' } };

const bothBases = ['OK_RENEWAL_REQUEST', 'OK_CONSENT'];
const asCustomer = ['OK_RENEWAL_REQUEST', 'OK_SOFT_OPT_IN'];

/** One question before the data are erased: does the person want to stay (RET-4)? */
export const RENEWAL_ROWS: readonly Row[] = [
  {
    row: '54',
    title: 'asked once, ten days before the term, of a person who agreed',
    template,
    recorded: nearTheEnd,
    asked,
    outcome: 'allow',
    codes: bothBases,
  },
  {
    row: '54b',
    title: 'asked of a customer, in a category that was never sold',
    template,
    recorded: [customer],
    asked,
    outcome: 'allow',
    codes: asCustomer,
  },
  {
    row: '54c',
    title: 'asked a second time within the term',
    template,
    recorded: [...nearTheEnd, askedToStay, TWO_WEEKS],
    asked,
    outcome: 'refuse',
    codes: ['RENEWAL_ALREADY_ASKED'],
  },
  {
    row: '54d',
    title: 'asked for the first time, after offers',
    template,
    recorded: [...nearTheEnd, wrote({ channel: 'email', offerCategory: 'seeds', content: CONTENT }), TWO_WEEKS],
    asked,
    outcome: 'allow',
    codes: bothBases,
  },
  {
    row: '54e',
    title: 'asked again in a new term, for a later visit became known after the first time',
    template,
    recorded: [...nearTheEnd, askedToStay, TWO_WEEKS, clicked(1070)],
    asked,
    outcome: 'allow',
    codes: bothBases,
  },
  {
    row: '54f',
    title: 'asked after the term',
    template,
    recorded: [agreedLongAgo, clicked(1097)],
    asked,
    outcome: 'refuse',
    codes: ['RETENTION_EXPIRED'],
  },
  {
    row: '54g',
    title: 'asked two days before the last thirty, which begin within the message’s validity',
    template,
    recorded: [agreedLongAgo, clicked(1064 + 2 / 24)],
    asked,
    outcome: 'defer',
    codes: ['RENEWAL_TOO_EARLY'],
    notBefore: '2026-11-26T08:00:00Z',
  },
  {
    row: '54h',
    title: 'asked half a year before the term',
    template,
    recorded: [agreedLongAgo, clicked(914)],
    asked,
    outcome: 'refuse',
    codes: ['RENEWAL_TOO_EARLY'],
  },
  {
    row: '54i',
    title: 'asked of a person who opposed text messages alone',
    template,
    recorded: [...nearTheEnd, opposed({ scope: 'channel', channels: ['sms'] })],
    asked,
    outcome: 'refuse',
    codes: ['RENEWAL_AFTER_OPPOSITION'],
  },
  {
    row: '54j',
    title: 'asked of a person who opposed',
    template,
    recorded: [...nearTheEnd, opposed(MAILS)],
    asked,
    outcome: 'refuse',
    codes: ['OPPOSED_CHANNEL', 'RENEWAL_AFTER_OPPOSITION'],
  },
  {
    row: '54k',
    title: 'asked of a person of whom nothing is recorded',
    template,
    asked,
    outcome: 'refuse',
    codes: ['CONSENT_MISSING'],
  },
  {
    row: '54l',
    title: 'with a discount that a merge value brings: an offer, hence prospecting, to a person who agreed',
    template: question(' {{note}}'),
    recorded: nearTheEnd,
    asked,
    sent: DISCOUNT,
    outcome: 'allow',
    codes: ['OK_CONSENT'],
    notes: ['MIXED_CONTENT_REQUALIFIED'],
  },
  {
    row: '54m',
    title: 'with a price in the template, to a customer: no longer excused from the analogy',
    template: question(' La carte coûte 12 €.'),
    recorded: [customer],
    asked,
    outcome: 'refuse',
    codes: ['SOFT_OPT_IN_NOT_ANALOGOUS'],
    notes: ['MIXED_CONTENT_REQUALIFIED'],
  },
  {
    row: '54n',
    title: 'by text at night: it keeps the hours of prospecting',
    at: '2026-11-24T22:30',
    template: questionText(),
    recorded: [agreed({ channels: ['sms'], daysAgo: 1284 }), clicked(NEAR)],
    asked: madeText(),
    outcome: 'defer',
    codes: ['QUIET_HOURS_SMS'],
    notBefore: '2026-11-25T07:00:00Z',
  },
  {
    row: '54o',
    title: 'under an advertiser’s term of one year, ten days before its end',
    settings: ONE_YEAR,
    template,
    recorded: [agreed({ daysAgo: 500 }), clicked(355)],
    asked,
    outcome: 'allow',
    codes: bothBases,
  },
  {
    row: '54q',
    title: 'of a customer who clicked a year after the last order: the customer’s term counts, which is near',
    template,
    recorded: [customer, clicked(720)],
    asked,
    outcome: 'allow',
    codes: asCustomer,
  },
  {
    row: '54r',
    title: 'the same, of one who agreed as well: the later term counts',
    template,
    recorded: [customer, agreedLongAgo, clicked(720)],
    asked,
    outcome: 'refuse',
    codes: ['RENEWAL_TOO_EARLY'],
  },
  {
    row: '54s',
    title: 'the same, whose consent an operator ended: the customer’s term again',
    template,
    recorded: [customer, agreedLongAgo, invalidated(), clicked(720)],
    asked,
    outcome: 'allow',
    codes: asCustomer,
  },
  {
    row: '54p',
    title: 'of a customer whose contract ended later than the last click: its term counts',
    template,
    recorded: [bought({ daysAgo: NEAR, type: 'service-contract', relation: { state: 'ended', endedAt: ago(877) } })],
    asked,
    outcome: 'refuse',
    codes: ['RENEWAL_TOO_EARLY'],
  },
];
