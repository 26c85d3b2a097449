import type { Stack } from 'aws-cdk-lib';
import { acknowledge, IN_THE_JOURNAL, wildcardIn } from '../constructs/acknowledged.ts';
import { avalFunction, type Platform, policyOf } from '../constructs/function.ts';
import { readLink } from '../constructs/links.ts';
import { adoptedTable, storedArns, tableArns, tableEnvironment } from '../constructs/stored.ts';

/** What an operator calls when nothing may leave: after a mistake, or on a table that was restored. */
export const recovery = (scope: Stack, platform: Platform): void => {
  const { config } = platform;
  const environment = { ...tableEnvironment(scope, config.stage), TABLE_ADOPTED: adoptedTable(config) };
  const { table } = tableArns(scope, config.stage);
  avalFunction(scope, 'halt', platform, { environment, grantArns: { table } });
  const journal = storedArns(scope, config.stage).journal;
  const restore = avalFunction(scope, 'restore', platform, {
    environment: { ...environment, JOURNAL_BUCKET: readLink(scope, config.stage, 'journal-bucket-name') },
    grantArns: { table, 'journal:read': [journal, `${journal}/*`] },
  });
  acknowledge(policyOf(restore), wildcardIn(restore, `${journal}/*`), IN_THE_JOURNAL);
};
