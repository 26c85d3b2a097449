import type { AwsPorts } from '../aws/aws-ports.ts';
import type { LocalModels } from '../aws/bedrock/models.ts';
import { type LocalCalls, withCalls } from '../aws/connect/calls.ts';
import { ADMINISTRATOR } from '../aws/endpoint.ts';
import type { Faults } from '../aws/faults.ts';
import type { EmailReports } from '../aws/mail/email-reports.ts';
import type { createMeasure } from '../aws/measure.ts';
import type { Records } from '../aws/records.ts';
import type { Queues, Rules } from '../aws/rules.ts';
import type { SmsReplies, SmsReply } from '../aws/sms/sms-replies.ts';
import type { TextReports } from '../aws/sms/text-reports.ts';
import type { Expiry } from '../aws/tables.ts';
import type { Deployment } from '../boot/deployment.ts';
import type { PublicPorts } from '../boot/public-ports.ts';
import { replaceBundles } from '../boot/reload.ts';
import type { Messaging } from '../emulators/messaging.ts';
import type { DrawnFaults } from '../faults/drawn-faults.ts';
import type { Holds } from '../lambda/holds.ts';
import type { Runner } from '../lambda/runner.ts';
import type { OpenProviders } from '../provider/home/providers.ts';
import type { Sources } from '../sources/start.ts';
import { REGION } from '../template/attributes.ts';
import type { Watching } from '../watching/watching.ts';
import type { StackClock } from './clock.ts';
import { waitUntilIdle } from './idle.ts';
import type { RunningClock, Stack } from './stack.ts';

/** The parts of a running stack. */
export interface Parts {
  readonly deployment: Deployment;
  readonly publicPorts: PublicPorts;
  readonly awsPorts: AwsPorts;
  readonly messaging: Messaging;
  readonly records: Records;
  readonly measure: ReturnType<typeof createMeasure>;
  readonly faults: Faults;
  readonly secrets: ReadonlyMap<string, string>;
  readonly clock: StackClock;
  readonly runner: Runner;
  readonly sources: Sources;
  readonly expiry: Expiry;
  readonly watching: Watching;
  readonly replies: SmsReplies;
  readonly provider: OpenProviders;
  readonly reports: EmailReports;
  readonly textReports: TextReports;
  readonly heldCalls: LocalCalls;
  readonly models: LocalModels;
  readonly receiveMail: Stack['receiveMail'];
  readonly rules: Rules;
  readonly queues: Queues;
  readonly writes: { lastAt: number };
  readonly denied: readonly string[];
  readonly stop: () => Promise<void>;
  readonly drawn: DrawnFaults;
  readonly holds: Holds;
  /** The drawn throttles of providers that `idle` has waited for. */
  readonly refused: { seen: number };
}

const runningClock = ({ clock, expiry, sources, writes }: Parts): RunningClock => {
  const moveTo = async (instantMs: number) => {
    clock.moveTo(instantMs);
    const deleted = await expiry.sweep(clock.nowMs());
    if (deleted > 0) writes.lastAt = performance.now();
    await sources.schedules.fireDue();
  };
  return {
    now: clock.now,
    set: (instant) => moveTo(Date.parse(instant)),
    advance: (seconds) => moveTo(clock.nowMs() + seconds * 1000),
  };
};

const replyBySms = async ({ records, replies, clock }: Parts, reply: SmsReply): Promise<string> => {
  const last = records.sms.findLast(({ to }) => to === reply.from);
  const to = reply.to || replies.numberIn(last?.text ?? '');
  if (!to) throw new RangeError('Say which number is replied to: no message to this person names one.');
  const at = clock.now();
  const id = await replies.publish({ ...reply, to }, last?.id);
  records.replies.push({ ...reply, to, id, at });
  return id;
};

const depthsOf = ({ deployment, messaging }: Parts) =>
  messaging.depths(deployment.model.ofType('AWS::SQS::Queue').map(({ name }) => name));

const readyMessages = async (parts: Parts): Promise<number> => {
  const depths = await depthsOf(parts);
  // What nobody reads lies still.
  const read = parts.deployment.sources.queues.filter(({ functionName }) => parts.holds.isRead(functionName));
  return read.reduce((sum, { queueName }) => sum + (depths[queueName]?.ready ?? 0), 0);
};

/** A queue by its deployed name or the end of it. */
const queueNamed = ({ model }: Deployment, name: string): string => {
  const found = model.ofType('AWS::SQS::Queue').find((each) => each.name === name || each.name.endsWith(`-${name}`));
  if (found === undefined) throw new RangeError(`No queue is called ${name}.`);
  return found.name;
};

