import { PutItemCommand, UpdateItemCommand, type UpdateItemCommandInput } from '@aws-sdk/client-dynamodb';
import type { Codes } from '#shared/app/centre/codes.port.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { CODE_MINUTES, MOST_TRIES, minutesAfter, nextCodeAt, sentLately } from '#shared/domain/centre/code.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import type { ContactId, Instant } from '#shared/domain/ids.ts';
import { readStored } from '#shared/domain/read-stored.ts';
import { addDays, epochSeconds } from '#shared/domain/time/instant.ts';
import { readable } from '#shared/domain/unreadable.ts';
import { holds, holdsOnce } from '../conditional.ts';
import { getItem, isConditionFailed, orUnreachable, type Table, toImage, toItem } from '../table.ts';
import { codeKey } from './centre-keys.ts';
import { CodeItem } from './code-items.ts';

const unreachable = (cause: unknown) => dependencyUnavailable('The store of codes', cause);

/** Whoever asks for a code meets others who ask for one of the same contact, and no more of them than may be sent. */
const TRIES = 8;

const read = async (table: Table, access: AdvertiserAccess, contactId: ContactId) => {
  const item = await getItem(table, codeKey(access, contactId), unreachable);
  return item === undefined ? undefined : readable(() => readStored(CodeItem, item));
};

/** Puts the item over the one that was seen: false where somebody wrote it since. */
const putOver = (
  { client, tableName }: Table,
  access: AdvertiserAccess,
  contactId: ContactId,
  seen: { readonly revision: number } | undefined,
  written: {
    readonly codeHash?: string | undefined;
    readonly sentAt: readonly Instant[];
    readonly usableUntil: number;
    readonly expiresAt: number;
  },
): Promise<boolean> => {
  const put = new PutItemCommand({
    TableName: tableName,
    Item: toImage({
      ...codeKey(access, contactId),
      entity: 'code',
      v: 1,
      ...written,
      tries: 0,
      revision: (seen?.revision ?? 0) + 1,
    }),
    ...(seen === undefined
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : {
          ConditionExpression: 'revision = :seen',
          ExpressionAttributeValues: toImage({ ':seen': seen.revision }),
        }),
  });
  return holds(client.send(put), unreachable);
};

/** Changes the item where the condition holds, and gives what it then is; `undefined`: it does not hold. */
const changed = async (
  { client, tableName }: Table,
  access: AdvertiserAccess,
  contactId: ContactId,
  change: Pick<UpdateItemCommandInput, 'UpdateExpression' | 'ConditionExpression' | 'ExpressionAttributeNames'> & {
    readonly values: Readonly<Record<string, unknown>>;
  },
) => {
  const { values, ...expressions } = change;
  const update = new UpdateItemCommand({
    TableName: tableName,
    Key: toImage(codeKey(access, contactId)),
    ...expressions,
    ExpressionAttributeValues: toImage(values),
    ReturnValues: 'ALL_NEW',
  });
  try {
    const { Attributes } = await orUnreachable(client.send(update), unreachable);
    return Attributes && readable(() => readStored(CodeItem, toItem(Attributes)));
  } catch (error) {
    if (isConditionFailed(error)) return undefined;
    throw error;
  }
};

/** Codes on DynamoDB: one item for each contact, for a day after the last one that was sent. */
export const codesOf = (table: Table): Codes => ({
  begin: async (access, contactId, { hash, at }) => {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const seen = await read(table, access, contactId);
      const before = sentLately(seen?.sentAt ?? [], at);
      if (seen?.codeHash === hash) return { isNoted: true, sentBefore: before.slice(0, -1) };
      if ((nextCodeAt(before) ?? at) > at) return { isNoted: false, sentBefore: before };
      const isWritten = await putOver(table, access, contactId, seen, {
        codeHash: hash,
        sentAt: [...before, at],
        usableUntil: epochSeconds(minutesAfter(at, CODE_MINUTES)),
        expiresAt: epochSeconds(addDays(at, 1)),
      });
      if (isWritten) return { isNoted: true, sentBefore: before };
    }
    throw unreachable(undefined);
  },
  release: async (access, contactId, hash) => {
    const seen = await read(table, access, contactId);
    if (seen?.codeHash !== hash) return;
    const { usableUntil, expiresAt } = seen;
    await putOver(table, access, contactId, seen, { sentAt: seen.sentAt.slice(0, -1), usableUntil, expiresAt });
  },
  takeTry: async (access, contactId, at) => {
    const item = await changed(table, access, contactId, {
      UpdateExpression: 'SET tries = tries + :one',
      ConditionExpression: 'attribute_exists(codeHash) AND tries < :most AND usableUntil > :now',
      values: { ':one': 1, ':most': MOST_TRIES, ':now': epochSeconds(at) },
    });
    return item?.codeHash;
  },
  consume: (access, contactId, hash, opened) => {
    const Update = {
      TableName: table.tableName,
      Key: toImage(codeKey(access, contactId)),
      UpdateExpression: 'SET opened = :opened, tries = :none REMOVE codeHash',
      ConditionExpression: 'codeHash = :hash',
      ExpressionAttributeValues: toImage({ ':hash': hash, ':opened': opened, ':none': 0 }),
    };
    return holdsOnce(table, { Update }, unreachable);
  },
  tryAgain: async (access, contactId) => {
    const item = await changed(table, access, contactId, {
      UpdateExpression: 'SET tries = tries + :one',
      ConditionExpression: 'attribute_exists(opened) AND tries < :most',
      values: { ':one': 1, ':most': MOST_TRIES },
    });
    return item?.opened;
  },
  wasRight: async (access, contactId, opened) => {
    await changed(table, access, contactId, {
      UpdateExpression: 'SET tries = tries - :one',
      ConditionExpression: 'opened = :opened AND tries > :none',
      values: { ':one': 1, ':none': 0, ':opened': opened },
    });
  },
});
