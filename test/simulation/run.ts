import { manifest } from '#functions/manifest.ts';
import { type Command, memoryClientOf } from '#test/fuzz/store/memory-client.ts';
import { MemoryTable } from '#test/fuzz/store/memory-table.ts';
import { setUpCampaigns } from './campaigns/campaign-setup.ts';
import { contactsTaken } from './campaigns/moves.ts';
import { campaignStage } from './campaigns/stage.ts';
import { drawsOf } from './engine/draws.ts';
import { EVERY_FAULT, type FaultPlan, faultsOf, type Happened } from './engine/faults.ts';
import { scheduleFrom } from './engine/schedule.ts';
import { traceOf } from './engine/trace.ts';
import { faultsIn } from './judging/judge.ts';
import { campaignFaultsIn } from './judging/judge-campaigns.ts';
import { noteChange, noteDue, recordOf } from './judging/notes.ts';
import { reportFunction } from './routed/report-function.ts';
import { reportingOf } from './routed/reporting.ts';
import type { Story } from './story.ts';
import { askingOf } from './world/asking.ts';
import { directBucket, type Services } from './world/clients.ts';
import { startClockWork } from './world/clock-work.ts';
import { functionsOf } from './world/functions.ts';
import { peopleOf } from './world/people.ts';
import { type Ports, portsOf, QUEUES, recordingPorts } from './world/ports.ts';
import { forgetProcesses, type Process, type Simulation } from './world/process.ts';
import { providerOf } from './world/provider.ts';
import { type Queue, queueOf } from './world/queue.ts';
import { ADVERTISERS, setUp } from './world/setup.ts';
import { emptySink } from './world/sink.ts';
import { storeOf } from './world/store.ts';
import { streamOf } from './world/stream.ts';
import { tenantsOf } from './world/tenants.ts';

/** What came of one run. */
export interface Ran {
  /** What it did wrong, in sentences. */
  readonly faults: readonly string[];
  /** Messages that people received. */
  readonly received: number;
  /** What went wrong around it. */
  readonly happened: readonly Happened[];
  /** What deliveries ended with, and how often. */
  readonly outcomes: ReadonlyMap<string, number>;
  readonly lines: readonly string[];
  readonly hash: string;
}

type Consuming = 'send-message' | 'apply-email-feedback' | 'apply-sms-reply';

/** What the functions ask of their environment when they begin; their metrics are written nowhere. */
Object.assign(process.env, { STAGE: 'local', POWERTOOLS_METRICS_DISABLED: 'true' });

const DAY = 24 * 3_600_000;
/** How long everything may take to come to its end once it is left in peace. */
const PEACE = 9 * DAY;
const LOOKS_EVERY = 3_600_000;
const CONCURRENCY = { send: 3, other: 2 } as const;

/** The functions log what they do: not here, where every line is in the trace. */
const silently = async <T>(run: () => Promise<T>): Promise<T> => {
  const { info, warn, error, log } = console;
  const nothing = (): void => undefined;
  Object.assign(console, { info: nothing, warn: nothing, error: nothing, log: nothing });
  try {
    return await run();
  } finally {
    Object.assign(console, { info, warn, error, log });
  }
};

/**
 * Lets a story happen, with the faults of its seed, and judges what came of it. The same again is the same again. `onCommand`
 * is told each command that the table carries out, in their order.
 */
