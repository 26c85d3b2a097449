import { manifest } from '#functions/manifest.ts';
import { journalReader, journalReplicaReader } from '#functions/wiring/halts.ts';
import { clock, ledgerWithoutAddresses, pause } from '#functions/wiring.ts';
import { restorePage } from '#shared/app/restore/restore-page.ts';
import { RestoreRequest } from '#shared/contracts/queues/restore-request.ts';
import { log } from '#shared/edge/log/log.ts';
import { operated } from '#shared/edge/started.ts';

/** Compares the table with the journal and, when asked, replays what it lacks: a page at a time. */
export const handler = operated(manifest.restore, {
  command: RestoreRequest,
  run: async ({ env, command }) => {
    const journal = command.from === 'replica' ? journalReplicaReader(env) : journalReader(env);
    const ports = { ledger: ledgerWithoutAddresses(env), clock, pause, journal };
    const report = await restorePage(ports, command);
    if (report.replayed > 0) log('operator-acted', { state: 'replayed', count: report.replayed });
    return report;
  },
});
