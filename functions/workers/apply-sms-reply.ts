import { manifest } from '#functions/manifest.ts';
import {
  advertisers,
  clock,
  fingerprints,
  ledgerWithoutAddresses,
  messageStates,
  pause,
  vetReads,
} from '#functions/wiring.ts';
import { advertiserList } from '#functions/wiring-facts.ts';
import { answeredMessages, replyCodes, replyParking } from '#functions/wiring-workers.ts';
import { applySmsReply } from '#shared/app/oppositions/apply-sms-reply.ts';
import { InboundSms } from '#shared/contracts/queues/inbound-sms.ts';
import { log } from '#shared/edge/log/log.ts';
import { worker } from '#shared/edge/queue.ts';
import { parkedReply } from '#shared/edge/sms/parked-reply.ts';

/** Registers the opposition of a STOP or ARRET received by SMS. */
export const handler = worker(manifest['apply-sms-reply'], {
  message: InboundSms,
  envelope: 'sns',
  run: async ({ env, message }) => {
    const applied = await applySmsReply(
      {
        clock,
        pause,
        ledger: ledgerWithoutAddresses(env),
        fingerprints: await fingerprints(env),
        replyCodes: replyCodes(env),
        answeredMessages: answeredMessages(env),
        messages: messageStates(env),
        advertiserList: advertiserList(env),
        advertisers: advertisers(env),
        vetReads: vetReads(env),
      },
      {
        replyId: message.inboundMessageId,
        from: message.originationNumber,
        replyCode: message.destinationNumber,
        answers: message.previousPublishedMessageId,
        text: message.messageBody,
      },
    );
    log(applied.length > 0 ? 'opposition-registered' : 'sms-reply-ignored', {
      via: 'sms-reply',
      count: applied.length,
    });
  },
  park: (env, body, reason) => replyParking(env).park(parkedReply(body), reason),
});
