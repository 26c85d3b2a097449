import type { Scenario } from '../scenario.ts';
import type { Trial } from './trials.ts';
import { isReasonFor, readingOf } from './turning.ts';

/** What was answered to one trial. */
export interface Answered {
  readonly outcome: string;
  /** `CODE`, or `CODE detail`, in the order of the verdict. */
  readonly reasons: readonly string[];
}

/** One fact on which a refusal turns, and where its reason stands. */
interface Turning {
  readonly path: string;
  /** First of the reasons, among them, or only once the other faults are cured. By a reading, none is given. */
  readonly reason: 'primary' | 'among the reasons' | 'once alone' | 'by a reading' | 'missing';
  /** What it gives when all but this is cured; absent: it is the only one. */
  readonly alone?: Answered;
}

/** What curing shows of a held message. */
export interface Ablation {
  readonly turning: readonly Turning[];
  readonly cured: Answered;
  /** Why the message is held by accident, in words; empty: for the facts on which it turns. */
  readonly accidents: readonly string[];
}

const isHeld = ({ outcome }: Answered): boolean => ['refuse', 'review', 'defer'].includes(outcome);

const placeOf = (path: string, asItStands: Answered, alone: Answered | undefined): Turning['reason'] => {
  const place = asItStands.reasons.findIndex((reason) => isReasonFor(path, reason));
  if (place >= 0) return place === 0 ? 'primary' : 'among the reasons';
  return alone?.reasons.some((reason) => isReasonFor(path, reason)) ? 'once alone' : 'missing';
};

const accidentsOf = ({ path, reason, alone }: Turning, isDecisive: boolean): readonly string[] => {
  if (reason === 'by a reading') return [];
  const found: string[] = [];
  if (reason === 'missing') found.push(`${path} is no reason of it`);
  if (reason === 'once alone' && isDecisive) found.push(`it turns on ${path}, which is not among its reasons`);
  if (alone === undefined) return found;
  if (!isHeld(alone)) found.push(`with ${path} alone it is ${alone.outcome}`);
  else if (!alone.reasons.some((each) => isReasonFor(path, each)))
    found.push(`with ${path} alone it is held for ${alone.reasons.join(', ')}`);
  return found;
};

/**
 * Judges by what its trials gave whether a message is held for the facts on which it turns: the reason for the decisive one
 * stands in the verdict, each other one holds it alone and for its own reason, and without any of them it is allowed.
 */
export const ablationOf = (scenario: Scenario, answers: ReadonlyMap<Trial, Answered>): Ablation | undefined => {
  const given = [...answers];
  const of = (isIt: (cured: Trial['cured']) => boolean) => given.find(([trial]) => isIt(trial.cured))?.[1];
  const asItStands = of((cured) => cured === 'nothing');
  const cured = of((each) => each === 'everything');
  if (asItStands === undefined || cured === undefined) return undefined;
  const turning = scenario.turnsOn.map((path): Turning => {
    const alone = of((each) => typeof each === 'object' && each.allBut === path);
    const place = placeOf(path, asItStands, alone);
    const isRead = place === 'missing' && readingOf(path, scenario.facts) !== undefined;
    return { path, reason: isRead ? 'by a reading' : place, ...(alone === undefined ? {} : { alone }) };
  });
  const decisive = turning.find(({ reason }) => reason !== 'by a reading');
  const notAllowed = cured.outcome === 'allow' ? [] : [`cured it is ${cured.outcome}: ${cured.reasons.join(', ')}`];
  const others = turning.flatMap((each) => accidentsOf(each, each === decisive));
  return { turning, cured, accidents: [...others, ...notAllowed] };
};
