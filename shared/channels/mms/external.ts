import type { ExternalMessage } from '../content/external.ts';
import { plainText } from '../content/plain-text.ts';
import { factsOfText } from '../sms/external.ts';
import type { MmsBytes } from './channel.ts';

/** An MMS made by another system: its text part is read as that of an SMS is, without segments. */
export const externalMms = ({ mms }: { readonly mms: MmsBytes }): ExternalMessage => ({
  said: { sender: mms.senderId },
  texts: () => [plainText(mms.text)],
  trackingPixels: [],
  factsFor: (route, advertiser) => factsOfText(mms, route, advertiser),
});
