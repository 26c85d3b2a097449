import { describe, expect, test } from 'vitest';
import { consent, contact, opposition, type Parts, PROOF, reading, sale, world } from '#test/oracle/fixtures.ts';
import { opinion } from '#test/oracle/oracle.ts';
import type { Act, Fields } from '#test/oracle/world.ts';
import { build } from '#test/worlds/ledger.ts';

const day = (date: string) => `${date}T10:00:00+02:00`;
const OLD: Fields = { email: 'old@gmail.com' };
const NEW: Fields = { email: 'new@gmail.com' };
const THIRD: Fields = { email: 'third@gmail.com' };
const FOURTH: Fields = { email: 'fourth@gmail.com' };
const moved = (date: string, from: number, to: number, madeBy = 'person'): Act => ({
  ...{ kind: 'moved', address: from, recordedAt: day(date), body: { to, madeBy } },
});
const at = (address: number, act: Act): Act => ({ ...act, address });
const corrected = moved('2026-06-01', 0, 1, 'advertiser');
const correctedInAutumn = moved('2026-09-01', 0, 1, 'advertiser');
const backAgain = moved('2026-09-04', 1, 0, 'advertiser');
const PHONES: readonly Fields[] = [{ phone: '+33639980121' }, { phone: '+33639980122' }];
const KNOWN = contact(day('2026-05-01'), { language: 'fr' });
/** They agreed on one day to be called on another. */
const agreed = (date: string, callAt: string): Act =>
  contact(day(date), { agreedCall: { callAt: day(callAt), agreedAt: day(date), evidence: { sha256: PROOF.sha256 } } });
/** A consent that the call of 10 September fetched; it is asked whether it carries a text. */
const fetched = (...before: readonly Act[]): Parts => ({
  addresses: [...PHONES],
  message: { channel: 'sms' },
  acts: [KNOWN, ...before, consent('2026-09-10T10:05:00+02:00', { channels: ['sms'], drawnBy: 'call' })],
});
/** A Saturday; and a call by a machine then. */
const SATURDAY = '2026-09-12';
const calledOn = (...before: readonly Act[]): Parts => ({
  addresses: [...PHONES],
  at: '2026-09-12T10:05:00+02:00',
  advertiser: reading('automated-call-at-agreed-hour'),
  message: { channel: 'automated-call', validUntil: '2026-09-20T10:00:00+02:00' },
  acts: [KNOWN, ...before, consent(day('2026-09-08'), { channels: ['automated-call'] })],
});
const collected = (date: string): Fields => ({
  function: 'buyer',
  source: { kind: 'data-subject', collectedAt: day(date) },
  noticeGivenAt: day(date),
  refusalOfferedAt: day(date),
});
const parts = (more: Parts): Parts => ({
  ...more,
  addresses: more.addresses ?? [OLD, NEW],
  advertiser: {
    contact: { email: 'bonjour@alba.example' },
    privacyNoticeUrl: 'https://alba.example/p',
    ...more.advertiser,
  },
});

