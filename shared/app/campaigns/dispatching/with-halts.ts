import { atMost } from '#shared/domain/at-most.ts';
import type { HandOffHalts } from '../../halts/halts.port.ts';
import type { FoundRun } from './look-at-run.ts';

/** What says whether an operator stopped an advertiser. */
export interface HaltPorts {
  readonly halts: Pick<HandOffHalts, 'reasonFor'>;
}

const ASKED_AT_ONCE = 8;

/**
 * The runs with what an operator stopped them by, asked once for each advertiser: whoever is stopped takes no place of the minute from others. Where it cannot be
 * read nobody is taken for stopped: whoever hands over asks again.
 */
export const withHalts = async ({ halts }: HaltPorts, found: readonly FoundRun[]): Promise<readonly FoundRun[]> => {
  const working = found.filter(({ mayWork }) => mayWork).map(({ run: { advertiserId } }) => advertiserId);
  const asked = new Map(
    await atMost(ASKED_AT_ONCE, [...new Set(working)], async (advertiserId) => {
      const reason = await halts.reasonFor({ advertiserId }).catch(() => undefined);
      return [advertiserId, reason] as const;
    }),
  );
  return found.map((each) => {
    const halted = asked.get(each.run.advertiserId);
    return !each.mayWork || halted === undefined ? each : { ...each, halted, mayWork: false };
  });
};
