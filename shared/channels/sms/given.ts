import { TEXT_WORDS } from '#shared/words/texts.ts';
import type { GiveMentions } from '../content/given.ts';
import { isService } from '../content/mentions.ts';

/** Who writes, first; the source of the coordinates where it must be named, and STOP with the code of the sender, last. */
export const givenOfText: GiveMentions = (mentions, { advertiser: { senders }, sender, senderShown }) => {
  const { publicName, sourceToName, language } = mentions;
  const registered = (name: string | undefined) => senders.sms.find(({ senderId }) => senderId === name);
  const found = sender === undefined ? (registered(senderShown) ?? senders.sms[0]) : registered(sender);
  const last = [
    ...(sourceToName === undefined ? [] : [`(${TEXT_WORDS[language].source}: ${sourceToName})`]),
    ...(isService(mentions) || found === undefined ? [] : [`STOP ${found.replyCode}`]),
  ];
  return { first: `${publicName}:`, ...(last.length === 0 ? {} : { last: last.join(' ') }) };
};
