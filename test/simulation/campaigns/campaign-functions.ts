import { manifest } from '#functions/manifest.ts';
import { INERT_TOKENS } from '#shared/adapters/crypto/inert-tokens.ts';
import { changedContactOf } from '#shared/adapters/dynamodb/audience/changed-contact.ts';
import { parkedChangeOf } from '#shared/adapters/dynamodb/stream-change.ts';
import { projectChange } from '#shared/app/audience/project-changes.ts';
import { runMinute } from '#shared/app/campaigns/dispatching/run-minute.ts';
import { dryRunStep } from '#shared/app/campaigns/dry-run/dry-run-step.ts';
import { reportStep } from '#shared/app/campaigns/report/report-step.ts';
import { sendChunk } from '#shared/app/campaigns/sending/send-chunk.ts';
import { routesOf } from '#shared/app/campaigns/stopping/without-route.ts';
import { PART, runJob } from '#shared/app/jobs/run-job.ts';
import { pipelineStepsOf } from '#shared/app/send/steps-of.ts';
import { ChunkRequest } from '#shared/contracts/queues/chunk-request.ts';
import { JobRequest } from '#shared/contracts/queues/job-request.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { worker } from '#shared/edge/queue.ts';
import { streamConsumer } from '#shared/edge/stream.ts';
import { campaignReportPage } from '#shared/pages/campaign-report/report-page.ts';
import { bare, onceA } from '../world/functions.ts';
import type { Ports } from '../world/ports.ts';
import type { Process } from '../world/process.ts';

const CHUNK_SECONDS = manifest['send-chunk'].timeoutSeconds;

/** The functions of campaigns, as `functions/` wires them; `onChunk` is told what each delivery of a chunk came to. */
export const campaignFunctionsOf = (portsIn: (process: Process) => Ports, onChunk: (outcome: string) => void) => {
  const inHand = new Map<string, number>();
  const done = new Set<string>();
  const chunks = onceA((ports) => {
    const all = { ...ports, opposing: ports, functionTimeoutSeconds: CHUNK_SECONDS };
    const { runs, campaigns, values, pause } = ports;
    const sender = { ports: all, steps: pipelineStepsOf(all), runs, campaigns, values, pause };
    return worker(bare(manifest['send-chunk']), {
      message: ChunkRequest,
      run: async ({ message, isLastTry, remainingMs }) => {
        const { chunkId } = message;
        const hands = (inHand.get(chunkId) ?? 0) + 1;
        inHand.set(chunkId, hands);
        if (hands > 1) onChunk('a chunk taken up again');
        const { state, pausedBecause } = await sendChunk(sender, { ...message, isLastTry, timeLeftMs: remainingMs });
        if (state === 'settled' && done.has(chunkId)) onChunk('an outcome kept from a second worker');
        done.add(chunkId);
        onChunk(pausedBecause === undefined ? `chunk ${state}` : `chunk ${state}, campaign paused`);
      },
      park: (_env, body, reason) => ports.chunkParking.park(body, reason),
    });
  });
  const project = onceA((ports) => {
    const { audienceIndex, advertisers } = ports;
    return streamConsumer(bare(manifest.project), {
      run: async ({ record }) => {
        const changed = changedContactOf(record);
        if (changed) await projectChange({ audienceIndex, advertisers }, changed);
        return undefined;
      },
      park: (_env, record, reason) => ports.projectParking.park(parkedChangeOf(record), reason),
    });
  });
  const jobs = onceA((ports) => {
    const ofFiles = () => Promise.reject(new Error('no job here is of a file'));
    const wired = {
      ...ports,
      jobFiles: { read: ofFiles, putPiece: ofFiles },
      jobReports: { join: ofFiles },
      part: PART,
      takers: { 'audience-list': ofFiles, 'import-check': ofFiles, 'import-commit': ofFiles },
      campaigns: {
        'campaign-dry-run': dryRunStep({ ...ports, tokens: INERT_TOKENS, routes: routesOf(ports) }),
        'campaign-report': reportStep({ ...ports, writePage: campaignReportPage }),
      },
    };
    return worker(bare(manifest['run-job']), {
      message: JobRequest,
      run: async ({ message, remainingMs }) => {
        const job = await runJob(wired, { ...message, timeLeftMs: remainingMs });
        if (job !== undefined) onChunk(`job ${job.state}`);
      },
      park: (_env, body, reason) => ports.jobParking.park(body, reason),
    });
  });
  return {
    jobs: (process: Process) => jobs(process, () => portsIn(process)),
    chunks: (process: Process) => chunks(process, () => portsIn(process)),
    project: (process: Process) => project(process, () => portsIn(process)),
  };
};

/** All that campaigns do in a minute, by a call that was planned for its beginning. */
export const dispatch = (ports: Ports, scheduledAt: Instant): Promise<unknown> => runMinute(ports, scheduledAt);
