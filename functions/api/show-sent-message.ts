import { proofReader } from '#functions/wiring/keys/archive.ts';
import { sentToRecipients } from '#functions/wiring/recipients.ts';
import { acceptedMessages, sentVariants } from '#functions/wiring.ts';
import { showSentMessage } from '#shared/app/messages/sent/show-sent-message.ts';
import { sentMessageView } from '#shared/contracts/http/rights/sent-message.ts';
import { showSentMessageRoute } from '#shared/contracts/http/routes/show-sent-message.ts';
import { endpoint } from '#shared/edge/api.ts';
import { ok } from '#shared/edge/respond.ts';

/** A message as it left. */
export const handler = endpoint(showSentMessageRoute, async ({ env, path, query, accessTo }) =>
  ok(
    sentMessageView(
      await showSentMessage(
        {
          messages: acceptedMessages(env),
          recipients: sentToRecipients(env),
          variants: sentVariants(env),
          proofs: proofReader(env),
        },
        { access: accessTo(query.advertiserId), messageId: path.messageId, contactId: query.contactId },
      ),
    ),
  ),
);
