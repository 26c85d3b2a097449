import { doubtfulRepliesOf } from '#shared/adapters/dynamodb/messages/doubtful-replies.ts';
import { applySmsReply, type SmsReplyPorts } from '#shared/app/replies/apply-sms-reply.ts';
import type { SmsReply } from '#shared/domain/opposition/received-reply.ts';
import { noPause } from '#test/support/aws.ts';
import { type SendWorld, sendVault } from '#test/support/send-world.ts';

/** What applies a reply, on a send world. */
export const portsOf = (world: SendWorld): SmsReplyPorts => {
  const { ledger, clock, fingerprints, replyCodes, answeredMessages, advertiserList, sendReads, ports } = world;
  const { advertisers, messages } = ports;
  const doubtfulReplies = doubtfulRepliesOf({ ...world.table, vault: sendVault(), clock });
  const own: SmsReplyPorts = {
    ...{ ledger, clock, pause: noPause, fingerprints, replyCodes, answeredMessages, advertiserList },
    ...{ vetReads: sendReads, advertisers, messages, doubtfulReplies },
    // What waits in the queue is done before anything else is.
    shareOut: async (whole, among) => void (await applySmsReply(own, { ...whole, among })),
  };
  return own;
};

/** A STOP to the code of the world's advertisers. */
export const reply = (changes: Partial<SmsReply> = {}): SmsReply => ({
  replyId: 'reply-1',
  from: '+33612000001',
  replyCode: '36105',
  text: 'STOP',
  ...changes,
});
