import { stopCodesIn } from '#shared/domain/opposition/stop-instruction.ts';
import { type Draft, hole } from '../content/marked.ts';
import { ofService } from '../content/mentions.ts';
import { rendering } from '../content/rendering.ts';
import { SmsContent } from './channel.ts';
import { draftSms } from './render-sms.ts';
import { segmentsOf } from './segments.ts';
import { verifySms } from './verify-sms.ts';

/** An SMS exactly as handed over. */
export interface OutgoingSms {
  readonly to: string;
  readonly senderId: string;
  readonly text: string;
  /** True where the person's own act or contract calls for it, and it promotes nothing. Absent: it is prospecting, or may be. */
  readonly isService?: true;
}

/** Rendered for each reader, and its final text read again. */
export const smsRendering = rendering('sms', {
  content: SmsContent,
  isParsed: false,
  prepare: (content) => content,
  sender: ({ senders: { sms } }, asked) =>
    asked === undefined ? sms[0] : sms.find(({ senderId }) => senderId === asked),
  mentions: ({ replyCode }, advertiser) => ({ replyCode, maxSegments: advertiser.sms.maxSegments }),
  render: (content, { senderId }, { to, values, mentions }): Draft<OutgoingSms> => ({
    to: hole('to', to),
    senderId,
    text: draftSms(content, values, mentions),
    ...ofService(mentions),
  }),
  asFinal: ({ senderId, text }: OutgoingSms) => ({ sms: { senderId, text } }),
  segments: ({ text }) => segmentsOf(text).segments,
  replyCodes: ({ text }) => stopCodesIn(text),
  verify: (sms, { reader: { mentions } }) => verifySms(sms, mentions, sms),
});
