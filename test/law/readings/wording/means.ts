import type { Channel } from '#shared/domain/message/channel.ts';
import { channelSaid } from '#shared/law/readings/wording/channel-said.ts';
import { aFormVersion } from '#test/support/builders.ts';

/** What a wording says of a means; `[…]` is what is quoted for it. `of`: its language and its channel, "fr sms". */
export const saidOf = (of: string, quoting: string): string => {
  const [language = '', channel = ''] = of.split(' ');
  const words = quoting.match(/\[(.*?)\]/)?.[1] ?? '';
  const wording = quoting.replace(/[[\]]/g, '');
  const form = aFormVersion({ wording, language, channels: [{ channel: channel as Channel, words }] });
  return channelSaid(form, channel as Channel);
};