const CASES: readonly (readonly [name: string, expected: string, parts: Parts])[] = [
  [
    'what was bought as a professional at a wrong address shows nobody who reads it (FR-B2B-3, GDPR 5(1)(d))',
    'refuse RECIPIENT_KIND_UNKNOWN',
    {
      message: { offerCategory: 'software' },
      acts: [
        sale(day('2026-05-01'), { boughtAs: 'professional' }),
        corrected,
        contact(day('2026-06-03'), { kind: 'professional', profession: collected('2026-06-02') }),
      ],
    },
  ],
  [
    'nor the form of a firm that reads it (FR-B2B-2)',
    'review LEGAL_PERSON_UNCERTAIN',
    {
      addresses: [{ email: 'contact@atelier-vidal.example' }, NEW],
      acts: [
        sale(day('2026-05-01'), { boughtAs: 'professional' }),
        corrected,
        contact(day('2026-06-03'), { kind: 'legal-person', organisation: { legalForm: 'company' } }),
      ],
    },
  ],
  [
    'a contract of before a correction does not run with who reads the address (L. 223-8, L. 223-1 al. 4)',
    'refuse SECTOR_BAN_HOME_ENERGY',
    {
      advertiser: { offers: [{ category: 'heat', natures: ['home-energy-works'] }] },
      message: { offerCategory: 'heat' },
      acts: [
        sale(day('2026-04-01'), {
          ...{ type: 'service-contract', lines: [{ category: 'heat' }] },
          relation: { state: 'running', shownBy: { contractReference: 'C-1' } },
        }),
        corrected,
        consent(day('2026-06-02')),
      ],
    },
  ],
  [
    'a message that asked at the former address rested on nothing of the new one (0138)',
    'refuse CONSENT_DRAWN_BY_UNLAWFUL_MESSAGE',
    {
      message: { basis: 'consent' },
      acts: [
        sale(day('2026-04-01')),
        at(1, consent(day('2026-05-01'), { drawnBy: 'message' })),
        moved('2026-06-01', 1, 0),
      ],
    },
  ],
  [
    'a customer of this very instant is one: the question whether they want to stay comes too early (RET-3, RET-4)',
    'refuse RENEWAL_TOO_EARLY',
    {
      templates: { stay: { class: 'renewal-request', category: 'shoes' } },
      message: { template: { templateId: 'stay', version: '1' } },
      at: '2026-11-24T11:00:00+01:00',
      acts: [consent('2023-12-01T10:00:00+01:00'), sale('2026-11-24T11:00:00+01:00', { type: 'paid-subscription' })],
    },
  ],
  [
    'what was said by the link in a mail goes on to the addresses that came after the one to which it is taken (D1: always)',
    'refuse OPPOSED_CHANNEL',
    {
      addresses: [OLD, NEW, THIRD, FOURTH],
      acts: [
        ...[
          at(1, contact(day('2026-05-01'), { language: 'fr' })),
          at(3, contact(day('2026-05-01'), { language: 'fr' })),
        ],
        consent(day('2026-05-01')),
        moved('2026-05-10', 3, 0, 'advertiser'),
        at(1, { ...opposition(day('2026-05-20'), { scope: 'channel', channels: ['email'] }, { observed: 'link' }) }),
        moved('2026-06-01', 1, 3, 'advertiser'),
      ],
    },
  ],
  [
    'what somebody agreed to elsewhere follows them to an address that was corrected before: they say that they read it (L. 34-5 al. 1)',
    'allow OK_CONSENT',
    {
      addresses: [OLD, NEW, THIRD],
      acts: [
        contact(day('2026-04-01'), { language: 'fr' }),
        at(2, consent(day('2026-05-01'))),
        corrected,
        moved('2026-06-10', 2, 0),
      ],
    },
  ],
  [
    'a consent of which the same was given again, outside the days of its rebuilt form, leaves the address with its person too (0071)',
    'refuse CONSENT_WITHDRAWN',
    {
      forms: {
        news: {
          ...world({}).forms[0]?.body,
          reconstruction: { from: '2026-04-01', until: '2026-05-15', sources: ['Archive'] },
        },
      },
      decisions: [
        {
          cause: 'rebuilt-form:news@1',
          decidedAt: day('2026-11-01'),
          body: { decision: 'allowed', reason: 'r', decider: 'd' },
        },
      ],
      acts: [consent(day('2026-05-01')), consent(day('2026-05-20')), moved('2026-06-01', 0, 1)],
    },
  ],
];

const OF_CALLS: readonly (readonly [name: string, expected: string, parts: Parts])[] = [
  [
    'who had agreed to a call does not read the number any more: it fetched the consent of somebody else (L. 223-1, al. 1)',
    'refuse CONSENT_DRAWN_BY_UNLAWFUL_MESSAGE',
    fetched(agreed('2026-08-20', '2026-09-10'), correctedInAutumn),
  ],
  [
    'one that was agreed to since is of who reads it',
    'allow OK_CONSENT',
    fetched(correctedInAutumn, agreed('2026-09-02', '2026-09-10')),
  ],
  [
    'a correction that was taken back leaves the call as it was',
    'allow OK_CONSENT',
    fetched(agreed('2026-08-20', '2026-09-10'), correctedInAutumn, backAgain),
  ],
  [
    'what somebody else had agreed to moves no call of who reads it',
    'allow OK_CONSENT',
    fetched(agreed('2026-08-20', '2026-09-12'), correctedInAutumn, agreed('2026-09-02', '2026-09-10')),
  ],
  [
    'nor is it the hour of a call by a machine (L. 223-1, al. 6)',
    'defer QUIET_HOURS_VOICE',
    calledOn(agreed('2026-08-20', SATURDAY), correctedInAutumn),
  ],
  [
    'one agreed to since is, on a Saturday too',
    'allow OK_CONSENT',
    calledOn(correctedInAutumn, agreed('2026-09-02', SATURDAY)),
  ],
];

describe('changes of address, as the second opinion found them', () => {
  test.each([...CASES, ...OF_CALLS])('%s', async (_, expected, more) => {
    const made = world(parts(more));
    const { outcome, reasons } = await (await build(made)).verdictAt(Date.parse(made.at));
    const theirs = opinion(made);
    expect(`${theirs.outcome} ${theirs.primary}`, 'the second opinion').toBe(expected);
    expect(`${outcome} ${reasons[0]?.code}`, 'the law').toBe(expected);
  });
});
