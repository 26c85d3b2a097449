import type * as z from 'zod/mini';
import type { SentShown } from '#shared/app/messages/sent/show-sent-message.ts';
import type { SentMessageAnswer } from '../routes/show-sent-message.ts';
import { verdictView } from '../verdict/verdict.ts';

/** A message as it left, as the API shows it. */
export const sentMessageView = (shown: SentShown): z.infer<typeof SentMessageAnswer> => {
  const { messageId, contactId, channel, status, template, contentSha256, handedOffAt, ...more } = shown;
  const { bytesSha256, variantSha256, verdict, isExact, emptyHoles, sent } = more;
  return {
    id: messageId,
    contactId,
    channel,
    status,
    template,
    contentSha256,
    handedOffAt,
    bytesSha256,
    variantSha256,
    ...(verdict === undefined ? {} : { verdict: verdictView(verdict) }),
    isExact,
    emptyHoles: [...emptyHoles],
    ...(sent === undefined ? {} : { sent: Object.fromEntries(Object.entries(Object(sent))) }),
  };
};
