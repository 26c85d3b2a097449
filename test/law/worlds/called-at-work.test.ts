/** L. 223-1, al. 1: what a call to a professional fetched carries nothing to the private person. The law and the second opinion agree. */
import { describe, expect, test } from 'vitest';
import { rulebookAt } from '#shared/law/editions/edition.ts';
import { vet } from '#shared/law/fold/vet.ts';
import { BUYER, consent, contact, type Parts, reading, sale, world } from '#test/oracle/fixtures.ts';
import { opinion } from '#test/oracle/oracle.ts';
import type { Act, Fields } from '#test/oracle/world.ts';
import { build } from '#test/worlds/ledger.ts';

const [JUNE, AUGUST, OCTOBER, NOVEMBER] = [
  '2026-06-01T10:00:00Z',
  '2026-08-10T21:59:59Z',
  '2026-10-01T10:00:00Z',
  '2026-11-10T10:00:00Z',
];
const WORK: Fields = { email: 'ada@firm.example' };
const HOME: Fields = { email: 'ada@gmail.com' };
const HELD = 'refuse CONSENT_DRAWN_BY_UNLAWFUL_MESSAGE';
/** The same, after what is said of the consent to calls. */
const TOO_LATE = 'refuse CONSENT_WRONG_CHANNEL';
const FREE = 'allow OK_CONSENT';
const AUTOMATES = reading('professionals-by-automated-call');
const L34_5_ALONE: Fields = {
  readings: [
    { reading: 'automated-calls-by-l34-5-alone', justification: 'j', decidedBy: 'd', decidedOn: '2020-01-01' },
  ],
};
const AT_WORK = contact(JUNE, BUYER);
const fetched = (givenAt = OCTOBER): Act => consent(givenAt, { drawnBy: 'call' });
const LONG_AGO = consent('2025-09-01T10:00:00Z', { channels: ['automated-call'] });
const CONTRACT = sale(JUNE, {
  type: 'service-contract',
  boughtAs: 'consumer',
  relation: { state: 'running', shownBy: { contractReference: 'c' } },
});

const madeOf = (parts: Parts) => {
  const advertiser = { contact: { email: 'bonjour@alba.example' }, privacyNoticeUrl: 'https://alba.example/p' };
  const addresses = parts.addresses ?? [WORK];
  const message = { basis: 'consent', ...parts.message };
  return world({ ...parts, addresses, message, advertiser: { ...advertiser, ...parts.advertiser } });
};

/** What both say of a message about shoes, which are nothing to a buyer of software, on a consent. */
const saidOf = async (parts: Parts): Promise<string> => {
  const made = madeOf(parts);
  const { outcome, reasons } = await (await build(made)).verdictAt(Date.parse(made.at));
  const { outcome: also, primary } = opinion(made);
  const code = reasons[0]?.code ?? primary;
  expect(`${also} ${primary}`).toBe(`${outcome} ${code}`);
  return `${outcome} ${code}`;
};

describe('a consent that a call to a professional fetched', () => {
  test.each<[string, string, Parts]>([
    ['says nothing of what does not concern the function', HELD, { acts: [AT_WORK, fetched()] }],
    [
      'nor by the reading that lets machines call professionals',
      HELD,
      { advertiser: AUTOMATES, acts: [AT_WORK, fetched()] },
    ],
    ['carries what concerns it', FREE, { acts: [AT_WORK, fetched()], message: { offerCategory: 'software' } }],
    ['carries both, before 11 August 2026', FREE, { acts: [AT_WORK, fetched(AUGUST)] }],
    ['carries both, where a private contract ran (al. 4)', FREE, { acts: [AT_WORK, CONTRACT, fetched()] }],
    [
      'carries both, where they had agreed to calls',
      FREE,
      { acts: [AT_WORK, consent(JUNE, { channels: ['automated-call'] }), fetched()] },
    ],
    [
      'says nothing, where they had agreed to machines over a year before (R. 223-1)',
      TOO_LATE,
      { acts: [AT_WORK, LONG_AGO, fetched()] },
    ],
    [
      'carries both all the same, where machines go by L. 34-5 alone',
      FREE,
      { advertiser: L34_5_ALONE, acts: [AT_WORK, LONG_AGO, fetched()] },
    ],
    [
      'unlike one that a mail about the function fetched: L. 34-5 knows no consumers',
      FREE,
      { acts: [AT_WORK, consent(OCTOBER, { drawnBy: 'message' })] },
    ],
  ])('%s', async (_, said, parts) => {
    expect(await saidOf(parts)).toBe(said);
  });
});

describe('the same, of who has another address since', () => {
  const moved: Act = { kind: 'moved', address: 1, recordedAt: NOVEMBER, body: { to: 0, madeBy: 'person' } };
  const there = (...acts: readonly Act[]): Act[] => [...acts.map((act) => ({ ...act, address: 1 })), moved];
  const addresses = [HOME, WORK];
  test.each<[string, string, Parts]>([
    ['as a private person, it is none', HELD, { addresses, acts: there(AT_WORK, fetched()) }],
    ['where a contract ran, it followed', FREE, { addresses, acts: there(AT_WORK, CONTRACT, fetched()) }],
    ['before 11 August 2026, it followed', FREE, { addresses, acts: there(AT_WORK, fetched(AUGUST)) }],
    [
      'at work as well, about the function, it followed',
      FREE,
      {
        addresses: [{ email: 'ada@house.example' }, WORK],
        acts: [contact(JUNE, BUYER), ...there(AT_WORK, fetched())],
        message: { offerCategory: 'software' },
      },
    ],
  ])('%s', async (_, said, parts) => {
    expect(await saidOf(parts)).toBe(said);
  });
});

test('P4: editions before let such a call fetch it, and give their verdicts again', async () => {
  for (const acts of [
    [AT_WORK, fetched()],
    [AT_WORK, LONG_AGO, fetched()],
  ]) {
    const asked = await (await build(madeOf({ acts }))).request();
    const [before, now] = [rulebookAt('2026-12-01.2'), rulebookAt('2026-12-01.3')];
    expect([before && vet(asked, before).outcome, now && vet(asked, now).outcome]).toEqual(['allow', 'refuse']);
  }
});
