import type { TemplateVersions } from '#shared/app/settings/versions.port.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import { templateVersionKey } from '../keys.ts';
import { templateVersionOf } from '../plain.ts';
import type { Table } from '../table.ts';
import { immutableVersionsOf } from './immutable-versions.ts';

const unreachable = (cause: unknown) => dependencyUnavailable('The store of template versions', cause);

/** Template versions on DynamoDB, kept in the process once read: they never change. */
export const templateVersionsOf = (table: Table): TemplateVersions => {
  const versions = immutableVersionsOf(table, templateVersionOf, unreachable);
  return {
    get: (scope, template) => versions.get(templateVersionKey(scope, template)),
    put: (scope, version) =>
      versions.put({ ...templateVersionKey(scope, version), ...{ entity: 'template-version', v: 1 }, ...version }),
  };
};
