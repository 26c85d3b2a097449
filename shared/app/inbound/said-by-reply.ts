import { ownReadingsOf } from '#shared/channels/email/reply/own-words.ts';
import { type MailReplyMeaning, readMailReply } from '#shared/domain/opposition/mail-reply/read-mail-reply.ts';
import type { MailAsReceived } from './received-mails.port.ts';

/** What a mail says, and the words that say it. */
export interface SaidByReply {
  readonly meaning: MailReplyMeaning;
  readonly words: string;
}

const STRENGTHS: Readonly<Record<MailReplyMeaning, number>> = { none: 0, doubtful: 1, opposition: 2 };

/** What the person's own words in a mail say; of two parts that differ the one that says more. */
export const saidByReply = (mail: MailAsReceived): SaidByReply =>
  ownReadingsOf(mail)
    .map((words) => ({ words, meaning: readMailReply(words) }))
    .reduce<SaidByReply>((most, each) => (STRENGTHS[each.meaning] > STRENGTHS[most.meaning] ? each : most), {
      words: '',
      meaning: 'none',
    });
