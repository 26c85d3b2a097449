import { acting } from '#functions/wiring/acting.ts';
import { clock, ledgerWithoutAddresses } from '#functions/wiring.ts';
import { annulRecord } from '#shared/app/records/annul-record.ts';
import { actorOf } from '#shared/contracts/http/contact-address.ts';
import { annulRecordRoute } from '#shared/contracts/http/routes/annul-record.ts';
import { ok } from '#shared/edge/respond.ts';

/** Undoes a record that never was an act of the person: the record names the act, so a repeated call is the same one. */
export const handler = acting(annulRecordRoute, async ({ env, path, query, body, caller, accessTo }) =>
  ok(
    await annulRecord(
      { ledger: ledgerWithoutAddresses(env), clock },
      { access: accessTo(query.advertiserId), recordId: path.recordId, content: body, actor: actorOf(caller) },
    ),
  ),
);
