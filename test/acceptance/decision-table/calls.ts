import { CALLER_ID, NAME, OFFERED, OPPOSITION_NUMBER, SENDER_EMAIL, SOLD } from '../world.ts';
import { agreed, bought, declared, EVERYTHING, FOUR_CALLS, OTHERS, opposed } from './acts.ts';
import { call, mail } from './messages.ts';
import { ago, inHours, type Row } from './row.ts';

const chosen = (reading: string) => ({
  readings: [
    {
      reading,
      justification: 'L. 223-7 renvoie les automates d’appel à L. 34-5.',
      decidedBy: 'Claire Petit',
      decidedOn: '2026-01-05',
    },
  ],
});
const AGREED_HOURS = chosen('automated-call-at-agreed-hour');
const L34_5_ALONE = chosen('automated-calls-by-l34-5-alone');
const SATURDAY = '2026-11-28T11:00';
const inAWeek = ago(-7);
const toCalls = agreed({ channels: ['automated-call'], daysAgo: 127 });
/** The person agreed to a call at this moment, which a recording shows. */
const agreedCall = (callAt: object, agreedAt: object = ago(3)) =>
  declared({ agreedCall: { callAt, agreedAt, evidence: { sha256: '5c'.repeat(32), reference: 'Appel 118' } } });
const asked = call({ basis: 'consent', validUntil: inAWeek });
const quiet = { outcome: 'defer', codes: ['QUIET_HOURS_VOICE'] } as const;
const allowed = { outcome: 'allow', codes: ['OK_CONSENT'] } as const;

/** A call that another system makes: who calls, how to stop, and nothing else but these words. */
const saying = (words: string) =>
  call({
    basis: 'consent',
    validUntil: inAWeek,
    bytes: {
      automatedCall: {
        callerId: CALLER_ID,
        script: `Bonjour, ici ${NAME}${words}. Pour ne plus être appelé, appelez le ${OPPOSITION_NUMBER}.`,
      },
    },
  });

/** A contract that runs, and what shows it. */
const RUNS = { state: 'running', shownBy: { contractReference: 'CTR-1' } } as const;
const contract = (changes: object = {}) => bought({ type: 'service-contract', relation: RUNS, ...changes });
const HEAT_PUMPS = { offers: [{ category: OFFERED, natures: ['home-energy-works'] }] };
const banned = { outcome: 'refuse', codes: ['SECTOR_BAN_HOME_ENERGY'] } as const;

