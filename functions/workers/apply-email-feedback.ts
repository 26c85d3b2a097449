import { manifest } from '#functions/manifest.ts';
import { runFeedback, sameAddress, sentMessages } from '#functions/wiring/recipients.ts';
import { claims } from '#functions/wiring/workers.ts';
import { clock, ledgerWithoutAddresses, pause, reviews, templates } from '#functions/wiring.ts';
import { applyEmailFeedback } from '#shared/app/feedback/apply-email-feedback.ts';
import { EmailFeedback, feedbackIn } from '#shared/contracts/queues/email-feedback.ts';
import { log } from '#shared/edge/log/log.ts';
import { worker } from '#shared/edge/queue.ts';

/** Applies what SES reports of a mail that it took. */
export const handler = worker(manifest['apply-email-feedback'], {
  message: EmailFeedback,
  envelope: 'sns',
  run: async ({ env, message: event }) => {
    const feedback = feedbackIn(event);
    const { advertiserId, messageId, report } = feedback;
    if (report === undefined) return log('email-feedback-ignored', { advertiserId, messageId });
    const meaning = await applyEmailFeedback(
      {
        clock,
        pause,
        ledger: ledgerWithoutAddresses(env),
        messages: sentMessages(env),
        templates: templates(env),
        sameAddress: sameAddress(env),
        reviews: reviews(env),
        claims: claims(env),
        runFeedback: runFeedback(env),
        senderSeconds: manifest['send-message'].timeoutSeconds,
      },
      { ...feedback, report },
    );
    if (meaning.opposes) log('opposition-registered', { advertiserId, messageId, via: 'provider-complaint', count: 1 });
    log('email-feedback-applied', { advertiserId, messageId, code: meaning.undelivered ?? report.kind });
  },
  // Its dead-letter queue is where a human looks: failing the record takes it there, with its body.
  park: (_env, _body, reason) => Promise.reject(new Error(`no report can be read from this: ${reason}`)),
});
