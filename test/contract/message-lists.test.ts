import { beforeAll, describe, expect, test } from 'vitest';
import { messageListsOf } from '#shared/adapters/dynamodb/messages/message-lists.ts';
import { messagesOf } from '#shared/adapters/dynamodb/messages/messages.ts';
import type { Table } from '#shared/adapters/dynamodb/table.ts';
import type { MessagesAsked } from '#shared/app/messages/message-lists.port.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import type { AdvertiserId, ContactId, Instant } from '#shared/domain/ids.ts';
import type { Message } from '#shared/domain/message/message.ts';
import { shortReferenceOf } from '#shared/domain/message/short-reference.ts';
import { addDays, addSeconds } from '#shared/domain/time/instant.ts';
import { freshTable, testClock, testVault } from '../support/aws.ts';
import { ADVERTISER_ID, CONTACT_ID, instant, messageId, NOW, sha256 } from '../support/builders.ts';

const access = admit(ADVERTISER_ID);
const OTHER = admit('autre-maison' as AdvertiserId);
const FROM = instant('2026-09-01T00:00:00Z');
const UNTIL = addDays(NOW, 1);
let table: Table;
const idOfMessage = (index: number) => messageId(`l${String(index).padStart(3, '0')}`);

const aMessage = (index: number, acceptedAt: Instant, changes: Partial<Message> = {}): Message => ({
  advertiserId: ADVERTISER_ID,
  messageId: idOfMessage(index),
  contactId: CONTACT_ID,
  channel: 'email',
  purpose: 'own-offers',
  offerCategory: 'wine',
  contentSha256: sha256('c'),
  acceptedAt,
  validUntil: addDays(acceptedAt, 3),
  status: 'accepted',
  claimMonth: acceptedAt.slice(0, 7),
  ...changes,
});
const contactNumber = (n: number) => `v1n1.${String(n).padStart(43, '0')}` as ContactId;

/** Sixty messages over sixty days, two in one second each fourth day, to three contacts. */
const MESSAGES = Array.from({ length: 60 }, (_, n) =>
  aMessage(n, addSeconds(NOW, -Math.floor(n / 2) * 2 * 86_400), { contactId: contactNumber(n % 3) }),
);
const lists = (now = NOW) => messageListsOf({ ...table, clock: testClock(now) });
const messages = () => messagesOf({ ...table, vault: testVault(), clock: testClock(NOW) });

/** Every page of a list, in order. Fails when a page holds more than its limit. */
const all = async (
  asked: Partial<MessagesAsked & { from: Instant; until: Instant }>,
  limit: number,
  of = access,
): Promise<readonly Message[]> => {
  const found: Message[] = [];
  let after: string | undefined;
  do {
    const page = await lists().list(of, { from: FROM, until: UNTIL, ...asked }, { limit, after });
    expect(page.items.length).toBeLessThanOrEqual(limit);
    found.push(...page.items);
    after = page.next;
  } while (after !== undefined);
  return found;
};
const idsOf = (found: readonly Message[]) => found.map(({ messageId: id }) => id);
const newestFirst = (found: readonly Message[]) =>
  idsOf([...found].sort((a, b) => (`${a.acceptedAt}#${a.messageId}` < `${b.acceptedAt}#${b.messageId}` ? 1 : -1)));

beforeAll(async () => {
  table = await freshTable();
  const secrets = { address: 'camille@example.fr', mergeValues: {} };
  const outcomes = await messages().accept(
    access,
    MESSAGES.map((message) => ({ message, secrets, bodySha256: sha256('1') })),
  );
  expect(new Set(outcomes)).toEqual(new Set(['stored']));
  await messages().move(access, idOfMessage(7), 'refused', { settledAt: NOW });
});

describe('lists of messages', () => {
  test.each([1, 7, 25, 100])('pages of %i hold every message of a period once, newest first', async (limit) => {
    expect(idsOf(await all({}, limit))).toEqual(newestFirst(MESSAGES));
  });

  test.each([1, 6, 100])('pages of %i hold every message of a contact once, newest first', async (limit) => {
    const contactId = contactNumber(1);
    const own = MESSAGES.filter((message) => message.contactId === contactId);
    expect(idsOf(await all({ contactId }, limit))).toEqual(newestFirst(own));
  });

  test('a period takes its first instant in and leaves its last out', async () => {
    const [from, until] = [addDays(NOW, -20), addDays(NOW, -4)];
    const own = MESSAGES.filter(({ acceptedAt }) => acceptedAt >= from && acceptedAt < until);
    expect(own).toHaveLength(16);
    expect(idsOf(await all({ from, until }, 5))).toEqual(newestFirst(own));
    expect(idsOf(await all({ from, until, contactId: contactNumber(0) }, 2))).toEqual(
      newestFirst(own.filter(({ contactId }) => contactId === contactNumber(0))),
    );
  });

  test('a state is the present one', async () => {
    expect(idsOf(await all({ status: 'refused' }, 10))).toEqual([idOfMessage(7)]);
    expect(await all({ status: 'accepted' }, 10)).toHaveLength(59);
  });

  test('a short reference finds its message and no other', async () => {
    for (const { messageId: id } of MESSAGES.slice(0, 5)) {
      expect(idsOf(await lists().quoted(access, shortReferenceOf(id)))).toEqual([id]);
    }
    expect(await lists().quoted(access, 'ZZZZZ-ZZZZZ')).toEqual([]);
  });

  test('P9: another advertiser finds nothing of it', async () => {
    expect(await all({}, 10, OTHER)).toEqual([]);
    expect(await all({ contactId: contactNumber(1) }, 10, OTHER)).toEqual([]);
    expect(await lists().quoted(OTHER, shortReferenceOf(idOfMessage(1)))).toEqual([]);
  });

  test('P7: what has expired is not listed, though it is still stored', async () => {
    const later = lists(addDays(NOW, 400));
    const page = await later.list(access, { from: FROM, until: UNTIL }, { limit: 100 });
    expect(page.items).toEqual([]);
  });
});
