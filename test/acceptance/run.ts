import { type Client, clientOf } from '#tools/api-client.ts';
import { type Asked, verdictOn } from './ask.ts';
import { atTheirTimes, timeOf } from './clock.ts';
import { concluded } from './conclusions/table.ts';
import { type FalseStatement, forgedCaller } from './forged.ts';
import { identityOf } from './identity.ts';
import { isAsExpected, outcomeOf } from './judge.ts';
import { record } from './record.ts';
import { inquiryOf } from './requests.ts';
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
  readonly forged: readonly FalseStatement[];
}

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

const judged = (scenario: Scenario, world: World, given: Asked, forged: readonly FalseStatement[]): Judged => ({
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
    const inquiry = inquiryOf(world);
    await record(client, inquiry);
    const given = await verdictOn(client, inquiry);
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
  const scenarios = entries.filter((entry): entry is Scenario => 'facts' in entry);
  const run = String(await system.now());
  const results = await atTheirTimes(
    system,
    scenarios,
    ({ facts }) => timeOf(facts),
    (scenario, now) => runOne(client, system.api, scenario, { now, run }),
  );
  return entries.map((entry) =>
    'fault' in entry ? unread(entry) : (results.get(entry) ?? failed(entry, 'not asked')),
  );
};
