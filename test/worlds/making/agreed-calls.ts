import type { Random } from '../random.ts';
import { declare } from './base.ts';
import { DAY, type Draft, HOUR, iso } from './draft.ts';
import { choose } from './settings.ts';
import { PROOF } from './vocabulary.ts';

const HALF_HOUR = HOUR / 2;

/**
 * The person agreed to a call at a day and hour of their own (L. 223-1, al. 6): now, within the half hour, just over, or
 * later; now and then they agreed only afterwards, or the advertiser never chose that reading.
 */
export const agreeOnHour = (draft: Draft, random: Random): void => {
  const minute = Math.floor(draft.at / 60_000) * 60_000;
  const callAt =
    minute -
    random.pick([0, 0, 60_000, 10 * 60_000, HALF_HOUR - 60_000, HALF_HOUR, -60_000, -HOUR, -9 * HOUR, 3 * HOUR]);
  const agreedAt = Math.min(
    draft.at,
    random.chance(0.15) ? draft.at : callAt - random.pick([60_000, HOUR, DAY, 20 * DAY]),
  );
  declare(draft, { agreedCall: { callAt: iso(callAt), agreedAt: iso(agreedAt), evidence: { sha256: PROOF.sha256 } } });
  if (random.chance(0.8)) choose(draft.settings, 'automated-call-at-agreed-hour');
};
