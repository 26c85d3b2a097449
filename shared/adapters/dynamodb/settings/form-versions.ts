import type { FormVersions } from '#shared/app/settings/versions.port.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import { formVersionKey } from '../keys.ts';
import { formVersionOf } from '../plain.ts';
import type { Table } from '../table.ts';
import { immutableVersionsOf } from './immutable-versions.ts';

const unreachable = (cause: unknown) => dependencyUnavailable('The store of form versions', cause);

/** Form versions on DynamoDB, kept in the process once read: they never change. */
export const formVersionsOf = (table: Table): FormVersions => {
  const versions = immutableVersionsOf(table, formVersionOf, unreachable);
  return {
    get: (scope, form) => versions.get(formVersionKey(scope, form)),
    put: (scope, version) =>
      versions.put({ ...formVersionKey(scope, version), ...{ entity: 'form-version', v: 1 }, ...version }),
  };
};
