import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { doubtfulRepliesOf } from '#shared/adapters/dynamodb/messages/doubtful-replies.ts';
import { applyProviderReport } from '#shared/app/feedback/apply-provider-report.ts';
import { applyTextFeedback } from '#shared/app/feedback/apply-text-feedback.ts';
import { applySmsReply } from '#shared/app/replies/apply-sms-reply.ts';
import { decideReview } from '#shared/app/reviews/decide-review.ts';
import { causeOfReply } from '#shared/domain/review/reply-review.ts';
import { ProviderEvent } from '#shared/domain/sending/provider-event.ts';
import { providerReferenceOf } from '#shared/domain/sending/reference.ts';
import { NOW, STOP_COVERS_EVERYTHING } from '#test/support/builders.ts';
import { callsFrom } from '#test/support/reports/calls-from.ts';
import { reportPorts } from '#test/support/reports/report-server.ts';
import { type SendWorld, sendVault, startSendWorld } from '#test/support/send-world.ts';
import { portsOf, reply } from '../../support/sms-replies.ts';

/** A STOP means the same, whoever brings it: a provider at the URL of its message, AWS, or the answer to a hand-off. */
let world: SendWorld;
type Channel = 'sms' | 'mms' | 'automated-call';
type Sent = Awaited<ReturnType<SendWorld['aMessage']>>;

const sent = async (channel: Channel): Promise<Sent> => {
  const message = await world.aMessage({ channel });
  expect(await world.deliver(message)).toMatchObject({ state: 'sent' });
  return message;
};
const report = (
  of: Sent,
  channel: Channel,
  event: Pick<ProviderEvent, 'kind'> & Partial<ProviderEvent>,
  signed = true,
) =>
  applyProviderReport(reportPorts(world), {
    access: world.access,
    link: { ...of, channel, purpose: 'own-offers' },
    event: ProviderEvent.parse({
      ...{ eventId: 'evt-1', reference: providerReferenceOf(of.messageId), at: world.clock.now() },
      ...event,
    }),
    bodySha256: 'e'.repeat(64),
    isSigned: signed,
  });
const oppositionsOf = async ({ contactId }: Pick<Sent, 'contactId'>) =>
  (await world.ledger.readStanding(world.access, contactId))?.oppositions ?? [];

describe('where the advertiser chose that a STOP covers everything', () => {
  beforeAll(async () => {
    world = await startSendWorld(inject('dynamoDbUrl'));
    await callsFrom(world);
    const { advertisers } = world.ports;
    const present = (await advertisers.get(world.access)) ?? expect.fail('no settings');
    const { advertiserId: _, settingsVersion: __, recordedAt: ___, ...settings } = present;
    await advertisers.put(world.access, { ...settings, readings: [STOP_COVERS_EVERYTHING] }, NOW);
  });
  afterAll(() => world.close());

  const everything = [{ of: { scope: 'global' } }];

  test('OPP-3: a reply by AWS, the judge of the others', async () => {
    const message = await sent('sms');
    await applySmsReply(portsOf(world), reply({ from: message.address, replyId: message.messageId }));
    expect(await oppositionsOf(message)).toMatchObject(everything);
  });

  test.each([
    ['sms', 'STOP', true],
    ['mms', 'STOP', true],
    ['sms', 'STOP', false],
    ['sms', 'Non merci, pas intéressé cette fois', true],
  ] as const)('OPP-3: a reply to an %s that a provider reports, "%s", signed: %s', async (channel, text, isSigned) => {
    const message = await sent(channel);
    await report(message, channel, { kind: 'reply', text }, isSigned);
    expect(await oppositionsOf(message)).toMatchObject(everything);
  });

  test.each(['sms', 'mms'] as const)('OPP-3: what was said to the provider of %s itself', async (channel) => {
    const message = await sent(channel);
    await report(message, channel, { kind: 'blacklisted' });
    expect(await oppositionsOf(message)).toMatchObject(everything);
  });

  test('OPP-3: an opt-out that End User Messaging reports', async () => {
    const message = await sent('sms');
    await applyTextFeedback(reportPorts(world), {
      ...{ advertiserId: world.access.advertiserId, messageId: message.messageId, contactId: message.contactId },
      ...{ eventType: 'TEXT_BLOCKED', isFinal: true, saysOptedOut: true },
      ...{ providerMessageId: 'eum-1', at: world.clock.now() },
    });
    expect(await oppositionsOf(message)).toMatchObject(everything);
  });

  test('OPP-3: an opt-out by which the provider does not take a message', async () => {
    const message = await world.aMessage({ channel: 'sms' });
    world.stub.next('opted-out');
    expect(await world.deliver(message)).toMatchObject({ state: 'refused' });
    expect(await oppositionsOf(message)).toMatchObject(everything);
  });

  test.each([{ kind: 'keypress', digits: '9' }, { kind: 'blacklisted' }] as const)(
    'OPP-3: a call is no text: $kind ends calls',
    async (event) => {
      const call = await sent('automated-call');
      await report(call, 'automated-call', event);
      expect(await oppositionsOf(call)).toMatchObject([{ of: { scope: 'channel' } }]);
    },
  );
});

describe('a doubtful reply that a provider reports', () => {
  const DOUBTFUL = 'Non merci, pas intéressé cette fois';
  beforeAll(async () => {
    world = await startSendWorld(inject('dynamoDbUrl'));
  });
  afterAll(() => world.close());

  const reviewOf = async (of: Sent) => {
    const [opposition] = await oppositionsOf(of);
    const review = await world.reviews.find(
      world.access,
      causeOfReply((opposition ?? expect.fail('no opposition')).id, 'sms-reply'),
    );
    const replies = doubtfulRepliesOf({ ...world.table, vault: sendVault(), clock: world.clock });
    return review && { review, words: await replies.wordsOf(world.access, review) };
  };

  test.each([
    ['sms', true],
    ['mms', true],
    ['sms', false],
  ] as const)(
    'D20: to an %s, signed %s, is an opposition, and its words wait for a human',
    async (channel, isSigned) => {
      const message = await sent(channel);
      for (const _ of [1, 2]) await report(message, channel, { kind: 'reply', text: DOUBTFUL }, isSigned);
      expect(await oppositionsOf(message)).toHaveLength(1);
      expect(await reviewOf(message)).toMatchObject({ words: DOUBTFUL, review: { endsAt: expect.any(String) } });
    },
  );

  test('D20: "allowed" lifts it', async () => {
    const message = await sent('mms');
    await report(message, 'mms', { kind: 'reply', text: DOUBTFUL });
    const { review } = (await reviewOf(message)) ?? expect.fail('no review');
    await decideReview(
      { reviews: world.reviews, ledger: world.ledger, clock: world.clock },
      {
        ...{ access: world.access, reviewId: review.reviewId, apiKeyId: 'key_1', mayAnnul: true },
        content: { decision: 'allowed', reason: 'Lou Martin parle d’un article.', decider: 'Jeanne Roy' },
        request: { requestId: 'allowed', bodySha256: 'allowed' },
      },
    );
    expect(await oppositionsOf(message)).toEqual([]);
  });

  test('a plain STOP opens none', async () => {
    const message = await sent('sms');
    await report(message, 'sms', { kind: 'reply', text: 'STOP' });
    expect(await reviewOf(message)).toBeUndefined();
  });
});
