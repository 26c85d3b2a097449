import { acting } from '#functions/wiring-acting.ts';
import { recording } from '#functions/wiring-facts.ts';
import { declareContact } from '#shared/app/contacts/declare-contact.ts';
import { takeBatch } from '#shared/app/records/take-batch.ts';
import { addressed } from '#shared/contracts/http/batch.ts';
import { actorOf } from '#shared/contracts/http/contact-address.ts';
import { declaredContactView } from '#shared/contracts/http/routes/declare-contact.ts';
import { declareContactsRoute } from '#shared/contracts/http/routes/declare-contacts.ts';
import { parseEach } from '#shared/edge/validate.ts';

/** Declares facts about up to 100 contacts. */
export const handler = acting(
  declareContactsRoute,
  async ({ env, body, caller, accessTo, requestHashFor, remainingMs, outcomes }) => {
    const access = accessTo(body.advertiserId);
    const ports = await recording(env);
    const items = addressed(parseEach(declareContactsRoute.item, body.contacts));
    const taken = await takeBatch(items, remainingMs, async ({ address, facts }, index) => {
      const request = requestHashFor(access, body.contacts[index], index);
      const { personRef, ...declared } = facts;
      return declaredContactView(
        await declareContact(ports, { access, address, declared, personRef, actor: actorOf(caller), request }),
      );
    });
    return outcomes({ all: 200 }, taken);
  },
);
