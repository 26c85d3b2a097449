import { acting } from '#functions/wiring/acting.ts';
import { erasing } from '#functions/wiring/erasure.ts';
import { eraseContact } from '#shared/app/erasure/erase-contact.ts';
import { actorOf } from '#shared/contracts/http/contact-address.ts';
import { eraseContactRoute, erasureView } from '#shared/contracts/http/routes/erase-contact.ts';
import { ok } from '#shared/edge/respond.ts';

/** Erases a contact. */
export const handler = acting(
  eraseContactRoute,
  async ({ env, path, query, body, caller, accessTo, requestHashFor }) => {
    const access = accessTo(query.advertiserId);
    const erasure = await eraseContact(erasing(env), {
      access,
      contactId: path.contactId,
      occurredAt: body.occurredAt,
      actor: actorOf(caller),
      request: requestHashFor(access),
    });
    return ok(erasureView(erasure));
  },
);
