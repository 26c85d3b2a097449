import { manifest } from '#functions/manifest.ts';
import { reporting } from '#functions/wiring/replies.ts';
import { externalReports, providerVouching } from '#functions/wiring/sender.ts';
import { clock, tokens } from '#functions/wiring.ts';
import { applyProviderReport } from '#shared/app/feedback/apply-provider-report.ts';
import { log } from '#shared/edge/log/log.ts';
import { reportEndpoint } from '#shared/edge/public/report.ts';

/** Applies what a provider outside AWS reports of one message: what became of it, and what its reader answered. */
export const handler = reportEndpoint(manifest['receive-provider-report'], (env) => ({
  tokens: () => tokens(env),
  now: clock.now,
  external: externalReports,
  vouch: providerVouching(env),
  run: async (report) => {
    const code = await applyProviderReport(reporting(env), report);
    const { advertiserId, messageId } = report.link;
    log('provider-report-applied', { advertiserId, messageId, code, reason: report.event.kind });
  },
}));
