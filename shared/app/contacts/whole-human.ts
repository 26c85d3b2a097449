import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import type { GlimpsedEvent } from '../records/ledger.port.ts';
import { formersIn, movesIn } from '../records/moves.ts';

/** Contacts that one human has by changes of address, at most. */
const MOST_OF_ONE_HUMAN = 100;

/** What it takes to follow a human: the events of a contact, and where its standing says that the person moved. */
interface Ways {
  readonly eventsOf: (access: AdvertiserAccess, contactId: ContactId) => Promise<readonly GlimpsedEvent[]>;
  /** `undefined`: no standing says it. */
  readonly movesOf: (contactId: ContactId) => Promise<readonly ContactId[] | undefined>;
}

/**
 * These contacts and those of all addresses that came before or after one of them: a change of address says that both are of one human, in
 * either direction (D1). These first, then the nearest. What an event says that was removed since is not known.
 */
export const withAllAddresses = async (
  { eventsOf, movesOf }: Ways,
  access: AdvertiserAccess,
  contacts: readonly ContactId[],
  most = MOST_OF_ONE_HUMAN,
): Promise<readonly ContactId[]> => {
  const found = new Set(contacts);
  for (const each of found) {
    if (found.size > contacts.length + most) break;
    const events = await eventsOf(access, each);
    const moves = (await movesOf(each)) ?? movesIn(events, each) ?? [];
    for (const next of [...moves.toReversed(), ...formersIn(events, each)]) found.add(next);
  }
  return [...found].slice(0, contacts.length + most);
};
