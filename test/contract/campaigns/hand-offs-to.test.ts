import { BatchGetItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { beforeAll, describe, expect, test } from 'vitest';
import { storeIfAbsent } from '#shared/adapters/dynamodb/conditional.ts';
import { sendsKey } from '#shared/adapters/dynamodb/keys.ts';
import { handOffsToOf } from '#shared/adapters/dynamodb/messages/hand-offs-to.ts';
import { messagesOf } from '#shared/adapters/dynamodb/messages/messages.ts';
import type { Table } from '#shared/adapters/dynamodb/table.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { positionOfSent } from '#shared/domain/sending/position-of-sent.ts';
import { addDays, addSeconds, monthOf } from '#shared/domain/time/instant.ts';
import { freshTable, testClock, testVault } from '../../support/aws.ts';
import { ADVERTISER_ID, CONTACT_ID, messageId, NOW, sha256 } from '../../support/builders.ts';

/** What was handed over for a contact is read as far back as a page of its timeline needs. */
const access = admit(ADVERTISER_ID);
const DAYS = 400;
const idOf = (index: number) => messageId(`h${String(index).padStart(3, '0')}`);
const unreachable = (cause: unknown) => dependencyUnavailable('The store', cause);

interface Claim {
  readonly id: string;
  readonly at: Instant;
  readonly month: string;
  readonly channel: 'email' | 'sms';
}

/** A claim on each third day, of two channels in turn: each seventh one under the month before, in which its run began. */
const CLAIMS = Array.from({ length: Math.floor(DAYS / 3) }, (_, n): Claim => {
  const at = addSeconds(addDays(NOW, -3 * n), -n);
  const month = n % 7 === 0 ? monthOf(addDays(at, -30)) : monthOf(at);
  return { id: idOf(n), at, month, channel: n % 2 === 0 ? 'email' : 'sms' };
});
/** Of each fifth a message is stored: the timeline shows that instead. */
const isMessage = (n: number) => n % 5 === 0;
const EXPECTED = CLAIMS.filter((_, n) => !isMessage(n)).map(({ id }) => id);

let table: Table;
const asked = { items: 0, keys: 0 };
beforeAll(async () => {
  table = await freshTable();
  const deps = { ...table, vault: testVault(), clock: testClock(NOW) };
  for (const [, own] of Map.groupBy(CLAIMS, ({ month, channel }) => `${month} ${channel}`)) {
    const [{ month, channel } = CLAIMS[0] as Claim] = own;
    const entries = Object.fromEntries(own.map(({ id, at }) => [id, { at, by: 'worker', as: 'sent' }]));
    const item = { entity: 'sends', v: 1, month, channel, revision: 1, entries, expiresAt: 4_000_000_000 };
    await storeIfAbsent(table, { ...sendsKey(access, CONTACT_ID, month, channel), ...item }, unreachable);
  }
  const messages = messagesOf(deps);
  for (const [n, { at, channel }] of CLAIMS.entries())
    if (isMessage(n)) {
      const message = {
        ...{ advertiserId: ADVERTISER_ID, messageId: idOf(n), contactId: CONTACT_ID, channel, purpose: 'own-offers' },
        ...{ offerCategory: 'wine', contentSha256: sha256('c'), acceptedAt: at, validUntil: addDays(at, 3) },
        ...{ status: 'accepted', claimMonth: monthOf(at) },
      } as const;
      const secrets = { address: 'camille@example.com', mergeValues: {} };
      await messages.accept(access, [{ message, secrets, bodySha256: sha256('b') }] as never);
    }
  table.client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        const answer = await next(args);
        const { Items } = answer.output as { Items?: unknown[] };
        if (commandName === QueryCommand.name) asked.items += Items?.length ?? 0;
        if (commandName === BatchGetItemCommand.name) {
          const { RequestItems } = args.input as { RequestItems: Record<string, { Keys: unknown[] }> };
          asked.keys += Object.values(RequestItems).reduce((sum, { Keys }) => sum + Keys.length, 0);
        }
        return answer;
      },
    { name: 'asked', step: 'initialize', override: true },
  );
});

const handOffs = () => handOffsToOf({ ...table, clock: testClock(NOW) });

describe('what was handed over for a contact', () => {
  test.each([1, 7, 50, 1000])('in pages of %s is each once, the latest first', async (most) => {
    const found: string[] = [];
    let after: string | undefined;
    for (;;) {
      const page = await handOffs().of(access, CONTACT_ID, { most, after });
      expect(page.length).toBeLessThanOrEqual(most);
      found.push(...page.map(({ messageId: id }) => id));
      const last = page.at(-1);
      if (last === undefined) break;
      after = positionOfSent(last);
    }
    expect(found).toEqual(EXPECTED);
  });

  test('a page reads some months, and asks of some messages', async () => {
    Object.assign(asked, { items: 0, keys: 0 });
    await handOffs().of(access, CONTACT_ID, { most: 5 });
    expect(asked.items).toBeLessThanOrEqual(8);
    expect(asked.keys).toBeLessThanOrEqual(10);
  });

  test('a page far back does not read what came since', async () => {
    const back = CLAIMS[100] as Claim;
    Object.assign(asked, { items: 0, keys: 0 });
    const page = await handOffs().of(access, CONTACT_ID, { most: 5, after: `${back.at}#${back.id}` });
    expect(page[0]?.messageId).toBe(CLAIMS.slice(101).find((_, n) => !isMessage(n + 101))?.id);
    expect(asked.items).toBeLessThanOrEqual(8);
  });

  test('a position that nobody was given is as none', async () => {
    const page = await handOffs().of(access, CONTACT_ID, { most: 3, after: 'zzz' });
    expect(page.map(({ messageId: id }) => id)).toEqual(EXPECTED.slice(0, 3));
  });
});
