import { forgottenHalts } from '#shared/domain/halt.ts';
import type { Clock } from '../clock.port.ts';
import type { Halts } from './halts.port.ts';

/** How many halts are perhaps forgotten. Throws `dependency-unavailable`. */
export const lookForForgotten = async (ports: { readonly halts: Halts; readonly clock: Clock }): Promise<number> =>
  forgottenHalts(await ports.halts.read(), ports.clock.now()).length;
