import { KINDS_OF_COPIES, KINDS_OF_LOGS, KINDS_OF_OBJECTS, KINDS_OF_QUEUES } from './kinds-elsewhere.ts';
import { KINDS_OF_ADVERTISERS } from './kinds-of-advertisers.ts';
import { KINDS_OF_CAMPAIGNS } from './kinds-of-campaigns.ts';
import { KINDS_OF_PEOPLE } from './kinds-of-people.ts';
import type { StoredKind } from './stored-kind.ts';

/**
 * Everything that is stored, wherever: why, how long, and how it goes. `docs/retention.md` is written from it, and
 * `test/functions/retention/register.test.ts` fails for whatever is stored and is not here.
 */
export const REGISTER = {
  items: [...KINDS_OF_PEOPLE, ...KINDS_OF_CAMPAIGNS, ...KINDS_OF_ADVERTISERS],
  objects: KINDS_OF_OBJECTS,
  queues: KINDS_OF_QUEUES,
  logs: KINDS_OF_LOGS,
  copies: KINDS_OF_COPIES,
} as const satisfies Readonly<Record<string, readonly StoredKind[]>>;
