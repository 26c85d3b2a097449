import * as z from 'zod/mini';
import { about, named } from '#shared/domain/about.ts';
import { Message } from '#shared/domain/message/message.ts';
import { shortReferenceOf } from '#shared/domain/message/short-reference.ts';
import { remedyOfState } from './state-remedy.ts';
import { ReasonRemedy } from './verdict/reason.ts';
import { Verdict, verdictView } from './verdict/verdict.ts';

const {
  messageId: id,
  basis: _basis,
  offerCategory: _offer,
  sender: _sender,
  claimMonth: _month,
  verdict,
  ...shown
} = Message.shape;

const shortReference = about(
  'What its reader can quote: the mail has it in its header X-Message-Reference, and the page of its opposition link shows it.',
  z.string(),
);

/** A message as the API shows it: no address, no content. */
export const MessageAnswer = named(
  'Message',
  z.strictObject({
    id,
    shortReference,
    ...shown,
    verdict: about(verdict, z.optional(Verdict)),
    remedy: about(
      'What to do about its state. Absent: nothing, or the reasons of its verdict say it.',
      z.optional(ReasonRemedy),
    ),
  }),
);

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
  const remedy = remedyOfState(shown);
  return {
    id: messageId,
    shortReference: shortReferenceOf(messageId),
    ...shown,
    ...(verdict === undefined ? {} : { verdict: verdictView(verdict) }),
    ...(remedy === undefined ? {} : { remedy }),
  };
};
