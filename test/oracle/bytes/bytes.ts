/** What the final bytes of a message show, beside what was declared of it: P3, L. 34-5 al. 5, L. 122-8, art. 14 and 21 GDPR. */

import type { Reason } from '../codes.ts';
import { type Ledger, list, object, text } from '../ledger.ts';
import { senderReasons, subjectReasons } from '../message.ts';
import type { Fields, World } from '../world.ts';
import { callCodes } from './calls.ts';
import { emailCodes } from './email.ts';
import type { Needs } from './source.ts';
import { textCodes } from './texts.ts';

const KEYS: Readonly<Record<string, string>> = {
  email: 'email',
  sms: 'sms',
  mms: 'mms',
  'automated-call': 'automatedCall',
};

/** The bytes of the channel of a message; those of another channel are not of this message. */
const bytesOf = (world: World): Fields | undefined =>
  object(object(world.message.bytes)?.[KEYS[text(world.message.channel)] ?? '']);

const shownSender = (bytes: Fields): string =>
  text(object(bytes.from)?.address) || text(bytes.senderId) || text(bytes.callerId);

/** The world with the sender and the subject that the bytes show. */
const shownIn = (world: World, bytes: Fields): World => {
  const senders = object(world.advertiser.senders) ?? {};
  const address = shownSender(bytes).toLowerCase();
  const email = list(senders.email)
    .filter((each) => text(each.address).toLowerCase() === address)
    .map((each) => ({ ...each, address: shownSender(bytes), name: text(object(bytes.from)?.name) }));
  const { content: _, ...message } = world.message;
  return {
    ...world,
    advertiser: { ...world.advertiser, senders: world.message.channel === 'email' ? { ...senders, email } : senders },
    message: {
      ...message,
      sender: shownSender(bytes),
      ...(bytes.subject === undefined ? {} : { subject: bytes.subject }),
    },
  };
};

/** The world whose declared sender is judged: where the message names none, the one that the bytes show stands for it. */
export const asDeclared = (world: World): World => {
  const bytes = bytesOf(world);
  if (bytes === undefined || world.message.sender !== undefined) return world;
  const shown = shownIn(world, bytes);
  return { ...shown, message: { ...world.message, sender: shownSender(bytes) } };
};

/** Why the bytes may not leave; none where no bytes are given. */
export const bytesReasons = ({ world }: Ledger, needs: Needs): readonly Reason[] => {
  const bytes = bytesOf(world);
  if (bytes === undefined) return [];
  const prospects = needs.kind === 'prospecting' || needs.kind === 'renewal-request';
  const shown = shownIn(world, bytes);
  const codes = 'script' in bytes ? callCodes : 'from' in bytes ? emailCodes : textCodes;
  return [
    ...senderReasons(shown, prospects),
    ...(prospects ? subjectReasons(shown) : []),
    ...codes(world, bytes, needs),
  ];
};
