import { withoutFooters } from '#shared/channels/email/reply/beneath-original.ts';
import { endOfLastLink } from '#shared/channels/email/reply/links-of-ours.ts';
import { isOfAnother, isPassedOn, readingsOf } from '#shared/channels/email/reply/own-words.ts';
import { endsOf } from '#shared/channels/email/reply/quoted-text.ts';
import { type MailReplyMeaning, readMailReply } from '#shared/domain/opposition/mail-reply/read-mail-reply.ts';
import { isAnswer, writerOf } from './automatic-mail.ts';
import type { MailAsReceived } from './received-mails.port.ts';

/** What a mail says, and the words that say it. */
export interface SaidByReply {
  readonly meaning: MailReplyMeaning | 'automatic';
  readonly words: string;
  /** Plain as they are, whoever wrote them: what is doubtful of them is no more than whose they are. */
  readonly isPlain: boolean;
  /** Passed on by hand, with words in it that may be somebody else's: only a human sees whose they are. */
  readonly isForward: boolean;
}

const STRENGTHS: Readonly<Record<MailReplyMeaning, number>> = { none: 0, doubtful: 1, opposition: 2 };
const LAST_LINES = 12;

type Said = Pick<SaidByReply, 'words' | 'isPlain'> & { readonly meaning: MailReplyMeaning };

const atMostDoubtful = (meaning: MailReplyMeaning): MailReplyMeaning => (meaning === 'none' ? 'none' : 'doubtful');

/** A link of ours among words that no mark sets apart: a message of ours may be there, so that whose words they are is open. */
const saidBy = (words: string): Said => {
  const hasLink = endOfLastLink(words) !== undefined;
  const meaning = readMailReply(hasLink ? withoutFooters(words) : words);
  return { words, meaning: hasLink ? atMostDoubtful(meaning) : meaning, isPlain: meaning === 'opposition' };
};

const saidIn = (readings: readonly string[]): Said =>
  readings.map(saidBy).reduce((most, each) => (STRENGTHS[each.meaning] > STRENGTHS[most.meaning] ? each : most), {
    words: '',
    meaning: 'none',
    isPlain: false,
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

/** What their own words say, or those that may be their own beneath an original. */
const saidBeside = (mail: MailAsReceived): Said & { readonly isTheirs: boolean } => {
  const { own, beneath } = readingsOf(mail);
  const said = saidIn(own);
  const isTheirs = own.length > 0;
  if (said.meaning !== 'none') return { ...said, isTheirs };
  const below = saidIn(beneath);
  return below.meaning === 'none' ? { ...said, isTheirs } : { ...below, meaning: 'doubtful', isTheirs: true };
};

/**
 * What the person's own words in a mail say; of two parts that differ the one that says more. An answer in which nothing is their own is
 * doubtful, since they may have written where what is quoted is; so are plain words in a mail of which the headers leave open who wrote it,
 * words beneath an original that no mark sets apart, and words among which a link of ours is.
 */
export const saidByReply = (mail: MailAsReceived): SaidByReply => {
  const { subject = '' } = mail;
  const writer = writerOf(mail);
  if (writer === 'program') return { meaning: 'automatic', words: '', isPlain: false, isForward: false };
  const { isTheirs, ...said } = saidBeside(mail);
  if (isPassedOn(subject)) {
    const isForward = wholePartsOf(mail).some((part) => readMailReply(part) !== 'none');
    return { ...said, meaning: atMostDoubtful(said.meaning), isForward };
  }
  if (!isTheirs && writer === 'person' && (isAnswer(mail) || isOfAnother(subject)))
    return { meaning: 'doubtful', words: lastWordsOf(mail), isPlain: false, isForward: false };
  return { ...said, meaning: writer === 'unclear' ? atMostDoubtful(said.meaning) : said.meaning, isForward: false };
};
