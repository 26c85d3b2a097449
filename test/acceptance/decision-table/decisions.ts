import { FOREIGN_HOST, mailBytes } from '../bytes.ts';
import { SOLD } from '../world.ts';
import {
  agreed,
  annulled,
  at,
  bought,
  decided,
  declared,
  FREE_ACCOUNTS,
  invalidated,
  later,
  MAILS,
  opposed,
  SECTOR_CAUSE,
  TEMPLATE_CAUSE,
} from './acts.ts';
import { confirmation, letter, made, mail } from './messages.ts';
import { type Act, ago, inHours, ROAD_NOT_WORKING_BY_MAIL, type Row } from './row.ts';

const FOR_SIX_MONTHS = 'J’accepte de recevoir pendant six mois vos offres par e-mail.';
const BY_MAIL = [{ channel: 'email', words: 'par e-mail' }];
const freeAccount = bought({ type: 'free-account' });
const allowed = decided(FREE_ACCOUNTS);
const undecided = { outcome: 'review', codes: ['SOFT_OPT_IN_FREEMIUM_REVIEW'] } as const;
const foreign = mail({ bytes: { email: mailBytes('foreign', 'person') } });
const FOREIGN_CAUSE = `opposition-means:${FOREIGN_HOST}`;

const INSULATION = { category: 'insulation' } as const;
const counter = { settings: { offers: [{ ...INSULATION, natures: ['home-energy-mixed'] }] } };
const ofInsulation = letter(INSULATION);
const LOAN = { category: 'loans' } as const;
const loans = { settings: { offers: [{ ...LOAN, natures: ['consumer-credit'] }] } };
const CREDIT_CAUSE = SECTOR_CAUSE.replace(/^sector:/, 'credit:');
/** An order confirmation about insulation that shows a price. */
const owedWithPrice = confirmation(' Le panneau isolant de la saison est à 12 €.', INSULATION);
const uncertain = { outcome: 'review', codes: ['SECTOR_BAN_UNCERTAIN'] } as const;

/** Agreed; an opposition that nobody made was recorded, and annulled. */
const wronglyOpposed: readonly Act[] = [agreed(), opposed(MAILS), annulled()];
const REVIEWED_MINORS = {
  readings: [
    {
      reading: 'minors-from-fifteen-are-reviewed',
      justification: 'Choix du comité.',
      decidedBy: 'Jeanne Roy',
      decidedOn: '2026-01-05',
    },
  ],
};

