import { projecting } from '#functions/wiring/audience.ts';
import { archiving } from '#functions/wiring/keys/archive.ts';
import { once } from '#functions/wiring/once.ts';
import { parkedRecordOf, proofOfRecord, recordOfParked } from '#functions/wiring/retention.ts';
import { notifyingPartners } from '#functions/wiring/rights.ts';
import { parkedChangeOf } from '#functions/wiring/stream.ts';
import { eventBus, journal, sendQueue, sqs } from '#functions/wiring/workers.ts';
import { clock, table, vault } from '#functions/wiring.ts';
import { parkedContactOf } from '#shared/adapters/dynamodb/audience/changed-contact.ts';
import { parkedListOf } from '#shared/adapters/dynamodb/messages/parked-list.ts';
import { storedChange } from '#shared/adapters/dynamodb/stored-change.ts';
import { s3Client } from '#shared/adapters/s3/client.ts';
import { givenUpOf } from '#shared/adapters/s3/given-up.ts';
import { bodyBackOn, lastQueueOf } from '#shared/adapters/sqs/last-queue.ts';
import { projectChange } from '#shared/app/audience/project-changes.ts';
import { publishChange } from '#shared/app/outbox/publish-change.ts';
import type { CollectPorts } from '#shared/app/parked/collect-parked.ts';
import type { ParkedList } from '#shared/app/parked/parked.port.ts';
import type { RedrivePorts } from '#shared/app/parked/redrive.ts';
import { keepProof } from '#shared/app/retention/keep-proof.ts';

/** The composition root of what was given up: where it lies, and how it goes back. */
type Needs<V extends string> = Readonly<Record<V, string>>;

const parkedList = /* @__PURE__ */ once(
  (env: Parameters<typeof vault>[0]): ParkedList => parkedListOf({ ...table(env), vault: vault(env), clock }),
);

type CollectEnv = Needs<
  | 'SEND_QUEUE_URL'
  | 'CAMPAIGN_QUEUE_URL'
  | 'SMS_REPLIES_QUEUE_URL'
  | 'EMAIL_FEEDBACK_QUEUE_URL'
  | 'OPPOSITION_MAILS_QUEUE_URL'
  | 'INBOUND_EVENTS_QUEUE_URL'
  | 'SEND_PARKED_QUEUE_URL'
  | 'OUTBOX_PARKED_QUEUE_URL'
  | 'PROJECT_PARKED_QUEUE_URL'
  | 'JOBS_QUEUE_URL'
  | 'GIVEN_UP_BUCKET'
> &
  Parameters<typeof parkedList>[0];

/** Where work stops, and the place where all of it is brought. The dead letters of a queue have its name and `-dlq`. */
export const collecting = /* @__PURE__ */ once(
  (env: CollectEnv): CollectPorts => ({
    parked: parkedList(env),
    lastQueues: [
      lastQueueOf(sqs(env), 'sms-replies', `${env.SMS_REPLIES_QUEUE_URL}-dlq`),
      lastQueueOf(sqs(env), 'email-feedback', `${env.EMAIL_FEEDBACK_QUEUE_URL}-dlq`),
      lastQueueOf(sqs(env), 'opposition-mails', `${env.OPPOSITION_MAILS_QUEUE_URL}-dlq`),
      lastQueueOf(sqs(env), 'inbound-events', `${env.INBOUND_EVENTS_QUEUE_URL}-dlq`),
      lastQueueOf(sqs(env), 'send', `${env.SEND_QUEUE_URL}-dlq`),
      lastQueueOf(sqs(env), 'send', env.SEND_PARKED_QUEUE_URL),
      lastQueueOf(sqs(env), 'campaign', `${env.CAMPAIGN_QUEUE_URL}-dlq`),
      lastQueueOf(sqs(env), 'outbox', env.OUTBOX_PARKED_QUEUE_URL),
      lastQueueOf(sqs(env), 'project', env.PROJECT_PARKED_QUEUE_URL),
      lastQueueOf(sqs(env), 'jobs', `${env.JOBS_QUEUE_URL}-dlq`),
    ],
    givenUp: givenUpOf(s3Client(), env.GIVEN_UP_BUCKET, { outbox: parkedChangeOf, project: parkedRecordOf }),
  }),
);

/** How each goes back. */
export const redriving = /* @__PURE__ */ once(
  (
    env: CollectEnv & Parameters<typeof eventBus>[0] & Parameters<typeof journal>[0] & Parameters<typeof archiving>[0],
  ): RedrivePorts => ({
    parked: parkedList(env),
    goBack: {
      send: bodyBackOn(sqs(env), env.SEND_QUEUE_URL),
      campaign: bodyBackOn(sqs(env), env.CAMPAIGN_QUEUE_URL),
      'sms-replies': bodyBackOn(sqs(env), env.SMS_REPLIES_QUEUE_URL),
      'email-feedback': bodyBackOn(sqs(env), env.EMAIL_FEEDBACK_QUEUE_URL),
      'opposition-mails': bodyBackOn(sqs(env), env.OPPOSITION_MAILS_QUEUE_URL),
      'inbound-events': bodyBackOn(sqs(env), env.INBOUND_EVENTS_QUEUE_URL),
      jobs: bodyBackOn(sqs(env), env.JOBS_QUEUE_URL),
      outbox: async (body) => {
        const change = await storedChange(table(env), body);
        if (change === undefined) return 'gone';
        const ports = {
          sendQueue: sendQueue(env),
          bus: eventBus(env),
          journal: journal(env),
          partners: notifyingPartners(env),
        };
        await publishChange(ports, change);
        return 'went-back';
      },
      project: async (body) => {
        const contact = parkedContactOf(body);
        if (contact !== undefined) {
          await projectChange(projecting(env), contact);
          return 'went-back';
        }
        const record = await recordOfParked(table(env), body);
        const proof = record && proofOfRecord(record);
        if (proof === undefined) return 'gone';
        await keepProof(archiving(env), proof);
        return 'went-back';
      },
    },
  }),
);
