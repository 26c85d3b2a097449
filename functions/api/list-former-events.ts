import { formerEvents } from '#functions/wiring/keys/archive.ts';
import { listFormerEvents } from '#shared/app/retention/list-former-events.ts';
import { nextCursorOf, pageOf } from '#shared/contracts/http/page.ts';
import { formerEventView, listFormerEventsRoute } from '#shared/contracts/http/routes/list-former-events.ts';
import { endpoint } from '#shared/edge/api.ts';
import { ok } from '#shared/edge/respond.ts';

/** What happened to a contact before its use ended. */
export const handler = endpoint(listFormerEventsRoute, async ({ env, path, query, accessTo }) => {
  const access = accessTo(query.advertiserId);
  const found = await listFormerEvents(formerEvents(env), access, path.contactId, pageOf(query));
  return ok({ formerEvents: found.items.map(formerEventView), ...nextCursorOf(found) });
});
