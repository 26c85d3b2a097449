import { manifest } from '#functions/manifest.ts';
import type { MemoryTable } from '#test/fuzz/store/memory-table.ts';
import { campaignNotes } from '../judging/campaign-notes.ts';
import type { CampaignRecord } from '../judging/campaign-record.ts';
import type { Story } from '../story.ts';
import type { askingOf } from '../world/asking.ts';
import type { Ports } from '../world/ports.ts';
import type { Process, Simulation } from '../world/process.ts';
import { queueOf } from '../world/queue.ts';
import type { StreamRecord } from '../world/store.ts';
import { streamOf } from '../world/stream.ts';
import { campaignFunctionsOf } from './campaign-functions.ts';
import { marketersOf } from './campaign-people.ts';
import { startMinutes } from './minutes.ts';
import { moversOf } from './moves.ts';
import { deciderOf } from './reviewed.ts';
import { campaignWatch } from './watch.ts';

const MANY = 100;
/** Steps of its calls at one of which a worker dies: a chunk has more of them than a message. */
const STEPS = 90;

const isStanding = ({ dynamodb: { Keys } }: StreamRecord): boolean =>
  (Keys.pk?.S ?? '').startsWith('CONTACT#') && Keys.sk?.S === 'STANDING';

/** Everything of campaigns in a run: marketers, the minute, the queue of chunks, the audience index, and what is noted of them. */
export const campaignStage = (
  sim: Simulation,
  story: Story,
  of: {
    readonly portsIn: (process: Process) => Ports;
    readonly ask: ReturnType<typeof askingOf>;
    /** Counts what happened, by its name. */
    readonly count: (name: string) => void;
  },
) => {
  const hasAny = story.campaigns.length > 0;
  const [watch, notes] = [campaignWatch(), campaignNotes(of.count)];
  const functions = campaignFunctionsOf(of.portsIn, (outcome) => {
    sim.trace.say(`a delivery ends: ${outcome}`);
    of.count(outcome);
  });
  const put = new Set<string>();
  const queue = queueOf(sim, 'campaign', {
    name: 'send-chunk',
    concurrency: story.people.length > MANY ? 20 : 3,
    timeoutSeconds: manifest['send-chunk'].timeoutSeconds,
    steps: STEPS,
    isHeldTwice: true,
    away: story.away,
    onAway: () => of.count('workers away'),
    handlerOf: (process) => functions.chunks(process) as never,
  });
  const jobs = queueOf(sim, 'jobs', {
    name: 'run-job',
    concurrency: 2,
    timeoutSeconds: manifest['run-job'].timeoutSeconds,
    steps: STEPS,
    handlerOf: (process) => functions.jobs(process) as never,
  });
  const index = streamOf(sim, 'project', (process) => functions.project(process) as never);
  const marketers = marketersOf(sim, story, { ask: of.ask, watch });
  const decider = deciderOf(sim, story, of.ask);
  const movers = moversOf(sim, story, of.ask);
  return {
    queue,
    jobs,
    put: (body: string, delaySeconds: number): void => {
      if (put.has(body)) of.count('a cut repeated');
      put.add(body);
      queue.put(body, delaySeconds);
    },
    note: (record: StreamRecord): void => {
      if (!hasAny) return;
      watch.note(record);
      marketers.note(record);
      notes.note(sim.schedule.now(), record);
      if (isStanding(record)) index.put(record);
    },
    /** Something came to somebody. */
    onTaken: (address: string): void => movers.onTaken(address),
    begin: (renewOthers: () => void): void => {
      if (!hasAny) return;
      marketers.begin();
      decider.begin();
      movers.begin();
      const minutes = startMinutes(sim, of.portsIn, watch, of.count);
      for (const at of story.deploys)
        sim.schedule.after(at - sim.schedule.now(), () => {
          sim.trace.say('the next version is deployed');
          of.count('a deploy');
          for (const part of [queue, jobs, minutes]) part.renew();
          renewOthers();
        });
    },
    isOver: (): boolean => !hasAny || (marketers.isDone() && movers.isDone() && watch.isOver() && index.isIdle()),
    record: (table: MemoryTable, objects: ReadonlyMap<string, string>): CampaignRecord =>
      notes.record(story, {
        table,
        objects,
        contacts: sim.sink.contacts,
        asked: marketers.asked,
        looks: marketers.looks,
        review: decider.asked,
        moves: movers.asked,
      }),
  };
};
