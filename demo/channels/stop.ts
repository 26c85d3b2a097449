import type { Aval } from '#tools/start/aval.ts';
import { opposeByLink, opposeBySms } from '../ways-to-oppose.ts';
import type { DemoChannel } from './messages.ts';
import type { Visitor } from './people.ts';

/** How one reader stops the next message, in words, and the act itself: true when it was answered as it should be. */
interface WayToStop {
  readonly words: string;
  readonly act: (stack: Aval, visitor: Visitor) => Promise<boolean>;
}

/** The newest message that the provider took for a number. */
const takenFor = ({ provider }: Aval, { phone }: Visitor, channel: DemoChannel) =>
  provider.taken().findLast((each) => each.to === phone && each.channel === channel);

const STORED = 204;

/** One way for each channel; each uses what is in the message itself, and nothing else. */
export const WAYS: Readonly<Record<DemoChannel, WayToStop>> = {
  email: {
    words: 'opens the link of the mail and presses the button',
    act: async (stack, { email }) => {
      const mail = stack.inbox().findLast(({ to }) => to === email);
      return mail !== undefined && opposeByLink(mail);
    },
  },
  sms: {
    words: 'sends STOP to the code that the text names',
    act: async (stack, { phone }) => {
      const sms = stack.smsSink().findLast(({ to }) => to === phone);
      return sms !== undefined && opposeBySms(sms, stack.replyBySms, 0);
    },
  },
  mms: {
    words: 'answers STOP, as its text says',
    act: async (stack, visitor) => {
      const mms = takenFor(stack, visitor, 'mms');
      const word = /\bSTOP\b/.exec(String(mms?.message.text))?.[0];
      if (mms === undefined || word === undefined) return false;
      return (await stack.provider.report(mms.id, { kind: 'reply', text: word })) === STORED;
    },
  },
  'automated-call': {
    words: 'presses the key that the voice names',
    act: async (stack, visitor) => {
      const call = takenFor(stack, visitor, 'automated-call');
      const digits = /tapez (\d)/.exec(String(call?.message.ssml))?.[1];
      if (call === undefined || digits === undefined) return false;
      return (await stack.provider.report(call.id, { kind: 'keypress', digits })) === STORED;
    },
  },
};

/** How many messages of a channel have reached somebody. */
export const arrivedAt = (stack: Aval, { email, phone }: Visitor, channel: DemoChannel): number => {
  if (channel === 'email') return stack.inbox().filter(({ to }) => to === email).length;
  if (channel === 'sms') return stack.smsSink().filter(({ to, type }) => to === phone && type === 'Promotional').length;
  return stack.provider.taken().filter((each) => each.to === phone && each.channel === channel).length;
};
