import { PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import type { KeptProof } from '#shared/app/retention/proof-archive.port.ts';
import type { HeldData, HeldPage } from '#shared/app/rights/export/held-data.port.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { type ContactId, MessageId } from '#shared/domain/ids.ts';
import type { HeldRecord } from '#shared/domain/rights/held-record.ts';
import { epochSeconds } from '#shared/domain/time/instant.ts';
import { tableAway } from '../../../stores-away.ts';
import { type Key, MESSAGE_INDEXES, MESSAGE_POSITION, messageKey, messagesOfContact, standingKey } from '../../keys.ts';
import { isEventPosition } from '../../ledger/event-positions.ts';
import { readItems } from '../../read-items.ts';
import { FORMER_EVENTS } from '../../retention/retention-keys.ts';
import { getItem, type Item, isExpired, orUnreachable, toImage, toItem } from '../../table.ts';
import { exportedContactKey } from '../export-keys.ts';
import { elsewhereOf } from './elsewhere.ts';
import { openedBy } from './opened.ts';
import { outcomesOf } from './outcomes.ts';
import { type HeldDeps, stretchOf } from './stretch.ts';

const MESSAGES_AT_ONCE = 50;

/** What only says that files are made: the request says so as well. */
const OWN_MARK = 'exported-contact';

/** Without what says no more than others do: the position of an event that is in the archive is given as that event. */
const living = ({ clock }: HeldDeps, items: readonly Item[]): readonly Item[] =>
  items.filter((item) => !isExpired(item, clock) && item.entity !== OWN_MARK && !isEventPosition(item));

const records = async (
  deps: HeldDeps,
  access: AdvertiserAccess,
  contactId: ContactId,
  after?: string,
): Promise<HeldPage> => {
  const open = openedBy(deps.vault);
  const { pk } = standingKey(access, contactId);
  const stored = await getItem(deps, standingKey(access, contactId), tableAway);
  const standing = stored === undefined || isExpired(stored, deps.clock) ? undefined : stored;
  const { items, next } = await stretchOf(deps, { pk, prefix: '', after });
  // It ends with the standing, and has no term of its own: until the sweep comes it lies there, also beside the standing of another life (P7).
  const isOver = ({ entity, chainStart }: Item) => entity === 'profile' && chainStart !== standing?.chainStart;
  const kept = living(deps, items).filter((item) => !isOver(item));
  const found = await Promise.all(kept.map((item) => open(access, contactId, item, standing?.wrappedKey)));
  if (after !== undefined) return { records: found, next };
  const others = living(deps, await elsewhereOf(deps, access, contactId, standing));
  const beside = await Promise.all(others.map((item) => open(access, contactId, item)));
  const known = standing && (await open(access, contactId, standing, standing.wrappedKey));
  return { records: [...found, ...beside, ...(await listedOf(deps, access, contactId, known))], next };
};

/** What partners listed of the address of a contact: by its fingerprint, so that nothing under its own key names it. */
const listedOf = async (
  { lists }: HeldDeps,
  access: AdvertiserAccess,
  contactId: ContactId,
  standing: HeldRecord | undefined,
): Promise<readonly HeldRecord[]> => {
  const address = standing?.fields.address;
  if (typeof address !== 'string') return [];
  const listed = await lists.of(access, address);
  return listed.map(({ keyId: _k, fingerprint: _f, undatedIn: _u, ...fields }) => ({
    contactId,
    kind: 'listed-opposition',
    fields,
  }));
};

const messages = async (
  deps: HeldDeps,
  access: AdvertiserAccess,
  contactId: ContactId,
  after?: string,
): Promise<HeldPage> => {
  const { name, attribute } = MESSAGE_INDEXES.contact;
  const query = new QueryCommand({
    TableName: deps.tableName,
    IndexName: name,
    KeyConditionExpression: `#partition = :partition${after === undefined ? '' : ' AND #position > :after'}`,
    ExpressionAttributeNames: {
      '#partition': attribute,
      ...(after === undefined ? {} : { '#position': MESSAGE_POSITION }),
    },
    ExpressionAttributeValues: toImage({
      ':partition': messagesOfContact(access, contactId),
      ...(after === undefined ? {} : { ':after': after }),
    }),
    Limit: MESSAGES_AT_ONCE,
  });
  const { Items = [] } = await orUnreachable(deps.client.send(query), tableAway);
  const keys = Items.map(toItem);
  const named = keys.map(({ pk, sk }): Key => ({ pk: String(pk), sk: String(sk) }));
  const open = openedBy(deps.vault);
  const items = living(deps, await readItems(deps, named, tableAway));
  const found = await Promise.all(items.map((item) => open(access, contactId, item)));
  const last = keys.at(-1)?.[MESSAGE_POSITION];
  return { records: found, ...(keys.length < MESSAGES_AT_ONCE ? {} : { next: String(last) }) };
};

/** The archive: former events as events, and what was sent, but for messages that are still kept whole. */
const proof = async (
  deps: HeldDeps,
  access: AdvertiserAccess,
  contactId: ContactId,
  after?: string,
): Promise<HeldPage> => {
  const { proofs, next } = await deps.proofs.page(access, contactId, { beginning: '', after });
  const idOf = ({ place }: KeptProof) => MessageId.safeParse(place.split('#').at(-1)).data;
  const keys = proofs.flatMap((each) => idOf(each) ?? []).map((id) => messageKey(access, id));
  const whole = living(deps, await readItems(deps, keys, tableAway));
  const shown = new Set(whole.map(({ messageId }) => messageId));
  const left = proofs.filter((each) => !shown.has(idOf(each)));
  const records = left.map(({ place, at, facts, until: keptUntil }): HeldRecord => {
    if (!place.startsWith(FORMER_EVENTS)) return { contactId, kind: 'sent-proof', fields: { at, facts, keptUntil } };
    return { contactId, kind: 'event', fields: { advertiserId: access.advertiserId, contactId, ...facts, keptUntil } };
  });
  return { records, next };
};

const SECTIONS = { records, messages, proof } as const;

/** All that is held of contacts, on DynamoDB: by where it lies, so that a kind that is new is there as well. */
export const heldDataOf = (deps: HeldDeps): HeldData => ({
  page: (access, contactId, section, after) => SECTIONS[section](deps, access, contactId, after),
  outcomes: (access, contactIds, after) => outcomesOf(deps, access, contactIds, after),
  noteExport: async (access, contactIds, jobId, until) => {
    for (const contactId of contactIds) {
      const key = exportedContactKey(access, contactId, jobId);
      const item = { ...key, entity: OWN_MARK, v: 1, jobId, expiresAt: epochSeconds(until) };
      await orUnreachable(
        deps.client.send(new PutItemCommand({ TableName: deps.tableName, Item: toImage(item) })),
        tableAway,
      );
    }
  },
});
