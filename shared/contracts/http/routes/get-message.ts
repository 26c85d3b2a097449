import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';
import { MessageId } from '#shared/domain/ids.ts';
import { document } from '../document.ts';
import { MessageAnswer } from '../message-answer.ts';
import { AdvertiserQuery } from '../parameters.ts';
import { route } from '../route.ts';

/** The state of a message. */
export const getMessageRoute = route({
  name: 'get-message',
  method: 'GET',
  path: '/v1/messages/{messageId}',
  scope: 'messages:read',
  parameters: z.strictObject({
    messageId: about(
      'The id of the message, as its acceptance answered it. What a campaign sent is found by its contact: GET /v1/messages/{messageId}/sent.',
      MessageId,
    ),
  }),
  query: AdvertiserQuery,
});

document(getMessageRoute, () => ({
  summary: 'The state of a single message, with its verdict explained',
  answers: [{ status: 200, means: 'The present state of the message', body: MessageAnswer }],
  problems: ['advertiser-not-found', 'message-not-found'],
}));
