import { DeleteItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { Clock } from '#shared/app/clock.port.ts';
import type { Traces } from '#shared/app/erasure/erasures.port.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { atMost } from '#shared/domain/at-most.ts';
import { AUDIENCE_LISTS } from '#shared/domain/audience/audience-row.ts';
import { listIdOfJob } from '#shared/domain/contact/fingerprint.ts';
import { isRetryable } from '#shared/domain/failure.ts';
import { JobId, MessageId } from '#shared/domain/ids.ts';
import { sha256Of } from '#shared/domain/ledger/canonical.ts';
import type { Erasure } from '#shared/domain/ledger/erasure.ts';
import { PRIOR_STATES } from '#shared/domain/message/message.ts';
import type { Vault } from '../../crypto/vault.ts';
import { contactsAway } from '../../stores-away.ts';
import { audienceKey, listedContactKey, profileKey } from '../audience-keys.ts';
import { holds } from '../conditional.ts';
import { jobsPk, LISTED_JOB } from '../job-keys.ts';
import {
  eventRange,
  type Key,
  MESSAGE_INDEXES,
  messageKey,
  messagesOfContact,
  namedTextKey,
  standingKey,
} from '../keys.ts';
import { readItems } from '../read-items.ts';
import { removeItems } from '../remove-items.ts';
import { formerEventKey } from '../retention/retention-keys.ts';
import { stripRequestWords } from '../rights/rights-words.ts';
import { between, getItem, type Item, orUnreachable, queryPages, type Table, toImage } from '../table.ts';

type Deps = Table & { readonly clock: Clock; readonly vault: Pick<Vault, 'everyWrapping'> };

const AT_ONCE = 8;
/** Items of one `BatchWriteItem`. */
const REMOVED_TOGETHER = 25;
const WAITS: readonly unknown[] = PRIOR_STATES.refused;

/** Keys of all its messages, from the index. */
async function* messageKeys(deps: Deps, access: AdvertiserAccess, contactId: Erasure['contactId']) {
  const query = {
    IndexName: MESSAGE_INDEXES.contact.name,
    KeyConditionExpression: '#partition = :partition',
    ExpressionAttributeNames: { '#partition': MESSAGE_INDEXES.contact.attribute },
    ExpressionAttributeValues: toImage({ ':partition': messagesOfContact(access, contactId) }),
    Limit: 50,
  };
  for await (const keys of queryPages(deps, query, contactsAway))
    yield keys.map(({ pk, sk }): Key => ({ pk: String(pk), sk: String(sk) }));
}

/** True where it carries the key that the erasure destroys, under whichever key of the secret it is wrapped. */
const hasKey = async ({ vault }: Deps, { advertiserId }: AdvertiserAccess, secrets: unknown, keySha256?: string) => {
  const { wrappedKey } = Object(secrets);
  if (keySha256 === undefined || typeof wrappedKey !== 'string') return false;
  if (sha256Of(wrappedKey) === keySha256) return true;
  const [wrappings] = await Promise.allSettled([vault.everyWrapping(advertiserId, wrappedKey)]);
  // One that cannot be unwrapped decrypts nothing; a secret that cannot be read now is asked for again.
  if (wrappings.status === 'fulfilled') return wrappings.value.some((each) => sha256Of(each) === keySha256);
  if (isRetryable(wrappings.reason)) throw wrappings.reason;
  return false;
};

/** It was accepted before the erasure, or with the key that it destroys: by who had read that key before. */
const isOfBefore = async (deps: Deps, access: AdvertiserAccess, item: Item, { erasedAt, keySha256 }: Erasure) =>
  String(item.acceptedAt) <= erasedAt || (await hasKey(deps, access, item.secrets, keySha256));

const strip = async (deps: Deps, access: AdvertiserAccess, messageId: MessageId, { erasedAt }: Erasure) => {
  const update = new UpdateItemCommand({
    TableName: deps.tableName,
    Key: toImage(messageKey(access, messageId)),
    UpdateExpression: 'SET erasedAt = :at REMOVE secrets, encryptedHoles, #reference',
    ConditionExpression: 'attribute_exists(pk)',
    ExpressionAttributeNames: { '#reference': 'reference' },
    ExpressionAttributeValues: toImage({ ':at': erasedAt }),
  });
  await holds(deps.client.send(update), contactsAway);
};

const remove = async (deps: Deps, key: Key, only?: { readonly if: string; readonly values: object }) => {
  const command = new DeleteItemCommand({
    TableName: deps.tableName,
    Key: toImage(key),
    ReturnValues: 'ALL_OLD',
    ...(only && { ConditionExpression: only.if, ExpressionAttributeValues: toImage(only.values) }),
  });
  return (await orUnreachable(deps.client.send(command), contactsAway)).Attributes !== undefined;
};

const removeAll = async (deps: Deps, items: readonly Item[]): Promise<void> => {
  for (let from = 0; from < items.length; from += REMOVED_TOGETHER)
    await removeItems(deps, items.slice(from, from + REMOVED_TOGETHER), contactsAway);
};

/** The person acted since, and the contact is in use again: its lists are of after the erasure. A standing that is gone is not. */
const isInUseAgain = async (deps: Deps, access: AdvertiserAccess, contactId: Erasure['contactId']) => {
  const standing = await getItem(deps, standingKey(access, contactId), contactsAway);
  if (standing === undefined) return false;
  const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
  return listed(standing.consents).length + listed(standing.sales).length > 0;
};

/** What the table has of a contact beside its standing. */
export const tracesOf = (deps: Deps): Traces => ({
  stripMessages: async (access, erasure) => {
    let stripped = 0;
    const waiting: MessageId[] = [];
    for await (const keys of messageKeys(deps, access, erasure.contactId)) {
      const all = await readItems(deps, keys, contactsAway);
      const isFound = await Promise.all(all.map((item) => isOfBefore(deps, access, item, erasure)));
      const found = all.filter((_, index) => isFound[index]);
      await atMost(AT_ONCE, found, async (item) => {
        const { messageId, status, secrets, encryptedHoles, reference, template, contentSha256 } = item;
        const id = MessageId.parse(messageId);
        if (WAITS.includes(status)) waiting.push(id);
        if ([secrets, encryptedHoles, reference].some((each) => each !== undefined)) {
          await strip(deps, access, id, erasure);
          stripped += 1;
        }
        // After that, so that whoever names it now finds its message stripped. Others who were sent the same text have what opens it with
        // their own messages.
        if (template === undefined) await remove(deps, namedTextKey(access, String(contentSha256)));
      });
    }
    return { stripped, waiting };
  },
  stripRequests: (access, erasure) => stripRequestWords(deps, access, erasure),
  removeEvents: async (access, { contactId, firstSeq }) => {
    const range = { ...between(eventRange(access, contactId, 1)), ProjectionExpression: 'pk, sk' };
    let removed = 0;
    for await (const page of queryPages(deps, range, contactsAway)) {
      const before = page.filter(({ sk }) => Number(String(sk).slice('EVENT#'.length)) < firstSeq);
      await removeAll(deps, before);
      removed += before.length;
      if (before.length < page.length) break;
    }
    // After that, since the sweep moves no event that is not there; and at each position, of which TTL may have come to this one or to that in the archive first.
    const places = Array.from({ length: firstSeq - 1 }, (_, index) => ({
      ...formerEventKey(access, contactId, index + 1),
    }));
    await removeAll(deps, places);
    return removed;
  },
  removeProfile: async (access, { contactId, firstSeq }) => {
    const ofBefore = { if: 'attribute_not_exists(pk) OR chainStart < :first', values: { ':first': firstSeq } };
    await holds(remove(deps, profileKey(access, contactId), ofBefore), contactsAway);
  },
  removeRows: async (access, { contactId, firstSeq }) => {
    const ofBefore = { if: 'attribute_not_exists(pk) OR seq < :first', values: { ':first': firstSeq } };
    await atMost(AT_ONCE, AUDIENCE_LISTS, (list) =>
      holds(remove(deps, audienceKey(access, list, contactId), ofBefore), contactsAway),
    );
  },
  removeFromLists: async (access, contactId) => {
    if (await isInUseAgain(deps, access, contactId)) return 0;
    let removed = 0;
    const listed = { ...between({ pk: jobsPk(access), from: LISTED_JOB, to: `${LISTED_JOB}~` }) };
    for await (const jobs of queryPages(deps, listed, contactsAway))
      await atMost(AT_ONCE, jobs, async ({ jobId }) => {
        const key = listedContactKey(access, listIdOfJob(JobId.parse(jobId)), contactId);
        if (await remove(deps, key)) removed += 1;
      });
    return removed;
  },
});
