import { manifest } from '#functions/manifest.ts';
import { sameAddress, sentMessages } from '#functions/wiring/recipients.ts';
import { externalReports, providerVouching } from '#functions/wiring/sender.ts';
import { claims } from '#functions/wiring/workers.ts';
import { clock, ledgerWithoutAddresses, pause, tokens } from '#functions/wiring.ts';
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
    const ports = {
      clock,
      pause,
      ledger: ledgerWithoutAddresses(env),
      messages: sentMessages(env),
      sameAddress: sameAddress(env),
      claims: claims(env),
      senderSeconds: manifest['send-message'].timeoutSeconds,
    };
    const code = await applyProviderReport(ports, report);
    const { advertiserId, messageId } = report.link;
    log('provider-report-applied', { advertiserId, messageId, code, reason: report.event.kind });
  },
}));
