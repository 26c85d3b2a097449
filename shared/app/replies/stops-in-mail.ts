import { isAnswer, isReport } from './automatic-mail.ts';
import type { MailAsReceived } from './received-mails.port.ts';
import { type SaidByReply, saidByReply } from './said-by-reply.ts';

/** Whoever passes more on in one mail has a human look. */
const MOST_ATTACHED = 20;

/** A mail that says stop. */
export interface StopInMail {
  readonly mail: MailAsReceived;
  /** The words that say it. */
  readonly words: string;
  readonly isDoubtful: boolean;
  /** The words by themselves are plain: the doubt is about whose they are. */
  readonly isPlain: boolean;
}

/** All mails within one, and those within these. */
const attachedTo = ({ attached }: MailAsReceived): readonly MailAsReceived[] =>
  attached.flatMap((each) => [each, ...attachedTo(each)]);

/** The mail, and all that are attached to it. */
export const wholeOf = (mail: MailAsReceived): readonly MailAsReceived[] => [mail, ...attachedTo(mail)];

const stopIn = (
  mail: MailAsReceived,
  { meaning, words, isPlain }: SaidByReply,
  isDoubted: boolean,
): readonly StopInMail[] =>
  meaning === 'opposition' || meaning === 'doubtful'
    ? [{ mail, words, isPlain, isDoubtful: isDoubted || meaning === 'doubtful' }]
    : [];

/**
 * What says stop of all that a mail holds: itself first, by its own words, then each mail that is attached to it, as one that was passed on
 * whole. Of these a plain stop is doubtful too, since another person sent it; one that a program wrote, as a message of ours is, says nothing.
 * What a program sent says nothing either, and what it holds is for a human: a list or a rule may attach what people wrote, where a report and
 * an answer attach what they answer. Where nothing is attached to it, the rest of a long one is as much a program's as its beginning.
 */
export const stopsIn = (
  mail: MailAsReceived,
): {
  readonly isAutomatic: boolean;
  /** Of an automatic mail, what a human has to look at: nobody is opposed by it. */
  readonly stops: readonly StopInMail[];
  /** It holds words of which only a human sees whose they are, or more than is read. */
  readonly isForHuman: boolean;
} => {
  const said = saidByReply(mail);
  const all = attachedTo(mail);
  const attached = all.slice(0, MOST_ATTACHED).map((each) => ({ each, said: saidByReply(each) }));
  const within = attached.flatMap((one) => stopIn(one.each, one.said, true));
  const isMore =
    attached.some((one) => one.said.isForward) ||
    all.length > MOST_ATTACHED ||
    wholeOf(mail).some((each) => each.isCut);
  if (said.meaning === 'automatic') {
    const mayPassOn = !isReport(mail) && !isAnswer(mail);
    return {
      isAutomatic: true,
      stops: mayPassOn ? within : [],
      isForHuman: mayPassOn && all.length > 0 && isMore,
    };
  }
  return {
    isAutomatic: false,
    stops: [...stopIn(mail, said, false), ...within],
    isForHuman: said.isForward || isMore,
  };
};
