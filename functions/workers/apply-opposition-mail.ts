import { manifest } from '#functions/manifest.ts';
import { advertiserList } from '#functions/wiring/facts.ts';
import { mailboxes } from '#functions/wiring/replies.ts';
import { clock, ledgerWithoutAddresses, pause } from '#functions/wiring.ts';
import { opposeByMail } from '#shared/app/inbound/oppose-by-mail.ts';
import { oppositionMailIn, ReceivedMail } from '#shared/contracts/queues/received-mail.ts';
import { log } from '#shared/edge/log/log.ts';
import { worker } from '#shared/edge/queue.ts';

/** Registers the opposition of a mail to the mailbox that a message named beside its link. */
export const handler = worker(manifest['apply-opposition-mail'], {
  message: ReceivedMail,
  envelope: 'sns',
  run: async ({ env, message }) => {
    const mail = oppositionMailIn(message);
    const { registered, unreadable } = await opposeByMail(
      {
        mailboxes: await mailboxes(env),
        advertiserList: advertiserList(env),
        ledger: ledgerWithoutAddresses(env),
        clock,
        pause,
      },
      mail,
    );
    if (unreadable > 0) log('token-unreadable', { via: 'mailto', count: unreadable });
    if (registered.length > 0) log('opposition-registered', { via: 'mailto', count: registered.length });
    else log('mail-ignored', { code: mail.hasComeBack ? 'came-back' : 'no-mailbox' });
  },
  // Its dead-letter queue is where a human looks: failing the record takes it there, with its body.
  park: (_env, _body, reason) => Promise.reject(new Error(`no mail can be read from this: ${reason}`)),
});
