import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { addSeconds } from '#shared/domain/time/instant.ts';
import { storedUnreadable } from '#shared/domain/unreadable.ts';
import type { Pause } from '../pause.port.ts';
import type { DueErasure } from './erasures.port.ts';
import { type FinishPorts, finishErasure } from './finish-erasure.ts';

/** After so long nobody holds a copy of the key that was read before: what was still stored with it is found. */
const LAST_LOOK_SECONDS = 600;
/** Whoever called does it until then. */
const FIRST_LOOK_SECONDS = 60;
/** SES answers one request a second of an account for all but what sends. */
const BETWEEN_MS = 1_100;
const PAGE = 25;

/** What a run did. */
interface Finished {
  readonly finished: number;
  /** The first thing that kept one from being finished: it comes again with the next run. */
  readonly failure?: unknown;
}

/**
 * Finishes erasures that were begun, and looks at each once more when nobody can have stored anything with what was read before. One that
 * fails keeps no other waiting.
 */
export const finishDueErasures = async (
  ports: FinishPorts & { readonly pause: Pause },
  hasTime: () => boolean,
): Promise<Finished> => {
  let finished = 0;
  let failure: unknown;
  let after: string | undefined;
  do {
    const { items, next, unreadable } = await ports.erasures.due({ limit: PAGE, after });
    if (unreadable > 0) failure ??= storedUnreadable();
    for (const due of items) {
      if (!hasTime()) return { finished, failure };
      try {
        if (await look(ports, due)) finished += 1;
      } catch (error) {
        failure ??= error;
      }
      await ports.pause(BETWEEN_MS);
    }
    after = next;
  } while (after !== undefined);
  return { finished, failure };
};

/** True where it was the last look. Of an erasure that is there no more nothing is left to do. */
const look = async (ports: FinishPorts, due: DueErasure): Promise<boolean> => {
  const access = admit(due.advertiserId);
  const erasure = await ports.erasures.get(access, due);
  const now = ports.clock.now();
  if (erasure === undefined) {
    await ports.erasures.settle(due);
    return false;
  }
  if (addSeconds(erasure.erasedAt, FIRST_LOOK_SECONDS) > now) return false;
  await finishErasure(ports, access, erasure);
  if (addSeconds(erasure.erasedAt, LAST_LOOK_SECONDS) > now) return false;
  await ports.erasures.settle(due);
  return true;
};
