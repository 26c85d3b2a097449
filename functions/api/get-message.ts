import { manifest } from '#functions/manifest.ts';
import { messageStates } from '#functions/wiring.ts';
import { getMessage } from '#shared/app/messages/get-message.ts';
import { messageView } from '#shared/contracts/http/message-views.ts';
import { AdvertiserQuery, MessagePath } from '#shared/contracts/http/requests.ts';
import { endpoint } from '#shared/edge/api.ts';
import { ok } from '#shared/edge/respond.ts';

/** The state of a message, with its verdict explained. */
export const handler = endpoint(manifest['get-message'], {
  path: MessagePath,
  query: AdvertiserQuery,
  run: async ({ env, path, query, scopeOf }) =>
    ok(
      messageView(
        await getMessage(
          { messages: messageStates(env) },
          { scope: scopeOf(query.advertiserId), messageId: path.messageId },
        ),
      ),
    ),
});
