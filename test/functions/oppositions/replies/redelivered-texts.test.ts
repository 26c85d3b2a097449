import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { appendToLedger } from '#shared/app/records/append-to-ledger.ts';
import { applySmsReply } from '#shared/app/replies/apply-sms-reply.ts';
import { decideReview } from '#shared/app/reviews/decide-review.ts';
import { factIdOf } from '#shared/domain/contact/fingerprint.ts';
import { causeOfReply } from '#shared/domain/review/reply-review.ts';
import { ADVERTISER_ID, consentFacts } from '#test/support/builders.ts';
import { type SendWorld, startSendWorld } from '#test/support/send-world.ts';
import { portsOf, reply } from '../../support/sms-replies.ts';

const DOUBTFUL = 'Non merci, pas intéressé cette fois';

let world: SendWorld;
beforeAll(async () => {
  world = await startSendWorld(inject('dynamoDbUrl'));
});
afterAll(() => world.close());

const contactOf = (from: string) => world.fingerprints.contactIdOf(ADVERTISER_ID, { kind: 'phone', value: from });
const standingOf = async (from: string) =>
  (await world.ledger.readStanding(world.access, contactOf(from))) ?? expect.fail('no standing');
const registeredOf = async (from: string) =>
  (await world.ledger.listEvents(world.access, contactOf(from))).flatMap((event) =>
    event.type === 'opposition-registered' ? [event] : [],
  );
/** Somebody who is known by number. */
const aReader = async () => (await world.aMessage({ channel: 'sms' })).address;
/** The person agrees, now. */
const agree = async (from: string): Promise<void> => {
  const at = world.clock.now();
  const given = consentFacts();
  const consent = { ...given, channels: ['sms' as const], givenAt: at };
  const id = factIdOf(contactOf(from), `consent/${at}`);
  const event = { type: 'consent-given', id, consent, observed: false, actor: { by: 'system' } } as const;
  const seen = await standingOf(from);
  await appendToLedger(world.ledger, world.access, [{ contactId: seen.contactId, seen, events: [event] }], { at });
};
/** A human says that the doubtful reply of this number opposes nothing. */
const allow = async (from: string, recordId: Parameters<typeof causeOfReply>[0]) => {
  const found = await world.reviews.find(world.access, causeOfReply(recordId, 'sms-reply'));
  const { reviewId } = found ?? expect.fail('no review');
  const said = { decision: 'allowed', reason: 'Une plaisanterie.', decider: 'Jeanne Roy' } as const;
  return decideReview(
    { reviews: world.reviews, ledger: world.ledger, clock: world.clock },
    {
      ...{ access: world.access, reviewId, apiKeyId: 'key_1', mayAnnul: true, content: said },
      request: { requestId: `${from}/allowed`, bodySha256: 'allowed' },
    },
  );
};

describe('a reply that comes again', () => {
  test('OPP-4: a STOP counts from when it was received, and undoes no consent that the person gave since', async () => {
    const from = await aReader();
    const receivedAt = world.clock.now();
    const said = reply({ from, replyId: 'comes-again', receivedAt });
    world.clock.forward(30);
    await applySmsReply(portsOf(world), said);
    expect(await registeredOf(from)).toMatchObject([{ occurredAt: receivedAt }]);
    world.clock.forward(60);
    await agree(from);
    world.clock.forward(60);
    await applySmsReply(portsOf(world), said);
    expect(await registeredOf(from)).toHaveLength(1);
    expect((await standingOf(from)).oppositions).toMatchObject([{ occurredAt: receivedAt }]);
    await applySmsReply(portsOf(world), reply({ from, replyId: 'said-after', receivedAt: world.clock.now() }));
    const since = (await standingOf(from)).oppositions.map(({ occurredAt }) => occurredAt);
    expect(since).toEqual([receivedAt, world.clock.now()]);
  });

  test('P2: a second STOP to which the operator gave the id of the first is another act, whether the person agreed between them or not', async () => {
    for (const agrees of [true, false]) {
      const from = await aReader();
      const first = reply({ from, replyId: 'given-twice', receivedAt: world.clock.now() });
      await applySmsReply(portsOf(world), first);
      world.clock.forward(60);
      if (agrees) await agree(from);
      world.clock.forward(60);
      const second = { ...first, receivedAt: world.clock.now() };
      for (const said of [second, first, second]) {
        world.clock.forward(60);
        await applySmsReply(portsOf(world), said);
      }
      expect((await registeredOf(from)).map(({ occurredAt }) => occurredAt)).toEqual([
        first.receivedAt,
        second.receivedAt,
      ]);
      expect((await standingOf(from)).oppositions.map(({ occurredAt }) => occurredAt)).toContain(second.receivedAt);
    }
  });

  test('OPP-4: one that SNS says came later than it is counts from now', async () => {
    const from = await aReader();
    const at = world.clock.now();
    await applySmsReply(
      portsOf(world),
      reply({ from, replyId: 'of-tomorrow', receivedAt: '2031-01-01T00:00:00.000Z' as typeof at }),
    );
    expect(await registeredOf(from)).toMatchObject([{ occurredAt: at }]);
  });

  test('D20: what a human lifted stays lifted and has no other review, dated or not; other words of that id are an opposition', async () => {
    for (const receivedAt of [world.clock.now(), undefined]) {
      const from = await aReader();
      const said = reply({ from, replyId: 'lifted', text: DOUBTFUL, receivedAt });
      await applySmsReply(portsOf(world), said);
      const [registered] = await registeredOf(from);
      await allow(from, registered?.id ?? expect.fail('none'));
      world.clock.forward(60);
      await agree(from);
      await applySmsReply(portsOf(world), said);
      expect([(await standingOf(from)).oppositions, await registeredOf(from)]).toEqual([[], [registered]]);
      await applySmsReply(portsOf(world), { ...said, text: 'STOP' });
      expect((await standingOf(from)).oppositions).toHaveLength(1);
    }
  });
});
