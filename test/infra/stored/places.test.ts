import { expect, test } from 'vitest';
import { Retention } from '#shared/domain/advertiser/retention.ts';
import { DAYS_MAILS_ARE_KEPT } from '#shared/domain/retention/days-of-mails.ts';
import { REGISTER } from '#shared/domain/retention/register.ts';
import { deploymentOf, type Resource } from '../deployment.ts';

const deployment = deploymentOf('production');
const named = (resource: Resource, property: string): string =>
  deployment.readable(resource, resource.Properties[property]);

/** Which kinds of objects lie in which bucket: told by hand, so that a new bucket is asked about. */
const OBJECTS: Readonly<Record<string, readonly string[]>> = {
  Contents: ['contents/', 'sent/', 'values/'],
  Uploads: ['uploads/', 'reports/', 'mails/'],
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
    const expiring: readonly string[] = Rules.flatMap((rule: { ExpirationInDays?: number; Prefix?: string }) =>
      rule.ExpirationInDays === undefined ? [] : [rule.Prefix ?? ''],
    );
    expect([bucketOf(bucket), kinds]).not.toEqual([bucketOf(bucket), []]);
    for (const { kind, dies } of kinds)
      expect(
        expiring.some((prefix) => prefix === '' || prefix.startsWith(kind)),
        kind,
      ).toBe((dies as readonly string[]).includes('lifecycle'));
  }
});

test('P7: what went to readers of campaigns goes after the months that its name begins with, each that may be set', () => {
  const [contents] = deployment.all('AWS::S3::Bucket').filter((bucket) => bucketOf(bucket) === 'Contents');
  const rules: readonly {
    readonly Prefix?: string;
    readonly ExpirationInDays?: number;
    readonly NoncurrentVersionExpiration?: object;
    readonly Status: string;
  }[] = contents?.Properties.LifecycleConfiguration.Rules;
  const byPrefix = new Map(rules.flatMap((rule) => (rule.Prefix === undefined ? [] : [[rule.Prefix, rule]])));
  const maySet = (months: number) => Retention.safeParse({ valuesMonths: months }).success;
  const months = Array.from({ length: 60 }, (_, index) => index).filter(maySet);
  expect([months.at(0), months.at(-1), months.length]).toEqual([2, 13, 12]);
  expect([...byPrefix.keys()]).toEqual([...months.map((month) => `values/${month}/`), 'values/']);
  expect(byPrefix.get('values/')).toMatchObject({ ExpiredObjectDeleteMarker: true, Status: 'Enabled' });
  for (const month of months) {
    const rule = byPrefix.get(`values/${month}/`);
    // A month has 30.4375 days.
    expect(rule).toMatchObject({ ExpirationInDays: Math.ceil(month * 30.4375), Status: 'Enabled' });
    expect(rule?.NoncurrentVersionExpiration).toEqual({ NoncurrentDays: 1 });
  }
});

test('a mail waits for longer than its queue, its dead letters and the queue again; what callers upload goes within days', () => {
  const [uploads] = deployment.all('AWS::S3::Bucket').filter((bucket) => bucketOf(bucket) === 'Uploads');
  const rules: readonly { readonly Prefix?: string; readonly ExpirationInDays?: number }[] =
    uploads?.Properties.LifecycleConfiguration.Rules;
  // Where several rules hold, S3 takes the shortest term.
  const daysOf = (key: string) =>
    Math.min(
      ...rules.flatMap(({ Prefix = '', ExpirationInDays = [] }) => (key.startsWith(Prefix) ? ExpirationInDays : [])),
    );
  const secondsOf = (name: string) =>
    deployment.all('AWS::SQS::Queue').find((queue) => named(queue, 'QueueName') === `aval-production-${name}`)
      ?.Properties.MessageRetentionPeriod;
  // SQS counts the term of a dead letter from when the message first came; put back, it is a new one.
  const seconds = secondsOf('opposition-mails-dlq') + secondsOf('opposition-mails');
  expect(daysOf('mails/1')).toBe(seconds / 86_400 + 1);
  expect(daysOf('mails/1')).toBe(DAYS_MAILS_ARE_KEPT);
  expect([daysOf('uploads/1'), daysOf('reports/1')]).toEqual([4, 4]);
  expect(daysOf('anything/1')).toBeLessThan(30);
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
