import { Duration, type Stack } from 'aws-cdk-lib';
import {
  EventSourceMapping,
  type FilterCriteria,
  type Function as LambdaFunction,
  StartingPosition,
} from 'aws-cdk-lib/aws-lambda';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { type FunctionName, manifest } from '#functions/manifest.ts';
import { acknowledge, wildcardIn } from './acknowledged.ts';
import { type Platform, policyOf } from './function.ts';
import { streamStatements } from './grants/source-statements.ts';
import { readLink } from './links.ts';

/** The functions that read the stream of the table. */
export type StreamFunction = Extract<FunctionName, 'outbox' | 'project'>;

/** Has a function read the stream of the table from its beginning; what it gives up is kept in the bucket. */
export const feedFromStream = (
  scope: Stack,
  { config, key }: Platform,
  name: StreamFunction,
  {
    target,
    failures,
    changes,
  }: { readonly target: LambdaFunction; readonly failures: Bucket; readonly changes: readonly object[] },
): void => {
  const streamArn = readLink(scope, config.stage, 'table-stream-arn');
  const stream = { streamArn, failuresArn: failures.bucketArn, keyArn: key.keyArn, region: config.region };
  for (const statement of streamStatements(name, stream)) target.role?.addToPrincipalPolicy(statement);
  acknowledge(
    policyOf(target),
    wildcardIn(target, `${failures.bucketArn}/*`),
    'Only the bucket of what failed: Lambda names each object by stream, shard and time when it writes it.',
  );
  const { batchSize, batchesAtOnce } = manifest[name].trigger;
  new EventSourceMapping(target, 'from-stream', {
    target,
    eventSourceArn: streamArn,
    startingPosition: StartingPosition.TRIM_HORIZON,
    batchSize,
    parallelizationFactor: batchesAtOnce,
    bisectBatchOnError: true,
    reportBatchItemFailures: true,
    // No bound on attempts: while a store or a queue is away nothing may be given up. Two hours bound what poison can hold up.
    maxRecordAge: Duration.hours(2),
    filters: changes.map((each) => each as ReturnType<typeof FilterCriteria.filter>),
    onFailure: { bind: () => ({ destination: failures.bucketArn }) },
  });
};
