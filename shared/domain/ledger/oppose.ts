import type { FactId, Instant } from '../ids.ts';
import type { Opposition, OppositionScope, Via } from '../opposition/opposition.ts';
import type { LedgerEvent } from './ledger-event.ts';

/** An act that the ledger holds twice (a withdrawal, and the opposition written with it) is one opposition. */
export const oppose = <S extends { readonly oppositions: readonly Opposition[] }>(
  standing: S,
  opposition: Opposition,
): S => ({
  ...standing,
  oppositions: [...standing.oppositions.filter(({ id }) => id !== opposition.id), opposition],
});

/** The opposition that an event is, in this scope. */
export const opposition = (
  id: FactId,
  event: Pick<LedgerEvent, 'seq' | 'recordedAt'> & {
    occurredAt: Instant;
    messageId?: string | undefined;
    coversRelational?: true | undefined;
  },
  of: OppositionScope,
  via: Via,
): Opposition => ({
  id,
  seq: event.seq,
  of,
  via,
  occurredAt: event.occurredAt,
  recordedAt: event.recordedAt,
  ...(event.messageId === undefined ? {} : { messageId: event.messageId }),
  ...(event.coversRelational === undefined ? {} : { coversRelational: true }),
});
