import { type Client, clientOf, inParallel } from '../demo/client.ts';
import { type Asked, record, verdictOn } from './ask.ts';
import { byTime, momentFor, timeOf } from './clock.ts';
import { concluded } from './conclusions/table.ts';
import { forgedCaller, type ToldLie } from './forged.ts';
import { identityOf } from './identity.ts';
import { isAsExpected, outcomeOf } from './judge.ts';
import type { Scenario, Unreadable } from './scenario.ts';
import type { System } from './system.ts';
import { bareWorld, type World } from './world.ts';

/** What became of one scenario. */
export interface Judged {
  readonly id: string;
  readonly expected: string;
  readonly alsoAcceptable: readonly string[];
  /** `allow`, `not-prospecting`, `review`, `defer`, `refuse`; `error` when it could not be asked. */
  readonly given: string;
  readonly codes: readonly string[];
  readonly isAsExpected: boolean;
  readonly askedAt?: string;
  /** Of an allowed message alone. */
  readonly forged: readonly ToldLie[];
}

/** Worlds built side by side: enough to keep two cores busy. */
const WIDTH = 8;

const failed = (scenario: Scenario, fault: string): Judged => ({
  id: scenario.id,
  expected: scenario.expected,
  alsoAcceptable: scenario.alsoAcceptable,
  given: 'error',
  codes: [fault],
  isAsExpected: false,
  forged: [],
});

const unread = ({ id, fault }: Unreadable): Judged => ({
  id,
  expected: '?',
  alsoAcceptable: [],
  given: 'error',
  codes: [fault],
  isAsExpected: false,
  forged: [],
});

const judged = (scenario: Scenario, world: World, given: Asked, forged: readonly ToldLie[]): Judged => ({
  id: scenario.id,
  expected: scenario.expected,
  alsoAcceptable: scenario.alsoAcceptable,
  given: outcomeOf(given),
  codes: given.codes,
  isAsExpected: isAsExpected(scenario, given),
  askedAt: new Date(world.now).toISOString(),
  forged,
});

const runOne = async (
  client: Client,
  api: string,
  scenario: Scenario,
  at: { now: number; run: string },
): Promise<Judged> => {
  try {
    const { id, facts } = scenario;
    const world = concluded(bareWorld(identityOf(id, facts, at.run), facts, at.now));
    await record(client, world);
    const given = await verdictOn(client, world);
    const forged = given.outcome === 'allow' ? await forgedCaller(client, api, world) : [];
    return judged(scenario, world, given, forged);
  } catch (error) {
    return failed(scenario, error instanceof Error ? error.message : String(error));
  }
};

/** Judges every scenario through the application API, in the order of their moments; answers in the order of the file. */
export const runCases = async (
  system: System,
  entries: readonly (Scenario | Unreadable)[],
): Promise<readonly Judged[]> => {
  const client = clientOf(system.api, system.key);
  const scenarios = byTime(entries.filter((entry): entry is Scenario => 'facts' in entry));
  const run = String(await system.now());
  const results = new Map<Scenario | Unreadable, Judged>();
  for (const [time, alike] of Map.groupBy(scenarios, ({ facts }) => timeOf(facts))) {
    const before = await system.now();
    const moment = momentFor(time, before);
    if (moment > before) await system.moveTo(moment);
    const now = await system.now();
    const found = await inParallel(alike, WIDTH, (scenario) => runOne(client, system.api, scenario, { now, run }));
    for (const [index, scenario] of alike.entries()) {
      const result = found[index];
      if (result !== undefined) results.set(scenario, result);
    }
  }
  return entries.map(
    (entry) => results.get(entry) ?? unread('fault' in entry ? entry : { id: entry.id, fault: 'not asked' }),
  );
};
