import { manifest } from '#functions/manifest.ts';
import { halts } from '#functions/wiring/halts.ts';
import { clock } from '#functions/wiring.ts';
import { changeHalts } from '#shared/app/halts/change-halts.ts';
import { haltReport } from '#shared/app/halts/halt-report.ts';
import { HaltRequest } from '#shared/contracts/queues/halt-request.ts';
import { log } from '#shared/edge/log/log.ts';
import { operated } from '#shared/edge/started.ts';

/** Says which hand-offs are stopped and, when asked, stops them or lets them go on. */
export const handler = operated(manifest.halt, {
  command: HaltRequest,
  run: async ({ env, command: { change } }) => {
    const of = { table: env.TABLE_NAME, isAdopted: env.TABLE_ADOPTED !== 'no' };
    if (change === undefined) return haltReport(await halts(env).read(), of);
    const changed = await changeHalts({ halts: halts(env), clock }, change);
    if (changed.isChanged) log('operator-acted', { state: change.kind, advertiserId: change.advertiserId ?? '' });
    return haltReport(changed.halts, of);
  },
});
