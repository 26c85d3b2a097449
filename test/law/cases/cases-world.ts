import type { StoredVerdict } from '#shared/domain/message/verdict.ts';
import { concluded } from '../../acceptance/conclusions/table.ts';
import { identityOf } from '../../acceptance/identity.ts';
import { inquiryOf } from '../../acceptance/requests.ts';
import type { Scenario } from '../../acceptance/scenario.ts';
import { bareWorld, type World } from '../../acceptance/world.ts';
import { judgedInProcess, verdictOf } from '../../support/in-process/judge.ts';

/** The recorded facts of a scenario whose message is asked about at that instant (ms). */
export const worldOf = ({ id, facts }: Scenario, now: number): World =>
  concluded(bareWorld(identityOf(id, facts, 'pure'), facts, now));

/** The verdict on a scenario's message, and on its final bytes where it is about them: no store and no stack. */
export const verdictOfCase = async (scenario: Scenario, now: number): Promise<StoredVerdict> =>
  verdictOf(await judgedInProcess(inquiryOf(worldOf(scenario, now)), now));
