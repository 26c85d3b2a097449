import type { GiveMentions } from '../content/given.ts';
import { isService } from '../content/mentions.ts';

/** Who writes, first; the source of the coordinates where it must be named, and STOP with the code of the sender, last. */
export const givenOfText: GiveMentions = (mentions, { advertiser, sender }) => {
  const { publicName, sourceToName } = mentions;
  const found = advertiser.senders.sms.find(({ senderId }) => sender === undefined || senderId === sender);
  const last = [
    ...(sourceToName === undefined ? [] : [`(source: ${sourceToName})`]),
    ...(isService(mentions) || found === undefined ? [] : [`STOP ${found.replyCode}`]),
  ];
  return { first: `${publicName}:`, ...(last.length === 0 ? {} : { last: last.join(' ') }) };
};
