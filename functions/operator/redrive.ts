import { manifest } from '#functions/manifest.ts';
import { collecting, redriving } from '#functions/wiring/parked.ts';
import { collectParked } from '#shared/app/parked/collect-parked.ts';
import { redrive } from '#shared/app/parked/redrive.ts';
import { RedriveRequest } from '#shared/contracts/queues/redrive-request.ts';
import { log } from '#shared/edge/log/log.ts';
import { operated } from '#shared/edge/started.ts';

/** What is kept of the run's time for one page of the list. */
const TIME_FOR_A_PAGE_MS = 30_000;

/** Says what is parked and, when asked, puts it back where it came from: a page at a time, the first with what is new. */
export const handler = operated(manifest.redrive, {
  command: RedriveRequest,
  run: async ({ env, command, remainingMs }) => {
    const hasTime = () => remainingMs() > TIME_FOR_A_PAGE_MS;
    if (command.after === undefined) await collectParked(collecting(env), hasTime);
    const report = await redrive(redriving(env), command);
    if (command.apply) log('parked-redriven', { count: report.entries.length });
    return report;
  },
});
