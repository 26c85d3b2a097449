import { typedAddress } from '#shared/domain/contact/typed-address.ts';
import { folded } from '../frame/around.ts';
import { type Sender, senderIn, withReadableDomain } from '../frame/sender.ts';
import { writtenOut } from '../phones/shown.ts';
import type { Watched } from '../watched.ts';

/** What reached a person: a mail, a text, an MMS or a call. */
export interface Arrived {
  readonly at: string;
  readonly channel: string;
  readonly to: string;
  readonly from: Sender;
  /** Of a mail. */
  readonly subject?: string;
  readonly text: string;
  /** Where a mail is shown as its reader sees it. */
  readonly shownAt?: string;
  /** The phone that it reached. */
  readonly phone?: string;
  /** Absent: nothing says which message it was, as of one of a campaign by SMS. */
  readonly messageId?: string | undefined;
  readonly contactId?: string | undefined;
  /** The API lists it among messages; one of a campaign it does not. */
  readonly isSingle?: true;
}

type Named = Required<Pick<Arrived, 'contactId' | 'isSingle'>> & { readonly messageId: string };

/** Single messages, by what their provider calls them, as their events say. */
const byProviderIn = (stack: Watched): ReadonlyMap<string, Named> =>
  new Map(
    stack.events().flatMap(({ type, detail }) => {
      const { providerMessageId, messageId, contactId } = Object(detail);
      return type.startsWith('message.') && providerMessageId !== undefined
        ? [
            [
              String(providerMessageId),
              { messageId: String(messageId), contactId: String(contactId), isSingle: true },
            ] as const,
          ]
        : [];
    }),
  );

/** The tag of a contact has no dot: digits and two letters come before its first underscore. */
const contactIn = (tag: string | undefined): string | undefined => tag?.replace('_', '.');

const mailsOf = (stack: Watched, named: ReadonlyMap<string, Named>): readonly Arrived[] =>
  stack.inbox().map((mail, index) => {
    const own = { messageId: mail.tags.messageId, contactId: contactIn(mail.tags.contactId) };
    return {
      at: mail.at,
      channel: 'email',
      to: mail.to,
      from: senderIn(mail.from),
      subject: mail.subject,
      text: mail.text ?? '',
      shownAt: `/inbox/${index}/html`,
      ...(named.get(mail.id) ?? own),
    };
  });

const textsOf = (stack: Watched, named: ReadonlyMap<string, Named>): readonly Arrived[] =>
  stack.smsSink().map(({ id, at, to, senderId, text }) => {
    const said = { at, channel: 'sms', to, from: { address: senderId }, text, phone: stack.phoneIdOf(to) };
    return { ...said, ...named.get(id) };
  });

const handoversOf = (stack: Watched, named: ReadonlyMap<string, Named>): readonly Arrived[] =>
  stack.provider.taken().map(({ id, at, to, sender, channel, message }) => {
    const text = String(message.text ?? '');
    return { at, channel, to, from: { address: sender }, text, phone: stack.phoneIdOf(to), ...named.get(id) };
  });

/** All that reached anybody since the system was started, the latest first. */
export const arrivedIn = (stack: Watched): readonly Arrived[] => {
  const named = byProviderIn(stack);
  return [...mailsOf(stack, named), ...textsOf(stack, named), ...handoversOf(stack, named)].toSorted((a, b) =>
    b.at.localeCompare(a.at),
  );
};

/** An address as people read it: a domain in its own letters, a French number in pairs. */
export const readable = (address: string): string =>
  address.includes('@') ? withReadableDomain(address) : writtenOut(address);

/** Those of whose recipient, sender, subject or text each of these words is a part. */
export const withWords = (arrived: readonly Arrived[], asked: string): readonly Arrived[] => {
  const words = folded(asked).split(/\s+/).filter(Boolean);
  return arrived.filter(({ to, from, subject = '', text }) => {
    const said = folded([to, readable(to), from.address, from.name ?? '', subject, text].join(' '));
    return words.every((word) => said.includes(word));
  });
};

/** An address as a provider is given it: of a mail, or a number as people write it; `undefined`: these are other words. */
export const addressIn = (asked: string): { readonly email: string } | { readonly phone: string } | undefined => {
  const typed = typedAddress(asked);
  return typed && (typed.kind === 'email' ? { email: typed.value } : { phone: typed.value });
};
