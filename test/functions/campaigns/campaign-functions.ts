import type { SQSEvent } from 'aws-lambda';
import { expect, onTestFinished, vi } from 'vitest';
import { startProviderStub } from '#test/support/providers.ts';
import { startQueueAndBus } from '#test/support/queue-and-bus.ts';
import { askedBy } from '#test/support/recorded-in-process.ts';
import { EXAMPLES } from '#test/support/routes.ts';
import { followed } from '../audience/followed-world.ts';
import { ADVERTISER, aWorldWithForms } from '../support/api.ts';
import { started } from '../support/cold-start.ts';

const MAILING = {
  category: 'wine',
  content: { email: { subject: 'Nos vins d’hiver', html: '<p>Nos vins d’hiver sont là.</p>' } },
};
const TEMPLATE = { templateId: 'winter-mailing', version: '1' };
const WITH_TIME = { getRemainingTimeInMillis: () => 60_000 };

/** Records of a queue, as Lambda brings them. */
const recordsOf = (bodies: readonly object[]): SQSEvent =>
  ({
    Records: bodies.map((body, index) => ({
      messageId: `record-${index}`,
      body: JSON.stringify(body),
      attributes: { ApproximateReceiveCount: '1' },
    })),
  }) as unknown as SQSEvent;

/** The functions of campaigns as they are deployed, on the store, a queue, and an SES that obeys the test. */
export const aWorldOfCampaigns = async () => {
  const world = await aWorldWithForms();
  const [provider, queue] = await Promise.all([startProviderStub(), startQueueAndBus()]);
  onTestFinished(async () => {
    await Promise.all([provider.close(), queue.close()]);
  });
  const queueUrl = `${queue.url}/000000000000/campaign`;
  const environment = {
    AWS_ENDPOINT_URL_SESV2: provider.url,
    AWS_ENDPOINT_URL_SNS: provider.url,
    AWS_ENDPOINT_URL_SQS: queue.url,
    CAMPAIGN_QUEUE_URL: queueUrl,
    CAMPAIGN_PARKED_QUEUE_URL: `${queueUrl}-dlq`,
    SES_CONFIGURATION_SETS: 'aval-test-300s,aval-test-50400s',
    TABLE_ADOPTED: 'no',
  };
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  const path = { advertiserId: ADVERTISER, ...TEMPLATE };
  await world.call('put-template-version', { path, body: MAILING });

  /** The body of a creation: now, and as it is told. */
  const asked = (change: object) => ({
    ...(EXAMPLES['create-campaign'] as object),
    schedule: { at: 'now' },
    ...change,
  });

  return {
    ...world,
    provider,
    queue,
    /** Whoever has this address agrees to mail, and the audience index learns of it. */
    agree: (email: string, change: object = {}) =>
      followed(() =>
        world.call('record-consent', {
          body: { ...(EXAMPLES['record-consent'] as object), advertiserId: ADVERTISER, contact: { email }, ...change },
        }),
      ),
    asked,
    create: async (change: object = {}) => {
      const created = await world.call('create-campaign', { body: asked(change) });
      expect([created.status, created.text]).toEqual([201, expect.any(String)]);
      return created.body.campaignId as string;
    },
    show: async (campaignId: string) => {
      const { body } = await world.call('get-campaign', {
        path: { campaignId },
        query: { advertiserId: ADVERTISER },
      });
      return body;
    },
    /** One run of the minute's function, this many seconds later. Resolves to what it put on the queue. */
    minute: async (laterSeconds = 0): Promise<readonly object[]> => {
      vi.setSystemTime(Date.now() + laterSeconds * 1000);
      const before = queue.queued.length;
      const { handler } =
        await started<typeof import('#functions/schedules/dispatch-campaigns.ts')>('schedules/dispatch-campaigns');
      await askedBy('dispatch-campaigns', () => handler({}, WITH_TIME));
      return queue.queued.slice(before).map(({ body }) => body);
    },
    /** Brings these to the worker of chunks. */
    send: async (bodies: readonly object[]) => {
      const { handler } = await started<typeof import('#functions/workers/send-chunk.ts')>('workers/send-chunk');
      return askedBy('send-chunk', () => handler(recordsOf(bodies), WITH_TIME));
    },
    /** Brings what SES reports to the worker of reports. */
    report: async (report: object) => {
      const { handler } =
        await started<typeof import('#functions/workers/apply-email-feedback.ts')>('workers/apply-email-feedback');
      const notification = { Type: 'Notification', Message: JSON.stringify(report) };
      return askedBy('apply-email-feedback', () => handler(recordsOf([notification]), WITH_TIME));
    },
    audit: async () => {
      const { handler } =
        await started<typeof import('#functions/schedules/audit-hand-offs.ts')>('schedules/audit-hand-offs');
      return askedBy('audit-hand-offs', () => handler({}, { getRemainingTimeInMillis: () => 900_000 }));
    },
  };
};
