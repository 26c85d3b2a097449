import { expect, test } from 'vitest';
import { manifest } from '#functions/manifest.ts';
import { WORK_SECONDS } from '#shared/app/campaigns/dispatching/dispatch-minute.ts';
import { OPENED_WITHIN_SECONDS } from '#shared/app/campaigns/dispatching/finish-run.ts';
import { CUT_WITHIN_SECONDS } from '#shared/app/campaigns/dispatching/ramp-of-day.ts';
import { CLOCKS_DIFFER_SECONDS } from '#shared/domain/time/instant.ts';

/** What the dispatcher counts on: how long its function lives. */
const { timeoutSeconds = 0 } = manifest['dispatch-campaigns'];

test('begins nothing more while there is time left to end what was begun', () => {
  expect(WORK_SECONDS).toBeLessThanOrEqual(timeoutSeconds - 10);
});

test('a chunk that is put on the queue as a run is opened again comes once the function that opens it is over', () => {
  expect(OPENED_WITHIN_SECONDS).toBeGreaterThanOrEqual(timeoutSeconds);
});

test('a share is counted once the function that took it is over, by a clock that is ahead and one that is behind', () => {
  expect(CUT_WITHIN_SECONDS).toBeGreaterThanOrEqual(timeoutSeconds + 2 * CLOCKS_DIFFER_SECONDS);
});
