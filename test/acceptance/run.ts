import { type Client, clientOf } from '#tools/api-client.ts';
import { type Ablation, type Answered, ablationOf } from './ablation/ablate.ts';
import { type Trial, trialsOf } from './ablation/trials.ts';
import { askedAgain } from './allowed/again.ts';
import type { AskedAgain } from './allowed/sent.ts';
import { type Asked, verdictOn } from './ask.ts';
import { atTheirTimes, timeOf } from './clock.ts';
import { NotExpressible } from './conclusions/not-expressible.ts';
import { concluded } from './conclusions/table.ts';
import { type Forged, forgedCaller } from './forged/caller.ts';
import { identityOf } from './identity.ts';
import { isAsExpected, outcomeOf } from './judge.ts';
import { withOwnSenders } from './own-senders.ts';
import { record } from './record.ts';
import { inquiryOf } from './requests.ts';
import type { Scenario, Unreadable } from './scenario.ts';
import type { System } from './system.ts';
import { bareWorld } from './world.ts';

/** What became of one scenario. */
export interface Judged {
  readonly id: string;
  readonly expected: string;
  readonly alsoAcceptable: readonly string[];
  /** `allow`, `not-prospecting`, `review`, `defer`, `refuse`; `error` when it could not be asked; `not-expressible`. */
  readonly given: string;
  /** The reasons; of what could not be asked, why. */
  readonly codes: readonly string[];
  readonly isAsExpected: boolean;
  readonly askedAt?: string;
  /** What a human decided, found or wrote down, and the file said for them. */
  readonly decidedByFile: readonly string[];
  /** Of an allowed message alone. */
  readonly again: readonly AskedAgain[];
  readonly forged: Forged;
  /** Of a held message whose facts were cured. */
  readonly ablation?: Ablation;
}

const NOTHING_FORGED: Forged = { lies: [], twins: [] };
const NOTHING_TRIED = { decidedByFile: [], again: [], forged: NOTHING_FORGED } as const;

const failed = ({ id, expected, alsoAcceptable }: Scenario, error: unknown): Judged => ({
  ...{ id, expected, alsoAcceptable },
  given: error instanceof NotExpressible ? 'not-expressible' : 'error',
  codes: [error instanceof Error ? error.message : String(error)],
  isAsExpected: false,
  ...NOTHING_TRIED,
});

const unread = ({ id, fault }: Unreadable): Judged => ({
  ...{ id, expected: '?', alsoAcceptable: [], given: 'error', codes: [fault], isAsExpected: false },
  ...NOTHING_TRIED,
});

/** What was found of one trial: its answer, and of a scenario as it stands what becomes of it; or why it was not asked. */
interface Tried extends Answered {
  readonly judged?: Judged;
}
type Result = Tried | { readonly error: unknown };

interface Asking {
  readonly client: Client;
  readonly system: System;
  readonly run: string;
}

const isAllowed = ({ outcome }: Asked): boolean => outcome === 'allow';

/** The name of the trial's own world: no two trials share an advertiser. */
const nameOf = ({ scenario: { id }, cured }: Trial): string =>
  typeof cured === 'object' ? `${id} ${cured.allBut}` : cured === 'everything' ? `${id} cured` : id;

const attempt = async ({ client, system, run }: Asking, trial: Trial, now: number): Promise<Tried> => {
  const { scenario, cured } = trial;
  const world = concluded(bareWorld(identityOf(nameOf(trial), scenario.facts, run), scenario.facts, now));
  const inquiry = inquiryOf(world);
  await record(client, inquiry);
  const given = await verdictOn(client, inquiry);
  if (cured !== 'nothing') return given;
  const forged = isAllowed(given) ? await forgedCaller(client, world) : NOTHING_FORGED;
  const judged: Judged = {
    id: scenario.id,
    expected: scenario.expected,
    alsoAcceptable: scenario.alsoAcceptable,
    given: outcomeOf(given),
    codes: given.codes,
    isAsExpected: isAsExpected(scenario, given),
    askedAt: new Date(now).toISOString(),
    decidedByFile: [...world.supplied, ...given.decided],
    // Last: what was sent is no first contact any more.
    again: isAllowed(given) ? await askedAgain(client, system.console, world) : [],
    forged,
  };
  return { ...given, judged };
};

/** What becomes of a scenario by its trials; the first that could not be asked is told. */
const together = (scenario: Scenario, tried: readonly (readonly [Trial, Result])[]): Judged => {
  const answers = new Map<Trial, Tried>();
  for (const [trial, result] of tried) {
    if ('error' in result) return failed(scenario, result.error);
    answers.set(trial, result);
  }
  const judged = [...answers.values()].find((each) => each.judged !== undefined)?.judged;
  if (judged === undefined) return failed(scenario, 'not asked');
  const ablation = ablationOf(scenario, answers);
  return ablation === undefined ? judged : { ...judged, ablation };
};

const trialsOrFault = (scenario: Scenario, isAblated: boolean): readonly Trial[] | { readonly error: unknown } => {
  try {
    return trialsOf(scenario, isAblated);
  } catch (error) {
    return { error };
  }
};

/**
 * Judges every scenario through the application API, in the order of their moments; answers in the order of the file. With
 * `isAblated`, a held message is asked about once more with each of its faults alone, and with none.
 */
export const runCases = async (
  system: System,
  entries: readonly (Scenario | Unreadable)[],
  { isAblated = false }: { readonly isAblated?: boolean } = {},
): Promise<readonly Judged[]> => {
  const asking = { client: withOwnSenders(clientOf(system.api, system.key)), system, run: String(await system.now()) };
  const scenarios = entries.filter((entry): entry is Scenario => 'facts' in entry);
  const planned = new Map(scenarios.map((scenario) => [scenario, trialsOrFault(scenario, isAblated)]));
  const trials = [...planned.values()].flatMap((each) => ('error' in each ? [] : each));
  const results = await atTheirTimes<Trial, Result>(
    system,
    trials,
    ({ scenario: { facts } }) => timeOf(facts),
    (trial, now) => attempt(asking, trial, now).catch((error: unknown) => ({ error })),
  );
  return entries.map((entry) => {
    if ('fault' in entry) return unread(entry);
    const plan = planned.get(entry) ?? [];
    if ('error' in plan) return failed(entry, plan.error);
    return together(
      entry,
      plan.map((trial) => [trial, results.get(trial) ?? { error: 'not asked' }] as const),
    );
  });
};
