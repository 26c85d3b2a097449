import { describe, expect, test } from 'vitest';
import { ContactId } from '#shared/domain/ids.ts';
import { openedProof } from '#test/support/crypto/opened-proof.ts';
import { ADVERTISER, eventsOf, STRANGER } from '../support/api.ts';
import { aFilledWorld, CAMILLE, CLAUDE, unplant } from './filled-world.ts';
import { passTo, storedNow, storedOf, streamed } from './passing-time.ts';

type World = Awaited<ReturnType<typeof aFilledWorld>>;

const ENDED = '2030-01-15T10:00:00Z';
const idOf = async (world: World, email: string): Promise<ContactId> => {
  const body = { advertiserId: ADVERTISER, contact: { email } };
  return ContactId.parse((await world.call('look-up-contact', { body })).body.contactId);
};
const formerOf = async (world: World, contactId: string, more: object = {}) =>
  world.call('list-former-events', { path: { contactId }, query: { advertiserId: ADVERTISER, ...more } });
/** What lies under the key of a contact, which functions that send may read as far as IAM goes. */
const underContact = async (contactId: string) =>
  (await storedNow()).filter(({ pk }) => pk === `CONTACT#${ADVERTISER}#${contactId}`);
const archivedOf = async (contactId: string) =>
  (await storedOf('former-event')).filter(({ pk }) => pk === `PROOF#${ADVERTISER}#${contactId}`);

describe('events of a contact whose use has ended', () => {
  test('P7: lie in the archive alone, each as it was recorded; under the key of the contact is no word of them', async () => {
    const world = await aFilledWorld();
    const ids = [await idOf(world, CAMILLE), await idOf(world, CLAUDE)];
    const before = await Promise.all(ids.map((each) => eventsOf(world, each)));
    await passTo(ENDED);
    for (const [index, contactId] of ids.entries()) {
      const recorded = before[index] ?? [];
      expect(recorded.length).toBeGreaterThan(1);
      const archived = await Promise.all((await archivedOf(contactId)).map(openedProof));
      expect(archived.map(({ facts }) => Object(facts).event.type)).toEqual(recorded.map(({ type }) => type));
      const places = (await underContact(contactId)).filter(({ sk }) => String(sk).startsWith('EVENT#'));
      expect(places.map(({ sk }) => sk)).toEqual(archived.map(({ sk }) => sk));
      for (const { event, entity } of places) {
        expect(entity).toBe('event-position');
        const { id: _hash, person: _fingerprint, ...said } = Object(event);
        expect([{ type: 'archived' }, { type: 'person-linked' }]).toContainEqual(said);
      }
      // Of who opposed nothing is: the scope, the instants and the fingerprint lie in the standing.
      expect(JSON.stringify(places)).not.toMatch(/recordedAt|occurredAt|givenAt|actor|consent|sale|loyalty/);
    }
  });

  test('P7: whoever may see proof is shown them, page by page, and nobody else', async () => {
    const world = await aFilledWorld();
    const camille = await idOf(world, CAMILLE);
    expect((await formerOf(world, camille)).status).toBe(404);
    const recorded = await eventsOf(world, camille);
    await passTo(ENDED);
    const shown = (await formerOf(world, camille)).body.formerEvents;
    expect(shown.map(({ event }: { readonly event: unknown }) => event)).toEqual(recorded);
    expect(new Set(shown.map(({ keptUntil }: { readonly keptUntil: string }) => keptUntil.slice(0, 7)))).toEqual(
      new Set(['2035-11']),
    );
    const first = await formerOf(world, camille, { limit: '1' });
    const second = await formerOf(world, camille, { limit: '1', cursor: first.body.nextCursor });
    expect([...first.body.formerEvents, ...second.body.formerEvents]).toEqual(shown.slice(0, 2));
    const query = { advertiserId: ADVERTISER };
    const by = (caller: typeof STRANGER) =>
      world.call('list-former-events', { path: { contactId: camille }, query, caller });
    expect((await by(STRANGER)).status).toBe(404);
    const withoutScope = STRANGER.scopes.filter((each) => each !== 'proof:read');
    expect((await by({ ...STRANGER, advertisers: [ADVERTISER], scopes: withoutScope })).status).toBe(403);
    await passTo('2035-12-15T10:00:00Z');
    expect((await formerOf(world, camille)).status).toBe(404);
  });
});

test.each([CAMILLE, CLAUDE])(
  'GDPR art. 17: an erasure of %s reaches the archive, and the evidence says how many went',
  async (email) => {
    const world = await aFilledWorld();
    const contactId = await idOf(world, email);
    await passTo(ENDED);
    const archived = (await archivedOf(contactId)).length;
    expect(archived).toBeGreaterThan(1);
    const answer = await streamed(() =>
      world.call('erase-contact', { path: { contactId }, query: { advertiserId: ADVERTISER }, body: {} }),
    );
    expect([answer.status, answer.text]).toEqual([200, expect.any(String)]);
    expect(await archivedOf(contactId)).toEqual([]);
    expect((await storedOf('event-position')).filter(({ pk }) => String(pk).endsWith(contactId))).toEqual([]);
    const counted = (await storedOf('deletion')).map(({ counts }) => Number(Object(counts)['former-event'] ?? 0));
    expect(counted.reduce((sum, each) => sum + each, 0)).toBe(archived);
  },
);

test('GDPR art. 17: an erasure reaches in the archive what no position leads to, as TTL may leave it', async () => {
  const world = await aFilledWorld();
  const contactId = await idOf(world, CAMILLE);
  await passTo(ENDED);
  expect((await archivedOf(contactId)).length).toBeGreaterThan(2);
  const places = (await underContact(contactId)).filter(({ entity }) => entity === 'event-position');
  for (const { pk, sk } of places.slice(0, -1)) await unplant({ pk, sk });
  const answer = await streamed(() =>
    world.call('erase-contact', { path: { contactId }, query: { advertiserId: ADVERTISER }, body: {} }),
  );
  expect(answer.status).toBe(200);
  expect((await archivedOf(contactId)).map(({ sk }) => sk)).toEqual([]);
});