/** What humans decide once (D6), correct, or choose. */
export const DECISION_ROWS: readonly Row[] = [
  {
    row: '25h',
    title: 'a free account, decided once for the advertiser',
    recorded: [freeAccount, allowed],
    asked: mail(),
    outcome: 'allow',
    codes: ['OK_SOFT_OPT_IN'],
  },
  {
    row: '25i',
    title: 'a free account that was closed, although free accounts were decided to be sales',
    recorded: [
      at('work-mailbox', freeAccount),
      bought({ type: 'free-account', cancelledAt: ago(54) }),
      decided(FREE_ACCOUNTS, 'allowed', {}, { to: 'work-mailbox' }),
    ],
    asked: mail(),
    outcome: 'refuse',
    codes: ['SOFT_OPT_IN_NO_SALE'],
  },
  {
    row: '25c',
    title: 'a free account that a human refused',
    recorded: [freeAccount, decided(FREE_ACCOUNTS, 'refused')],
    asked: mail(),
    outcome: 'refuse',
    codes: ['SOFT_OPT_IN_FREEMIUM_REVIEW'],
  },
  {
    row: '25d',
    title: 'a free account, after the period of the decision',
    recorded: [freeAccount, decided(FREE_ACCOUNTS, 'allowed', { until: ago(0) }), later(1)],
    asked: mail(),
    ...undecided,
  },
  {
    row: '25e',
    title: 'a free account, by a channel that the decision does not name',
    recorded: [freeAccount, decided(FREE_ACCOUNTS, 'allowed', { appliesTo: { channels: ['sms'] } })],
    asked: mail(),
    ...undecided,
  },
  {
    row: '25f',
    title: 'a free account, on an offer that the decision does not name',
    recorded: [freeAccount, decided(FREE_ACCOUNTS, 'allowed', { appliesTo: { offerCategories: ['glassware'] } })],
    asked: mail(),
    ...undecided,
  },
  {
    row: '25g',
    title: 'a decision on the kind of account does not make dissimilar goods analogous',
    settings: { analogies: [] },
    recorded: [freeAccount, decided(FREE_ACCOUNTS, 'allowed', {}, { message: { offerCategory: SOLD } })],
    asked: mail({ offerCategory: 'insurance' }),
    outcome: 'refuse',
    codes: ['SOFT_OPT_IN_NOT_ANALOGOUS'],
  },
  {
    row: 'D19',
    title: 'bytes whose means of opposition is not ours',
    recorded: [agreed()],
    asked: foreign,
    outcome: 'review',
    codes: ROAD_NOT_WORKING_BY_MAIL,
  },
  {
    row: 'D19b',
    title: 'the same, received as a human found',
    recorded: [agreed(), decided(FOREIGN_CAUSE)],
    asked: foreign,
    outcome: 'allow',
    codes: ['OK_CONSENT'],
  },
  {
    row: 'D19c',
    title: 'the same, heard by nobody as a human found',
    recorded: [agreed(), decided(FOREIGN_CAUSE, 'refused')],
    asked: foreign,
    outcome: 'refuse',
    codes: ROAD_NOT_WORKING_BY_MAIL,
  },
  {
    row: 'D17',
    title: 'insulation over the counter, by a template that nobody looked at',
    ...counter,
    template: ofInsulation,
    recorded: [agreed()],
    asked: made(),
    ...uncertain,
  },
  {
    row: 'D17b',
    title: 'the same, by a template whose goods a human allowed',
    ...counter,
    template: ofInsulation,
    recorded: [agreed(), decided(SECTOR_CAUSE)],
    asked: made(),
    outcome: 'allow',
    codes: ['OK_CONSENT'],
  },
  {
    row: 'D17d',
    title: 'the same, whose goods a human refused',
    ...counter,
    template: ofInsulation,
    recorded: [agreed(), decided(SECTOR_CAUSE, 'refused')],
    asked: made(),
    outcome: 'refuse',
    codes: ['SECTOR_BAN_UNCERTAIN'],
  },
  {
    row: 'D17e',
    title: 'an owed letter with a price, which a human called prospecting: that says nothing of its goods',
    ...counter,
    template: owedWithPrice,
    recorded: [agreed(), decided(TEMPLATE_CAUSE, 'refused')],
    asked: made(),
    ...uncertain,
  },
  {
    row: 'D17f',
    title: 'the same, whose goods a human allowed: that says nothing of its class',
    ...counter,
    template: owedWithPrice,
    recorded: [agreed(), decided(SECTOR_CAUSE)],
    asked: made(),
    outcome: 'allow',
    codes: ['OK_CONSENT'],
    notes: ['MIXED_CONTENT_REQUALIFIED'],
  },
  {
    row: 'D17c',
    title: 'insulation over the counter as free text, which no human can look at beforehand',
    ...counter,
    recorded: [agreed()],
    asked: mail({ offerCategory: 'insulation' }),
    outcome: 'refuse',
    codes: ['SECTOR_BAN_UNCERTAIN'],
  },
  {
    row: 'D27a',
    title: 'a loan to a consumer by e-mail: whether it recalls the right to object awaits a human',
    ...loans,
    template: letter(LOAN),
    recorded: [agreed()],
    asked: made(),
    outcome: 'review',
    codes: ['CREDIT_REMINDER_UNCERTAIN'],
  },
  {
    row: 'D27b',
    title: 'the same, which a human found to recall it',
    ...loans,
    template: letter(LOAN),
    recorded: [agreed(), decided(CREDIT_CAUSE)],
    asked: made(),
    outcome: 'allow',
    codes: ['OK_CONSENT'],
  },
  {
    row: 'D27c',
    title: 'the same as free text, which no human can look at beforehand',
    ...loans,
    recorded: [agreed()],
    asked: mail({ offerCategory: 'loans' }),
    outcome: 'refuse',
    codes: ['CREDIT_REMINDER_UNCERTAIN'],
  },
  {
    row: 'D4',
    title: 'a wrong record was annulled two hours ago',
    recorded: [...wronglyOpposed, later(2)],
    asked: mail(),
    outcome: 'defer',
    codes: ['HELD_AFTER_ANNULMENT'],
    notBefore: '2026-11-25T09:00:00+01:00',
  },
  {
    row: 'D4b',
    title: 'a wrong record was annulled a day ago, to the second',
    recorded: [...wronglyOpposed, later(24)],
    asked: mail(),
    outcome: 'allow',
    codes: ['OK_CONSENT'],
  },
  {
    row: 'D4c',
    title: 'the same two hours ago, and a message that lives four hours',
    recorded: [...wronglyOpposed, later(2)],
    asked: mail({ validUntil: inHours(4) }),
    outcome: 'refuse',
    codes: ['VALIDITY_PASSED', 'HELD_AFTER_ANNULMENT'],
  },
  {
    row: 'D3',
    title: 'a consent that an operator ended, and nothing else',
    recorded: [agreed(), invalidated()],
    asked: mail(),
    outcome: 'refuse',
    codes: ['CONSENT_WITHDRAWN'],
  },
  {
    row: 'D9',
    title: 'a wording that names no channel',
    form: { channels: [] },
    recorded: [agreed()],
    asked: mail(),
    outcome: 'review',
    codes: ['CONSENT_CHANNEL_UNCERTAIN'],
  },
  {
    row: 'D9p',
    title: 'a wording that agrees to the offers of partners alone',
    form: { wording: 'J’accepte de recevoir par e-mail les offres de vos partenaires.', channels: BY_MAIL },
    recorded: [agreed()],
    asked: mail(),
    outcome: 'review',
    codes: ['CONSENT_CHANNEL_UNCERTAIN'],
  },
  {
    row: 'AL-2a',
    title: 'agreed 200 days ago, for six months, which the form declares',
    form: { wording: FOR_SIX_MONTHS, channels: BY_MAIL, agreedFor: { months: 6 } },
    recorded: [agreed({ daysAgo: 200 })],
    asked: mail(),
    outcome: 'refuse',
    codes: ['CONSENT_EXPIRED'],
  },
  {
    row: 'AL-2b',
    title: 'the same 100 days ago',
    form: { wording: FOR_SIX_MONTHS, channels: BY_MAIL, agreedFor: { months: 6 } },
    recorded: [agreed({ daysAgo: 100 })],
    asked: mail(),
    outcome: 'allow',
    codes: ['OK_CONSENT'],
  },
  {
    row: 'AL-2c',
    title: 'the same, which nobody declared',
    form: { wording: FOR_SIX_MONTHS, channels: BY_MAIL },
    recorded: [agreed({ daysAgo: 100 })],
    asked: mail(),
    outcome: 'review',
    codes: ['CONSENT_CHANNEL_UNCERTAIN'],
  },
  {
    row: 'D10',
    title: 'a consent that a message without basis asked for',
    recorded: [agreed({ drawnBy: 'message' })],
    asked: mail(),
    outcome: 'refuse',
    codes: ['CONSENT_DRAWN_BY_UNLAWFUL_MESSAGE'],
  },
  {
    row: 'MIN-1',
    title: 'sixteen years old, at an advertiser that wants a human to decide',
    settings: REVIEWED_MINORS,
    recorded: [declared({ ageBand: '15-17' }), agreed()],
    asked: mail(),
    outcome: 'review',
    codes: ['MINOR_CONSENT_UNCERTAIN'],
  },
  {
    row: 'MIN-1b',
    title: 'sixteen years old, at any other',
    recorded: [declared({ ageBand: '15-17' }), agreed()],
    asked: mail(),
    outcome: 'allow',
    codes: ['OK_CONSENT'],
  },
  {
    row: 'MIN-1c',
    title: 'of unknown age, on a form aimed at children',
    form: { childDirected: true },
    recorded: [agreed()],
    asked: mail(),
    outcome: 'refuse',
    codes: ['MINOR_CONSENT_INVALID'],
  },
];
