import { expect, test } from 'vitest';
import { addDays } from '#shared/domain/time/instant.ts';
import { expiryOf } from '#shared/law/readings/retention.ts';
import { consent, contact, type Parts, SISTER, sale, world } from '#test/oracle/fixtures.ts';
import { build } from '#test/worlds/ledger.ts';
import { type EndOf, whatIsAllowedIsKept } from '#test/worlds/properties/kept.ts';
import { givenOf } from '#test/worlds/properties/property.ts';

const DECLARED = '2026-07-01T10:00:00Z';
const FIRM = { kind: 'legal-person', organisation: { siren: SISTER, legalForm: 'company' } };
/** Found in a public list, on a day that nobody noted. */
const FOUND = {
  ...{ kind: 'professional', organisation: { siren: SISTER } },
  profession: {
    ...{ function: 'buyer', rationale: 'r', source: { kind: 'public-source', reference: 'annuaire' } },
    ...{ noticeGivenAt: DECLARED, refusalOfferedAt: DECLARED },
  },
};
const SETTINGS = { contact: { email: 'bonjour@alba.example' }, privacyNoticeUrl: 'https://alba.example/p' };
const OFFICE: Parts = { addresses: [{ email: 'contact@groupe-vidal.fr' }], acts: [contact(DECLARED, FIRM)] };
const QUOTED: Parts = {
  addresses: [{ email: 'jeanne.roy@groupe-vidal.fr' }],
  message: { offerCategory: 'software' },
  acts: [contact(DECLARED, FOUND), { ...sale('2022-05-01T10:00:00Z', { type: 'quote' }), recordedAt: DECLARED }],
};
const AGREED: Parts = { acts: [consent('2026-06-01T10:00:00Z')] };

/** Every seed asks of its own instants after the end. */
const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8];
const foundBy = async (endOf: EndOf, parts: Parts): Promise<ReadonlySet<string>> => {
  const made = world({ ...parts, advertiser: SETTINGS });
  const property = whatIsAllowedIsKept(endOf);
  const all = await Promise.all(SEEDS.map((seed) => property.tryAt(seed, givenOf(made))));
  return new Set(all.map(({ found }) => found));
};

/** The end as it would be if the address were nobody’s in particular. */
const ofAnybody: EndOf = (standing, of) => expiryOf({ ...standing, isGeneralAddress: undefined }, of);
/** The end as it would be if an act that founded nothing said when the address was collected. */
const byAnyAct: EndOf = ({ declared: { profession: _, ...declared }, ...standing }, of) =>
  expiryOf({ ...standing, declared }, of);
const aMonthEarly: EndOf = (standing, of) => {
  const end = expiryOf(standing, of);
  return end && addDays(end, -31);
};

test.each<readonly [string, EndOf, Parts]>([
  ['of the general address of a legal person', ofAnybody, OFFICE],
  ['of a professional of whom an old quote is recorded', byAnyAct, QUOTED],
  ['of who agreed', aMonthEarly, AGREED],
])('an end that is too early is found: %s', async (_, planted, parts) => {
  expect(
    (await (await build(world({ ...parts, advertiser: SETTINGS }))).verdictAt(Date.parse('2026-11-24T11:00:00Z')))
      .outcome,
  ).toBe('allow');
  expect(await foundBy(planted, parts)).toContain('broken');
  expect(await foundBy(expiryOf, parts)).not.toContain('broken');
});
