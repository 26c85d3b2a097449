import { manifest } from '#functions/manifest.ts';
import { readPosted, repliesTopic } from '#functions/wiring/providers/account-replies.ts';
import { inboundSmsOf } from '#shared/contracts/queues/inbound-sms.ts';
import { accountReplyEndpoint } from '#shared/edge/public/account-reply.ts';

/** Takes what people write to numbers of a provider that posts it, signed, to one URL of its application: it may stop messages, and nothing else. */
export const handler = accountReplyEndpoint(manifest['receive-posted-reply'], (env) => ({
  publish: (reply) => repliesTopic(env).publish(inboundSmsOf(reply)),
  read: readPosted(env),
}));
