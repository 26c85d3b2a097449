import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { doubtfulRepliesOf } from '#shared/adapters/dynamodb/messages/doubtful-replies.ts';
import { applySmsReply } from '#shared/app/replies/apply-sms-reply.ts';
import { decideReview } from '#shared/app/reviews/decide-review.ts';
import { causeOfReply } from '#shared/domain/review/reply-review.ts';
import { ADVERTISER_ID } from '#test/support/builders.ts';
import { type SendWorld, sendVault, startSendWorld } from '#test/support/send-world.ts';
import { portsOf, reply } from '../../support/sms-replies.ts';

const DOUBTFUL = 'Non merci, pas intéressé cette fois';
/** Found by the vocabulary of both readers, by a question, and by what it denies. */
const OTHER_DOUBTFUL = [
  'mauvais numéro',
  'kein Interesse',
  'Could you stop the delivery until Friday?',
  'je suis pas preneur',
];

let world: SendWorld;
beforeAll(async () => {
  world = await startSendWorld(inject('dynamoDbUrl'));
});
afterAll(() => world.close());

const contactOf = (from: string) => world.fingerprints.contactIdOf(ADVERTISER_ID, { kind: 'phone', value: from });
const oppositionsOf = async (from: string) =>
  (await world.ledger.readStanding(world.access, contactOf(from)))?.oppositions ?? [];
/** The review of the one opposition of this number, and what a human is shown of it. */
const reviewOf = async (from: string) => {
  const [opposition] = await oppositionsOf(from);
  if (opposition === undefined) throw new Error('no opposition');
  const review = await world.reviews.find(world.access, causeOfReply(opposition.id, 'sms-reply'));
  const replies = doubtfulRepliesOf({ ...world.table, vault: sendVault(), clock: world.clock });
  return review && { review, words: await replies.wordsOf(world.access, review) };
};
const decide = async (from: string, decision: 'allowed' | 'refused', mayAnnul = true) => {
  const { review } = (await reviewOf(from)) ?? expect.fail('no review');
  return decideReview(
    { reviews: world.reviews, ledger: world.ledger, clock: world.clock },
    {
      ...{ access: world.access, reviewId: review.reviewId, apiKeyId: 'key_1', mayAnnul },
      content: { decision, reason: 'Lou Martin parle d’un article.', decider: 'Jeanne Roy' },
      request: { requestId: `${from}/${decision}`, bodySha256: decision },
    },
  );
};
/** Somebody who was written to, and answered. */
const answered = async (channel: 'sms' | 'mms', text: string) => {
  const message = await world.aMessage({ channel });
  await world.deliver(message);
  await applySmsReply(portsOf(world), reply({ from: message.address, replyId: message.messageId, text }));
  return { from: message.address };
};

describe('a doubtful reply by SMS or MMS', () => {
  test('D20: is an opposition, and its words wait for a human for thirty days', async () => {
    for (const channel of ['sms', 'mms'] as const) {
      const { from } = await answered(channel, DOUBTFUL);
      expect(await oppositionsOf(from)).toMatchObject([{ via: 'sms-reply' }]);
      expect(await reviewOf(from)).toMatchObject({ words: DOUBTFUL, review: { endsAt: expect.any(String) } });
      expect(JSON.stringify(await reviewOf(from).then((read) => read?.review))).not.toMatch(/merci|intéress/);
    }
  });

  test('D20: "allowed" lifts it with a key that may undo records, and "refused" leaves it', async () => {
    const [lifted, left] = [await answered('sms', DOUBTFUL), await answered('sms', DOUBTFUL)];
    await expect(decide(lifted.from, 'allowed', false)).rejects.toMatchObject({ code: 'insufficient-scope' });
    expect(await oppositionsOf(lifted.from)).toHaveLength(1);
    await decide(lifted.from, 'allowed');
    expect(await oppositionsOf(lifted.from)).toEqual([]);
    await decide(left.from, 'refused');
    expect(await oppositionsOf(left.from)).toHaveLength(1);
    expect(await reviewOf(left.from)).toMatchObject({ words: undefined });
  });

  test.each(OTHER_DOUBTFUL)('%j has its review, and is lifted', async (text) => {
    const { from } = await answered('sms', text);
    expect(await reviewOf(from)).toMatchObject({ words: text });
    await decide(from, 'allowed');
    expect(await oppositionsOf(from)).toEqual([]);
  });

  test('what only holds such a word is no opposition', async () => {
    const { from } = await answered('sms', 'arrêt de bus République');
    expect(await oppositionsOf(from)).toEqual([]);
  });

  test('delivered twice it is one review', async () => {
    const { from } = await answered('sms', DOUBTFUL);
    const before = await reviewOf(from);
    world.clock.forward(60);
    const again = reply({ from, replyId: 'again', text: DOUBTFUL });
    await applySmsReply(portsOf(world), again);
    await applySmsReply(portsOf(world), again);
    expect((await reviewOf(from))?.review.openedAt).toBe(before?.review.openedAt);
  });

  test('a STOP opens none, and no human lifts it', async () => {
    const { from } = await answered('sms', 'STOP');
    expect(await oppositionsOf(from)).toHaveLength(1);
    expect(await reviewOf(from)).toBeUndefined();
  });

  test('P2: of a number that nobody knows it is final at once', async () => {
    const from = '+33612777001';
    await applySmsReply(portsOf(world), reply({ from, replyId: 'unknown', text: DOUBTFUL }));
    expect(await oppositionsOf(from)).toHaveLength(1);
    expect(await reviewOf(from)).toBeUndefined();
  });
});
