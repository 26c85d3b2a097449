import { manifest } from '#functions/manifest.ts';
import { advertiserList } from '#functions/wiring/facts.ts';
import { confirming } from '#functions/wiring/replies.ts';
import { answeredMessages, replyCodes, replyParking } from '#functions/wiring/workers.ts';
import {
  advertisers,
  clock,
  fingerprints,
  ledgerWithoutAddresses,
  messageStates,
  pause,
  sendReads,
} from '#functions/wiring.ts';
import type { SmsReply } from '#shared/app/oppositions/addressees-of-reply.ts';
import { type AppliedReply, applySmsReply } from '#shared/app/oppositions/apply-sms-reply.ts';
import { confirmStop } from '#shared/app/oppositions/confirm-stop.ts';
import { InboundSms, replyIn } from '#shared/contracts/queues/inbound-sms.ts';
import type { EnvironmentOf } from '#shared/edge/env.ts';
import { failureFields, log } from '#shared/edge/log/log.ts';
import { worker } from '#shared/edge/queue.ts';
import { parkedReply } from '#shared/edge/sms/parked-reply.ts';

type Env = EnvironmentOf<(typeof manifest)['apply-sms-reply']>;

/** Notifies the person; whatever comes of it, the opposition is registered. In doubt at several advertisers nobody is named. */
const notify = async (env: Env, reply: SmsReply, applied: AppliedReply): Promise<void> => {
  const [advertiserId, ...others] = applied;
  if (env.CONFIRM_STOP === 'no' || advertiserId === undefined) return;
  if (others.length > 0) return log('stop-answered', { code: 'several-advertisers', count: applied.length });
  try {
    const code = await confirmStop(await confirming(env), advertiserId, reply);
    log('stop-answered', { advertiserId, code });
  } catch (error) {
    log('stop-answered', { advertiserId, ...failureFields(error) });
  }
};

/** Registers the opposition of a STOP or ARRET received by SMS, and notifies the person. */
export const handler = worker(manifest['apply-sms-reply'], {
  message: InboundSms,
  envelope: 'sns',
  run: async ({ env, message }) => {
    const reply = replyIn(message);
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
        vetReads: sendReads(env),
      },
      reply,
    );
    log(applied.length > 0 ? 'opposition-registered' : 'sms-reply-ignored', {
      via: 'sms-reply',
      count: applied.length,
    });
    await notify(env, reply, applied);
  },
  park: (env, body, reason) => replyParking(env).park(parkedReply(body), reason),
});
