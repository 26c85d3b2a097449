import { describe, expect, test, vi } from 'vitest';
import { visitContact } from '#shared/app/retention/visit-contact.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { AdvertiserId, ContactId } from '#shared/domain/ids.ts';
import { askedBy } from '#test/support/recorded-in-process.ts';
import { ADVERTISER, eventsOf } from '../support/api.ts';
import { ALIX, aFilledWorld, CAMILLE, CLAUDE, UNKNOWN } from './filled-world.ts';
import { passTo, storedNow, storedOf } from './passing-time.ts';

type World = Awaited<ReturnType<typeof aFilledWorld>>;

const lookUp = (world: World, email: string) =>
  world.call('look-up-contact', { body: { advertiserId: ADVERTISER, contact: { email } } });
const idOf = async (world: World, email: string): Promise<string> => (await lookUp(world, email)).body.contactId;
const keysOf = (items: readonly { readonly pk?: unknown }[]) => items.map(({ pk }) => String(pk)).join('\n');

describe('with the clock past the term of a contact', () => {
  test('P7: who opposed nothing is gone; its events are proof for six years, and then gone, with evidence', async () => {
    const world = await aFilledWorld();
    const camille = await idOf(world, CAMILLE);
    expect(keysOf(await storedOf('profile'))).toContain(camille);
    expect(JSON.stringify(await storedOf('person'))).toContain(camille);
    await passTo('2030-01-15T10:00:00Z');
    expect((await lookUp(world, CAMILLE)).status).toBe(404);
    for (const entity of ['standing', 'profile', 'audience-row', 'message', 'sends', 'request'])
      expect(keysOf(await storedOf(entity)), entity).not.toContain(camille);
    expect((await storedOf('event')).filter(({ contactId }) => contactId === camille)).toEqual([]);
    expect((await storedOf('former-event')).filter(({ pk }) => String(pk).endsWith(camille)).length).toBeGreaterThan(2);
    const archived = (await storedOf('former-event')).length;
    expect(JSON.stringify(await storedOf('person'))).not.toContain(camille);
    await passTo('2035-12-15T10:00:00Z');
    expect(keysOf(await storedNow())).not.toContain(camille);
    const evidence = await storedOf('deletion');
    const counts = evidence.map(({ sk, counts: counted }) => ({ day: String(sk).slice(0, 10), ...Object(counted) }));
    expect(counts.some(({ day, standing }) => day.startsWith('2030-01') && standing > 0)).toBe(true);
    // What moved to the archive was not deleted: it is counted once, when it goes there.
    expect(counts.filter(({ event }) => event > 0)).toEqual([]);
    const former = counts.map((each) => Number(each['former-event'] ?? 0)).reduce((sum, each) => sum + each, 0);
    expect(former).toBe(archived);
    expect(counts.filter(({ day }) => day < '2035').some((each) => each['former-event'] > 0)).toBe(false);
    const said = JSON.stringify(evidence);
    for (const secret of [camille, 'example.com']) expect(said).not.toContain(secret);
  });

  test('P7: of who opposed the fingerprint, the scope and the date remain, for ever', async () => {
    const world = await aFilledWorld();
    // Alix and Claude are one person: what one opposes, both do.
    const [claude, unknown, alix] = [await idOf(world, CLAUDE), await idOf(world, UNKNOWN), await idOf(world, ALIX)];
    await passTo('2030-01-15T10:00:00Z');
    const standings = await storedOf('standing');
    expect(standings.map(({ contactId }) => contactId).toSorted()).toEqual([claude, unknown, alix].toSorted());
    for (const standing of standings) {
      const { pk: _pk, sk: _sk, entity: _e, v: _v, person: _person, ...rest } = standing;
      expect(Object.keys(rest).toSorted()).toEqual(
        [
          ...['addressKind', 'advertiserId', 'chainStart', 'consents', 'contactId', 'declared', 'firstRecordedAt'],
          ...['oppositions', 'sales', 'seq'],
        ].toSorted(),
      );
      expect([rest.consents, rest.sales, rest.declared]).toEqual([[], [], {}]);
    }
    expect(await eventsOf(world, claude)).toEqual([]);
    await passTo('2040-01-15T10:00:00Z');
    for (const entity of ['event', 'former-event', 'event-position', 'expiry'])
      expect(await storedOf(entity), entity).toEqual([]);
    const opposed = { of: { scope: 'global' }, via: 'letter' };
    for (const contactId of [claude, unknown, alix]) {
      const shown = await world.call('get-contact', { path: { contactId }, query: { advertiserId: ADVERTISER } });
      expect(shown.body.oppositions).toMatchObject([opposed]);
    }
    expect(await storedOf('person')).toMatchObject([{ oppositions: [{ of: { scope: 'global' } }] }]);
  });

  test('P7: until the sweep comes, each route shows of who opposed no more than it leaves', async () => {
    const world = await aFilledWorld();
    const claude = await idOf(world, CLAUDE);
    const get = () => world.call('get-contact', { path: { contactId: claude }, query: { advertiserId: ADVERTISER } });
    const shown = (await get()).body;
    expect([Object.keys(shown.attributes ?? {}).length, shown.consents.length]).toEqual([1, 1]);
    vi.setSystemTime(Date.parse('2030-01-15T10:00:00Z'));
    const before = [(await get()).body, (await lookUp(world, CLAUDE)).body];
    expect(await eventsOf(world, claude)).toEqual([]);
    expect(JSON.stringify(await storedOf('standing'))).toContain('"givenAt"');
    await passTo('2030-01-15T10:00:00Z');
    expect(JSON.stringify(await storedOf('standing'))).not.toContain('"givenAt"');
    expect([(await get()).body, (await lookUp(world, CLAUDE)).body]).toEqual(before);
    expect(before[0].oppositions).toHaveLength(1);
  });

  test('P7: whoever comes back after the address went is known again, its opposition counts, and it ends again', async () => {
    const world = await aFilledWorld();
    await passTo('2030-01-15T10:00:00Z');
    await world.agree(CLAUDE);
    const claude = await idOf(world, CLAUDE);
    expect((await eventsOf(world, claude)).map(({ type }) => type)).toEqual(['consent-given']);
    const body = { advertiserId: ADVERTISER, contact: { email: CLAUDE } };
    expect((await world.call('look-up-contact', { body })).body.oppositions).toHaveLength(1);
    await passTo('2033-02-15T10:00:00Z');
    expect((await storedOf('standing')).map(({ consents }) => consents)).toEqual([[], [], []]);
    expect((await storedOf('standing')).some((each) => 'address' in each)).toBe(false);
  });

  test('D1: whoever is declared again while the sweep takes it from its person stays one of its contacts', async () => {
    const world = await aFilledWorld();
    const camille = ContactId.parse(await idOf(world, CAMILLE));
    vi.setSystemTime(Date.parse('2030-01-15T10:00:00Z'));
    const { ending } = await import('#functions/wiring/retention.ts');
    const ports = ending({ ...process.env } as unknown as Parameters<typeof ending>[0]);
    const declare = async () => {
      const body = { advertiserId: ADVERTISER, contact: { email: CAMILLE }, personRef: 'client-7' };
      expect((await world.call('declare-contact', { body })).status).toBeLessThan(300);
    };
    const ledger = {
      readPerson: async (...asked: Parameters<typeof ports.ledger.readPerson>) => {
        await declare();
        return ports.ledger.readPerson(...asked);
      },
    };
    const access = admit(AdvertiserId.parse(ADVERTISER));
    const visit = askedBy('expire', () => visitContact({ ...ports, ledger }, access, camille));
    await expect(visit).rejects.toThrow('concurrent-change');
    expect(JSON.stringify(await storedOf('person'))).toContain(camille);
  });
});
