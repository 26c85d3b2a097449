/**
 * FR-B2B-1, D2: the question whether somebody wants to stay offers nothing, and asks who is written to as a professional to stay for what concerns
 * their function: some offer does, and the function is on record. The law and the second opinion agree, each by itself.
 */
import { describe, expect, test } from 'vitest';
import { rulebookAt } from '#shared/law/editions/edition.ts';
import { replay } from '#shared/law/editions/replay.ts';
import { vet } from '#shared/law/fold/vet.ts';
import { contact, type Parts, sale, world } from '#test/oracle/fixtures.ts';
import { opinion } from '#test/oracle/oracle.ts';
import type { Fields } from '#test/oracle/world.ts';
import { build } from '#test/worlds/ledger.ts';

const AT_WORK: Parts = {
  addresses: [{ email: 'ada@firm.example' }],
  templates: { stay: { class: 'renewal-request', category: 'shoes' } },
  message: { template: { templateId: 'stay', version: '1' } },
};
const informed = (held: string | undefined): Fields => ({
  kind: 'professional',
  profession: {
    ...(held === undefined ? {} : { function: held }),
    source: { kind: 'public-source', reference: 'site', collectedAt: '2023-12-10T09:00:00Z' },
    noticeGivenAt: '2023-12-10T09:00:00Z',
    refusalOfferedAt: '2023-12-10T09:00:00Z',
  },
});

const madeOf = (parts: Parts) => {
  const advertiser = { contact: { email: 'bonjour@alba.example' }, privacyNoticeUrl: 'https://alba.example/p' };
  return world({ ...AT_WORK, ...parts, message: { ...AT_WORK.message, ...parts.message }, advertiser });
};
const DAY = '2023-12-10T09:00:00Z';
const held = (by: string | undefined) => contact(DAY, informed(by));
const office: Parts = { addresses: [{ email: 'contact@firm.example' }] };
const company = contact(DAY, { organisation: { siren: '784671695', legalForm: 'company' } });

describe('the question whether a professional wants to stay', () => {
  test.each<[string, string, Parts]>([
    ['is asked where some offer concerns the function', 'allow OK_RENEWAL_REQUEST', { acts: [held('buyer')] }],
    ['is not, where none does', 'refuse B2B_PROFESSION_LINK_NOT_SHOWN', { acts: [held('it-director')] }],
    ['nor where no function is on record', 'refuse B2B_PROFESSION_LINK_NOT_SHOWN', { acts: [held(undefined)] }],
    [
      'nor at an office, on that basis, where none is',
      'refuse B2B_PROFESSION_LINK_NOT_SHOWN',
      { ...office, acts: [company], message: { basis: 'professional-interest' } },
    ],
    ['is too early at an office, as its own basis goes', 'refuse RENEWAL_TOO_EARLY', { ...office, acts: [company] }],
    [
      'asks for no such link where a purchase carries it',
      'allow OK_RENEWAL_REQUEST',
      { acts: [held('it-director'), sale(DAY)] },
    ],
  ])('%s', async (_, expected, parts) => {
    const made = madeOf(parts);
    const { outcome, reasons } = await (await build(made)).verdictAt(Date.parse(made.at));
    const theirs = opinion(made);
    expect(`${outcome} ${reasons[0]?.code}`, 'the law').toBe(expected);
    expect(`${theirs.outcome} ${theirs.primary}`, 'the second opinion').toBe(expected);
  });
  test('P4: was asked by editions before 2026-12-01.4, whose verdicts are given again', async () => {
    const request = await (await build(madeOf({ acts: [held('it-director')] }))).request();
    const stored = vet(request, rulebookAt('2026-12-01.3'));
    expect(stored).toMatchObject({ outcome: 'allow', rulebookVersion: '2026-12-01.3' });
    expect(replay(stored, request)).toMatchObject({ isSame: true });
  });
});
