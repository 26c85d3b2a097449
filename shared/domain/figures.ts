import type { Change, LedgerChange, MessageChange } from './change.ts';
import type { AdvertiserId } from './ids.ts';
import { oppositionOf } from './ledger/opposition-of.ts';
import type { MessageStatus } from './message/message.ts';
import { millisecondsOf } from './time/instant.ts';

/**
 * What is counted: how many messages reach each state, the segments of SMS, and oppositions. `seconds-late` is no count: how
 * long a message has been able to leave when it is put back to be tried again.
 */
export type FigureName = MessageStatus | 'segments' | 'oppositions' | 'seconds-late';

/** One number that a change adds. Codes, ids and numbers alone (P8). */
export interface Figure {
  readonly name: FigureName;
  readonly value: number;
  readonly advertiserId: AdvertiserId;
  /** The channel of what is sent, and of segments; the main reason code of what is refused. */
  readonly by?: string | undefined;
}

/** What a change adds to the figures. Messages that try a template are counted nowhere. */
export const figuresOf = (change: Change): readonly Figure[] => {
  if (change.of === 'ledger') return oppositions(change);
  if (change.of !== 'message' || change.after.test === true) return [];
  return [...newState(change), ...lateness(change)];
};

const newState = ({ before, after }: MessageChange): readonly Figure[] => {
  const { advertiserId, status, channel, segments, verdict } = after;
  if (status === before?.status) return [];
  const one = { name: status, value: 1, advertiserId };
  if (status === 'refused') return [{ ...one, by: verdict?.reasons[0]?.code ?? 'none' }];
  if (status !== 'sent') return [one];
  const parts =
    segments === undefined ? [] : [{ name: 'segments' as const, value: segments, advertiserId, by: channel }];
  return [{ ...one, by: channel }, ...parts];
};

/** One that waits for a human could leave since the decision, of which the message knows nothing. */
const lateness = ({ before, after }: MessageChange): readonly Figure[] => {
  const { advertiserId, status, acceptedAt, dueAt, putBack } = after;
  if (putBack === undefined || putBack.times === before?.putBack?.times) return [];
  const since = status === 'accepted' ? acceptedAt : dueAt;
  const milliseconds = since === undefined ? -1 : millisecondsOf(putBack.at) - millisecondsOf(since);
  return milliseconds < 0 ? [] : [{ name: 'seconds-late', value: Math.round(milliseconds / 1000), advertiserId }];
};

/** A copy to another contact of the person, and what is written beside a withdrawal, are no acts of their own. */
const oppositions = ({ advertiserId, event }: LedgerChange): readonly Figure[] => {
  const isWrittenBeside =
    ('copiedFrom' in event && event.copiedFrom !== undefined) ||
    (event.type === 'opposition-registered' && event.via === 'withdrawal');
  const opposes = event.type === 'consent-withdrawn' || oppositionOf(event) !== undefined;
  return opposes && !isWrittenBeside ? [{ name: 'oppositions', value: 1, advertiserId }] : [];
};
