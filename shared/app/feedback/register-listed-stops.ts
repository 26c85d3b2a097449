import { type AdvertiserAccess, admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { allOf, settleAtMost } from '#shared/domain/at-most.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import { sha256Of } from '#shared/domain/ledger/canonical.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import { familyOf } from '#shared/domain/message/channel.ts';
import { covers } from '#shared/domain/opposition/merge-oppositions.ts';
import type { OppositionScope } from '#shared/domain/opposition/opposition.ts';
import { addDays, earlier } from '#shared/domain/time/instant.ts';
import { isUnreadable } from '#shared/domain/unreadable.ts';
import { withContact } from '../contacts/with-contact.ts';
import { type AddresseePorts, AT_ONCE, addresseesOf } from '../oppositions/addressees-of-reply.ts';
import { registerOpposition } from '../oppositions/register-opposition.ts';
import type { Pause } from '../pause.port.ts';
import type { Ledger } from '../records/ledger.port.ts';
import type { ListedStop, ListedStops } from './listed-stops.port.ts';
import type { ReadUntil } from './opted-out-log.port.ts';

export interface ListedStopPorts extends AddresseePorts {
  readonly pause: Pause;
  readonly ledger: Ledger;
  readonly listedStops: ListedStops;
  readonly readUntil: ReadUntil;
}

/** What a run found. */
export interface RegisteredListedStops {
  /** Oppositions that were not known before. */
  readonly opposed: number;
  /** The first thing that kept a row from being registered. */
  readonly failure?: unknown;
}

/** A row may be in the list some time after the day that it names: it is read twice rather than never. */
const READ_TWICE_DAYS = 3;
/** A STOP that came to us as well, and the row of it, are less than this apart. */
const SAME_STOP_DAYS = 1;

const opposedBy = ({ channel }: ListedStops): OppositionScope => ({
  scope: 'channel',
  channels: [...familyOf(channel)],
});

/** By this STOP, or by a later act that says as much. */
const isKnown = (standing: Standing | undefined, of: OppositionScope, { at }: ListedStop): boolean =>
  standing?.oppositions.some(
    (each) => covers(each.of, of) && (at === undefined || each.occurredAt >= addDays(at, -SAME_STOP_DAYS)),
  ) === true;

/** What is stored of a damaged contact is no reason to register nothing. */
const standingOf = async (ports: ListedStopPorts, access: AdvertiserAccess, contactId: ContactId) => {
  try {
    return await ports.ledger.readStanding(access, contactId);
  } catch (error) {
    if (isUnreadable(error)) return undefined;
    throw error;
  }
};

/** False where it was known. A row is one act, whenever it is read: without a day it counts from when it was read first. */
const opposeAt = (ports: ListedStopPorts, access: AdvertiserAccess, stop: ListedStop): Promise<boolean> =>
  withContact(
    ports.fingerprints,
    access,
    { kind: 'phone', value: stop.phone },
    async ({ contactId, otherIds }): Promise<boolean> => {
      const of = opposedBy(ports.listedStops);
      if (isKnown(await standingOf(ports, access, contactId), of, stop)) return false;
      const now = ports.clock.now();
      const act = sha256Of(`listed-stop/${contactId}/${stop.at ?? ''}`);
      await registerOpposition(ports, {
        access,
        contactId,
        otherIds,
        addressKind: 'phone',
        of,
        via: 'provider-complaint',
        occurredAt: earlier(stop.at ?? now, now),
        requestId: act,
        bodySha256: act,
        // Relational messages carry the same code.
        coversRelational: true,
        actor: { by: 'provider' },
      });
      return true;
    },
  );

/** For whom it is, is found as for a STOP that came to that code (D19): in doubt for all of them. */
const oppose = async (ports: ListedStopPorts, stop: ListedStop): Promise<number> => {
  const { phone: from, at: receivedAt } = stop;
  const { replyCode } = ports.listedStops;
  const { advertisers } = await addresseesOf(ports, { replyId: '', text: 'STOP', from, replyCode, receivedAt });
  const known = allOf(await settleAtMost(AT_ONCE, advertisers.map(admit), (access) => opposeAt(ports, access, stop)));
  return known.filter((isNew) => isNew).length;
};

/**
 * Reads the list once a day, and registers each number on it that is not opposed already, once. The first run that finds the list and the store at hand
 * all along is the one of its day: any other is repeated by the next, so that nothing is lost. A row that names no number is lost to nobody who could read it: the
 * run says so each day, for a human to look.
 */
export const registerListedStops = async (
  ports: ListedStopPorts,
  hasTime: () => boolean,
): Promise<RegisteredListedStops> => {
  const now = ports.clock.now();
  const before = await ports.readUntil.read();
  if (before !== undefined && before.slice(0, 10) === now.slice(0, 10)) return { opposed: 0 };
  const { stops, unreadable } = await ports.listedStops.all();
  const since = before === undefined ? undefined : addDays(before, -READ_TWICE_DAYS);
  let [opposed, failure]: [number, unknown] = [0, undefined];
  for (const stop of stops.filter(({ at }) => at === undefined || since === undefined || at >= since)) {
    if (!hasTime()) return { opposed, failure };
    try {
      opposed += await oppose(ports, stop);
    } catch (error) {
      failure ??= error;
    }
  }
  if (failure !== undefined) return { opposed, failure };
  await ports.readUntil.store(now);
  return {
    opposed,
    ...(unreadable > 0 ? { failure: dependencyUnavailable('A row of the list of STOP of a provider') } : {}),
  };
};
