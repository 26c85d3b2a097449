import { notBraked } from './campaigns/brake.ts';
import { pastItsEnd, whileStopped } from './campaigns/control.ts';
import { neverEnds, severalStates, untrueState, withoutExcuse, withoutState } from './campaigns/ends.ts';
import { beforeItsTime, moreThanInstants, runsOfItsSchedule, twiceInARun } from './campaigns/once.ts';
import { aboveRamp, fasterThanAllowed, fasterThanProvider } from './campaigns/pace.ts';
import { leftOutOfARun, starved } from './campaigns/reached.ts';
import type { Judged } from './campaigns/reading.ts';

/** The second opinion on campaigns: from what was asked, what people received and what the table says at the end. */
const RULES = [
  twiceInARun,
  moreThanInstants,
  runsOfItsSchedule,
  beforeItsTime,
  whileStopped,
  pastItsEnd,
  withoutState,
  severalStates,
  untrueState,
  withoutExcuse,
  leftOutOfARun,
  starved,
  fasterThanProvider,
  fasterThanAllowed,
  aboveRamp,
  notBraked,
  neverEnds,
] as const;

/** What campaigns did wrong, in sentences; nothing: every promise was kept. */
export const campaignFaultsIn = (record: Judged): readonly string[] => RULES.flatMap((rule) => rule(record));