/** Calls at an hour agreed, calls by L. 34-5 alone, and what a contract that runs lifts. */
export const CALL_ROWS: readonly Row[] = [
  {
    row: 'VOICE-1',
    title: 'a Saturday at eleven, for which the person agreed to a call, and the advertiser chose that reading',
    at: SATURDAY,
    settings: AGREED_HOURS,
    recorded: [toCalls, agreedCall(ago(0))],
    asked,
    ...allowed,
  },
  {
    row: 'VOICE-1b',
    title: 'the same, of an advertiser who chose no reading',
    at: SATURDAY,
    recorded: [toCalls, agreedCall(ago(0))],
    asked,
    ...quiet,
    notBefore: '2026-11-30T10:00:00+01:00',
  },
  {
    row: 'VOICE-1c',
    title: 'the same reading, and the person agreed to an hour later that Saturday',
    at: SATURDAY,
    settings: AGREED_HOURS,
    recorded: [toCalls, agreedCall(inHours(1))],
    asked,
    ...quiet,
    notBefore: '2026-11-28T12:00:00+01:00',
  },
  {
    row: 'VOICE-1d',
    title: 'the same reading, and the agreed hour is over',
    at: SATURDAY,
    settings: AGREED_HOURS,
    recorded: [toCalls, agreedCall(inHours(-1))],
    asked,
    ...quiet,
    notBefore: '2026-11-30T10:00:00+01:00',
  },
  {
    row: 'VOICE-1e',
    title: 'an agreed hour, and no consent to calls: L. 34-5 still asks one',
    at: SATURDAY,
    settings: AGREED_HOURS,
    recorded: [agreedCall(ago(0))],
    asked,
    outcome: 'refuse',
    codes: ['EVIDENCE_MISSING'],
  },
  {
    row: 'VOICE-1f',
    title: 'an agreed hour, and the person opposed since',
    at: SATURDAY,
    settings: AGREED_HOURS,
    recorded: [toCalls, agreedCall(ago(0)), opposed(EVERYTHING, { daysAgo: 1, via: 'phone' })],
    asked,
    outcome: 'refuse',
    codes: ['OPPOSED_GLOBAL'],
  },
  {
    row: 'VOICE-1g',
    title: 'a Saturday at eleven, of an advertiser who reads L. 34-5 alone',
    at: SATURDAY,
    settings: L34_5_ALONE,
    recorded: [toCalls],
    asked,
    ...allowed,
  },
  {
    row: 'VOICE-1h',
    title: 'a consent of 500 days, of an advertiser who reads L. 34-5 alone',
    settings: L34_5_ALONE,
    recorded: [agreed({ channels: ['automated-call'], daysAgo: 500 })],
    asked,
    ...allowed,
  },
  {
    row: 'VOICE-1i',
    title: 'four calls this month, of an advertiser who reads L. 34-5 alone',
    settings: L34_5_ALONE,
    recorded: [toCalls, ...FOUR_CALLS],
    asked,
    ...allowed,
  },
  {
    row: 'VOICE-2b',
    title: 'a call from a number open to automates, which the advertiser never registered',
    settings: { senders: { email: [{ address: SENDER_EMAIL, name: NAME }] } },
    recorded: [toCalls],
    asked,
    outcome: 'refuse',
    codes: ['ADVERTISER_HIDDEN'],
  },
  {
    row: 'VOICE-4',
    title: 'a call of another system to a consumer, which does not say that it is commercial',
    recorded: [toCalls],
    asked: saying(''),
    outcome: 'refuse',
    codes: ['AD_NOT_RECOGNISABLE'],
  },
  {
    row: 'VOICE-4b',
    title: 'the same, which says it first',
    recorded: [toCalls],
    asked: saying(', appel commercial'),
    ...allowed,
  },
  {
    row: 'VOICE-1j',
    title: 'a customer under a contract that runs, a consent of 500 days, an offer that the contract concerns',
    recorded: [agreed({ channels: ['automated-call'], daysAgo: 500 }), contract()],
    asked,
    ...allowed,
  },
  {
    row: 'VOICE-1k',
    title: 'a customer under a contract that runs, and no consent: L. 34-5 still asks one',
    recorded: [contract()],
    asked,
    outcome: 'refuse',
    codes: ['EVIDENCE_MISSING'],
  },
  {
    row: 'D17g',
    title: 'a heat pump, to a customer under a contract that runs and that it concerns',
    settings: HEAT_PUMPS,
    recorded: [agreed(), contract()],
    asked: mail({ basis: 'consent' }),
    ...allowed,
  },
  {
    row: 'D17h',
    title: 'the same, without a basis of L. 34-5',
    settings: HEAT_PUMPS,
    recorded: [contract({ form: undefined })],
    asked: mail({ basis: 'consent' }),
    outcome: 'refuse',
    codes: ['EVIDENCE_MISSING'],
  },
  ...(
    [
      ['D17i', 'whose contract ended', { relation: { state: 'ended', endedAt: ago(20) } }],
      ['D17j', 'whose contract was cancelled', { cancelledAt: ago(20) }],
      ['D17k', 'under a contract with a sister company', { sellerSiren: OTHERS.siren }],
      ['D17l', 'under a contract on other goods', { lines: [{ category: 'books' }] }],
      ['D17m', 'who ordered once', { type: 'order' }],
      ['D17n', 'whose contract nothing shows to run', { relation: undefined, lines: [{ category: SOLD }] }],
    ] as const
  ).map(
    ([row, title, changes]): Row => ({
      row,
      title: `a heat pump, to a customer ${title}`,
      settings: HEAT_PUMPS,
      recorded: [agreed(), contract(changes)],
      asked: mail({ basis: 'consent' }),
      ...banned,
    }),
  ),
];
