import { manifest } from '#functions/manifest.ts';
import { notifyingPartners } from '#functions/wiring/rights.ts';
import { changeOf, parkedChangeOf } from '#functions/wiring/stream.ts';
import { eventBus, journal, outboxParking, sendQueue } from '#functions/wiring/workers.ts';
import { publishChange } from '#shared/app/outbox/publish-change.ts';
import { streamConsumer } from '#shared/edge/stream.ts';

/** Enqueues accepted messages, keeps the journal, emits events out, and counts, from the table stream. */
export const handler = streamConsumer(manifest.outbox, {
  run: async ({ env, record }) => {
    const change = changeOf(record);
    const ports = {
      sendQueue: sendQueue(env),
      bus: eventBus(env),
      journal: journal(env),
      partners: notifyingPartners(env),
    };
    if (change) await publishChange(ports, change);
    return change;
  },
  park: (env, record, reason) => outboxParking(env).park(parkedChangeOf(record), reason),
});
