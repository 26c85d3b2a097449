import type { CaseFacts } from './scenario.ts';
import type { Fields } from './world.ts';

/** A picture that is said to be there, as an advertiser says it. */
const MEDIA = {
  url: 'https://maison-ablette.example/semences.jpg',
  sha256: '5a'.repeat(32),
  type: 'image/jpeg',
  bytes: 120_000,
} as const;

/** Content of a channel with these words, as the API takes it; a subject is of mails alone. */
export const contentOf = (channel: CaseFacts['channel'], subject: string, text: string): Fields => {
  if (channel === 'email') return { email: { subject, text } };
  if (channel === 'sms') return { sms: { text } };
  return channel === 'mms' ? { mms: { text, media: MEDIA } } : { automatedCall: { script: text } };
};
