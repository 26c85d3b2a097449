import { CloudFormationClient, paginateListStackResources } from '@aws-sdk/client-cloudformation';
import {
  CloudWatchLogsClient,
  paginateDescribeLogGroups,
  paginateFilterLogEvents,
} from '@aws-sdk/client-cloudwatch-logs';
import {
  GetBucketLifecycleConfigurationCommand,
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandOutput,
  S3Client,
} from '@aws-sdk/client-s3';
import { GetQueueAttributesCommand, paginateListQueues, SQSClient } from '@aws-sdk/client-sqs';
import { linkIn, linkOf } from '../after/deployment.ts';
import type { Store } from './stores.ts';

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
async function* versionsBefore(client: S3Client, Bucket: string, instant: string): AsyncIterable<string> {
  let after: { readonly KeyMarker?: string | undefined; readonly VersionIdMarker?: string | undefined } = {};
  let isMore: boolean | undefined = true;
  while (isMore) {
    const page: ListObjectVersionsCommandOutput = await client.send(
      new ListObjectVersionsCommand({ Bucket, ...after }),
    );
    for (const { Key = '', LastModified = new Date(0) } of page.Versions ?? [])
      if (LastModified.toISOString() < instant) yield Key;
    after = { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker };
    isMore = page.IsTruncated;
  }
}

/** The longest that a rule for all objects leaves one: as it is, and then behind its delete marker. */
const daysOfBucket = async (client: S3Client, Bucket: string): Promise<number | undefined> => {
  const asked = client.send(new GetBucketLifecycleConfigurationCommand({ Bucket }));
  const { Rules = [] } = await asked.catch((error: unknown) => {
    if (Object(error).name === 'NoSuchLifecycleConfiguration') return { Rules: [] };
    throw error;
  });
  const all = Rules.filter(
    ({ Status, Filter, Prefix }) => Status === 'Enabled' && !(Prefix || Filter?.Prefix || Filter?.Tag || Filter?.And),
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

/**
 * Buckets, queues and log groups of a stage in the account that the credentials of this shell open: as its stacks and its links name them, and by
 * how their names begin. Log groups that Lambda and SNS make by themselves are among them: they have no term. The copy of the journal in a second Region is
 * not looked at: its stack sets its terms.
 */
export async function* storesInAccount(stage: Stage): AsyncIterable<Store> {
  const options = { region: stage.region, ...(stage.endpoint && { endpoint: stage.endpoint }) };
  const s3 = new S3Client({ ...options, forcePathStyle: true });
  for (const [bucket, name] of await bucketsOf(stage, options))
    yield {
      ...{ what: 'bucket', name, days: await daysOfBucket(s3, bucket) },
      olderThan: (instant) => versionsBefore(s3, bucket, instant),
    };
  const sqs = new SQSClient(options);
  for await (const { QueueUrls = [] } of paginateListQueues(
    { client: sqs },
    { QueueNamePrefix: `aval-${stage.stage}-` },
  ))
    for (const QueueUrl of QueueUrls) {
      const { Attributes = {} } = await sqs.send(
        new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['MessageRetentionPeriod'] }),
      );
      const days = Number(Attributes.MessageRetentionPeriod) / DAY_SECONDS;
      yield { what: 'queue', name: QueueUrl.split('/').at(-1) ?? QueueUrl, days, olderThan: nothing };
    }
  const logs = new CloudWatchLogsClient(options);
  for (const [logGroupNamePrefix, named] of await groupsOf(stage))
    for await (const { logGroups = [] } of paginateDescribeLogGroups({ client: logs }, { logGroupNamePrefix }))
      for (const { logGroupName: name = '', retentionInDays: days } of logGroups)
        if (named.test(name))
          yield { what: 'log-group', name, days, olderThan: (instant) => eventsBefore(logs, name, instant) };
}
