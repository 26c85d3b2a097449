import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Erasure } from '#shared/domain/ledger/erasure.ts';
import { addSeconds, wholeMinuteFrom } from '#shared/domain/time/instant.ts';
import type { Clock } from '../clock.port.ts';
import type { Suppressions } from '../feedback/suppressions.port.ts';
import type { DueList } from '../send/due-list.port.ts';
import type { Erasures, ExportedContacts, Traces } from './erasures.port.ts';

export interface FinishPorts {
  readonly erasures: Erasures;
  readonly traces: Traces;
  readonly exportedContacts: ExportedContacts;
  readonly suppressions: Pick<Suppressions, 'remove'>;
  readonly dueList: Pick<DueList, 'put'>;
  readonly clock: Clock;
}

/** A worker that read the contact before its erasure has claimed its message by then, or will not. */
const SETTLED_SECONDS = 10;

/**
 * Removes what is left of a contact whose erasure is recorded, and destroys its key last: whatever fails before is done again, and
 * ends the same. Its address leaves the provider's list here, since our own block is stored. What still waits to be sent is brought up, and
 * ends as refused. Throws `dependency-unavailable`.
 */
export const finishErasure = async (
  { erasures, traces, exportedContacts, suppressions, dueList, clock }: FinishPorts,
  access: AdvertiserAccess,
  erasure: Erasure,
): Promise<Erasure> => {
  const { contactId, advertiserId, addressKind } = erasure;
  const { stripped: messages, waiting } = await traces.stripMessages(access, erasure);
  const dueAt = wholeMinuteFrom(addSeconds(clock.now(), SETTLED_SECONDS));
  for (const messageId of waiting) await dueList.put({ advertiserId, messageId }, dueAt);
  await traces.removeProfile(access, erasure);
  await traces.removeRows(access, erasure);
  const listRows = await traces.removeFromLists(access, contactId);
  const events = await traces.removeEvents(access, erasure);
  await traces.stripRequests(access, erasure);
  await exportedContacts.removeFiles(access, contactId);
  const address = await erasures.addressOf(access, erasure);
  if (address !== undefined) await suppressions.remove(advertiserId, { kind: addressKind, value: address });
  return erasures.finish(access, erasure, { messages, events, listRows });
};
