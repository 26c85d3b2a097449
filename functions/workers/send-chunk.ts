import { manifest } from '#functions/manifest.ts';
import { campaigns, chunkParking, runs } from '#functions/wiring/campaigns.ts';
import { sentValues } from '#functions/wiring/recipients.ts';
import { chunkSending } from '#functions/wiring/sender.ts';
import { pause } from '#functions/wiring.ts';
import { sendChunk } from '#shared/app/campaigns/sending/send-chunk.ts';
import { ChunkRequest } from '#shared/contracts/queues/chunk-request.ts';
import { log } from '#shared/edge/log/log.ts';
import { worker } from '#shared/edge/queue.ts';

/** Sends to the recipients of one chunk of a campaign. */
export const handler = worker(manifest['send-chunk'], {
  message: ChunkRequest,
  run: async ({ env, message, isLastTry, remainingMs }) => {
    const sender = { ...chunkSending(env), runs: runs(env), campaigns: campaigns(env), values: sentValues(env), pause };
    const { state, totals, pausedBecause, valuesLost } = await sendChunk(sender, {
      ...message,
      isLastTry,
      timeLeftMs: remainingMs,
    });
    const { advertiserId, campaignId } = message;
    const count = Object.values(totals).reduce((sum, each) => sum + each, 0);
    log('chunk-settled', { advertiserId, campaignId, state, count });
    if (valuesLost !== undefined) log('sent-values-lost', { advertiserId, campaignId, count: valuesLost });
    if (pausedBecause !== undefined) log('campaign-paused', { advertiserId, campaignId, code: pausedBecause });
  },
  park: (env, body, reason) => chunkParking(env).park(body, reason),
});
