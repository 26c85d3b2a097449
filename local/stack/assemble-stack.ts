import { withCalls } from '../aws/connect/calls.ts';
import { ADMINISTRATOR } from '../aws/endpoint.ts';
import type { SmsReply } from '../aws/sms/sms-replies.ts';
import type { Deployment } from '../boot/deployment.ts';
import type { PublicPorts } from '../boot/public-ports.ts';
import { replaceBundles } from '../boot/reload.ts';
import { REGION } from '../template/attributes.ts';
import { waitUntilIdle } from './idle.ts';
import type { Parts } from './parts.ts';
import type { RunningClock, Stack } from './stack.ts';

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

/** What may still be at work in a stack. */
const activityOf = (parts: Parts) => {
  const { runner, sources, reports, textReports, heldCalls, provider, rules } = parts;
  return {
    readyMessages: () => readyMessages(parts),
    inFlight: () =>
      runner.inFlight() +
      Number(sources.isBusy()) +
      reports.pending() +
      textReports.pending() +
      heldCalls.pending() +
      provider.pending() +
      rules.pending(),
    streams: sources.streams,
  };
};

/** The holds of a stack, by the short names of functions and APIs. */
const holdsByName = ({ deployment, holds }: Parts, clock: RunningClock): Stack['holds'] => {
  const existing = (name: string) => {
    const found = deployment.functionNamed(name);
    if (found === undefined) throw new RangeError(`No function is called ${name}.`);
    return found.name;
  };
  return {
    setRead: (name, isRead) => holds.setRead(existing(name), isRead),
    setRoom: (name, hasRoom) => holds.setRoom(existing(name), hasRoom),
    setMayCall: (name, mayCall) => holds.setMayCall(existing(name), mayCall),
    setCrashing: (name, isCrashing) => holds.setCrashing(existing(name), isCrashing),
    setLeft: (name, perSecond) => holds.setLeft(deployment.apis.get(name)?.name ?? name, perSecond),
    setSpentByOthers: holds.setSpentByOthers,
    setOptedOut: (phone, hasOptedOut) => holds.setOptedOut(phone, hasOptedOut, clock.now()),
    clear: holds.clear,
  };
};

/** One object to use a running stack by. */
export const assembleStack = (parts: Parts): Stack => {
  const { deployment, publicPorts, awsPorts, records, measure, runner } = parts;
  const deployed = (name: string) => deployment.functionNamed(name)?.name ?? name;
  const activity = activityOf(parts);
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
    holds: holdsByName(parts, clock),
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
