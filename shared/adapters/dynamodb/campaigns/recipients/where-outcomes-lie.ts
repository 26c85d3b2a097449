import { AUDIENCE_SHARDS } from '#shared/domain/audience/audience-row.ts';
import { familiesOfShard, familyAt, familyOf } from '#shared/domain/campaign/names.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import { shardOf } from '../../keys.ts';
import { between, firstItem, type Table } from '../../table.ts';
import { unreachable } from '../campaign-table.ts';

/** A partition in which outcomes of a run lie, or their proof, and how their sort keys begin before the id of a chunk. */
export interface OutcomesOfRun {
  readonly pk: string;
  readonly prefix: string;
}

/** The last id of a chunk between two beginnings. */
const lastBetween = async (
  table: Table,
  { pk, prefix }: OutcomesOfRun,
  from: string,
  to: string,
): Promise<string | undefined> => {
  const range = between({ pk, from: `${prefix}${from}`, to: `${prefix}${to}` });
  const item = await firstItem(table, { ...range, ScanIndexForward: false, ProjectionExpression: 'sk' }, unreachable);
  return item && String(item.sk).slice(prefix.length);
};

/**
 * How the ids of the chunks begin in which this recipient of a run may be, in each turn: one beginning, rarely two, of a chunk that was cut at
 * or just before them, and of all that came of it. Empty: of nobody there anything came yet. Two reads at most, of one row each.
 */
export const whereOutcomesLie = async (
  table: Table,
  of: OutcomesOfRun,
  contactId: ContactId,
): Promise<readonly string[]> => {
  const shard = shardOf(contactId, AUDIENCE_SHARDS);
  const own = familyAt(shard, contactId);
  const familyUpTo = async (to: string) => familyOf((await lastBetween(table, of, familiesOfShard(shard), to)) ?? '');
  const found = await familyUpTo(`${own}~`);
  // A chunk is cut after a contact. Where that one and this begin alike, the one before may have it.
  const before = found === own ? await familyUpTo(own) : undefined;
  return [before, found].filter((family) => family !== undefined);
};
