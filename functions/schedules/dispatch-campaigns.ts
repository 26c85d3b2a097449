import { manifest } from '#functions/manifest.ts';
import { audiencePages } from '#functions/wiring/audience.ts';
import { campaigns, chunkQueue, quotas, runs, starts, tenants } from '#functions/wiring/campaigns.ts';
import { handOffHalts } from '#functions/wiring/halts.ts';
import { advertisers, clock, pause, reviews } from '#functions/wiring.ts';
import { runMinute } from '#shared/app/campaigns/dispatching/run-minute.ts';
import { ScheduledCall } from '#shared/contracts/inbound/scheduled-call.ts';
import { failureFields, log } from '#shared/edge/log/log.ts';
import { scheduled } from '#shared/edge/started.ts';

/** Each minute, starts the runs of campaigns that are due, and cuts what may leave into chunks. */
export const handler = scheduled(manifest['dispatch-campaigns'], {
  run: async ({ env, event }) => {
    const ports = {
      clock,
      advertisers: advertisers(env),
      campaigns: campaigns(env),
      starts: starts(env),
      runs: runs(env),
      audience: audiencePages(env),
      queue: chunkQueue(env),
      quotas: quotas(env),
      tenants: tenants(env),
      pause,
      reviews: reviews(env),
      halts: handOffHalts(env),
    };
    const onPaused: Parameters<typeof runMinute>[0]['onPaused'] = ({ advertiserId, campaignId }, code) =>
      log('campaign-paused', { advertiserId, campaignId, code });
    const onUntaken: Parameters<typeof runMinute>[0]['onUntaken'] = ({ advertiserId, campaignId }, code) =>
      log('campaign-untaken', { advertiserId, campaignId, code });
    const onTenantsUnread: Parameters<typeof runMinute>[0]['onTenantsUnread'] = (count, failure) =>
      log('tenants-unread', { count, ...failureFields(failure) });
    const done = await runMinute(
      { ...ports, onPaused, onUntaken, onTenantsUnread },
      ScheduledCall.safeParse(event).data?.scheduledAt,
    );
    log('campaigns-dispatched', { count: done?.cut ?? 0 });
  },
});
