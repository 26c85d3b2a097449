import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { applySmsReply } from '#shared/app/replies/apply-sms-reply.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import type { AdvertiserId } from '#shared/domain/ids.ts';
import { MOST_OF_A_PART, type SmsReply } from '#shared/domain/opposition/received-reply.ts';
import { addSeconds } from '#shared/domain/time/instant.ts';
import { messageId } from '#test/support/builders.ts';
import { startSharedCode } from '#test/support/load/shared-code.ts';

const MANY = 10_000;
/** The pages of the code, and one act. */
const BESIDE = 20;
/** The settings, the standing, whether it is the same act, where what is known ends, and the act. */
const CALLS_FOR_EACH = 6;

let shared: Awaited<ReturnType<typeof startSharedCode>>;
beforeAll(async () => {
  shared = await startSharedCode(MANY);
});
afterAll(() => shared.world.close());

let numbers = 0;
const aNumber = (): string => {
  numbers += 1;
  return `+33612${String(900_000 + numbers)}`;
};

/** A text of each of these to one number, all at one time. */
const textsOf = async (advertisers: readonly AdvertiserId[], from: string): Promise<void> => {
  const { fingerprints, ports, clock } = shared.world;
  for (const advertiserId of advertisers) {
    const contactId = fingerprints.contactIdOf(advertiserId, { kind: 'phone', value: from });
    const at = clock.now();
    const bucket = { month: at.slice(0, 7), channel: 'sms', revision: 0 } as const;
    const entry = { messageId: messageId('m-to-many-'), claimedAt: at, claimToken: 'a', result: 'sent' } as const;
    await ports.claims.claim(admit(advertiserId), contactId, bucket, entry);
  }
};

/** What the parts that wait come to, each one in a run of its own. */
const takeParts = async (said: SmsReply): Promise<readonly AdvertiserId[]> => {
  const taken = await Promise.all(
    shared.parts.splice(0).map((among) => applySmsReply(shared.ports, { ...said, among })),
  );
  return taken.flat();
};

const opposedAt = async (advertisers: readonly AdvertiserId[], from: string) => {
  const counts = await Promise.all(advertisers.map((each) => shared.oppositionsOf(each, from)));
  return counts.filter((count) => count === 1).length;
};

describe('a STOP on a code that 10,000 advertisers share', { timeout: 120_000 }, () => {
  test('from a number that one of them wrote to last: one look at each of them, and one act', async () => {
    const from = aNumber();
    const [last, earlier] = [shared.ids[7_000], shared.ids[3]];
    if (last === undefined || earlier === undefined) throw new Error('too few');
    await textsOf([earlier], from);
    shared.world.clock.forward(60);
    await textsOf([last], from);
    const { advertisers, calls, writes } = await shared.run(shared.stop({ from, replyId: 'of-the-last' }));
    expect({ advertisers, writes }).toEqual({ advertisers: 1, writes: 1 });
    expect(calls).toBeLessThan(MANY + BESIDE);
    expect([await shared.oppositionsOf(last, from), await shared.oppositionsOf(earlier, from)]).toEqual([1, 0]);
  });

  test('D19: in doubt it is for all, in parts that one run has time for; everywhere they were written to among them', async () => {
    const from = aNumber();
    const wrote = [12, 345, 9_999].map((index) => shared.ids[index]).filter((id) => id !== undefined);
    await textsOf(wrote, from);
    const said = shared.stop({ from, replyId: 'of-three' });
    const { advertisers, calls, writes } = await shared.run(said);
    expect({ advertisers, writes }).toEqual({ advertisers: MANY, writes: 0 });
    expect(calls).toBeLessThan(MANY + BESIDE);
    expect(shared.parts.every((part) => part.length <= MOST_OF_A_PART)).toBe(true);
    expect(shared.parts.flat().toSorted()).toEqual(shared.ids.toSorted());
    const own = shared.parts.filter((part) => wrote.some((id) => part.includes(id)));
    shared.parts.splice(0);
    for (const among of own) {
      const part = await shared.run({ ...said, among });
      expect(part.calls).toBeLessThanOrEqual(among.length * CALLS_FOR_EACH);
    }
    expect(await opposedAt(own.flat(), from)).toBe(own.flat().length);
    expect(await opposedAt(wrote, from)).toBe(wrote.length);
  });

  test('P2: where it dies while it is shared out, it is shared out whole the next time, whoever wrote meanwhile', async () => {
    const from = aNumber();
    const said = shared.stop({ from, replyId: 'dies-1', receivedAt: shared.world.clock.now() });
    const away = async (_said: SmsReply, among: readonly AdvertiserId[]) => {
      if (shared.parts.length === 20) throw dependencyUnavailable('The topic of replies');
      shared.parts.push(among);
    };
    const dying = applySmsReply({ ...shared.ports, shareOut: away }, said);
    await expect(dying).rejects.toMatchObject({ code: 'dependency-unavailable' });
    expect(shared.parts.length).toBeLessThan(MANY / MOST_OF_A_PART);
    shared.parts.splice(0);
    shared.world.clock.set(addSeconds(shared.world.clock.now(), 60));
    await textsOf(shared.ids.slice(0, 1), from);
    expect(await applySmsReply(shared.ports, said)).toHaveLength(MANY);
    expect(new Set(shared.parts.flat()).size).toBe(MANY);
    shared.parts.splice(0);
  });

  test('P2: a part that dies in its middle is done whole the next time, each act once', async () => {
    const from = aNumber();
    const said = shared.stop({ from, replyId: 'dies-2' });
    const among = shared.ids.slice(100, 100 + MOST_OF_A_PART);
    let written = 0;
    const append: typeof shared.ports.ledger.append = (...rest) => {
      written += 1;
      return written > 80 ? Promise.reject(new Error('gone')) : shared.ports.ledger.append(...rest);
    };
    const dying = { ...shared.ports, ledger: { ...shared.ports.ledger, append } };
    await expect(applySmsReply(dying, { ...said, among })).rejects.toThrow('gone');
    expect(await opposedAt(among, from)).toBe(80);
    shared.parts.push(among);
    expect(await takeParts(said)).toEqual(among);
    expect(await opposedAt(among, from)).toBe(among.length);
  });
});
