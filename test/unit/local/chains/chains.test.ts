import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { ReceiveMessageCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Messaging, startMessaging } from '#local/emulators/messaging.ts';
import { chainOf } from '#local/lambda/chain.ts';
import { createRunner } from '#local/lambda/runner.ts';
import { startQueueSource } from '#local/sources/queue-source.ts';

const REGION = 'eu-west-3';
const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
const LINEAGE = 'Root=1-a-b;Parent=c;Sampled=1;Lineage=0abc1234:15';

describe('a chain of requests', () => {
  const runsOf = (...received: readonly string[]) => chainOf('f', received).runs;

  test('begins with the first run, and counts what passes its header on', () => {
    const first = chainOf('f', []);
    const second = chainOf('f', [first.header]);
    expect([first.runs, second.runs, runsOf(second.header)]).toEqual([1, 2, 3]);
    expect(second.header.split(';')[0]).toBe(first.header.split(';')[0]);
  });

  test('counts each function by itself, and those that are on the way keep theirs', () => {
    const other = chainOf('g', [chainOf('f', []).header]);
    expect([other.runs, runsOf(other.header)]).toEqual([1, 2]);
  });

  test('of a batch is that of the message that came by most often', () => {
    const long = chainOf('f', [chainOf('f', []).header]).header;
    expect(runsOf(chainOf('f', []).header, long, 'Root=1-x-y')).toBe(3);
  });
});

describe('on this machine', () => {
  let messaging: Messaging;
  const offset = new SharedArrayBuffer(8);
  let folder: string;
  const queueUrl = (name: string) => `${messaging.messagingUrl}/000000000000/${name}`;
  const sqs = () => new SQSClient({ endpoint: messaging.messagingUrl, region: REGION, credentials });
  const arn = (name: string) => `arn:aws:sqs:${REGION}:000000000000:${name}`;

  beforeAll(async () => {
    const RedrivePolicy = JSON.stringify({ deadLetterTargetArn: arn('dead'), maxReceiveCount: '1' });
    messaging = await startMessaging({
      init: {
        queues: [
          { name: 'dead' },
          { name: 'heard' },
          { name: 'ended', attributes: { RedrivePolicy, VisibilityTimeout: '60' } },
          { name: 'allowed', attributes: { RedrivePolicy, VisibilityTimeout: '60' } },
        ],
        topics: [{ name: 'said' }],
        subscriptions: [{ topic: 'said', queue: 'heard' }],
      },
      region: REGION,
      offset,
    });
    folder = mkdtempSync(join(tmpdir(), 'chains-'));
    const sdk = import.meta.resolve('@aws-sdk/client-sqs');
    writeFileSync(
      join(folder, 'index.mjs'),
      `import { SendMessageCommand, SQSClient } from ${JSON.stringify(sdk)};
const sqs = new SQSClient({});
export const handler = async ({ Records: [{ body }] }) => {
  const runs = Number(body) + 1;
  console.log('run ' + runs);
  if (runs < 20) await sqs.send(new SendMessageCommand({ QueueUrl: process.env.QUEUE, MessageBody: String(runs) }));
  return { batchItemFailures: [] };
};
`,
    );
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await messaging.stop();
  });

  test.each(['queue', 'topic'] as const)('what was put by a %s has the header of who put it', async (by) => {
    vi.stubEnv('AWS_LAMBDA_FUNCTION_NAME', 'f');
    vi.stubEnv('_X_AMZN_TRACE_ID', LINEAGE);
    const sns = new SNSClient({ endpoint: messaging.messagingUrl, region: REGION, credentials });
    if (by === 'queue') await sqs().send(new SendMessageCommand({ QueueUrl: queueUrl('heard'), MessageBody: 'a' }));
    else await sns.send(new PublishCommand({ TopicArn: `arn:aws:sns:${REGION}:000000000000:said`, Message: 'a' }));
    vi.unstubAllEnvs();
    const asked = new ReceiveMessageCommand({ QueueUrl: queueUrl('heard'), MessageSystemAttributeNames: ['All'] });
    expect((await sqs().send(asked)).Messages?.[0]?.Attributes).toMatchObject({
      AWSTraceHeader: LINEAGE,
      ApproximateReceiveCount: '1',
    });
  });

  /** Runs of a function that puts on its own queue until it ran twenty times, and whether the last lies with the dead letters then. */
  const goRound = async (mayGoRound: boolean, isOver: (runs: number) => boolean) => {
    let runs = 0;
    const queue = mayGoRound ? 'allowed' : 'ended';
    const dropped: string[] = [];
    const url = messaging.messagingUrl;
    const runner = createRunner({
      definitions: [
        {
          ...{ name: 'f', arn: 'arn', role: 'role', folder, handler: 'index.handler', mayGoRound },
          ...{ timeoutMs: 20_000, memoryMb: 128, environment: { QUEUE: queueUrl(queue) } },
        },
      ],
      urls: { main: url, dynamodb: url, sesv2: url, sns: url },
      concurrency: new Map(),
      onLog: (_, text) => {
        runs += text.match(/run \d/g)?.length ?? 0;
      },
      onOutcome: (_, { kind }) => {
        if (kind === 'recursive') dropped.push(kind);
      },
    });
    const source = startQueueSource(
      {
        ...{ queueName: queue, queueUrl: queueUrl(queue), queueArn: arn(queue), functionName: 'f' },
        ...{ batchSize: 1, maxConcurrency: 2, isReportingFailures: true },
      },
      runner,
      url,
    );
    await sqs().send(new SendMessageCommand({ QueueUrl: queueUrl(queue), MessageBody: '0' }));
    await vi.waitFor(() => expect(isOver(runs) || dropped.length > 0).toBe(true), { timeout: 20_000 });
    // What was not run is visible again after a minute, and is given up then.
    new Float64Array(offset)[0] = 61_000;
    const dead: unknown[] = [];
    const asked = new ReceiveMessageCommand({
      QueueUrl: queueUrl('dead'),
      WaitTimeSeconds: 1,
      MaxNumberOfMessages: 10,
    });
    for (let look = 0; !mayGoRound && look < 10 && !dead.includes('16'); look += 1)
      dead.push(...((await sqs().send(asked)).Messages ?? []).map(({ Body }) => Body));
    await Promise.all([source.stop(), runner.stop()]);
    return { runs, isDropped: dropped.length > 0, isGivenUp: dead.includes('16') };
  };

  test('Lambda ends a chain at its seventeenth run, and the message lies with the dead letters', async () => {
    expect(await goRound(false, () => false)).toEqual({ runs: 16, isDropped: true, isGivenUp: true });
  }, 40_000);

  test('a function that may go round goes on', async () => {
    expect(await goRound(true, (runs) => runs >= 20)).toEqual({ runs: 20, isDropped: false, isGivenUp: false });
  }, 40_000);
});
