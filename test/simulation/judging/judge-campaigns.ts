import { approvedByItsCreator, beforeItsApproval } from './campaigns/approved.ts';
import { notBraked, notBrakedByComplaints } from './campaigns/brake.ts';
import { pastItsEnd, whileStopped } from './campaigns/control.ts';
import { neverEnds, severalStates, untrueState, withoutExcuse, withoutState } from './campaigns/ends.ts';
import { unansweredInARow } from './campaigns/in-a-row.ts';
import { againBeforeOthersOnce, decidedInTime, tooOftenInReview } from './campaigns/in-time.ts';
import { looksThatEnd, untrueDryRuns, untrueReports } from './campaigns/looks.ts';
import { movedWithoutState, twiceAsAPerson } from './campaigns/moved.ts';
import { beforeItsTime, byTwoRunsAtOnce, moreThanInstants, runsOfItsSchedule, twiceInARun } from './campaigns/once.ts';
import { aboveRamp, fasterThanAllowed, fasterThanProvider } from './campaigns/pace.ts';
import { dayOfRampUnused } from './campaigns/ramps.ts';
import { leftOutOfARun, starved } from './campaigns/reached.ts';
import type { Judged } from './campaigns/reading.ts';
import { beforeItsDecision, waitsForEver } from './campaigns/reviewed.ts';
import { askedTooOften, heldBackByStopped, lateOnceLet, triedWhileStopped } from './campaigns/stopped.ts';
import { leftOutInTime } from './campaigns/time-enough.ts';
import { lateForTheirWave } from './campaigns/waves.ts';
import { countedBy, type Rules } from './counts.ts';

/** The second opinion on campaigns: from what was asked, what people received and what the table says at the end. Each count by its name. */
const RULES: Rules<Judged> = {
  'twice in a run': twiceInARun,
  'twice as a person who moved': twiceAsAPerson,
  'moved, without a state': movedWithoutState,
  'more often than its schedule': moreThanInstants,
  'by two runs at once': byTwoRunsAtOnce,
  'a run for each instant': runsOfItsSchedule,
  'before its time': beforeItsTime,
  'late for their wave': lateForTheirWave,
  'while stopped': whileStopped,
  'past the end of a run': pastItsEnd,
  'without a state': withoutState,
  'several states': severalStates,
  'an untrue state': untrueState,
  'a state without excuse': withoutExcuse,
  'left out of a run': leftOutOfARun,
  'left out in time enough': leftOutInTime,
  starved: starved,
  'tried while SES had stopped it': triedWhileStopped,
  'held back by whom SES stopped': heldBackByStopped,
  'late once SES let it': lateOnceLet,
  'asked of SES too often': askedTooOften,
  'faster than the provider': fasterThanProvider,
  'faster than allowed': fasterThanAllowed,
  'above the ramp': aboveRamp,
  'a day of its ramp unused': dayOfRampUnused,
  'not braked': notBraked,
  'not braked by complaints': notBrakedByComplaints,
  'without an answer in a row': unansweredInARow,
  'approved by its creator': approvedByItsCreator,
  'before its approval': beforeItsApproval,
  'before its decision': beforeItsDecision,
  'decided in time': decidedInTime,
  'too often in review': tooOftenInReview,
  'again before others once': againBeforeOthersOnce,
  'waiting for ever': waitsForEver,
  'a look without an end': looksThatEnd,
  'an untrue dry run': untrueDryRuns,
  'an untrue report': untrueReports,
  'a run without an end': neverEnds,
};

/** What campaigns did wrong, in sentences that begin with the name of a count; nothing: every promise was kept. */
export const campaignFaultsIn = (record: Judged): readonly string[] => countedBy(RULES, record);
