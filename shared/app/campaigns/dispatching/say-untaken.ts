import { untakenLong } from '#shared/domain/campaign/held.ts';
import type { RunName } from '#shared/domain/campaign/names.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { RunShare } from './share-minute.ts';

/** Who is informed of runs of which the provider takes nobody. */
export interface UntakenPorts {
  /**
   * Informed each minute of each run of which nobody was taken for five minutes, though some were tried, with the answer of the provider; and of each whose account or
   * advertiser the provider lets send nothing, of which nobody is tried: `sending-disabled`.
   */
  readonly onUntaken?: ((run: RunName, because: string) => void) | undefined;
}

const becauseOf = ({ found, stopped }: RunShare, now: Instant): string | undefined => {
  if (stopped === 'sending-disabled') return stopped;
  return found.mayWork ? untakenLong(found.occurrence, now) : undefined;
};

/** Says of which of the runs that might go on the provider takes nobody. */
export const sayUntaken = ({ onUntaken }: UntakenPorts, shared: readonly RunShare[], now: Instant): void => {
  for (const each of shared) {
    const because = becauseOf(each, now);
    if (because !== undefined) onUntaken?.(each.found.run, because);
  }
};
