import { manifest } from '#functions/manifest.ts';
import { advertiserList } from '#functions/wiring/facts.ts';
import { answering, confirming } from '#functions/wiring/replies.ts';
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
import { answerContact, asksWhoWrites } from '#shared/app/inbound/answer-contact.ts';
import { type AppliedReply, applySmsReply } from '#shared/app/oppositions/apply-sms-reply.ts';
import { confirmStop } from '#shared/app/oppositions/confirm-stop.ts';
import { InboundSms, replyIn } from '#shared/contracts/queues/inbound-sms.ts';
import type { EnvironmentOf } from '#shared/edge/env.ts';
import { failureFields, log } from '#shared/edge/log/log.ts';
import { worker } from '#shared/edge/queue.ts';
import { parkedReply } from '#shared/edge/sms/parked-reply.ts';

type SmsReply = ReturnType<typeof replyIn>;
type Env = EnvironmentOf<(typeof manifest)['apply-sms-reply']>;

/** Whoever received it answers, if anybody does: we have no number there, and what nobody signed has us write to nobody. */
const isAnsweredByProvider = ({ CONFIRM_STOP }: Pick<Env, 'CONFIRM_STOP'>, { broughtBy }: SmsReply): boolean =>
  CONFIRM_STOP === 'no' || broughtBy === 'provider';

/** Notifies the person; whatever comes of it, the opposition is registered. In doubt at several advertisers nobody is named. */
const notify = async (env: Env, reply: SmsReply, applied: AppliedReply): Promise<void> => {
  const [advertiserId, ...others] = applied;
  if (isAnsweredByProvider(env, reply) || advertiserId === undefined) return;
  if (others.length > 0) return log('stop-answered', { code: 'several-advertisers', count: applied.length });
  try {
    const code = await confirmStop(await confirming(env), advertiserId, reply);
    log('stop-answered', { advertiserId, code });
  } catch (error) {
    log('stop-answered', { advertiserId, ...failureFields(error) });
  }
};

/** What one reads to know whom a reply answers, and to answer it. */
const reading = async (env: Env) => ({
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
});

/** Answers a person who asks who writes. */
const answer = async (env: Env, reply: SmsReply): Promise<void> => {
  if (isAnsweredByProvider(env, reply)) return log('contact-answered', { code: 'by-provider' });
  for (const each of await answerContact({ ...(await reading(env)), ...(await answering(env)) }, reply))
    log('contact-answered', each);
};

/** Registers the opposition of a STOP or ARRET received by SMS, and notifies the person; answers CONTACT. */
export const handler = worker(manifest['apply-sms-reply'], {
  message: InboundSms,
  envelope: 'sns',
  run: async ({ env, message }) => {
    const reply = replyIn(message);
    if (asksWhoWrites(reply)) return answer(env, reply);
    const applied = await applySmsReply(await reading(env), reply);
    log(applied.length > 0 ? 'opposition-registered' : 'sms-reply-ignored', {
      via: 'sms-reply',
      count: applied.length,
    });
    await notify(env, reply, applied);
  },
  park: (env, body, reason) => replyParking(env).park(parkedReply(body), reason),
});
