import { type HaltChange, type Halts as HaltsInForce, haltsAfter } from '#shared/domain/halt.ts';
import type { Clock } from '../clock.port.ts';
import { retryOnConflict } from '../records/retry-on-conflict.ts';
import type { Halts } from './halts.port.ts';

interface Ports {
  readonly halts: Halts;
  readonly clock: Clock;
}

/** What is in force after a change; `isChanged` is false where it said so already. */
interface ChangedHalts {
  readonly halts: HaltsInForce;
  readonly isChanged: boolean;
}

/** Stops hand-offs or lets them go on, with who and why. The same again changes nothing, and keeps who was first. */
export const changeHalts = ({ halts, clock }: Ports, change: HaltChange): Promise<ChangedHalts> =>
  retryOnConflict(async () => {
    const before = await halts.read();
    const at = clock.now();
    const after = haltsAfter(before, change, at);
    if (after === undefined) return { halts: before, isChanged: false };
    await halts.store(after, change, at);
    return { halts: after, isChanged: true };
  });
