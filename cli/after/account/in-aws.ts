import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { CloudWatchLogsClient, paginateFilterLogEvents } from '@aws-sdk/client-cloudwatch-logs';
import { DescribeTimeToLiveCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import {
  GetBucketReplicationCommand,
  GetObjectLockConfigurationCommand,
  HeadObjectCommand,
  paginateListObjectsV2,
  S3Client,
} from '@aws-sdk/client-s3';
import { ListSuppressedDestinationsCommand, NotFoundException, SESv2Client } from '@aws-sdk/client-sesv2';
import { SNSClient } from '@aws-sdk/client-sns';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { readersInAws } from '../../doctor/alarms.ts';
import { logGroupsInAws } from '../../doctor/limits-in-aws.ts';
import { linkOf } from '../deployment.ts';
import type { AskedAccount } from './asked.ts';

interface Options {
  readonly stage: string;
  readonly region: string;
  /** Another address for every service; the SDK's own where absent. */
  readonly endpoint?: string;
}

/** Runs the AWS CLI with these words; resolves to what it printed, read as JSON. */
export type AwsCli = (words: readonly string[]) => Promise<unknown>;

/** The AWS CLI of this machine. Throws an `Error` that says which words to use elsewhere where it is not installed. */
export const awsCli: AwsCli = async (words) => {
  try {
    return JSON.parse((await promisify(execFile)('aws', [...words, '--output', 'json'])).stdout);
  } catch (error) {
    if (Object(error).code === 'ENOENT') throw new Error(`the AWS CLI is not installed here: aws ${words.join(' ')}`);
    throw new Error(String(Object(error).stderr || error).trim());
  }
};

/** The name of the refusal of a call that was refused as a whole. */
const nameOf = (error: unknown): string => (error instanceof Error ? error.name : String(error));

const wordsOf = ({ region, endpoint }: Options): readonly string[] => [
  ...['--region', region],
  ...(endpoint === undefined ? [] : ['--endpoint-url', endpoint]),
];

/** CloudWatch alone is asked through the AWS CLI: nothing else here needs it. */
const cloudWatch = (options: Options, cli: AwsCli): Pick<AskedAccount, 'hasMetric' | 'alarms'> => {
  const ask = async (...words: readonly string[]): Promise<Readonly<Record<string, unknown>>> =>
    Object(await cli(['cloudwatch', ...words, ...wordsOf(options)]));
  const list = (value: unknown): readonly Readonly<Record<string, unknown>>[] => (Array.isArray(value) ? value : []);
  return {
    hasMetric: async (namespace, name) =>
      list((await ask('list-metrics', '--namespace', namespace, '--metric-name', name)).Metrics).length > 0,
    alarms: async (prefix) =>
      list((await ask('describe-alarms', '--alarm-name-prefix', prefix)).MetricAlarms).map((alarm) => ({
        name: String(alarm.AlarmName),
        reports: alarm.ActionsEnabled === true && list(alarm.AlarmActions).length > 0,
      })),
  };
};

/** What S3 says of a bucket of the journal, whose entries are named by their hour. */
const copyInAws = async (
  client: S3Client,
  ...[Bucket, since]: Parameters<AskedAccount['copyOf']>
): ReturnType<AskedAccount['copyOf']> => {
  const to = await destinationOf(client, Bucket);
  if (to === undefined) return undefined;
  const asked = { Bucket, Prefix: 'journal/', StartAfter: `journal/${new Date(since).toISOString().slice(0, 13)}` };
  let Key: string | undefined;
  for await (const { Contents = [] } of paginateListObjectsV2({ client }, asked)) Key = Contents.at(-1)?.Key ?? Key;
  if (Key === undefined) return { to };
  const { ReplicationStatus: newest = 'nothing' } = await client.send(new HeadObjectCommand({ Bucket, Key }));
  return { to, newest };
};

const destinationOf = async (client: S3Client, Bucket: string): Promise<string | undefined> => {
  try {
    const { ReplicationConfiguration } = await client.send(new GetBucketReplicationCommand({ Bucket }));
    const rule = ReplicationConfiguration?.Rules?.find(({ Status }) => Status === 'Enabled');
    return rule?.Destination?.Bucket?.replace(/^.*:/, '');
  } catch (error) {
    if (nameOf(error) === 'ReplicationConfigurationNotFoundError') return undefined;
    throw error;
  }
};

/** The account that the credentials of this shell open. */
export const askedInAws = (options: Options, cli: AwsCli = awsCli): AskedAccount => {
  const { region, endpoint } = options;
  const client = { region, ...(endpoint && { endpoint, forcePathStyle: true }) };
  const logs = new CloudWatchLogsClient(client);
  return {
    ...cloudWatch(options, cli),
    link: (name) => linkOf(options, name),
    logGroups: (prefix) => logGroupsInAws(client, prefix),
    lines: async (logGroupName, filterPattern, startTime) => {
      const asked = { logGroupName, filterPattern, startTime };
      for await (const { events = [] } of paginateFilterLogEvents({ client: logs }, asked))
        if (events.length > 0) return events.map(({ message = '' }) => message);
      return [];
    },
    readers: async (topic) => {
      const { Account } = await new STSClient(client).send(new GetCallerIdentityCommand({}));
      return readersInAws(new SNSClient(client), `arn:aws:sns:${region}:${Account}:${topic}`);
    },
    readSuppressed: async (TenantName) => {
      try {
        await new SESv2Client(client).send(new ListSuppressedDestinationsCommand({ TenantName, PageSize: 1 }));
        return true;
      } catch (error) {
        if (error instanceof NotFoundException) return false;
        throw error;
      }
    },
    lockOf: async (Bucket) => {
      try {
        const { ObjectLockConfiguration: lock } = await new S3Client(client).send(
          new GetObjectLockConfigurationCommand({ Bucket }),
        );
        const { Mode, Days, Years } = lock?.Rule?.DefaultRetention ?? {};
        const term = Days === undefined ? `${Years} years` : `${Days} days`;
        return lock?.ObjectLockEnabled === 'Enabled' && Mode !== undefined ? `${Mode}, ${term}` : undefined;
      } catch (error) {
        if (nameOf(error) === 'ObjectLockConfigurationNotFoundError') return undefined;
        throw error;
      }
    },
    copyOf: (bucket, since) => copyInAws(new S3Client(client), bucket, since),
    isTtlOn: async (TableName) => {
      const { TimeToLiveDescription } = await new DynamoDBClient(client).send(
        new DescribeTimeToLiveCommand({ TableName }),
      );
      return TimeToLiveDescription?.TimeToLiveStatus === 'ENABLED';
    },
    put: async (EventBusName, Source) => {
      const entry = { EventBusName, Source, DetailType: 'aval.smoke', Detail: '{}' };
      try {
        const { Entries: [answer] = [] } = await new EventBridgeClient(client).send(
          new PutEventsCommand({ Entries: [entry] }),
        );
        return answer?.ErrorCode;
      } catch (error) {
        return nameOf(error);
      }
    },
  };
};
