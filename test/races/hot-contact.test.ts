import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { fingerprintsOf } from '#shared/adapters/crypto/fingerprints.ts';
import { ledgerOf } from '#shared/adapters/dynamodb/ledger/ledger.ts';
import { registerOpposition } from '#shared/app/oppositions/register-opposition.ts';
import { recordFact } from '#shared/app/records/record-fact.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { atMost, settleAtMost } from '#shared/domain/at-most.ts';
import { Failure } from '#shared/domain/failure.ts';
import { freshTable, TEST_SECRET, testClock, testVault } from '../support/aws.ts';
import { ADVERTISER_ID, sha256 } from '../support/builders.ts';

const WRITERS = 24;
/** As many as one likes: HOT_CONTACT=500. */
const OPPOSITIONS = Number(process.env.HOT_CONTACT ?? 60);
const access = admit(ADVERTISER_ID);
const address = { kind: 'email', value: 'camille@example.fr' } as const;
const contactId = fingerprintsOf(TEST_SECRET).contactIdOf(ADVERTISER_ID, address);

test('P2: to one contact that many write to at once no opposition is lost, and none answers a conflict', async () => {
  const table = await freshTable();
  const clock = testClock();
  const pause = async (milliseconds: number) => void (await wait(milliseconds));
  // Another process each time: nothing is shared but the table.
  const ports = () => ({
    clock,
    pause,
    ledger: ledgerOf({ ...table, vault: testVault(), clock, expiryOf: async () => undefined }),
  });
  const oppose = (index: number) =>
    registerOpposition(ports(), {
      access,
      contactId,
      addressKind: 'email',
      of: { scope: 'channel', channels: ['email'] },
      via: 'link',
      requestId: `opposition-${index}`,
      bodySha256: sha256('1'),
      actor: { by: 'person' },
    });
  const act = (index: number) =>
    recordFact(
      ports(),
      access,
      { contactId, addressKind: 'email', deliverable: address.value },
      { requestId: `act-${index}`, bodySha256: sha256('2') },
      (id) => ({ type: 'activity-recorded', id, act: 'login', occurredAt: clock.now(), actor: { by: 'system' } }),
    );
  const acts = Array.from({ length: OPPOSITIONS }, (_, index) => index);
  const [registered] = await Promise.all([
    settleAtMost(WRITERS, acts, oppose),
    atMost(2, acts.slice(0, OPPOSITIONS / 5), (index) => act(index).catch((error: unknown) => error)),
  ]);
  const refused = registered.flatMap((each, index) =>
    each.status === 'rejected' ? [{ index, why: each.reason }] : [],
  );
  // Too many at once for five seconds is a store that is away, never a conflict; sent again, it is taken.
  expect(refused.filter(({ why }) => !(why instanceof Failure && why.code === 'dependency-unavailable'))).toEqual([]);
  const later = await atMost(1, refused, ({ index }) => oppose(index));
  const atOnce = registered.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  const ids = [...atOnce, ...later].map(({ id }) => id);
  const events = await ports().ledger.listEvents(access, contactId);
  const written = events.flatMap((event) => (event.type === 'opposition-registered' ? [event.id] : []));
  expect(written.toSorted()).toEqual(ids.toSorted());
  expect(new Set(ids).size).toBe(OPPOSITIONS);
}, 300_000);
