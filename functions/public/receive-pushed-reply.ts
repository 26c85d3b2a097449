import { manifest } from '#functions/manifest.ts';
import { readPushed, repliesTopic } from '#functions/wiring/providers/account-replies.ts';
import { inboundSmsOf } from '#shared/contracts/queues/inbound-sms.ts';
import { accountReplyEndpoint } from '#shared/edge/public/account-reply.ts';

/** Takes what people answer to messages of providers that call one URL of their account, by GET and unsigned: it may stop messages, and nothing else. */
export const handler = accountReplyEndpoint(manifest['receive-pushed-reply'], (env) => ({
  publish: (reply) => repliesTopic(env).publish(inboundSmsOf(reply)),
  read: readPushed(env),
}));
