import { CloudFormationClient, paginateListStackResources } from '@aws-sdk/client-cloudformation';
import {
  CloudWatchLogsClient,
  paginateDescribeLogGroups,
  paginateFilterLogEvents,
} from '@aws-sdk/client-cloudwatch-logs';
import {
  GetBucketLifecycleConfigurationCommand,
  GetBucketReplicationCommand,
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandOutput,
  S3Client,
} from '@aws-sdk/client-s3';
import { GetQueueAttributesCommand, paginateListQueues, SQSClient } from '@aws-sdk/client-sqs';
import { linkIn, linkOf } from '../after/deployment.ts';
import { nameOfError, type Store } from './stores.ts';

interface Stage {
  readonly stage: string;
  readonly region: string;
  /** Another address for every service; the SDK's own where absent. */
  readonly endpoint?: string;
}

const DAY_SECONDS = 86_400;
const STACKS = ['Data', 'Api', 'Workers', 'Events', 'Observability'];
/** Buckets that a stage may have adopted, and so are in no stack: how the stack would call them, and under which link they are. */
const LINKED: Readonly<Record<string, string>> = {
  Contents: 'content-bucket-name',
  Uploads: 'upload-bucket-name',
  Journal: 'journal-bucket-name',
};

/** How a copy of the journal in a second Region is called, as the stack that makes it. */
const COPY = 'JournalReplica';

/** Buckets by their names, each with how the stack calls it. */
const bucketsOf = async (stage: Stage, options: object): Promise<ReadonlyMap<string, string>> => {
  const client = new CloudFormationClient(options);
  const found = new Map<string, string>();
  for (const [id, link] of Object.entries(LINKED)) found.set(await linkOf(stage, link), id);
  for (const stack of STACKS) {
    const StackName = `Aval-${stage.stage}-${stack}`;
    for await (const { StackResourceSummaries = [] } of paginateListStackResources({ client }, { StackName }))
      for (const { ResourceType, LogicalResourceId = '', PhysicalResourceId = '' } of StackResourceSummaries)
        if (ResourceType === 'AWS::S3::Bucket') found.set(PhysicalResourceId, LogicalResourceId);
  }
  return found;
};

/** Every version that was written before: what is behind a delete marker can be read as well. */
async function* versionsBefore(
  client: S3Client,
  Bucket: string,
  instant: string,
  Prefix?: string,
): AsyncIterable<string> {
  let after: { readonly KeyMarker?: string | undefined; readonly VersionIdMarker?: string | undefined } = {};
  let isMore: boolean | undefined = true;
  while (isMore) {
    const page: ListObjectVersionsCommandOutput = await client.send(
      new ListObjectVersionsCommand({ Bucket, Prefix, ...after }),
    );
    for (const { Key = '', LastModified = new Date(0) } of page.Versions ?? [])
      if (LastModified.toISOString() < instant) yield Key;
    after = { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker };
    isMore = page.IsTruncated;
  }
}

/** The folders in which something lies of which each has a term of its own: `values/<months>/`. */
const foldersOf = async (client: S3Client, Bucket: string): Promise<readonly string[]> => {
  const asked = new ListObjectVersionsCommand({ Bucket, Prefix: 'values/', Delimiter: '/' });
  const { CommonPrefixes = [] } = await client.send(asked);
  return CommonPrefixes.flatMap(({ Prefix }) => Prefix ?? []);
};

/** The longest that a rule for all objects, or for those of one folder, leaves one: as it is, and then behind its delete marker. */
const daysOfBucket = async (client: S3Client, Bucket: string, folder = ''): Promise<number | undefined> => {
  const asked = client.send(new GetBucketLifecycleConfigurationCommand({ Bucket }));
  const { Rules = [] } = await asked.catch((error: unknown) => {
    if (Object(error).name === 'NoSuchLifecycleConfiguration') return { Rules: [] };
    throw error;
  });
  const all = Rules.filter(
    ({ Status, Filter, Prefix }) =>
      Status === 'Enabled' && (Prefix || Filter?.Prefix || '') === folder && !(Filter?.Tag || Filter?.And),
  );
  const [expired] = all.flatMap(({ Expiration }) => Expiration?.Days ?? []);
  const [behind] = all.flatMap(({ NoncurrentVersionExpiration }) => NoncurrentVersionExpiration?.NoncurrentDays ?? []);
  return expired === undefined || behind === undefined ? undefined : expired + behind;
};

async function* nothing(): AsyncIterable<string> {}

/** A page may be empty and say that there is more: each looks through a part of the time (CloudWatch Logs API, `FilterLogEvents`). */
async function* eventsBefore(client: CloudWatchLogsClient, logGroupName: string, instant: string) {
  const asked = { logGroupName, startTime: 0, endTime: Date.parse(instant), limit: 1 };
  for await (const { events = [] } of paginateFilterLogEvents({ client }, asked))
    if (events.length > 0) {
      yield logGroupName;
      return;
    }
}

