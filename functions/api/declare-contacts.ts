import { acting } from '#functions/wiring/acting.ts';
import { declaring } from '#functions/wiring/facts.ts';
import { describeContact } from '#shared/app/contacts/describe-contact.ts';
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
    const ports = await declaring(env);
    const items = addressed(parseEach(declareContactsRoute.item, body.contacts));
    const taken = await takeBatch(items, remainingMs, async ({ address, facts }, index) => {
      const request = requestHashFor(access, body.contacts[index], index);
      const { personRef, attributes, ...declared } = facts;
      return declaredContactView(
        await describeContact(ports, {
          access,
          address,
          declared,
          attributes,
          personRef,
          actor: actorOf(caller),
          request,
        }),
      );
    });
    return outcomes({ all: 200 }, taken);
  },
);
