import { acting } from '#functions/wiring-acting.ts';
import { recording } from '#functions/wiring-facts.ts';
import { declareContact } from '#shared/app/contacts/declare-contact.ts';
import { actorOf, addressOf, factsOf } from '#shared/contracts/http/contact-address.ts';
import { declareContactRoute, declaredContactView } from '#shared/contracts/http/routes/declare-contact.ts';
import { ok } from '#shared/edge/respond.ts';

/** Declares facts about a contact and links it to a person. */
export const handler = acting(declareContactRoute, async ({ env, body, caller, accessTo }) => {
  const { personRef, ...declared } = factsOf(body);
  const contact = await declareContact(await recording(env), {
    access: accessTo(body.advertiserId),
    address: addressOf(body.contact),
    declared,
    personRef,
    actor: actorOf(caller),
  });
  return ok(declaredContactView(contact));
});
