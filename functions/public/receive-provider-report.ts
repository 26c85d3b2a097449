import { manifest } from '#functions/manifest.ts';
import { countedReviews } from '#functions/wiring/mail/replies-by-mail.ts';
import { repliesTopic } from '#functions/wiring/providers/account-replies.ts';
import { reportedAddress } from '#functions/wiring/providers/reported-contact.ts';
import { reporting } from '#functions/wiring/replies.ts';
import { externalReports, providerVouching } from '#functions/wiring/sender.ts';
import { clock, tokens } from '#functions/wiring.ts';
import { applyProviderReport, type ProviderReport } from '#shared/app/feedback/apply-provider-report.ts';
import { asksInReport, contactRequestIn } from '#shared/app/inbound/reported-contact.ts';
import { inboundSmsOf } from '#shared/contracts/queues/inbound-sms.ts';
import type { EnvironmentOf } from '#shared/edge/env.ts';
import { log } from '#shared/edge/log/log.ts';
import { reportEndpoint } from '#shared/edge/public/report.ts';

type Env = EnvironmentOf<(typeof manifest)['receive-provider-report']>;

/** Who asks who writes waits with the replies of AWS: one worker answers them all, by the route of SMS. Throws what can be tried again. */
const bring = async (env: Env, report: ProviderReport): Promise<void> => {
  const asked = await contactRequestIn(await reportedAddress(env), report);
  if (asked !== undefined) return repliesTopic(env).publish(inboundSmsOf(asked));
  log('contact-answered', { advertiserId: report.access.advertiserId, code: 'no-number' });
};

/** Applies what a provider outside AWS reports of one message: what became of it, and what its reader answered. */
export const handler = reportEndpoint(manifest['receive-provider-report'], (env) => ({
  tokens: () => tokens(env),
  now: clock.now,
  external: externalReports,
  vouch: providerVouching(env),
  run: async (report) => {
    const { opened, ...reviews } = countedReviews(env);
    const code = await applyProviderReport({ ...reporting(env), ...reviews }, report);
    const { advertiserId, messageId } = report.link;
    log('provider-report-applied', { advertiserId, messageId, code, reason: report.event.kind });
    if (opened.count > 0) log('doubtful-reply', opened);
    if (asksInReport(report)) await bring(env, report);
  },
}));
