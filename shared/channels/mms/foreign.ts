import type { ForeignMessage } from '../content/foreign.ts';
import { factsOfText } from '../sms/foreign.ts';
import type { MmsBytes } from './channel.ts';

/** An MMS made elsewhere: its text part is read as that of an SMS is, without segments. */
export const foreignMms = ({ mms }: { readonly mms: MmsBytes }): ForeignMessage => ({
  said: { sender: mms.senderId },
  trackingPixels: 0,
  factsFor: (route, advertiser) => factsOfText(mms, route, advertiser),
});
