import { manifest } from '#functions/manifest.ts';
import { advertiserList } from '#functions/wiring/facts.ts';
import { doubtfulReplies, receivedMails } from '#functions/wiring/mail/replies-by-mail.ts';
import { mailboxes } from '#functions/wiring/replies.ts';
import { advertisers, clock, fingerprints, ledgerWithoutAddresses, pause, tokens } from '#functions/wiring.ts';
import { applyMailReply } from '#shared/app/replies/apply-mail-reply.ts';
import { takeKeptMail } from '#shared/app/replies/kept-mail.ts';
import { opposeByMail } from '#shared/app/replies/oppose-by-mail.ts';
import { keptMailIn, oppositionMailIn, ReceivedMail } from '#shared/contracts/queues/received-mail.ts';
import type { EnvironmentOf } from '#shared/edge/env.ts';
import { log } from '#shared/edge/log/log.ts';
import { worker } from '#shared/edge/queue.ts';

type Env = EnvironmentOf<(typeof manifest)['apply-opposition-mail']>;

const about = (env: Env) => ({ ledger: ledgerWithoutAddresses(env), clock, pause });

const readReply = async (env: Env, { key, ...reply }: NonNullable<ReturnType<typeof keptMailIn>>): Promise<void> => {
  const ports = {
    ...about(env),
    advertisers: advertisers(env),
    tokens: await tokens(env),
    fingerprints: await fingerprints(env),
    doubtfulReplies: doubtfulReplies(env),
  };
  const kept = { key, receivedAt: reply.receivedAt };
  const applied = await takeKeptMail(receivedMails(env), kept, clock.now(), (mail) =>
    applyMailReply(ports, { ...reply, mail }),
  );
  const { code, registered, reviews } = applied ?? { code: 'read-before', registered: 0, reviews: 0 };
  if (registered === 0) return log('mail-ignored', { code });
  log('opposition-registered', { via: 'mail-reply', count: registered });
  if (code === 'doubtful' || reviews > 0) log('doubtful-reply', { count: reviews });
};

/** Registers the opposition of a mail to the mailbox that a message named beside its link, and of a reply to an advertiser's own address. */
export const handler = worker(manifest['apply-opposition-mail'], {
  message: ReceivedMail,
  envelope: 'sns',
  run: async ({ env, message }) => {
    const kept = keptMailIn(message, env.REPLIES_DOMAIN);
    if (kept !== undefined) return readReply(env, kept);
    const mail = oppositionMailIn(message);
    const ports = { ...about(env), advertiserList: advertiserList(env), mailboxes: await mailboxes(env) };
    const { registered, unreadable } = await opposeByMail(ports, mail);
    if (unreadable > 0) log('token-unreadable', { via: 'mailto', count: unreadable });
    if (registered.length > 0) log('opposition-registered', { via: 'mailto', count: registered.length });
    else log('mail-ignored', { code: mail.hasComeBack ? 'came-back' : 'no-mailbox' });
  },
  // Its dead-letter queue is where a human looks: failing the record takes it there, with its body.
  park: (_env, _body, reason) => Promise.reject(new Error(`no mail can be read from this: ${reason}`)),
});
