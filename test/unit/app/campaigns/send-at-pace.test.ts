import { describe, expect, test } from 'vitest';
import type { Running } from '#shared/app/campaigns/runs.port.ts';
import type { Sent } from '#shared/app/campaigns/sending/recipient-outcome.ts';
import { paceOfChunk, sendAtPace } from '#shared/app/campaigns/sending/send-at-pace.ts';
import { rowOf } from '#shared/domain/campaign/stopping/in-a-row.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import { paceOf } from '#shared/domain/message/channel.ts';
import { instant } from '#test/support/builders.ts';

const NOW = instant('2026-11-24T10:00:00Z');
const VALID_UNTIL = instant('2026-11-25T10:00:00Z');
const RUNNING = { campaign: { control: 'running' }, occurrence: { validUntil: VALID_UNTIL } } as Running;
const CANCELLED = { ...RUNNING, campaign: { control: 'cancelled' } } as Running;
const ENDED = { ...RUNNING, occurrence: { validUntil: instant('2026-11-24T09:59:59Z') } } as Running;
const recipientsOf = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ contactId: `v1n1.${index}` as ContactId }));

/** What was done, in its order: the waits, and whom a hand-off was tried for. */
const told = async (
  channel: 'email' | 'sms',
  count: number,
  isThrottled: (tried: number) => boolean = () => false,
  { running = RUNNING, perMinute }: { running?: Running; perMinute?: number } = {},
) => {
  const done: (number | 'tried')[] = [];
  const pause = async (milliseconds: number) => void done.push(milliseconds);
  let tried = 0;
  const recipients = recipientsOf(count);
  const { sent } = await sendAtPace(
    { clock: { now: () => NOW }, pause, pace: paceOfChunk(paceOf(channel), { recipients, perMinute }) },
    { running, recipients, before: rowOf(undefined, undefined) },
    async ({ contactId }): Promise<Sent> => {
      done.push('tried');
      tried += 1;
      if (isThrottled(tried)) return { outcome: { contactId, state: 'waiting', codes: ['throttled'], dueAt: NOW } };
      return { outcome: { contactId, state: 'sent', codes: [] } };
    },
  );
  return { done, outcomes: sent.map(({ outcome }) => outcome) };
};

describe('the recipients of a chunk', () => {
  test('by SMS follow one another by a second, and by e-mail nobody waits', async () => {
    expect((await told('sms', 3)).done).toEqual(['tried', 1_000, 'tried', 1_000, 'tried']);
    expect((await told('email', 3)).done).toEqual(['tried', 'tried', 'tried']);
  });

  test('by SMS wait for nothing once the campaign is cancelled or has ended', async () => {
    const never = () => false;
    expect((await told('sms', 3, never, { running: CANCELLED })).done).toEqual(['tried', 'tried', 'tried']);
    expect((await told('sms', 3, never, { running: ENDED })).done).toEqual(['tried', 'tried', 'tried']);
  });

  test('by e-mail follow one another no faster than their route takes them, nor over more than their worker has', async () => {
    const never = () => false;
    expect((await told('email', 3, never, { perMinute: 672 })).done.toSorted()).toEqual([
      89,
      89,
      ...Array(3).fill('tried'),
    ]);
    expect((await told('email', 3, never, { perMinute: 104_000 })).done).toEqual(['tried', 'tried', 'tried']);
    const slow = await told('email', 50, never, { perMinute: 48 });
    expect(slow.done.filter((each) => each === 800)).toHaveLength(49);
    // What its channel says goes first.
    expect((await told('sms', 2, never, { perMinute: 48 })).done).toEqual(['tried', 1_000, 'tried']);
  });

  test('by e-mail whose turn comes once a provider has throttled three are not tried', async () => {
    const { done, outcomes } = await told('email', 50, () => true, { perMinute: 672 });
    expect(done.filter((each) => each === 'tried')).toHaveLength(3);
    expect(outcomes.every(({ codes }) => codes[0] === 'throttled')).toBe(true);
  });

  test('of a provider that throttles once are all tried, after some seconds', async () => {
    const { done, outcomes } = await told('sms', 3, (tried) => tried === 1);
    expect(done).toEqual(['tried', 2_000, 1_000, 'tried', 1_000, 'tried']);
    expect(outcomes.map(({ state }) => state)).toEqual(['waiting', 'sent', 'sent']);
  });

  test('of one that throttles on are not all tried: the rest comes up again a minute later', async () => {
    const { done, outcomes } = await told('sms', 12, () => true);
    expect(done.filter((each) => each === 'tried')).toHaveLength(3);
    expect(outcomes).toHaveLength(12);
    expect(outcomes.at(-1)).toEqual({
      contactId: 'v1n1.11',
      state: 'waiting',
      codes: ['throttled'],
      dueAt: '2026-11-24T10:01:00.000Z',
    });
  });
});
