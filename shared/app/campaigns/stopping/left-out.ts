import type {
  MOVED,
  OTHER_ADDRESS,
  REFUSED_BY_SETTINGS,
  SENDER_UNKNOWN,
  WRITTEN_BEFORE,
  WRITTEN_ELSEWHERE,
} from '#shared/domain/campaign/recipient.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import type { NO_KEY_PRESS, NO_ROUTE } from '#shared/domain/sending/no-route.ts';
import type { PassedOver } from '../../send/send-once.ts';
import type { StopsAll } from './asked-of-each.ts';

/** Another run has just claimed them, or this one at another address of theirs, they have another since, the channel does not go to their address, or nothing of their campaign can leave: by its settings, or for want of a route. */
export interface LeftOut extends PassedOver {
  readonly code:
    | (typeof WRITTEN_BEFORE | typeof WRITTEN_ELSEWHERE)
    | (typeof OTHER_ADDRESS | typeof SENDER_UNKNOWN | typeof MOVED | typeof REFUSED_BY_SETTINGS)
    | (typeof NO_ROUTE | typeof NO_KEY_PRESS);
  /** The contact of the address that they have since. */
  readonly movedTo?: ContactId | undefined;
  readonly stops?: StopsAll | undefined;
  /** Seconds for which its worker may still be on them, who may yet undo it; 0: somebody was written to, or nobody knows. */
  readonly heldSeconds: number;
}
