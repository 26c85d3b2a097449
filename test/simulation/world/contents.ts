import type { Received } from './sink.ts';

/** What an address of this channel is. */
export const kindOf = (channel: Received['channel']) => (channel === 'email' ? 'email' : 'phone');

/** What each message says, by its channel: its reader finds its name in it. */
export const CONTENTS = {
  email: { email: { subject: 'Nos vins d’hiver {{ref}}', text: 'Bonjour, nos vins d’hiver sont là.' } },
  sms: { sms: { text: 'Maison Valmy: -20 % sur les vins {{ref}}' } },
  mms: {
    mms: {
      text: 'Nos vins d’hiver {{ref}}',
      media: {
        url: 'https://maison-valmy.example/hiver.jpg',
        sha256: 'a'.repeat(64),
        type: 'image/jpeg',
        bytes: 120_000,
      },
    },
  },
  'automated-call': { automatedCall: { script: 'Nos vins d’hiver sont arrivés, {{ref}}.' } },
} as const;
