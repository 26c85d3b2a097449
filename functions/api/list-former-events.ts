import { formerEvents } from '#functions/wiring/keys/archive.ts';
import { nextCursorOf, pageOf } from '#shared/contracts/http/page.ts';
import { formerEventView, listFormerEventsRoute } from '#shared/contracts/http/routes/list-former-events.ts';
import { contactNotFound } from '#shared/domain/failure.ts';
import { endpoint } from '#shared/edge/api.ts';
import { ok } from '#shared/edge/respond.ts';

/** What happened to a contact before its use ended. */
export const handler = endpoint(listFormerEventsRoute, async ({ env, path, query, accessTo }) => {
  const found = await formerEvents(env).page(accessTo(query.advertiserId), path.contactId, pageOf(query));
  // Nobody learns whether a contact is another's, in use, or not there at all.
  if (query.cursor === undefined && found.items.length === 0 && found.next === undefined) throw contactNotFound();
  return ok({ formerEvents: found.items.map(formerEventView), ...nextCursorOf(found) });
});
