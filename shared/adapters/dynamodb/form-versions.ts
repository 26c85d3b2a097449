import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { FormVersions } from '#shared/app/ports.ts';
import { dependencyUnavailable, versionImmutable } from '#shared/domain/failure.ts';
import type { FormVersion } from '#shared/domain/form-version.ts';
import { formVersionKey } from './keys.ts';
import { formVersionOf } from './plain.ts';
import { getItem, isConditionFailed, reach, type Table, toImage, toItem } from './table.ts';

/** Versions kept by one process; a form's text is some kilobytes. */
const MOST_KEPT = 500;

const notThere = 'attribute_not_exists(pk)';
const unreachable = (cause: unknown) => dependencyUnavailable('The store of form versions', cause);

/** Form versions on DynamoDB, kept in the process once read: they never change. One not found is asked for again. */
export const formVersionsOf = (table: Table): FormVersions => {
  const kept = new Map<string, FormVersion>();
  const keep = (name: string, version: FormVersion): FormVersion => {
    const [oldest] = kept.keys();
    if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    kept.set(name, version);
    return version;
  };
  return {
    get: async (scope, form) => {
      const key = formVersionKey(scope, form);
      const name = `${key.pk}/${key.sk}`;
      const found = kept.get(name);
      if (found !== undefined) return found;
      const item = await getItem(table, key, unreachable);
      return item === undefined ? undefined : keep(name, formVersionOf(item));
    },
    put: async (scope, version) => {
      const item = { ...formVersionKey(scope, version), entity: 'form-version', v: 1, ...version };
      const put = new PutItemCommand({
        TableName: table.tableName,
        Item: toImage(item),
        ConditionExpression: notThere,
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      });
      try {
        await reach(table.client.send(put), unreachable);
        return 'stored';
      } catch (error) {
        if (!isConditionFailed(error) || error.Item === undefined) throw error;
        if (toItem(error.Item).sha256 === version.sha256) return 'already-stored';
        throw versionImmutable();
      }
    },
  };
};
