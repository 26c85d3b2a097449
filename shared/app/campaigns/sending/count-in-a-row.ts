import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { refusedAs } from '#shared/domain/campaign/recipient.ts';
import {
  type Counting,
  type Handed,
  inARowAfter,
  type Row,
  rejectsAll,
  rowOf,
  stopsAfter,
} from '#shared/domain/campaign/stopping/in-a-row.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import { ADDRESS_CAUSE } from '#shared/domain/sending/refused-address.ts';
import type { Clock } from '../../clock.port.ts';
import type { Running, Runs } from '../runs.port.ts';
import type { Sent } from './recipient-outcome.ts';
import { handedIn, type SentInTurns } from './send-at-pace.ts';

/** Addresses of one chunk that a provider refuses while it takes none, before it is asked whether the fault is not of the campaign. */
const MOST_REFUSED = 5;

/** Does it take no address of the chunk, as far as the chunk alone says it? */
const refusesAddresses = (sent: readonly Sent[]): boolean => {
  const refused = sent.filter(({ isAddressRefused }) => isAddressRefused === true);
  // Of who waits nobody knows yet what the provider would say.
  const isOtherwise = sent.some(({ outcome: { state } }) => ['sent', 'unknown', 'waiting'].includes(state));
  return refused.length >= MOST_REFUSED && !isOtherwise;
};

const NOTHING_BEFORE: Row = { unanswered: 0, addresses: 0, rejected: 0, isAfterTaken: true };
const NOTHING_MORE = { isTaken: false, unanswered: 0, addresses: 0 };

/** What came of a chunk, once it is known who the provider does not take alone. */
export interface Counted {
  readonly sent: readonly Sent[];
  /** Why nobody else is written to before a human has looked; absent: nothing says so. */
  readonly stopsAll: string | undefined;
}

/**
 * Counts what the provider did not take of a chunk, before anything of it is stored, and says whether those whom it rejects end alone, and whether the campaign is to
 * pause. A count that is lost with its worker costs few people more; none is counted twice.
 */
export const countInARow = async (
  { runs, ports: { clock } }: { readonly runs: Pick<Runs, 'countInARow'>; readonly ports: { readonly clock: Clock } },
  { campaign, occurrence }: Running,
  of: { readonly access: AdvertiserAccess; readonly chunkId: string; readonly turns: SentInTurns },
): Promise<Counted> => {
  const { sent, done } = of.turns;
  const { resumedAt } = campaign;
  const handed = withoutKnown(handedIn(done), occurrence.inARow?.alone);
  const at = clock.now();
  const counting: Counting = { key: `${of.chunkId} ${at}`, handed, at, resumedAt };
  const noted = await runs
    .countInARow(of.access, occurrence, counting)
    .catch(() => inARowAfter(occurrence.inARow, counting) ?? occurrence.inARow);
  const row = rowOf(noted, resumedAt);
  const isSeen = resumedAt !== undefined && resumedAt > occurrence.startedAt;
  const inDoubt = new Set(handed.rejected);
  const rejected = sent.findLast(({ outcome }) => inDoubt.has(outcome.contactId))?.rejectedAs;
  const stopsAll =
    sent.find((each) => each.stopsAll !== undefined)?.stopsAll ??
    (rejectsAll(row, isSeen) ? rejected : undefined) ??
    stopsAfter(NOTHING_BEFORE, handed) ??
    stopsAfter(row, NOTHING_MORE) ??
    (refusesAddresses(sent) ? ADDRESS_CAUSE : undefined);
  return { sent: sent.map((each) => rejectedAlone(each, inDoubt)), stopsAll };
};

/** Whom it rejected before, and took others after, is no sign that it rejects all. */
const withoutKnown = (handed: Handed, alone: readonly ContactId[] = []): Handed => ({
  ...handed,
  rejected: handed.rejected.filter((contactId) => !alone.includes(contactId)),
});

/** Whoever the provider rejects, though it took another after them, waits for nothing that anybody could mend for all. */
const rejectedAlone = (sent: Sent, inDoubt: ReadonlySet<ContactId>): Sent => {
  const { rejectedAs, outcome } = sent;
  if (rejectedAs === undefined || inDoubt.has(outcome.contactId)) return sent;
  return { outcome: { contactId: outcome.contactId, ...refusedAs(rejectedAs, undefined) }, isInDoubt: true };
};
