import { acting } from '#functions/wiring/acting.ts';
import { judging } from '#functions/wiring/facts.ts';
import { oppositionLists, sendReads } from '#functions/wiring.ts';
import { changePerson } from '#shared/app/people/change-person.ts';
import { actorOf } from '#shared/contracts/http/contact-address.ts';
import { changedPersonView, changePersonRoute, personChangeOf } from '#shared/contracts/http/routes/change-person.ts';
import { ok } from '#shared/edge/respond.ts';

/** Changes the address of a person, unlinks a contact, or makes two persons one. */
export const handler = acting(
  changePersonRoute,
  async ({ env, path, query, body, caller, accessTo, requestHashFor }) => {
    const access = accessTo(query.advertiserId);
    const of = { access, contactId: path.contactId, actor: actorOf(caller) };
    const change = personChangeOf(body, requestHashFor(access));
    const lists = { vetReads: sendReads(env), oppositionLists: oppositionLists(env) };
    return ok(changedPersonView(await changePerson({ ...(await judging(env)), ...lists }, of, change)));
  },
);
