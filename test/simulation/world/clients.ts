import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import type { S3Client } from '@aws-sdk/client-s3';
import type { SESv2Client } from '@aws-sdk/client-sesv2';
import type { SNSClient } from '@aws-sdk/client-sns';
import type { SQSClient } from '@aws-sdk/client-sqs';
import { objectsOf } from '#test/fuzz/store/aws.ts';
import { callTo } from './calls.ts';
import type { Process, Simulation } from './process.ts';
import type { Handed, providerOf } from './provider.ts';
import { queueClientOf } from './queue.ts';
import type { Store } from './store.ts';
import type { SesTenants } from './tenants.ts';

/** What the processes of a run share. */
export interface Services {
  readonly store: Store;
  /** Objects of the buckets, by key. */
  readonly objects: Map<string, string>;
  readonly provider: ReturnType<typeof providerOf>;
  readonly tenants: SesTenants;
  /** Mails that the account may send in a second, as SES says it. */
  readonly perSecond: number;
  readonly put: (queue: string, body: string, delaySeconds: number) => void;
  /** Texts and calls leave by a provider that reports by HTTPS; called with each that is handed over. Absent: texts leave by SNS. */
  readonly onPosted?: ((handed: Handed) => void) | undefined;
}

interface Command {
  readonly constructor: { readonly name: string };
  // biome-ignore lint/suspicious/noExplicitAny: the input of any command.
  readonly input: any;
}

const PATIENT = { attempts: 3, timeoutMs: 5_000 } as const;

/** Each message carries its own name in what the person reads. */
export const referenceIn = (text: string): string => /\bREF\d+X/.exec(text)?.[0] ?? 'no reference';

const bucketOf = (sim: Simulation, process: Process, objects: Map<string, string>) => {
  const answers = objectsOf(objects);
  return {
    send: ({ constructor: { name }, input }: Command) =>
      callTo(sim, process, { ...PATIENT, to: 'bucket', what: `${name.replace('Command', '')} ${input.Key}` }, () =>
        answers[name]?.(input),
      ),
  };
};

/** A bucket in which nothing goes wrong: for what stands before anything begins. */
export const directBucket = (objects: Map<string, string>): S3Client => {
  const answers = objectsOf(objects);
  return {
    send: async ({ constructor: { name }, input }: Command) => answers[name]?.(input),
  } as unknown as S3Client;
};

const sesOf = ({ provider }: Services, process: Process) => ({
  send: ({ input }: Command, { requestTimeout }: { readonly requestTimeout: number }) => {
    const headers: readonly { Name: string; Value: string }[] = input.Content.Simple.Headers;
    const tags: readonly { Name: string; Value: string }[] = input.EmailTags;
    return provider(
      process,
      {
        reference: referenceIn(input.Content.Simple.Subject.Data),
        address: input.Destination.ToAddresses[0],
        channel: 'email',
        messageId: tags.find(({ Name }) => Name === 'messageId')?.Value,
        contactTag: tags.find(({ Name }) => Name === 'contactId')?.Value,
        link: /\/o\/([A-Za-z0-9_-]+)/.exec(headers.find(({ Name }) => Name === 'List-Unsubscribe')?.Value ?? '')?.[1],
      },
      requestTimeout,
      input.TenantName,
    );
  },
});

const snsOf = ({ provider }: Services, process: Process) => ({
  send: ({ input }: Command, { requestTimeout }: { readonly requestTimeout: number }) =>
    provider(
      process,
      {
        reference: referenceIn(input.Message),
        address: input.PhoneNumber,
        channel: 'sms',
        messageId: undefined,
        contactTag: undefined,
        link: undefined,
      },
      requestTimeout,
    ),
});

const DAY_MS = 86_400_000;

/** What SES says of the account. */
const accountOf = (sim: Simulation, { perSecond }: Services, process: Process) => ({
  send: () =>
    callTo(sim, process, { ...PATIENT, to: 'ses', what: 'get account' }, () => {
      const since = sim.schedule.now() - DAY_MS;
      const SentLast24Hours = sim.sink.inbox.filter(({ at, channel }) => channel === 'email' && at > since).length;
      return { SendQuota: { Max24HourSend: -1, MaxSendRate: perSecond, SentLast24Hours } };
    }),
});

/** Asked once each time, without a second attempt (`functions/wiring/campaigns.ts`). */
const ASKED_ONCE = { attempts: 1, timeoutMs: 1_500 } as const;

/** What SES says of the tenant of an advertiser. */
const tenantClientOf = (sim: Simulation, { tenants }: Services, process: Process) => ({
  send: ({ input: { TenantName } }: Command) =>
    callTo(sim, process, { ...ASKED_ONCE, to: 'ses', what: `get ${TenantName}` }, () => tenants.get(TenantName)),
});

/** The clients of one process, in the place of the SDK's. */
export const clientsOf = (sim: Simulation, services: Services, process: Process) => ({
  table: {
    tableName: 'aval',
    pause: process.pause,
    client: services.store.clientOf(process) as unknown as DynamoDBClient,
  },
  s3: bucketOf(sim, process, services.objects) as unknown as S3Client,
  sqs: queueClientOf(sim, process, services.put) as unknown as SQSClient,
  ses: sesOf(services, process) as unknown as SESv2Client,
  account: accountOf(sim, services, process) as unknown as SESv2Client,
  tenantClient: tenantClientOf(sim, services, process) as unknown as SESv2Client,
  sns: snsOf(services, process) as unknown as SNSClient,
  bus: {
    send: () =>
      callTo(sim, process, { ...PATIENT, to: 'bus', what: 'put events' }, () => ({ FailedEntryCount: 0, Entries: [] })),
  } as unknown as EventBridgeClient,
});
