import { acting } from '#functions/wiring/acting.ts';
import { declaring } from '#functions/wiring/facts.ts';
import { describeContact } from '#shared/app/contacts/describe-contact.ts';
import { actorOf, addressOf, factsOf } from '#shared/contracts/http/contact-address.ts';
import { declareContactRoute, declaredContactView } from '#shared/contracts/http/routes/declare-contact.ts';
import { ok } from '#shared/edge/respond.ts';

/** Declares facts about a contact and links it to a person. */
export const handler = acting(declareContactRoute, async ({ env, body, caller, accessTo }) => {
  const { personRef, attributes, ...declared } = factsOf(body);
  const contact = await describeContact(await declaring(env), {
    access: accessTo(body.advertiserId),
    address: addressOf(body.contact),
    declared,
    personRef,
    attributes,
    actor: actorOf(caller),
  });
  return ok(declaredContactView(contact));
});
