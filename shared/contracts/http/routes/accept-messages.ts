import * as z from 'zod/mini';
import type { AcceptedMessage, RequestedMessage } from '#shared/app/messages/accept-messages.ts';
import type { RequestHash } from '#shared/app/records/ledger.port.ts';
import { about, named } from '#shared/domain/about.ts';
import { Failure } from '#shared/domain/failure.ts';
import { MessageId, Sha256 } from '#shared/domain/ids.ts';
import { InlineContent } from '#shared/domain/message/content.ts';
import { Batch, batchAnswers, ItemProblem } from '../batch.ts';
import { addressOf } from '../contact-address.ts';
import { Cost, costView } from '../cost.ts';
import { document } from '../document.ts';
import { EXAMPLE_OF_CONTACT } from '../examples.ts';
import { channelOf, mergeValues, messageParts } from '../message.ts';
import { Problem } from '../problem.ts';
import { route } from '../route.ts';

/** Content inline (stored first, at most 256 KiB), or the SHA-256 of content that an earlier message gave, for thirty days. */
const MessageContent = named(
  'MessageContent',
  z.union([
    ...InlineContent.def.options,
    z.strictObject({
      sha256: about(
        'The contentSha256 that an earlier message answered, for thirty days after its content was given: the same is sent again. Once somebody who was sent it is erased, it is to be given again.',
        Sha256,
      ),
    }),
  ]),
);

const MessageToSend = z.strictObject({
  ...messageParts,
  content: about('What is sent. Either this or a template is required, not both.', z.optional(MessageContent)),
  mergeValues,
});

/** Accepts messages: stored first, vetted just before each is sent. */
export const acceptMessagesRoute = route({
  name: 'accept-messages',
  method: 'POST',
  path: '/v1/messages',
  scope: 'messages:send',
  idempotency: 'required',
  body: Batch,
  list: 'messages',
  item: MessageToSend,
});

/** The items of a batch as the use case takes them; what could not be read stays the failure it is. */
export const requestedMessages = (
  parsed: readonly (z.infer<typeof MessageToSend> | Failure)[],
  requestOf: (index: number) => RequestHash,
): readonly (RequestedMessage | Failure)[] =>
  parsed.map((item, index) => {
    if (item instanceof Failure) return item;
    const channel = channelOf(item);
    if (channel instanceof Failure) return channel;
    const { contact, ...message } = item;
    return { ...message, channel, address: addressOf(contact), request: requestOf(index) };
  });

export const AcceptedMessages = z.strictObject({
  messages: about(
    'One outcome for each message, at the same position: accepted, or the problem of that message.',
    z.array(
      z.union([
        z.strictObject({
          id: about('The id of the message: GET /v1/messages/{messageId} says what became of it.', MessageId),
          status: about('It is stored. It is vetted just before it is sent.', z.literal('accepted')),
          contentSha256: about('Names the content: a later message can refer to it.', Sha256),
          cost: about(
            'What it costs, as far as is known now. Absent: it is no SMS, or it was stored before and would be refused today.',
            z.optional(Cost),
          ),
        }),
        ItemProblem,
      ]),
    ),
  ),
});

/** The outcome of each item of a batch; what was not accepted stays the failure it is. */
export const acceptedView = (
  outcome: AcceptedMessage | Failure,
): Failure | z.infer<typeof AcceptedMessages>['messages'][number] =>
  outcome instanceof Failure
    ? outcome
    : {
        id: outcome.messageId,
        status: 'accepted',
        contentSha256: outcome.contentSha256,
        ...costView(outcome.cost),
      };

const REFUSED = z.extend(Problem, { messages: z.optional(AcceptedMessages.shape.messages) });

document(acceptMessagesRoute, () => ({
  summary: 'Accepts up to 100 messages: stored first, vetted just before each is sent',
  answers: batchAnswers(
    { status: 202, means: 'Every message is stored: one outcome each, in order' },
    AcceptedMessages,
  ),
  refused: REFUSED,
  problems: [
    'advertiser-not-found',
    'idempotency-key-missing',
    'idempotency-key-reused',
    'content-not-found',
    'template-version-not-found',
    'template-draft',
    'template-not-approved',
    'address-expected',
  ],
  request: {
    advertiserId: 'maison-valmy',
    messages: [
      {
        contact: EXAMPLE_OF_CONTACT.contact,
        channel: 'email',
        offerCategory: 'wine',
        content: {
          email: { subject: 'Nos vins d’hiver', html: '<p>Bonjour {{prenom}}</p>', text: 'Bonjour {{prenom}}' },
        },
        mergeValues: { prenom: 'Camille' },
      },
    ],
  },
}));
