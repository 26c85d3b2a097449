import { expect, test } from 'vitest';
import { REGISTER } from '#shared/domain/retention/register.ts';
import { deploymentOf, type Resource } from '../deployment.ts';

const deployment = deploymentOf('production');
const named = (resource: Resource, property: string): string =>
  deployment.readable(resource, resource.Properties[property]);

/** Which kinds of objects lie in which bucket: told by hand, so that a new bucket is asked about. */
const OBJECTS: Readonly<Record<string, readonly string[]>> = {
  Contents: ['contents/', 'sent/'],
  Uploads: ['uploads/', 'reports/'],
  Journal: ['journal/'],
  FailedRecords: ['aws/lambda/'],
};
const bucketOf = ({ id }: Resource): string => Object.keys(OBJECTS).find((name) => id.startsWith(name)) ?? id;

test('P7: every bucket of a deployment is known, and what goes by lifecycle has one', () => {
  const buckets = deployment.all('AWS::S3::Bucket');
  expect(buckets.map(bucketOf).toSorted()).toEqual(Object.keys(OBJECTS).toSorted());
  expect(REGISTER.objects.map(({ kind }) => kind as string).toSorted()).toEqual(
    Object.values(OBJECTS).flat().toSorted(),
  );
  for (const bucket of buckets) {
    const kinds = REGISTER.objects.filter(({ kind }) => OBJECTS[bucketOf(bucket)]?.includes(kind));
    const { Rules = [] } = bucket.Properties.LifecycleConfiguration ?? {};
    const expires = Rules.some((rule: { readonly ExpirationInDays?: number }) => rule.ExpirationInDays !== undefined);
    for (const { kind, dies } of kinds) expect(expires, kind).toBe((dies as readonly string[]).includes('lifecycle'));
  }
});

test('P7: every queue of a deployment is in the register, and SQS itself ends what it keeps', () => {
  const queues = deployment.all('AWS::SQS::Queue');
  const names = queues.map((queue) => named(queue, 'QueueName').replace(/^aval-production-/, ''));
  const known = REGISTER.queues.map(({ kind }) => kind as string);
  const others = names.filter((name) => !known.includes(name) && !known.includes(name.replace(/-dlq$/, '')));
  expect(others).toEqual([]);
  expect(known.filter((kind) => !names.includes(kind))).toEqual([]);
  for (const { Properties } of queues) expect(Properties.MessageRetentionPeriod).toBeLessThanOrEqual(14 * 86_400);
});

test('P7: every log group is in the register, and ends what it keeps', () => {
  const groups = deployment.all('AWS::Logs::LogGroup');
  expect(groups.length).toBeGreaterThan(50);
  for (const group of groups) {
    const name = named(group, 'LogGroupName');
    expect(
      REGISTER.logs.some(({ kind }) => name.startsWith(kind)),
      name,
    ).toBe(true);
    expect(group.Properties.RetentionInDays, name).toBeGreaterThan(0);
  }
});

test('P7: nothing else of a deployment stores anything', () => {
  const STORES =
    /^AWS::(?:DynamoDB|S3|SQS|Kinesis|KinesisFirehose|RDS|EFS|ElastiCache|Timestream|OpenSearch|Backup|Events::Archive|Logs::LogGroup|DLM)/;
  const types = new Set(
    [...deployment.templates.values()]
      .flatMap(({ Resources }) => Object.values(Resources).map(({ Type }) => Type))
      .filter((type) => STORES.test(type)),
  );
  expect([...types].toSorted()).toEqual([
    'AWS::DynamoDB::GlobalTable',
    'AWS::Logs::LogGroup',
    'AWS::S3::Bucket',
    'AWS::S3::BucketPolicy',
    'AWS::SQS::Queue',
    'AWS::SQS::QueuePolicy',
  ]);
});
