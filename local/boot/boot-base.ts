import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AwsPorts, openAwsPorts } from '../aws/aws-ports.ts';
import { repliesTopic } from '../aws/sms/sms-replies.ts';
import { type DrawnFaults, drawFaults, noFaults } from '../faults/drawn-faults.ts';
import { createHolds, type Holds } from '../lambda/holds.ts';
import { createClock, type StackClock } from '../stack/clock.ts';
import { type Kept, openKept } from '../stack/kept.ts';
import type { StackOptions } from '../stack/options.ts';
import { readModel } from '../template/model.ts';
import { checkDeployment } from './boot-checks.ts';
import { BootFailure } from './boot-failure.ts';
import type { Cleanup } from './cleanup.ts';
import { type Deployment, readDeployment } from './deployment.ts';
import { openPublicPorts, type PublicPorts } from './public-ports.ts';
import { checkStrictly } from './wiring/strict.ts';
import { checkWiring } from './wiring-checks.ts';

/** What a stack needs before anything heavy starts: its clock, its ports, and a template that was found sound. */
export interface BootBase {
  readonly clock: StackClock;
  readonly publicPorts: PublicPorts;
  readonly awsPorts: AwsPorts;
  readonly deployment: Deployment;
  readonly drawn: DrawnFaults;
  readonly holds: Holds;
  /** Where the stack keeps what it has; absent: in memory. */
  readonly kept: Kept | undefined;
}

const startInstant = (at: string | undefined): number | undefined => {
  if (at === undefined) return undefined;
  const instant = Date.parse(at);
  if (Number.isNaN(instant)) throw new BootFailure(`"${at}" is not an instant: write it as 2026-11-24T10:00:00Z.`);
  return instant;
};

/** When the clock starts: as said, or where it was. Throws `BootFailure` for an instant before that. */
const startOf = (at: string | undefined, kept: Kept | undefined): number | undefined => {
  const asked = startInstant(at);
  const was = kept?.offsetMs === undefined ? undefined : Date.now() + kept.offsetMs;
  if (asked !== undefined && was !== undefined && asked < was)
    throw new BootFailure(`The clock of what is kept is at ${new Date(was).toISOString()}, and only moves forward.`);
  return asked ?? was;
};

/** Throws `BootFailure` for a template that would not work, or not as it is expected to. */
export const checkTemplate = (
  deployment: Deployment,
  {
    expected = {},
    smsReplies,
    isWhole,
    items,
    eventTypes = [],
  }: Pick<StackOptions, 'expected' | 'smsReplies' | 'isWhole' | 'items' | 'eventTypes'>,
): void => {
  const { model } = deployment;
  checkDeployment(deployment, expected);
  checkWiring(model);
  const topic = smsReplies && repliesTopic(deployment, smsReplies.consumer);
  if (isWhole) checkStrictly({ model, deployment, repliesTopic: topic, items, eventTypes });
};

/** Takes the ports, which links and queue URLs name, then reads and checks the template. Throws `BootFailure`. */
export const prepareBoot = async (options: StackOptions, cleanup: Cleanup): Promise<BootBase> => {
  const kept = options.data === undefined ? undefined : openKept(options.data);
  if (kept !== undefined) cleanup.add(kept.release);
  const startMs = startOf(options.at, kept);
  const folder = mkdtempSync(join(tmpdir(), 'local-stack-'));
  cleanup.add(() => rmSync(folder, { recursive: true, force: true }));
  const clock = createClock(kept?.clock ?? join(folder, 'clock-offset'), startMs);
  const publicPorts = await openPublicPorts(options, cleanup, kept);
  const awsPorts = await openAwsPorts(cleanup);
  const urls = new Map([...publicPorts.apis].map(([name, { url }]) => [name, url]));
  const parameters =
    options.parameters?.({ urls, clockOffsetFile: clock.file, providerUrl: publicPorts.provider?.url ?? '' }) ?? {};
  const model = readModel(options.assembly, { queueBase: awsPorts.urls.main, parameters });
  const deployment = readDeployment(model, [...publicPorts.apis.keys()]);
  checkTemplate(deployment, options);
  const drawn = options.faults === undefined ? noFaults : drawFaults(options.faults);
  return { clock, publicPorts, awsPorts, deployment, drawn, holds: createHolds(), kept };
};
