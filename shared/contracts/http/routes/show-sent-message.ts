import * as z from 'zod/mini';
import { about, named } from '#shared/domain/about.ts';
import { ContactId, MessageId } from '#shared/domain/ids.ts';
import { Message } from '#shared/domain/message/message.ts';
import { document } from '../document.ts';
import { AdvertiserQuery } from '../parameters.ts';
import { route } from '../route.ts';
import { Verdict } from '../verdict/verdict.ts';

const { messageId, contactId, channel, status, template, contentSha256, verdict, handedOffAt, ...others } =
  Message.shape;
const { bytesSha256, variantSha256 } = others;

/** A message as it left. */
export const SentMessageAnswer = named(
  'SentMessage',
  z.strictObject({
    id: messageId,
    contactId,
    channel,
    status,
    template,
    contentSha256,
    handedOffAt,
    bytesSha256,
    variantSha256,
    verdict: about(verdict, z.optional(Verdict)),
    isExact: about('True where sent is byte for byte what was handed over: its hash is bytesSha256.', z.boolean()),
    emptyHoles: about(
      'What was of its reader and is known no more, by name; in sent, each is its name in double braces.',
      z.array(z.string()),
    ),
    sent: about(
      'What the provider was handed: of an e-mail its sender, address, subject, parts and headers; of a text its address, sender and text; of a call its address, number and script. Absent: that was not kept, as of what left under an earlier release, or nobody knows what left.',
      z.optional(z.record(z.string(), z.unknown())),
    ),
  }),
);

/** A message as it left: its address, its values and what was injected. */
export const showSentMessageRoute = route({
  name: 'show-sent-message',
  method: 'GET',
  path: '/v1/messages/{messageId}/sent',
  scope: 'proof:read',
  parameters: z.strictObject({
    messageId: about('The id of the message, as its acceptance answered it.', MessageId),
  }),
  query: z.extend(AdvertiserQuery, {
    contactId: about(
      'The contact that it went to, by which a recipient of a campaign is found, and proof once the message is gone. Absent: only single messages that are still kept are found.',
      z.optional(ContactId),
    ),
  }),
});

document(showSentMessageRoute, () => ({
  summary: 'A message as it left, byte for byte while its values are kept; then with their holes and its hash',
  answers: [{ status: 200, means: 'What was handed to the provider', body: SentMessageAnswer }],
  problems: ['advertiser-not-found', 'message-not-found'],
}));
