import { describe, expect, test, vi } from 'vitest';
import { EXAMPLES } from '../../support/routes.ts';
import { ADVERTISER, aWorldWithForms, type World } from '../support/api.ts';

/** The consent of the example was given on 20 November 2026 at 17:30 UTC: its person's last act. */
const A_YEAR_LATER = '2027-11-20T17:30:00.000Z';
/** What is written when its time has passed already stays thirty days, for verdicts to say so. */
const THIRTY_DAYS_MORE = '2027-12-20T17:31:00.000Z';
const THREE_YEARS_LATER = '2029-11-20T17:30:00.000Z';
const justBefore = (instant: string) => vi.setSystemTime(Date.parse(instant) - 60_000);
const justAfter = (instant: string) => vi.setSystemTime(Date.parse(instant) + 60_000);

const keepProspects = (world: World, prospectYears: number) =>
  world.call('patch-advertiser', { path: { advertiserId: ADVERTISER }, body: { retention: { prospectYears } } });
const consent = (world: World) => world.call('record-consent', { body: EXAMPLES['record-consent'] });
const declare = (world: World) =>
  world.call('declare-contact', { body: { advertiserId: ADVERTISER, contact: CONTACT, kind: 'consumer' } });
const CONTACT = { email: 'camille.martin@example.com' };
const found = async (world: World) =>
  (await world.call('look-up-contact', { body: EXAMPLES['look-up-contact'] })).status;
const verdict = async (world: World) => {
  const { body } = await world.call('give-verdicts', { body: EXAMPLES['give-verdicts'] });
  return [body.verdicts[0].outcome, ...body.verdicts[0].reasons.map(({ code }: { code: string }) => code)];
};

describe('P7: a contact expires by its advertiser’s terms', () => {
  test('one year where the advertiser says so, and not the three of everybody', async () => {
    const world = await aWorldWithForms();
    await keepProspects(world, 1);
    await consent(world);
    justBefore(A_YEAR_LATER);
    expect([await found(world), await verdict(world)]).toEqual([200, ['allow', 'OK_CONSENT']]);
    justAfter(A_YEAR_LATER);
    expect([await found(world), await verdict(world)]).toEqual([404, ['refuse', 'CONSENT_MISSING']]);
  });

  test('terms made shorter count for verdicts and reads at once, and for what is kept from the next write on', async () => {
    const world = await aWorldWithForms();
    await consent(world);
    await keepProspects(world, 1);
    justAfter(A_YEAR_LATER);
    expect([await found(world), await verdict(world)]).toEqual([404, ['refuse', 'RETENTION_EXPIRED']]);
    await declare(world);
    justBefore(THIRTY_DAYS_MORE);
    expect(await found(world)).toBe(200);
    justAfter(THIRTY_DAYS_MORE);
    expect(await found(world)).toBe(404);
  });

  test('terms made longer again lengthen what is kept with the next write', async () => {
    const world = await aWorldWithForms();
    await keepProspects(world, 1);
    await consent(world);
    await keepProspects(world, 3);
    await declare(world);
    justBefore(THREE_YEARS_LATER);
    expect([await found(world), await verdict(world)]).toEqual([200, ['allow', 'OK_CONSENT']]);
    justAfter(THREE_YEARS_LATER);
    expect(await found(world)).toBe(404);
  });

  test('P2: an opposition outlives the shortest terms', async () => {
    const world = await aWorldWithForms();
    await keepProspects(world, 1);
    await consent(world);
    await world.call('register-opposition', { body: EXAMPLES['register-opposition'] });
    justAfter(THREE_YEARS_LATER);
    expect([await found(world), await verdict(world)]).toEqual([
      200,
      expect.arrayContaining(['refuse', 'OPPOSED_GLOBAL']),
    ]);
  });
});
