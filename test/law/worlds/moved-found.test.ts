import { describe, expect, test } from 'vitest';
import { consent, contact, opposition, type Parts, sale, world } from '#test/oracle/fixtures.ts';
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

describe('changes of address, as the second opinion found them', () => {
  test.each(CASES)('%s', async (_, expected, more) => {
    const made = world(parts(more));
    const { outcome, reasons } = await (await build(made)).verdictAt(Date.parse(made.at));
    const theirs = opinion(made);
    expect(`${theirs.outcome} ${theirs.primary}`, 'the second opinion').toBe(expected);
    expect(`${outcome} ${reasons[0]?.code}`, 'the law').toBe(expected);
  });
});
