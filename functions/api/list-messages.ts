import { advertisers, clock, messageLists } from '#functions/wiring.ts';
import { listMessages } from '#shared/app/messages/list-messages.ts';
import { messageView } from '#shared/contracts/http/message-answer.ts';
import { nextCursorOf, pageOf } from '#shared/contracts/http/page.ts';
import { listMessagesRoute } from '#shared/contracts/http/routes/list-messages.ts';
import { endpoint } from '#shared/edge/api.ts';
import { ok } from '#shared/edge/respond.ts';

/** Messages of a contact, of a period, in a state, or the one that a reader quotes; newest first. */
export const handler = endpoint(listMessagesRoute, async ({ env, query, accessTo }) => {
  const { advertiserId, limit, cursor, ...asked } = query;
  const found = await listMessages(
    { advertisers: advertisers(env), messageLists: messageLists(env), clock },
    { access: accessTo(advertiserId), asked, page: pageOf({ limit, cursor }) },
  );
  return ok({ messages: found.items.map(messageView), ...nextCursorOf(found) });
});
