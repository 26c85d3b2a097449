import { messageStates } from '#functions/wiring.ts';
import { getMessage } from '#shared/app/messages/get-message.ts';
import { messageView } from '#shared/contracts/http/message-answer.ts';
import { getMessageRoute } from '#shared/contracts/http/routes/get-message.ts';
import { endpoint } from '#shared/edge/api.ts';
import { ok } from '#shared/edge/respond.ts';

/** The state of a message, with its verdict explained. */
export const handler = endpoint(getMessageRoute, async ({ env, path, query, accessTo }) =>
  ok(
    messageView(
      await getMessage(
        { messages: messageStates(env) },
        { access: accessTo(query.advertiserId), messageId: path.messageId },
      ),
    ),
  ),
);
