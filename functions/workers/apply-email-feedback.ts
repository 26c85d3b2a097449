import * as z from 'zod/mini';
import { manifest } from '#functions/manifest.ts';
import { runFeedback } from '#functions/wiring/recipients.ts';
import { reporting } from '#functions/wiring/replies.ts';
import { reviews, templates } from '#functions/wiring.ts';
import { applyEmailFeedback } from '#shared/app/feedback/apply-email-feedback.ts';
import { applyTextFeedback } from '#shared/app/feedback/apply-text-feedback.ts';
import { EmailFeedback, feedbackIn } from '#shared/contracts/queues/email-feedback.ts';
import { TextFeedback, textFeedbackIn } from '#shared/contracts/queues/text-feedback.ts';
import type { EnvironmentOf } from '#shared/edge/env.ts';
import { log } from '#shared/edge/log/log.ts';
import { worker } from '#shared/edge/queue.ts';

type Env = EnvironmentOf<(typeof manifest)['apply-email-feedback']>;

const ofMail = async (env: Env, event: EmailFeedback): Promise<void> => {
  const feedback = feedbackIn(event);
  const { advertiserId, messageId, report } = feedback;
  if (report === undefined) return log('email-feedback-ignored', { advertiserId, messageId });
  const meaning = await applyEmailFeedback(
    { ...reporting(env), templates: templates(env), reviews: reviews(env), runFeedback: runFeedback(env) },
    { ...feedback, report },
  );
  if (meaning.opposes) log('opposition-registered', { advertiserId, messageId, via: 'provider-complaint', count: 1 });
  log('email-feedback-applied', { advertiserId, messageId, code: meaning.undelivered ?? report.kind });
};

const ofText = async (env: Env, event: TextFeedback): Promise<void> => {
  const feedback = textFeedbackIn(event);
  const { advertiserId, messageId } = feedback;
  const { code, kind } = await applyTextFeedback(reporting(env), feedback);
  if (kind === 'blacklisted')
    log('opposition-registered', { advertiserId, messageId, via: 'provider-complaint', count: 1 });
  log('provider-report-applied', { advertiserId, messageId, code, reason: kind });
};

/** Applies what AWS reports of a message that it took: SES of a mail, End User Messaging of a text. */
export const handler = worker(manifest['apply-email-feedback'], {
  message: z.union([EmailFeedback, TextFeedback]),
  envelope: 'sns',
  run: ({ env, message }) => ('context' in message ? ofText(env, message) : ofMail(env, message)),
  // Its dead-letter queue is where a human looks: failing the record takes it there, with its body.
  park: (_env, _body, reason) => Promise.reject(new Error(`no report can be read from this: ${reason}`)),
});
