import { randomUUID } from 'node:crypto';
import type { SQSEvent } from 'aws-lambda';
import { onTestFinished, vi } from 'vitest';
import type { EventSource } from '#shared/contracts/inbound/event-source.ts';
import { SCOPES } from '#shared/domain/advertiser/api-key.ts';
import { type QueueAndBus, startQueueAndBus } from '#test/support/queue-and-bus.ts';
import { askedBy } from '#test/support/recorded-in-process.ts';
import { ADVERTISER, aWorldWithForms, OTHER_ADVERTISER, type World } from '../support/api.ts';
import { started } from '../support/cold-start.ts';
import { WITH_TIME } from '../support/public-functions.ts';

/** An event as a test puts it on the bus. */
export interface PutEvent {
  readonly type: string;
  readonly detail: unknown;
  readonly source?: string;
  readonly id?: string;
}

/** The world of the API, and its worker of events. */
export interface BusWorld extends World, Pick<QueueAndBus, 'queued' | 'published' | 'fail' | 'mend'> {
  /** Delivers events in one batch; resolves to the ids of those that come again. */
  readonly put: (...events: readonly PutEvent[]) => Promise<readonly string[]>;
  /** The same, with the text of an event as it stands on the queue. */
  readonly putBody: (body: string) => Promise<readonly string[]>;
}

/** What the deployment of these tests admits. */
const ADMITTED = [
  { source: 'shop', advertisers: [ADVERTISER], scopes: [...SCOPES] },
  { source: 'other', advertisers: [OTHER_ADVERTISER], scopes: [...SCOPES] },
  { source: 'platform', advertisers: [ADVERTISER, OTHER_ADVERTISER], scopes: [...SCOPES] },
  { source: 'desk', advertisers: [ADVERTISER], scopes: ['oppositions:write'] },
  { source: 'mailer', advertisers: [ADVERTISER], scopes: ['messages:send'] },
] as unknown as readonly EventSource[];

export const aBusWorld = async (): Promise<BusWorld> => {
  const world = await aWorldWithForms();
  const bus = await startQueueAndBus();
  onTestFinished(() => bus.close());
  vi.stubEnv('AWS_ENDPOINT_URL_SQS', bus.url);
  vi.stubEnv('AWS_ENDPOINT_URL_EVENTBRIDGE', bus.url);
  vi.stubEnv('EVENT_BUS_NAME', 'aval');
  vi.stubEnv('INBOUND_EVENTS_PARKED_QUEUE_URL', `${bus.url}/000000000000/inbound-events-dlq`);
  vi.stubEnv('EVENT_SOURCES', JSON.stringify(ADMITTED));
  const deliver = async (bodies: readonly string[]) => {
    const { handler } = await started<typeof import('#functions/workers/apply-event.ts')>('workers/apply-event');
    const Records = bodies.map((body, index) => ({
      messageId: `record-${index}`,
      body,
      attributes: { ApproximateReceiveCount: '1' },
    }));
    const { batchItemFailures } = await askedBy('apply-event', () =>
      handler({ Records } as unknown as SQSEvent, WITH_TIME),
    );
    return batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
  };
  const written = ({ type, detail, source = 'shop', id = randomUUID() }: PutEvent) =>
    JSON.stringify({ version: '0', id, source, 'detail-type': type, account: '000000000000', resources: [], detail });
  return {
    ...world,
    queued: bus.queued,
    published: bus.published,
    fail: bus.fail,
    mend: bus.mend,
    put: (...events) => deliver(events.map(written)),
    putBody: (body) => deliver([body]),
  };
};
