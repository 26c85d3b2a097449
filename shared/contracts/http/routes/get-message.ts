import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';
import { MessageId } from '#shared/domain/ids.ts';
import { Message } from '#shared/domain/message/message.ts';
import { document } from '../document.ts';
import { EXAMPLE_CONTACT_ID, EXAMPLE_MESSAGE_ID, EXAMPLE_SHA256 } from '../examples.ts';
import { AdvertiserQuery } from '../parameters.ts';
import { route } from '../route.ts';
import { Verdict, verdictView } from '../verdict.ts';

/** The state of a message. */
export const getMessageRoute = route({
  name: 'get-message',
  method: 'GET',
  path: '/v1/messages/{messageId}',
  scope: 'messages:read',
  parameters: z.strictObject({
    messageId: about('The id of the message, as its acceptance answered it.', MessageId),
  }),
  query: AdvertiserQuery,
});

const {
  messageId: id,
  basis: _basis,
  offerCategory: _offer,
  sender: _sender,
  claimMonth: _month,
  verdict,
  ...shown
} = Message.shape;

const MessageAnswer = z.strictObject({ id, ...shown, verdict: about(verdict, z.optional(Verdict)) });

/** A message with its verdict explained: no address, no content. */
export const messageView = (message: Message): z.infer<typeof MessageAnswer> => {
  const {
    messageId,
    basis: _basis,
    offerCategory: _offer,
    sender: _sender,
    claimMonth: _month,
    verdict,
    ...shown
  } = message;
  return { id: messageId, ...shown, ...(verdict === undefined ? {} : { verdict: verdictView(verdict) }) };
};

document(getMessageRoute, () => ({
  summary: 'The state of a message, with its verdict explained',
  answers: [{ status: 200, means: 'The present state of the message', body: MessageAnswer }],
  problems: ['advertiser-not-found', 'message-not-found'],
  answer: {
    id: EXAMPLE_MESSAGE_ID,
    advertiserId: 'maison-valmy',
    contactId: EXAMPLE_CONTACT_ID,
    channel: 'email',
    purpose: 'own-offers',
    status: 'sent',
    contentSha256: EXAMPLE_SHA256,
    acceptedAt: '2026-11-24T10:00:00.000Z',
    validUntil: '2026-11-27T10:00:00.000Z',
    handedOffAt: '2026-11-24T10:00:02.140Z',
    settledAt: '2026-11-24T10:00:02.377Z',
    providerMessageId: '0102018f-3c5d-4e1b-9f2a-000000',
    bytesSha256: EXAMPLE_SHA256,
  },
}));
