import type { RunFeedback } from '#shared/app/campaigns/run-feedback.port.ts';
import { readStored } from '#shared/domain/read-stored.ts';
import { putIfAbsent, writtenOnce } from '../../conditional.ts';
import { getItem } from '../../table.ts';
import { RunMarkItem } from '../campaign-items.ts';
import { reportedKey, runMarkKey } from '../campaign-keys.ts';
import { type Deps, expiry, unreachable } from '../campaign-table.ts';
import { addition } from './progress.ts';

/** Counters beside those of final states. */
const COUNTERS = {
  complaint: { complaints: 1 },
  bounce: { bounces: 1 },
  suppressed: { bounces: 1, suppressed: 1 },
} as const;

/** One transaction: noted and counted, both or none, so that a report that comes twice counts once. */
export const runFeedbackOf = (deps: Deps): RunFeedback => ({
  note: async (access, messageId, contactId, kind) => {
    const marked = await getItem(deps, runMarkKey(access, messageId), unreachable);
    if (marked === undefined) return;
    const { advertiserId, campaignId, scheduledAt } = readStored(RunMarkItem, marked);
    const run = { advertiserId, campaignId, scheduledAt };
    const expiresAt = expiry(deps);
    const noted = kind === 'suppressed' ? 'bounce' : kind;
    const reported = {
      ...reportedKey(access, run, noted, contactId),
      entity: 'reported',
      v: 1,
      scheduledAt,
      expiresAt,
    };
    const counted = addition(deps, access, run, contactId, COUNTERS[kind]);
    await writtenOnce(deps, [{ Put: putIfAbsent(deps.tableName, reported) }, { Update: counted }], unreachable);
  },
});
