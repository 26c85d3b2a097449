import * as z from 'zod/mini';
import { manifest } from '#functions/manifest.ts';
import { runFeedback } from '#functions/wiring/recipients.ts';
import { reporting, saidWithCall } from '#functions/wiring/replies.ts';
import { clock, reviews, templates } from '#functions/wiring.ts';
import { applyCallFeedback, type CallFeedback } from '#shared/app/feedback/apply-call-feedback.ts';
import { applyEmailFeedback } from '#shared/app/feedback/apply-email-feedback.ts';
import { applyTextFeedback } from '#shared/app/feedback/apply-text-feedback.ts';
import { CallEnded, endedCallIn, FlowSaid, OurAttributes } from '#shared/contracts/queues/call-feedback.ts';
import { EmailFeedback, feedbackIn } from '#shared/contracts/queues/email-feedback.ts';
import { TextFeedback, textFeedbackIn } from '#shared/contracts/queues/text-feedback.ts';
import type { EnvironmentOf } from '#shared/edge/env.ts';
import { orInvoked } from '#shared/edge/invoked.ts';
import { log } from '#shared/edge/log/log.ts';
import { worker } from '#shared/edge/queue.ts';

const entry = manifest['apply-email-feedback'];
type Env = EnvironmentOf<typeof entry>;

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

const ofCall = async (env: Env, feedback: CallFeedback): Promise<void> => {
  const { advertiserId, messageId } = feedback;
  const { code, kind } = await applyCallFeedback(reporting(env), feedback);
  if (kind === 'keypress') log('opposition-registered', { advertiserId, messageId, via: 'key-press', count: 1 });
  log('provider-report-applied', { advertiserId, messageId, code, reason: kind });
};

/** An instance may make other calls than ours: they bear no ids of ours, and are let pass. */
const ofEndedCall = async (env: Env, event: CallEnded): Promise<void> => {
  const { callId, instanceId, at, ...end } = endedCallIn(event, clock.now());
  const attributes = OurAttributes.safeParse(await saidWithCall(env).of(instanceId, callId));
  if (!attributes.success) return log('call-ignored');
  const { spoken, pressed, ...ids } = attributes.data;
  await ofCall(env, {
    ...ids,
    callId,
    at,
    isKey: pressed !== undefined,
    end: { ...end, isSpoken: spoken !== undefined },
  });
};

/** A key that is pressed while the call goes on: its flow says so, and waits. */
const ofKey = (env: Env, { Details: { ContactData } }: FlowSaid): Promise<void> => {
  const { advertiserId, messageId, contactId } = ContactData.Attributes;
  const call = { callId: ContactData.ContactId, at: clock.now(), isKey: true };
  return ofCall(env, { advertiserId, messageId, contactId, ...call });
};

/** Applies what AWS reports of a message that it took: SES of a mail, End User Messaging of a text, Amazon Connect of a call. */
export const handler = orInvoked(
  entry,
  {
    event: FlowSaid,
    run: async ({ env, event }) => {
      await ofKey(env, event);
      return { stored: 'yes' };
    },
  },
  worker(entry, {
    message: z.union([EmailFeedback, TextFeedback, CallEnded]),
    envelope: 'sns-or-json',
    run: ({ env, message }) => {
      if ('detail' in message) return ofEndedCall(env, message);
      return 'context' in message ? ofText(env, message) : ofMail(env, message);
    },
    // Its dead-letter queue is where a human looks: failing the record takes it there, with its body.
    park: (_env, _body, reason) => Promise.reject(new Error(`no report can be read from this: ${reason}`)),
  }),
);
