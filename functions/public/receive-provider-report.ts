import { manifest } from '#functions/manifest.ts';
import { answeringReported } from '#functions/wiring/providers/reported-contact.ts';
import { reporting } from '#functions/wiring/replies.ts';
import { externalReports, providerVouching } from '#functions/wiring/sender.ts';
import { clock, tokens } from '#functions/wiring.ts';
import { applyProviderReport, type ProviderReport } from '#shared/app/feedback/apply-provider-report.ts';
import { answerReportedContact, asksInReport } from '#shared/app/inbound/answer-reported-contact.ts';
import type { EnvironmentOf } from '#shared/edge/env.ts';
import { log } from '#shared/edge/log/log.ts';
import { reportEndpoint } from '#shared/edge/public/report.ts';

type Env = EnvironmentOf<(typeof manifest)['receive-provider-report']>;

/** Answers a person who asks who writes, where the provider of our contract takes SMS. */
const answer = async (env: Env, report: ProviderReport): Promise<void> => {
  const ports = await answeringReported(env);
  const { advertiserId } = report.access;
  const code = ports === undefined ? 'by-provider' : await answerReportedContact(ports, report);
  log('contact-answered', { advertiserId, code });
};

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
    if (asksInReport(report)) await answer(env, report);
  },
}));
