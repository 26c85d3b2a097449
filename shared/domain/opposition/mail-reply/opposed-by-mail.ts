import { channelsOf } from '../channel-names.ts';
import { namedChannelsIn } from '../named-channels.ts';
import type { OppositionScope } from '../opposition.ts';
import { readReply } from '../sms-reply.ts';
import { legible } from '../words/legible.ts';
import { together } from '../words/slang.ts';

/**
 * What the person's own words in a mail that opposes oppose (OPP-3): everything where they say so; the channels that they name, and those alone where
 * the words are plain and each that refuses names one, or where mails are the only means that is wanted; else mails as well.
 */
export const opposedByMail = (said: string, isPlain: boolean): OppositionScope => {
  const read = readReply(said);
  if (read?.of.scope === 'global') return read.of;
  const named = namedChannelsIn(together(legible(said)));
  const mails = channelsOf(['mails']);
  if (named === undefined) return { scope: 'channel', channels: [...mails] };
  const isOfNamedAlone = named.kept.includes('mails') || (isPlain && named.isOfNamedAlone);
  const own = isOfNamedAlone ? [] : mails;
  return { scope: 'channel', channels: [...new Set([...own, ...channelsOf(named.refused)])] };
};
