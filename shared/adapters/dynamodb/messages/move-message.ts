import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { MessageId } from '#shared/domain/ids.ts';
import { type Message, type MessageStatus, PRIOR_STATES } from '#shared/domain/message/message.ts';
import type { Unreachable } from '../../or-unavailable.ts';
import { holds } from '../conditional.ts';
import { messageKey } from '../keys.ts';
import { type Table, toImage } from '../table.ts';

const isThere = 'attribute_exists(pk)';

interface Change {
  readonly status: MessageStatus;
  readonly fields: Partial<Message>;
  /** What the item has beside the message. */
  readonly beside: { readonly ofProviderId?: string; readonly encryptedHoles?: string };
}

/** What a refusal wrote, none of which is true of a message that left all the same. */
const OF_REFUSAL = ['verdict', 'refusedBecause', 'settledAt'] as const satisfies readonly (keyof Message)[];

/** A move from one of these states, without the fields that `removed` names. */
const moveTo = (
  tableName: string,
  key: ReturnType<typeof messageKey>,
  { status, fields, beside }: Change,
  { from, removed }: { readonly from: readonly MessageStatus[]; readonly removed: readonly string[] },
) => {
  const entries = Object.entries({ ...fields, ...beside, status }).filter(([, value]) => value !== undefined);
  const prior = from.map((state, index) => [`:prior${index}`, state] as const);
  const inPriorState = `#status IN (${prior.map(([name]) => name).join(', ')})`;
  const gone = removed.filter((name) => entries.every(([set]) => set !== name));
  const sets = `SET ${entries.map(([name]) => `#${name} = :${name}`).join(', ')}`;
  const hasSecrets = beside.encryptedHoles === undefined ? [] : ['attribute_exists(secrets)'];
  return new UpdateItemCommand({
    TableName: tableName,
    Key: toImage(key),
    UpdateExpression: gone.length === 0 ? sets : `${sets} REMOVE ${gone.map((name) => `#${name}`).join(', ')}`,
    ConditionExpression: [isThere, inPriorState, ...hasSecrets].join(' AND '),
    ExpressionAttributeNames: Object.fromEntries([...entries.map(([name]) => name), ...gone].map((n) => [`#${n}`, n])),
    ExpressionAttributeValues: toImage(
      Object.fromEntries([...entries.map(([name, value]) => [`:${name}`, value]), ...prior]),
    ),
  });
};

/** The refusal that it may follow is looked for in a second write, which takes its verdict out. */
const move = async (
  { client, tableName, unreachable }: Table & { readonly unreachable: Unreachable },
  access: AdvertiserAccess,
  messageId: MessageId,
  change: Change,
): Promise<boolean> => {
  const prior: readonly MessageStatus[] = PRIOR_STATES[change.status];
  if (prior.length === 0) return false;
  const from = prior.filter((state) => state !== 'refused');
  const write = (of: Parameters<typeof moveTo>[3]) =>
    holds(client.send(moveTo(tableName, messageKey(access, messageId), change, of)), unreachable);
  if (await write({ from, removed: [] })) return true;
  return from.length < prior.length && write({ from: ['refused'], removed: OF_REFUSAL });
};

/** Without the holes where an erasure removed its secrets meanwhile: nothing would remove what is of the person again. */
export const moveMessage: typeof move = async (table, access, messageId, change) => {
  if (await move(table, access, messageId, change)) return true;
  const { encryptedHoles, ...beside } = change.beside;
  return encryptedHoles !== undefined && move(table, access, messageId, { ...change, beside });
};