export const runStory = (
  story: Story,
  plan: FaultPlan = EVERY_FAULT,
  onCommand: (command: Command) => void = () => undefined,
): Promise<Ran> =>
  silently(async () => {
    forgetProcesses();
    const schedule = scheduleFrom(story.begins);
    const draws = drawsOf(story.seed);
    const sink = emptySink();
    const trace = traceOf(schedule.now);
    const sim: Simulation = { schedule, draws, faults: faultsOf(draws, plan, schedule.now), trace, sink };
    const table = new MemoryTable();
    const memory = memoryClientOf(table, 'aval');
    const send = (command: Command) => {
      onCommand(command);
      return memory.send(command);
    };
    const direct = { tableName: 'aval', client: { send } as never };
    const objects = new Map<string, string>();
    const before = recordingPorts(direct, { now: () => new Date(story.begins).toISOString() as never }, draws);
    const known = await setUp(before, story);
    for (const { access, address, contactId } of known)
      sink.contacts.set(address, `CONTACT#${access.advertiserId}#${contactId}`);
    if (story.campaigns.length > 0)
      await setUpCampaigns(before, directBucket(objects), { campaigns: story.campaigns, known });
    for (const [address, pk] of contactsTaken(story)) sink.contacts.set(address, pk);
    const store = storeOf(sim, table);
    store.onCommand = onCommand;

    const queues: { send: Queue; feedback: Queue; replies: Queue } = {} as never;
    const parked: { readonly from: string; readonly body: string }[] = [];
    const tenants = tenantsOf(
      sim,
      ADVERTISERS.map(({ access }) => access.advertiserId),
      story.stops,
    );
    const services: Services = {
      store,
      objects,
      perSecond: story.perSecond,
      tenants,
      provider: providerOf(sim, story, tenants, (received) => {
        people.onTaken(received);
        campaigns.onTaken(received.address);
      }),
      onPosted: story.isRouted && ((handed) => routed?.posted(handed)),
      put: (queue, body, delaySeconds) => {
        if (queue === QUEUES.send) queues.send.put(body, delaySeconds);
        else if (queue === QUEUES.chunks) campaigns.put(body, delaySeconds);
        else if (queue === QUEUES.jobs) campaigns.jobs.put(body, delaySeconds);
        else parked.push({ from: queue, body });
      },
    };
    const made = new WeakMap<Process, Ports>();
    const portsIn = (process: Process): Ports => {
      const ports = made.get(process) ?? portsOf(sim, services, process);
      made.set(process, ports);
      return ports;
    };
    const outcomes = new Map<string, number>();
    const count = (name: string): void => void outcomes.set(name, (outcomes.get(name) ?? 0) + 1);
    const functions = functionsOf(portsIn, (outcome) => {
      trace.say(`a delivery ends: ${outcome}`);
      count(outcome);
    });
    const ask = askingOf(sim, portsIn);
    const routed = story.isRouted && reportingOf(sim, ask, reportFunction(count), count);
    const campaigns = campaignStage(sim, story, { portsIn, ask, count });
    const consumer = (name: Consuming, handlerOf: (process: Process) => never) => ({
      name,
      concurrency: name === 'send-message' ? CONCURRENCY.send : CONCURRENCY.other,
      timeoutSeconds: manifest[name].timeoutSeconds,
      handlerOf,
    });
    queues.send = queueOf(
      sim,
      'send',
      consumer('send-message', (process) => functions.sender(process) as never),
    );
    queues.feedback = queueOf(
      sim,
      'feedback',
      consumer('apply-email-feedback', (process) => functions.feedback(process, people.applied) as never),
    );
    queues.replies = queueOf(
      sim,
      'replies',
      consumer('apply-sms-reply', (process) => functions.replies(process, people.acknowledged) as never),
    );
    const stream = streamOf(sim, 'outbox', (process) => functions.outbox(process) as never);
    const due = new Set<string>();
    const isAnyAccepted = (): boolean => {
      for (const { status } of table.items()) if (status?.S === 'accepted') return true;
      return false;
    };
    store.onChange = (record) => {
      noteDue(due, record);
      noteChange(sink, schedule.now(), record);
      campaigns.note(record);
      if (story.messages.length > 0) stream.put(record);
    };
    const people = peopleOf(sim, story, ask, queues, routed);
    startClockWork(sim, portsIn, { due, isAnyAccepted });
    people.begin();
    campaigns.begin(() => {
      for (const queue of Object.values(queues)) queue.renew();
    });
    await schedule.runUntil(story.peaceFrom, () => false);

    // An operator puts back what was given up, as often as needed.
    sim.faults.end();
    let isDone = false;
    const record = () => recordOf(story, { table, sink, ...people });
    const look = (): void => {
      const all = [...Object.values(queues), campaigns.queue, campaigns.jobs];
      const back: Readonly<Record<string, Queue>> = {
        [QUEUES.chunksParked]: campaigns.queue,
        [QUEUES.jobsParked]: campaigns.jobs,
      };
      for (const { from, body } of parked.splice(0)) (back[from] ?? queues.send).put(body, 0);
      for (const queue of all) for (const body of queue.dead.splice(0)) queue.put(body, 0);
      const isQuiet = all.every((queue) => queue.isIdle()) && stream.isIdle() && campaigns.isOver();
      isDone = isQuiet && record().messages.every(({ status }) => status === undefined || isEnd(status));
      schedule.after(LOOKS_EVERY, look);
    };
    schedule.after(LOOKS_EVERY, look);
    await schedule.runUntil(story.peaceFrom + PEACE, () => isDone);
    const judged = record();
    return {
      faults: [...faultsIn(judged), ...campaignFaultsIn({ ...judged, of: campaigns.record(table, objects) })],
      received: sink.inbox.length,
      happened: sim.faults.happened,
      outcomes,
      lines: trace.lines,
      hash: trace.hash(),
    };
  });

const isEnd = (status: string): boolean => !['accepted', 'deferred', 'in-review', 'unknown', 'parked'].includes(status);
