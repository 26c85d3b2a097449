import type { ChannelFamily } from '#shared/channels/record.ts';
import { type Channel, recordOf } from '#shared/domain/message/channel.ts';
import type { Language } from './layout.ts';

/** What one family of channels is called in a sentence. */
interface ChannelWords {
  readonly messages: string;
  /** The same after "de" in French. */
  readonly ofMessages: string;
  readonly address: string;
}

const WORDS = {
  fr: {
    email: { messages: 'e‑mails publicitaires', ofMessages: 'd’e‑mails publicitaires', address: 'à cette adresse' },
    text: { messages: 'SMS et MMS publicitaires', ofMessages: 'de SMS et MMS publicitaires', address: 'à ce numéro' },
    voice: { messages: 'appels publicitaires', ofMessages: 'd’appels publicitaires', address: 'à ce numéro' },
    other: {
      messages: 'publicités par ce moyen',
      ofMessages: 'de publicités par ce moyen',
      address: 'à ces coordonnées',
    },
  },
  en: {
    email: { messages: 'advertising e‑mails', ofMessages: 'advertising e‑mails', address: 'at this address' },
    text: { messages: 'advertising text messages', ofMessages: 'advertising text messages', address: 'at this number' },
    voice: { messages: 'advertising calls', ofMessages: 'advertising calls', address: 'at this number' },
    other: {
      messages: 'advertising of this kind',
      ofMessages: 'advertising of this kind',
      address: 'at these details',
    },
  },
} as const satisfies Record<Language, Record<ChannelFamily | 'other', ChannelWords>>;

/** How a page names the channel that a link came by. */
export const channelWords = (language: Language, channel: Channel): ChannelWords =>
  WORDS[language][recordOf(channel).family ?? 'other'];
