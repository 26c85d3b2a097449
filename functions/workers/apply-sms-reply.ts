import { manifest } from '#functions/manifest.ts';
import { advertiserList } from '#functions/wiring/facts.ts';
import { countedReviews } from '#functions/wiring/mail/replies-by-mail.ts';
import { repliesTopic } from '#functions/wiring/providers/account-replies.ts';
import { answeredMessages, sentMessages } from '#functions/wiring/recipients.ts';
import { answering, confirming } from '#functions/wiring/replies.ts';
import { replyCodes, replyParking } from '#functions/wiring/workers.ts';
import { advertisers, clock, fingerprints, ledgerWithoutAddresses, pause, sendReads } from '#functions/wiring.ts';
import { answerContact, asksWhoWrites } from '#shared/app/replies/answer-contact.ts';
import {
  type AppliedReply,
  applySmsReply,
  isSharedOut,
  leavesTexts,
  type SmsReplyPorts,
} from '#shared/app/replies/apply-sms-reply.ts';
import { confirmBroughtStop } from '#shared/app/replies/confirm-stop.ts';
import { InboundSms, replyIn } from '#shared/contracts/queues/inbound-sms.ts';
import type { EnvironmentOf } from '#shared/edge/env.ts';
import { failureFields, log } from '#shared/edge/log/log.ts';
import { worker } from '#shared/edge/queue.ts';
import { parkedReply } from '#shared/edge/sms/parked-reply.ts';

type SmsReply = ReturnType<typeof replyIn>;
type Env = EnvironmentOf<(typeof manifest)['apply-sms-reply']>;

/** Why nobody is answered: whoever brings replies answers them; nobody vouches for this one. `undefined`: it may be answered. */
const unansweredFor = (
  { CONFIRM_STOP }: Pick<Env, 'CONFIRM_STOP'>,
  { broughtBy, mayBeAnswered }: SmsReply,
): 'by-provider' | 'unsigned' | undefined => {
  if (CONFIRM_STOP === 'no') return 'by-provider';
  return broughtBy === 'provider' && mayBeAnswered === undefined ? 'unsigned' : undefined;
};

/** Each part waits where the reply did, and came when the reply did. */
const sharingOut =
  (env: Env, message: InboundSms): SmsReplyPorts['shareOut'] =>
  ({ receivedAt }, among) =>
    repliesTopic(env).publish({ ...message, among, receivedAt });

/** What one reads to know whom a reply answers, and to answer it. */
const reading = async (env: Env, message: InboundSms) => ({
  clock,
  pause,
  ledger: ledgerWithoutAddresses(env),
  fingerprints: await fingerprints(env),
  replyCodes: replyCodes(env),
  answeredMessages: answeredMessages(env),
  messages: sentMessages(env),
  advertiserList: advertiserList(env),
  advertisers: advertisers(env),
  vetReads: sendReads(env),
  shareOut: sharingOut(env, message),
});

/** Notifies the person; whatever comes of it, the opposition is registered. In doubt at several advertisers nobody is named. */
const notify = async (env: Env, message: InboundSms, reply: SmsReply, applied: AppliedReply): Promise<void> => {
  const [advertiserId, ...others] = applied;
  const unanswered = unansweredFor(env, reply);
  if (advertiserId === undefined || unanswered === 'by-provider' || leavesTexts(reply)) return;
  if (unanswered !== undefined) return log('stop-answered', { code: unanswered });
  if (others.length > 0) return log('stop-answered', { code: 'several-advertisers', count: applied.length });
  try {
    const ports = { ...(await reading(env, message)), ...(await confirming(env)) };
    const code = await confirmBroughtStop(ports, advertiserId, reply);
    log('stop-answered', { advertiserId, code });
  } catch (error) {
    log('stop-answered', { advertiserId, ...failureFields(error) });
  }
};

const logApplied = (applied: AppliedReply): void => {
  const fields = { via: 'sms-reply', count: applied.length };
  if (applied.length === 0) log('sms-reply-ignored', fields);
  else log(isSharedOut(applied) ? 'sms-reply-shared-out' : 'opposition-registered', fields);
};

/** Answers a person who asks who writes. */
const answer = async (env: Env, message: InboundSms, reply: SmsReply): Promise<void> => {
  const code = unansweredFor(env, reply);
  if (code !== undefined) return log('contact-answered', { code });
  for (const each of await answerContact({ ...(await reading(env, message)), ...(await answering(env)) }, reply))
    log('contact-answered', each);
};

/** Registers the opposition of a STOP or ARRET received by SMS, and notifies the person; opens a review where it is doubtful; answers CONTACT. */
export const handler = worker(manifest['apply-sms-reply'], {
  message: InboundSms,
  envelope: 'sns',
  run: async ({ env, message, sentAt }) => {
    const reply = replyIn(message, sentAt);
    if (reply.isRegistered) return notify(env, message, reply, reply.among ?? []);
    if (asksWhoWrites(reply)) return answer(env, message, reply);
    const { opened, ...reviews } = countedReviews(env);
    const applied = await applySmsReply({ ...(await reading(env, message)), ...reviews }, reply);
    logApplied(applied);
    if (opened.count > 0) log('doubtful-reply', opened);
    if (reply.among === undefined) await notify(env, message, reply, applied);
  },
  park: (env, body, reason) => replyParking(env).park(parkedReply(body), reason),
});
