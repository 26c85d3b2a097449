import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fingerprintsOf } from '#shared/adapters/crypto/fingerprints.ts';
import { doubtfulRepliesOf } from '#shared/adapters/dynamodb/messages/doubtful-replies.ts';
import { reviewsOf } from '#shared/adapters/dynamodb/messages/reviews.ts';
import { declareContact } from '#shared/app/contacts/declare-contact.ts';
import { registerOpposition } from '#shared/app/oppositions/register-opposition.ts';
import type { Ledger } from '#shared/app/records/ledger.port.ts';
import { decideReview } from '#shared/app/reviews/decide-review.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import { mappingOfMailReply } from '#shared/domain/opposition/mail-reply/mapping.ts';
import { causeOfReply } from '#shared/domain/review/reply-review.ts';
import { noPause, TEST_SECRET, testVault } from '#test/support/aws.ts';
import { type LinkWorld, startLinkWorld } from '#test/support/link-world.ts';

let world: LinkWorld;
beforeAll(async () => {
  world = await startLinkWorld();
});
afterAll(() => world.close());

/** A doubtful reply of a contact that is known, as it waits for a human. */
const aDoubtfulReply = async () => {
  const address = { kind: 'email', value: `known-${randomUUID()}@example.fr` } as const;
  const ports = { ...world, fingerprints: fingerprintsOf(TEST_SECRET), pause: noPause };
  const command = { access: world.access, address, declared: {}, keepsAddress: true, actor: { by: 'system' } } as const;
  const { contactId } = await declareContact(ports, command);
  const act = randomUUID();
  const { id: recordId } = await registerOpposition(ports, {
    ...{ access: world.access, contactId, addressKind: 'email', via: 'email', requestId: act, bodySha256: act },
    of: { scope: 'channel', channels: ['email'] },
    evidence: { sha256: 'a'.repeat(64), reference: mappingOfMailReply('doubtful') },
    actor: { by: 'person' },
  });
  const replies = doubtfulRepliesOf({ ...world.table, vault: testVault(), clock: world.clock });
  await replies.open(world.access, { recordId, words: 'Trop de mails.', openedAt: world.clock.now() });
  const find = async () =>
    (await reviewsOf(world.table).find(world.access, causeOfReply(recordId))) ?? expect.fail('none');
  const { reviewId } = await find();
  const saying = (decision: 'allowed' | 'refused', requestId: string, mayAnnul = true) => ({
    ...{ access: world.access, reviewId, apiKeyId: 'key_1', mayAnnul, request: { requestId, bodySha256: decision } },
    content: { decision, reason: 'Lou Martin demande autre chose.', decider: 'Jeanne Roy' },
  });
  const decide = (
    decision: 'allowed' | 'refused',
    requestId: string,
    own: {
      readonly ledger?: Ledger;
      readonly reviews?: ReturnType<typeof reviewsOf>;
      readonly mayAnnul?: boolean;
    } = {},
  ) =>
    decideReview(
      { reviews: reviewsOf(world.table), ledger: world.ledger, clock: world.clock, ...own },
      saying(decision, requestId, own.mayAnnul),
    );
  const oppositions = async () => (await world.ledger.readStanding(world.access, contactId))?.oppositions.length;
  const events = () => world.ledger.listEvents(world.access, contactId);
  return { find, decide, oppositions, events };
};

test('of two humans at once the one who was stored decides: "refused" leaves no opposition lifted', async () => {
  const { find, decide, oppositions } = await aDoubtfulReply();
  const asBefore = await find();
  await decide('refused', 'b');
  // Read before the other was stored.
  const late = { ...reviewsOf(world.table), get: () => Promise.resolve(asBefore) };
  await expect(decide('allowed', 'a', { reviews: late })).rejects.toMatchObject({ code: 'concurrent-change' });
  expect(await oppositions()).toBe(1);
});

test('what was stored and not carried out is, by the same call, and by "allowed" of another; "refused" comes too late', async () => {
  for (const next of ['a', 'c']) {
    const { find, decide, oppositions } = await aDoubtfulReply();
    const away = { ...world.ledger, append: () => Promise.reject(dependencyUnavailable('The store')) };
    await expect(decide('allowed', 'a', { ledger: away })).rejects.toMatchObject({ code: 'dependency-unavailable' });
    expect([(await find()).decision?.decision, await oppositions()]).toEqual(['allowed', 1]);
    await expect(decide('refused', 'b')).rejects.toMatchObject({ code: 'invalid-request' });
    expect(await oppositions()).toBe(1);
    const again = decide('allowed', next);
    if (next === 'a') expect((await again).review.decision?.number).toBe(1);
    else await expect(again).rejects.toMatchObject({ code: 'invalid-request' });
    expect(await oppositions()).toBe(0);
  }
});

test('a key that may decide reviews and not undo records lifts nothing, and ends no wait', async () => {
  const { find, decide, oppositions } = await aDoubtfulReply();
  for (const decision of ['allowed', 'refused'] as const)
    await expect(decide(decision, 'a', { mayAnnul: false })).rejects.toMatchObject({ code: 'insufficient-scope' });
  expect([(await find()).decision, await oppositions()]).toEqual([undefined, 1]);
});

test('why is kept as a hash: it may quote the person, whom an erasure is to leave nothing of', async () => {
  const { find, decide, events } = await aDoubtfulReply();
  await decide('allowed', 'a');
  expect((await find()).decision?.reason).toMatch(/^sha256:[0-9a-f]{64}$/);
  expect(JSON.stringify([await find(), await events()])).not.toContain('Martin');
});