const urlIn = ({ apis }: PublicPorts, api: string): string => {
  const url = apis.get(api)?.url;
  if (url === undefined) throw new RangeError(`The stack serves no API named ${api}.`);
  return url;
};

/** Longer than a function waits that puts off what a service had no room for. */
const PUT_OFF_SECONDS = 15;
const refusedHandOffs = ({ drawn }: Parts): number => {
  const counts = drawn.counts();
  return counts['sesv2-throttle'] + counts['sns-throttle'];
};

/** What a drawn throttle puts off comes back by the stack's clock: it goes on by some seconds, as often as that was. */
const idleWithFaults = async (parts: Parts, clock: RunningClock, untilIdle: () => Promise<void>): Promise<void> => {
  await untilIdle();
  while (parts.refused.seen < refusedHandOffs(parts)) {
    parts.refused.seen = refusedHandOffs(parts);
    await clock.advance(PUT_OFF_SECONDS);
    await untilIdle();
  }
};

/** One object to use a running stack by. */
export const assembleStack = (parts: Parts): Stack => {
  const { deployment, publicPorts, awsPorts, records, measure, runner, sources } = parts;
  const deployed = (name: string) => deployment.functionNamed(name)?.name ?? name;
  const existing = (name: string) => {
    const found = deployment.functionNamed(name);
    if (found === undefined) throw new RangeError(`No function is called ${name}.`);
    return found.name;
  };
  const activity = {
    readyMessages: () => readyMessages(parts),
    inFlight: () =>
      runner.inFlight() +
      Number(sources.isBusy()) +
      parts.reports.pending() +
      parts.textReports.pending() +
      parts.heldCalls.pending() +
      parts.provider.pending() +
      parts.rules.pending(),
    streams: sources.streams,
  };
  const clock = runningClock(parts);
  return {
    urlOf: (api) => urlIn(publicPorts, api),
    consoleUrl: publicPorts.console?.url,
    aws: { endpoint: awsPorts.urls.main, region: REGION, accessKeyId: ADMINISTRATOR, secretAccessKey: 'local' },
    inbox: () => records.mails,
    smsSink: () => records.sms,
    smsReplies: () => records.replies,
    provider: withCalls(parts.provider, parts.heldCalls),
    models: parts.models,
    events: () => records.events,
    givenUp: () => records.givenUp,
    replyBySms: (reply) => replyBySms(parts, reply),
    receiveMail: parts.receiveMail,
    reportOnMail: (to, fate) => parts.reports.reportOn(to, fate),
    repeatMailReports: parts.reports.repeat,
    reportOnText: (to, fate) => parts.textReports.reportOn(to, fate),
    repeatTextReports: parts.textReports.repeat,
    repeatCallReports: parts.heldCalls.repeat,
    clock,
    faults: parts.faults,
    holds: {
      setRead: (name, isRead) => parts.holds.setRead(existing(name), isRead),
      setRoom: (name, hasRoom) => parts.holds.setRoom(existing(name), hasRoom),
      setMayCall: (name, mayCall) => parts.holds.setMayCall(existing(name), mayCall),
      setCrashing: (name, isCrashing) => parts.holds.setCrashing(existing(name), isCrashing),
      setLeft: (name, perSecond) => parts.holds.setLeft(deployment.apis.get(name)?.name ?? name, perSecond),
      setSpentByOthers: parts.holds.setSpentByOthers,
      setOptedOut: (phone, hasOptedOut) => parts.holds.setOptedOut(phone, hasOptedOut, clock.now()),
      clear: parts.holds.clear,
    },
    emptyQueue: (name) => parts.queues.empty(queueNamed(deployment, name)),
    refuseConnections: async (service) => {
      await awsPorts.refuseConnections(service);
      return () => awsPorts.acceptConnections(service);
    },
    killFunction: (name) => runner.kill(deployed(name)),
    replaceBundles: (bundles) =>
      replaceBundles(runner, new Map([...bundles].map(([name, folder]) => [deployed(name), folder]))),
    logs: (name) => runner.logs(deployed(name)),
    environmentOf: (name) => deployment.functionNamed(name)?.environment ?? {},
    secretOf: (id) => parts.secrets.get(id),
    denied: () => parts.denied,
    queueDepths: () => depthsOf(parts),
    alarms: parts.watching.alarms,
    drawnFaults: parts.drawn.counts,
    counts: measure.counts,
    resetCounts: measure.reset,
    idle: (options) => idleWithFaults(parts, clock, () => waitUntilIdle(activity, options)),
    stop: parts.stop,
  };
};
