import { Failure } from '../failure.ts';

/** Failures of campaigns. */
export const campaignNotFound = () => new Failure('campaign-not-found', 'No such campaign at this advertiser.');
export const campaignCancelled = () =>
  new Failure('campaign-cancelled', 'This campaign was cancelled. Nothing brings it back.');
export const campaignFinished = () =>
  new Failure(
    'campaign-finished',
    'This campaign is finished: no run is to come, and each recipient has a final state.',
  );
/** It waits for a second key, and nothing of it can be paused or resumed until then. */
export const campaignNotApproved = () =>
  new Failure('campaign-not-approved', 'No second key has approved this campaign yet.');
export const approvalNotAwaited = () => new Failure('approval-not-awaited', 'This campaign waits for no approval.');
export const campaignTimePassed = () =>
  new Failure('campaign-time-passed', 'The time of this campaign had passed before it was approved.');
/** No run of it is left. */
export const campaignEnded = () =>
  new Failure('campaign-time-passed', 'This campaign ends too early to reach anybody.');
export const noRunToCome = () => new Failure('campaign-run-not-found', 'No run of this campaign is to come.');
/** Its end has passed: whoever of it is left has expired, and nobody is looked at for that. */
export const pastItsEnd = () =>
  new Failure('campaign-run-not-found', 'This campaign has ended: no run of it is to come.');
export const runHasStarted = () =>
  new Failure('campaign-run-not-found', 'This run has started: its report says what came of it.');
export const noSuchRun = () => new Failure('campaign-run-not-found', 'This campaign had no such run.');
