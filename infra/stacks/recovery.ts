import type { Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { acknowledge, IN_THE_JOURNAL, wildcardIn } from '../constructs/acknowledged.ts';
import { avalFunction, type Platform, policyOf } from '../constructs/function.ts';
import {
  type ConfigWithReplica,
  hasReplica,
  KEY_BY_ALIAS,
  replicaArns,
  replicaRead,
  useOfReplicaKey,
} from '../constructs/kept/journal-copy.ts';
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
    environment: {
      ...environment,
      JOURNAL_BUCKET: readLink(scope, config.stage, 'journal-bucket-name'),
      JOURNAL_REPLICA: replicaRead(scope, config),
    },
    grantArns: { table, 'journal:read': [journal, `${journal}/*`] },
  });
  acknowledge(policyOf(restore), wildcardIn(restore, `${journal}/*`), IN_THE_JOURNAL);
  if (hasReplica(config)) readReplica(scope, restore, config);
};

/** What reads the journal reads its copy in the second Region as well. */
const readReplica = (scope: Stack, reader: LambdaFunction, config: ConfigWithReplica): void => {
  const { bucket, objects, keys } = replicaArns(scope, config);
  for (const statement of [
    new PolicyStatement({ actions: ['s3:ListBucket'], resources: [bucket] }),
    new PolicyStatement({ actions: ['s3:GetObject'], resources: [objects] }),
    useOfReplicaKey(scope, config, ['kms:Decrypt']),
  ])
    reader.addToRolePolicy(statement);
  acknowledge(policyOf(reader), wildcardIn(scope, objects), IN_THE_JOURNAL);
  acknowledge(policyOf(reader), wildcardIn(scope, keys), KEY_BY_ALIAS);
};
