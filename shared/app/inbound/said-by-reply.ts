import { isOfAnother, ownReadingsOf } from '#shared/channels/email/reply/own-words.ts';
import { endsOf } from '#shared/channels/email/reply/quoted-text.ts';
import { type MailReplyMeaning, readMailReply } from '#shared/domain/opposition/mail-reply/read-mail-reply.ts';
import { isAnswer, writerOf } from './automatic-mail.ts';
import type { MailAsReceived } from './received-mails.port.ts';

/** What a mail says, and the words that say it. */
export interface SaidByReply {
  readonly meaning: MailReplyMeaning | 'automatic';
  readonly words: string;
  /** Passed on by hand, with words in it that may be somebody else's: only a human sees whose they are. */
  readonly isForward: boolean;
}

const STRENGTHS: Readonly<Record<MailReplyMeaning, number>> = { none: 0, doubtful: 1, opposition: 2 };
const LAST_LINES = 12;
const FORWARDED = /^\s*(tr|fwd?|wg|rv|i|enc|doorst)\s{0,3}:/iu;

const saidIn = (readings: readonly string[]): Pick<SaidByReply, 'words'> & { readonly meaning: MailReplyMeaning } =>
  readings
    .map((words) => ({ words, meaning: readMailReply(words) }))
    .reduce((most, each) => (STRENGTHS[each.meaning] > STRENGTHS[most.meaning] ? each : most), {
      words: '',
      meaning: 'none',
    });

/** All that is written in each part that says something, quoted or not. */
const wholePartsOf = ({ text = '', html = '' }: MailAsReceived): readonly string[] =>
  [endsOf(text), endsOf(html).replace(/<[^<>]*>/g, '\n')].filter((part) => part.trim() !== '');

/** What a human is shown where nothing is the person's own: the subject, and what is written last, where such words may be. */
const lastWordsOf = (mail: MailAsReceived): string => {
  const [whole = ''] = wholePartsOf(mail);
  const lines = whole
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return [mail.subject ?? '', ...lines.slice(-LAST_LINES)].join('\n').trim();
};

/**
 * What the person's own words in a mail say; of two parts that differ the one that says more. An answer in which nothing is their own is
 * doubtful, since they may have written where what is quoted is; so are plain words in a mail of which the headers leave open who wrote it.
 */
export const saidByReply = (mail: MailAsReceived): SaidByReply => {
  const { subject = '' } = mail;
  const writer = writerOf(mail);
  if (writer === 'program') return { meaning: 'automatic', words: '', isForward: false };
  const readings = ownReadingsOf(mail);
  const said = saidIn(readings);
  if (FORWARDED.test(subject)) {
    const isForward = wholePartsOf(mail).some((part) => readMailReply(part) !== 'none');
    return { ...said, meaning: said.meaning === 'none' ? 'none' : 'doubtful', isForward };
  }
  if (readings.length === 0 && writer === 'person' && (isAnswer(mail) || isOfAnother(subject)))
    return { meaning: 'doubtful', words: lastWordsOf(mail), isForward: false };
  const isDoubted = writer === 'unclear' && said.meaning === 'opposition';
  return { ...said, meaning: isDoubted ? 'doubtful' : said.meaning, isForward: false };
};
