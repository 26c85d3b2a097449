import { stopCodesIn } from '#shared/domain/opposition/stop-instruction.ts';
import { type Draft, hole } from '../content/marked.ts';
import { ofService } from '../content/mentions.ts';
import { rendering } from '../content/rendering.ts';
import { draftSms } from '../sms/render-sms.ts';
import { verifySms } from '../sms/verify-sms.ts';
import { MmsContent, type MmsMedia } from './channel.ts';

/** An MMS exactly as handed over. */
export interface OutgoingMms {
  readonly to: string;
  readonly senderId: string;
  readonly text: string;
  readonly media: MmsMedia;
  /** As of an SMS. */
  readonly isService?: true;
}

/** Its text part is made and read again as an SMS is, without segments; the picture goes as its author gave it. */
export const mmsRendering = rendering('mms', {
  content: MmsContent,
  isParsed: false,
  prepare: (content) => content,
  sender: ({ senders: { sms } }, asked) =>
    asked === undefined ? sms[0] : sms.find(({ senderId }) => senderId === asked),
  mentions: ({ replyCode }) => ({ replyCode }),
  render: ({ text, media }, { senderId }, { to, values, mentions }): Draft<OutgoingMms> => ({
    to: hole('to', to),
    senderId,
    text: draftSms({ text }, values, mentions),
    media,
    ...ofService(mentions),
  }),
  asFinal: ({ senderId, text }: OutgoingMms) => ({ mms: { senderId, text } }),
  replyCodes: ({ text }) => stopCodesIn(text),
  verify: (mms, { reader: { mentions } }) => {
    const { segments: _segments, maxSegments: _most, ...facts } = verifySms(mms, mentions, mms);
    return facts;
  },
});
