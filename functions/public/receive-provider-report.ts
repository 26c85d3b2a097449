import { manifest } from '#functions/manifest.ts';
import { countedReviews } from '#functions/wiring/mail/replies-by-mail.ts';
import { repliesTopic } from '#functions/wiring/providers/account-replies.ts';
import { reportedAddress } from '#functions/wiring/providers/reported-contact.ts';
import { externalReports, providerVouching } from '#functions/wiring/providers/vouching.ts';
import { reporting } from '#functions/wiring/replies.ts';
import { clock, tokens } from '#functions/wiring.ts';
import { applyProviderReport, type ProviderReport } from '#shared/app/feedback/apply-provider-report.ts';
import { answerableIn, answerableReplyIn } from '#shared/app/replies/reported-contact.ts';
import { inboundSmsOf } from '#shared/contracts/queues/inbound-sms.ts';
import type { EnvironmentOf } from '#shared/edge/env.ts';
import { failureFields, log } from '#shared/edge/log/log.ts';
import { reportEndpoint } from '#shared/edge/public/report.ts';

type Env = EnvironmentOf<(typeof manifest)['receive-provider-report']>;

/** What is answered waits with the replies of AWS: one worker answers them all, by the route of SMS. Throws what can be tried again. */
const bring = async (env: Env, report: ProviderReport, asks: 'contact' | 'stop'): Promise<void> => {
  const asked = await answerableReplyIn(await reportedAddress(env), report, asks);
  if (asked !== undefined) return repliesTopic(env).publish(inboundSmsOf(asked));
  log(`${asks}-answered`, { advertiserId: report.access.advertiserId, code: 'no-number' });
};

/** A STOP is stored by now, and acknowledged whether or not it can be confirmed. */
const bringStop = async (env: Env, report: ProviderReport): Promise<void> => {
  try {
    await bring(env, report, 'stop');
  } catch (error) {
    log('stop-answered', { advertiserId: report.access.advertiserId, ...failureFields(error) });
  }
};

const answer = async (env: Env, report: ProviderReport): Promise<void> => {
  const asks = answerableIn(report);
  if (asks === 'stop') await bringStop(env, report);
  if (asks === 'contact') await bring(env, report, asks);
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
    await answer(env, report);
  },
}));
