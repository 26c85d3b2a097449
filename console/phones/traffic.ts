import type { GivenReport, ReceivedHandover } from '#local/provider/handover.ts';
import { replyCodeIn } from '../reply-code.ts';
import type { Watched } from '../watched.ts';

/** Where a reply goes: to a number by the network, or with the message that the provider of this machine reports on. */
export type AnsweredAt = { readonly to: string } | { readonly message: string };

/** A picture as a message names it. */
export interface NamedPicture {
  readonly sha256: string;
  readonly type: string;
  readonly bytes: number;
}

/** One line of a conversation: what reached the phone, or what its owner wrote. */
export interface Line {
  readonly isOwn: boolean;
  readonly at: string;
  readonly text: string;
  /** Of what reached the phone: `SMS` or `MMS`. */
  readonly kind?: string;
  readonly pictures: readonly NamedPicture[];
  readonly reports: readonly GivenReport[];
}

/** What one sender wrote to a phone, and what its owner answered. */
export interface Conversation {
  /** As the phone shows it: a name, a short code or a number. */
  readonly sender: string;
  readonly lines: readonly Line[];
  /** Absent: it is a name, and no text of it says where to answer. */
  readonly answeredAt: AnsweredAt | undefined;
}

/** All that reached one number. */
export interface Phone {
  /** Names the phone in an address, where no number may be. */
  readonly id: string;
  readonly number: string;
  readonly conversations: readonly Conversation[];
  readonly calls: readonly ReceivedHandover[];
  readonly lastAt: string;
}

const CALL = 'automated-call';

interface Received extends Line {
  readonly to: string;
  readonly sender: string;
  readonly answeredAt: AnsweredAt | undefined;
}

const picturesOf = ({ message }: ReceivedHandover): readonly NamedPicture[] =>
  (Array.isArray(message.media) ? message.media : []).map((each) => {
    const { sha256, type, bytes } = Object(each);
    return { sha256: String(sha256), type: String(type), bytes: Number(bytes) };
  });

/** Where a text is answered: at the number or code that it names, or that it comes from. A name takes no answer. */
const codeOf = (text: string, sender: string): string | undefined =>
  replyCodeIn(text) ?? (/^\+?\d+$/.test(sender) ? sender : undefined);

const textsOf = (stack: Watched): readonly Received[] => [
  ...stack.smsSink().map(({ to, senderId, text, at }) => {
    const code = codeOf(text, senderId);
    const shown = { kind: 'SMS', isOwn: false, pictures: [], reports: [] };
    return {
      ...shown,
      to,
      sender: senderId || (code ?? '?'),
      text,
      at,
      answeredAt: code === undefined ? undefined : { to: code },
    };
  }),
  ...stack.provider
    .taken()
    .filter(({ channel }) => channel !== CALL)
    .map((each) => {
      const { id, to, sender, channel, at, reports, message } = each;
      const shown = { kind: channel.toUpperCase(), isOwn: false, reports, pictures: picturesOf(each) };
      const text = String(message.text ?? '');
      const answeredAt = codeOf(text, sender) === undefined ? undefined : { message: id };
      return { ...shown, to, sender, at, text, answeredAt };
    }),
];

const own = (text: string, at: string): Line => ({ isOwn: true, text, at, pictures: [], reports: [] });

const wroteBack = ({ reports }: Line): readonly Line[] =>
  reports.flatMap(({ kind, text = '', at }) => (kind === 'reply' ? [own(text, at)] : []));

const inOrder = <T extends { readonly at: string }>(all: readonly T[]): readonly T[] =>
  all.toSorted((a, b) => a.at.localeCompare(b.at));

const answersTo = (received: readonly Received[], code: string): boolean =>
  received.some(({ answeredAt }) => answeredAt !== undefined && 'to' in answeredAt && answeredAt.to === code);

const conversationsOf = (received: readonly Received[], replies: ReturnType<Watched['smsReplies']>) =>
  [...Map.groupBy(inOrder(received), ({ sender }) => sender)].map(([sender, of]): Conversation => {
    // What names no way to answer, as a confirmation does, leaves the one that was named before.
    const answeredAt = of.findLast((each) => each.answeredAt !== undefined)?.answeredAt;
    const answers = replies.filter(({ to = '' }) => answersTo(of, to)).map(({ body, at }) => own(body, at));
    return { sender, lines: inOrder([...of, ...of.flatMap(wroteBack), ...answers]), answeredAt };
  });

/** Every number that something reached, the one that was reached last first. */
export const phonesOf = (stack: Watched): readonly Phone[] => {
  const texts = Map.groupBy(textsOf(stack), ({ to }) => to);
  const calls = Map.groupBy(
    stack.provider.taken().filter(({ channel }) => channel === CALL),
    ({ to }) => to,
  );
  const replies = Map.groupBy(stack.smsReplies(), ({ from }) => from);
  const phones = [...new Set([...texts.keys(), ...calls.keys()])].map((number): Phone => {
    const [written = [], rung = []] = [texts.get(number), calls.get(number)];
    const [last] = inOrder([...written, ...rung]).toReversed();
    return {
      id: stack.phoneIdOf(number),
      number,
      conversations: conversationsOf(written, replies.get(number) ?? []),
      calls: rung,
      lastAt: last?.at ?? '',
    };
  });
  return phones.toSorted((a, b) => b.lastAt.localeCompare(a.lastAt));
};