/** By how the names of log groups begin, those that hold something of the stage; of the one stage that keeps SNS's, those of texts. */
const groupsOf = async (deployed: Stage): Promise<readonly (readonly [prefix: string, named: RegExp])[]> => {
  const { stage, region } = deployed;
  const own = [`/aval/${stage}/`, `/aws/lambda/aval-${stage}-`].map((prefix) => [prefix, /^/] as const);
  const keepsTexts = (await linkIn(deployed, 'sms-status-role-arn')) !== undefined;
  return keepsTexts ? [...own, [`sns/${region}/`, /\/DirectPublishToPhoneNumber(?:\/Failure)?$/]] : own;
};

/** Stores of one place; where AWS does not let them be seen, the place in their stead, so that the others are looked at all the same. */
async function* orUnseen(what: Store['what'], name: string, stores: AsyncIterable<Store>): AsyncIterable<Store> {
  try {
    yield* stores;
  } catch (error) {
    yield { what, name, unseen: nameOfError(error), olderThan: nothing };
  }
}

async function* bucketIn(client: S3Client, bucket: string, name: string): AsyncIterable<Store> {
  const days = await daysOfBucket(client, bucket);
  yield { what: 'bucket', name, days, olderThan: (instant) => versionsBefore(client, bucket, instant) };
  if (!name.startsWith('Contents')) return;
  for (const folder of await foldersOf(client, bucket))
    yield {
      what: 'bucket',
      name: `${name}/${folder}`,
      days: await daysOfBucket(client, bucket, folder),
      olderThan: (instant) => versionsBefore(client, bucket, instant, folder),
    };
}

/** What S3 copies a bucket to, by its rules, one that is switched off included: what it copied lies there still. */
const copiesOf = async (client: S3Client, Bucket: string): Promise<readonly string[]> => {
  const asked = client.send(new GetBucketReplicationCommand({ Bucket }));
  const { ReplicationConfiguration } = await asked.catch((error: unknown) => {
    if (nameOfError(error) === 'ReplicationConfigurationNotFoundError') return { ReplicationConfiguration: undefined };
    throw error;
  });
  const found = (ReplicationConfiguration?.Rules ?? []).flatMap(({ Destination }) => Destination?.Bucket ?? []);
  return [...new Set(found.map((arn) => arn.replace(/^.*:/, '')))];
};

/** Copies of the journal in a second Region. */
async function* copiesIn(client: S3Client, journal: string): AsyncIterable<Store> {
  for (const copy of await copiesOf(client, journal)) yield* orUnseen('bucket', COPY, bucketIn(client, copy, COPY));
}

async function* bucketsIn(stage: Stage, options: object): AsyncIterable<Store> {
  // The copy of the journal is in another Region, which S3 names in its answer.
  const client = new S3Client({ ...options, forcePathStyle: true, followRegionRedirects: true });
  for (const [bucket, name] of await bucketsOf(stage, options)) {
    yield* orUnseen('bucket', name, bucketIn(client, bucket, name));
    if (name.startsWith('Journal')) yield* orUnseen('bucket', COPY, copiesIn(client, bucket));
  }
}

async function* queueIn(client: SQSClient, QueueUrl: string, name: string): AsyncIterable<Store> {
  const asked = new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['MessageRetentionPeriod'] });
  const { Attributes = {} } = await client.send(asked);
  yield { what: 'queue', name, days: Number(Attributes.MessageRetentionPeriod) / DAY_SECONDS, olderThan: nothing };
}

async function* queuesIn(client: SQSClient, QueueNamePrefix: string): AsyncIterable<Store> {
  for await (const { QueueUrls = [] } of paginateListQueues({ client }, { QueueNamePrefix }))
    for (const QueueUrl of QueueUrls) {
      const name = QueueUrl.split('/').at(-1) ?? QueueUrl;
      yield* orUnseen('queue', name, queueIn(client, QueueUrl, name));
    }
}

async function* groupsIn(
  client: CloudWatchLogsClient,
  logGroupNamePrefix: string,
  named: RegExp,
): AsyncIterable<Store> {
  for await (const { logGroups = [] } of paginateDescribeLogGroups({ client }, { logGroupNamePrefix }))
    for (const { logGroupName: name = '', retentionInDays: days } of logGroups)
      if (named.test(name))
        yield { what: 'log-group', name, days, olderThan: (instant) => eventsBefore(client, name, instant) };
}

/**
 * Buckets, queues and log groups of a stage in the account that the credentials of this shell open: as its stacks and its links name them, and by
 * how their names begin. Log groups that Lambda and SNS make by themselves are among them: they have no term. What AWS does not let be seen is named as such. The copy of the
 * journal in a second Region is found by the rule of S3 that makes it.
 */
export async function* storesInAccount(stage: Stage): AsyncIterable<Store> {
  const options = { region: stage.region, ...(stage.endpoint && { endpoint: stage.endpoint }) };
  yield* orUnseen('bucket', 'of the stacks', bucketsIn(stage, options));
  const queues = `aval-${stage.stage}-`;
  yield* orUnseen('queue', queues, queuesIn(new SQSClient(options), queues));
  const logs = new CloudWatchLogsClient(options);
  for (const [prefix, named] of await groupsOf(stage))
    yield* orUnseen('log-group', prefix, groupsIn(logs, prefix, named));
}
