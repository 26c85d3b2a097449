import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Gates, openGates } from '../aws/gates.ts';
import { createClock, type StackClock } from '../stack/clock.ts';
import type { StackOptions } from '../stack/options.ts';
import { readModel } from '../template/model.ts';
import { checkDeployment } from './boot-checks.ts';
import { BootFailure } from './boot-failure.ts';
import type { Cleanup } from './cleanup.ts';
import { type Deployment, readDeployment } from './deployment.ts';
import { type FrontDoors, openDoors } from './front-door.ts';

/** What a stack stands on before anything heavy starts: its clock, its ports, and a template that was found sound. */
export interface Ground {
  readonly clock: StackClock;
  readonly doors: FrontDoors;
  readonly gates: Gates;
  readonly deployment: Deployment;
}

const startInstant = (at: string | undefined): number | undefined => {
  if (at === undefined) return undefined;
  const instant = Date.parse(at);
  if (Number.isNaN(instant)) throw new BootFailure(`"${at}" is not an instant: write it as 2026-11-24T10:00:00Z.`);
  return instant;
};

/** Takes the ports, which links and queue URLs name, then reads and checks the template. Throws `BootFailure`. */
export const prepareGround = async (options: StackOptions, cleanup: Cleanup): Promise<Ground> => {
  const startMs = startInstant(options.at);
  const folder = mkdtempSync(join(tmpdir(), 'local-stack-'));
  cleanup.add(() => rmSync(folder, { recursive: true, force: true }));
  const clock = createClock(join(folder, 'clock-offset'), startMs);
  const doors = await openDoors(options, cleanup);
  const gates = await openGates(cleanup);
  const urls = new Map([...doors.apis].map(([name, { url }]) => [name, url]));
  const parameters = options.parameters?.({ urls, clockOffsetFile: clock.file }) ?? {};
  const model = readModel(options.assembly, { queueBase: gates.urls.main, parameters });
  const deployment = readDeployment(model, [...doors.apis.keys()]);
  checkDeployment(deployment, options.expected ?? {});
  return { clock, doors, gates, deployment };
};
