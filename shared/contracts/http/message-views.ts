import type * as z from 'zod/mini';
import type { AcceptedMessage } from '#shared/app/messages/accept-messages.ts';
import type { Message } from '#shared/domain/message/message.ts';
import { Failure } from '../../domain/failure.ts';
import type { AcceptedMessagesResponse, MessageResponse, ProblemResponse } from './responses.ts';
import { verdictView } from './verdict-views.ts';

type Problem = z.infer<typeof ProblemResponse>;
type Accepted = z.infer<typeof AcceptedMessagesResponse>['messages'][number];

/** The outcome of each item of a batch: accepted, or the problem of that item with pointers into the whole body. */
export const acceptedView =
  (problemOf: (failure: Failure, under: string) => Problem) =>
  (outcome: AcceptedMessage | Failure, index: number): Accepted =>
    outcome instanceof Failure
      ? { error: problemOf(outcome, `/messages/${index}`) }
      : { id: outcome.messageId, status: 'accepted', contentSha256: outcome.contentSha256 };

/** A message as it stands: no address, no content. */
export const messageView = (message: Message): z.infer<typeof MessageResponse> => {
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
