import type { Instant } from '#shared/domain/ids.ts';
import { reducedStanding } from '#shared/domain/ledger/reduced-standing.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import { SHORTEST_STAY_DAYS } from '#shared/domain/retention/shortest-stay.ts';
import { addDays } from '#shared/domain/time/instant.ts';
import { endOfUse } from './proof.ts';
import type { SettingsOfEnd } from './retention.ts';

type Settings = SettingsOfEnd | undefined;

/** True where nothing of a contact serves any message any more: its use may have ended, as `isUseOver` says. */
export const servesNothing = (standing: Standing, settings: Settings, now: Instant): boolean => {
  const end = endOfUse(standing, settings);
  return end !== undefined && end < now;
};

/** True where the use of a contact has ended, and what was recorded late was shown long enough. `lastRecordedAt`: of its last event. */
export const isUseOver = (
  standing: Standing,
  {
    settings,
    lastRecordedAt,
    now,
  }: { readonly settings: Settings; readonly lastRecordedAt: Instant; readonly now: Instant },
): boolean => servesNothing(standing, settings, now) && addDays(lastRecordedAt, SHORTEST_STAY_DAYS) < now;

/** What remains of a contact whose use has ended: who opposed, in which scope and when; `undefined`: nothing. */
export const leftOfEnded = (standing: Standing): Standing | undefined =>
  standing.oppositions.length === 0 ? undefined : reducedStanding(standing);
