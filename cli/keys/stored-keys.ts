import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { type Vault, wrappedUnder } from '#shared/adapters/crypto/vault.ts';
import { holds } from '#shared/adapters/dynamodb/conditional.ts';
import { type Table, toImage } from '#shared/adapters/dynamodb/table.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import type { AdvertiserId } from '#shared/domain/ids.ts';

/** An item of the table as plain values, whatever kind it is. */
export type Raw = Readonly<Record<string, unknown>>;

/** A wrapped data key, and where in its item it is. */
interface Wrapped {
  readonly path: readonly string[];
  readonly wrapped: string;
}

const NAME = 'wrappedKey';
const unreachable = (cause: unknown) => dependencyUnavailable('The table', cause);

/** Every wrapped data key of an item, at any depth: no list of kinds, of which one could be left out. */
export const wrappedIn = (value: unknown, path: readonly string[] = []): readonly Wrapped[] => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([name, each]) =>
    name === NAME && typeof each === 'string'
      ? [{ path: [...path, name], wrapped: each }]
      : wrappedIn(each, [...path, name]),
  );
};

/** Whose keys an item is under, by its partition: what is parked is of the deployment. */
const ownerOf = ({ pk }: Raw): AdvertiserId => {
  const [kind, advertiserId] = String(pk).split('#');
  return (kind === 'PARKED' ? '#parked' : (advertiserId ?? '')) as AdvertiserId;
};

/** The version of the fingerprint key that a contact or a person is named with, by the partition of anything that is stored of them. */
export const fingerprintVersionOf = ({ pk }: Raw): number | undefined => {
  const [, version] = /^(?:CONTACT|PERSON|PROOF)#[^#]+#v(\d+)[n.]/.exec(String(pk)) ?? [];
  return version === undefined ? undefined : Number(version);
};

/** What became of an item: `same` where all of it was under the current key. */
export type Rewrapped = 'same' | 'rewrapped' | 'moved';

/**
 * Wraps each data key of an item under the current key; the data it encrypts stays as it is. `moved`: somebody wrote or removed it
 * meanwhile, which is looked at by the next round. Throws where one cannot be unwrapped.
 */
export const rewrap = async (table: Table, vault: Vault, item: Raw): Promise<Rewrapped> => {
  let outcome: Rewrapped = 'same';
  for (const { path, wrapped } of wrappedIn(item)) {
    const next = (await vault.renew(ownerOf(item), wrapped)).wrapped;
    if (wrappedUnder(next) === wrappedUnder(wrapped)) continue;
    const names = path.map((_, index) => `#p${index}`);
    const update = new UpdateItemCommand({
      TableName: table.tableName,
      Key: toImage({ pk: item.pk, sk: item.sk }),
      UpdateExpression: `SET ${names.join('.')} = :next`,
      ConditionExpression: `${names.join('.')} = :seen`,
      ExpressionAttributeNames: Object.fromEntries(path.map((name, index) => [`#p${index}`, name])),
      ExpressionAttributeValues: toImage({ ':next': next, ':seen': wrapped }),
    });
    const isWritten = await holds(table.client.send(update), unreachable);
    if (!isWritten) outcome = 'moved';
    else if (outcome === 'same') outcome = 'rewrapped';
  }
  return outcome;
};
