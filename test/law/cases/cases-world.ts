import type { StoredVerdict } from '#shared/domain/message/verdict.ts';
import { type Ablation, type Answered, ablationOf } from '../../acceptance/ablation/ablate.ts';
import { type Trial, trialsOf } from '../../acceptance/ablation/trials.ts';
import { instantOf, timeOf } from '../../acceptance/clock.ts';
import { CONCLUSIONS, type Conclusions, concluded } from '../../acceptance/conclusions/table.ts';
import { identityOf } from '../../acceptance/identity.ts';
import { inquiryOf } from '../../acceptance/requests.ts';
import type { Scenario } from '../../acceptance/scenario.ts';
import { bareWorld, type World } from '../../acceptance/world.ts';
import { judgedInProcess, verdictOf } from '../../support/in-process/judge.ts';

/** The recorded facts of a scenario whose message is asked about at that instant (ms). */
export const worldOf = (
  { id, facts }: Scenario,
  now: number = instantOf(timeOf(facts)),
  by: Conclusions = CONCLUSIONS,
): World => concluded(bareWorld(identityOf(id, facts, 'pure'), facts, now), by);

/** The verdict on a message, and on its final bytes where it has some: no store and no stack. */
export const verdictOfWorld = async (world: World): Promise<StoredVerdict> =>
  verdictOf(await judgedInProcess(inquiryOf(world), world.now));

const answered = ({ outcome, reasons }: StoredVerdict): Answered => ({
  outcome,
  reasons: reasons.map(({ code, detail }) => (detail === undefined ? code : `${code} ${detail}`)),
});

/** What curing shows of a scenario, by this map of conclusions. */
export const ablated = async (scenario: Scenario, by: Conclusions = CONCLUSIONS): Promise<Ablation | undefined> => {
  const answers = new Map<Trial, Answered>();
  for (const trial of trialsOf(scenario, true))
    answers.set(trial, answered(await verdictOfWorld(worldOf(trial.scenario, undefined, by))));
  return ablationOf(scenario, answers);
};
