import { expect, test } from 'vitest';
import { shownAsSent } from '#shared/domain/centre/sent-lately.ts';
import type { MessageId } from '#shared/domain/ids.ts';
import type { Claim } from '#shared/domain/message/message.ts';
import { addDays, addSeconds } from '#shared/domain/time/instant.ts';
import { NOW } from '../../support/builders.ts';

const entry = (days: number, more: Partial<Claim> = {}): Claim => ({
  ...{
    messageId: 'msg_a' as MessageId,
    claimedAt: addSeconds(addDays(NOW, -days), 1),
    claimToken: 'a',
    result: 'sent',
  },
  ...more,
});

test('what left in thirty days is shown, the latest first: no test, and nothing that a worker has in hand', () => {
  const { result: _r, ...ofCampaign } = entry(5);
  const inHand = { ...ofCampaign, claimedAt: addSeconds(NOW, -60) };
  const mails = [entry(30), entry(31), entry(2, { test: true }), entry(3, { result: 'unknown' }), ofCampaign, inHand];
  const sends = [
    { month: '2026-11', channel: 'email' as const, entries: mails, revision: 1 },
    { month: '2026-11', channel: 'sms' as const, entries: [entry(4)], revision: 1 },
  ];
  const shown = shownAsSent(sends, NOW).map(({ at, family }) => [at, family]);
  expect(shown).toEqual([
    [entry(3).claimedAt, 'email'],
    [entry(4).claimedAt, 'text'],
    [entry(5).claimedAt, 'email'],
    [entry(30).claimedAt, 'email'],
  ]);
  const many = Array.from({ length: 40 }, () => entry(1));
  expect(shownAsSent([{ month: '2026-11', channel: 'email', entries: many, revision: 1 }], NOW)).toHaveLength(30);
});
