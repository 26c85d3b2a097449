import { manifest } from '#functions/manifest.ts';
import { clock, ledger } from '#functions/wiring.ts';
import { annulRecord } from '#shared/app/records/annul-record.ts';
import { actorOf } from '#shared/contracts/http/mappers.ts';
import { AdvertiserQuery, AnnulRecordRequest, RecordPath } from '#shared/contracts/http/requests.ts';
import { endpoint } from '#shared/edge/api.ts';
import { ok } from '#shared/edge/respond.ts';

/** Undoes a record that never was an act of the person: the record names the act, so a repeated call is the same one. */
export const handler = endpoint(manifest['annul-record'], {
  path: RecordPath,
  query: AdvertiserQuery,
  body: AnnulRecordRequest,
  run: async ({ env, path, query, body, caller, scopeOf }) =>
    ok(
      await annulRecord(
        { ledger: ledger(env), clock },
        { scope: scopeOf(query.advertiserId), recordId: path.recordId, content: body, actor: actorOf(caller) },
      ),
    ),
});
