import { untakenLong } from '#shared/domain/campaign/held.ts';
import type { RunName } from '#shared/domain/campaign/names.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { FoundRun } from '../look-at-run.ts';

/** Who is informed of runs of which the provider takes nobody. */
export interface UntakenPorts {
  /** Informed each minute of each run of which nobody was taken for five minutes, though some were tried, with the answer of the provider: a code. */
  readonly onUntaken?: ((run: RunName, because: string) => void) | undefined;
}

/** Says which of the runs that may go on have had nobody taken for five minutes. */
export const sayUntaken = ({ onUntaken }: UntakenPorts, found: readonly FoundRun[], now: Instant): void => {
  for (const { run, occurrence, mayWork } of found) {
    const because = mayWork ? untakenLong(occurrence, now) : undefined;
    if (because !== undefined) onUntaken?.(run, because);
  }
};
