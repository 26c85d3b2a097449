import type { KeyedNames, StoredNames } from '#shared/adapters/crypto/fingerprints.ts';
import { isSameAct } from '#shared/app/oppositions/person-oppositions.ts';
import { registerOpposition } from '#shared/app/oppositions/register-opposition.ts';
import { retryOnConflict } from '#shared/app/records/retry-on-conflict.ts';
import { restrictAlike } from '#shared/app/rights/restrict-alike.ts';
import type { VetReads } from '#shared/app/verdicts/vet-reads.port.ts';
import { kindOfDeliverable } from '#shared/channels/record.ts';
import { type AdvertiserAccess, admit } from '#shared/domain/advertiser/advertiser-access.ts';
import type { AdvertiserId, ContactId } from '#shared/domain/ids.ts';
import { sha256Of } from '#shared/domain/ledger/canonical.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import type { Opposition } from '#shared/domain/opposition/opposition.ts';
import type { Raw } from './stored-keys.ts';

/** What it takes to see that an address is one contact, and to make two that are there oppose alike. */
export type SameAddressPorts = Parameters<typeof registerOpposition>[0] & {
  readonly fingerprints: Pick<KeyedNames, 'idsOf'>;
  readonly storedNames: StoredNames;
  readonly vetReads: VetReads;
};

const STANDING = 'STANDING';

/** Other contacts of the address that an item keeps: there should never be one, but for a number of overseas that was stored in both spellings. */
export const othersOfAddress = async (ports: SameAddressPorts, item: Raw): Promise<readonly ContactId[]> => {
  if (item.sk !== STANDING || item.address === undefined) return [];
  const access = admit(item.advertiserId as AdvertiserId);
  const contactId = item.contactId as ContactId;
  const { address } = await ports.vetReads.read(access, contactId, ports.clock.now());
  if (address === undefined) return [];
  const kind = kindOfDeliverable(address);
  const ids = ports.fingerprints.idsOf(access.advertiserId, { kind, value: address }).filter((id) => id !== contactId);
  const isThere = await Promise.all(ids.map((id) => ports.storedNames.hasContact(access, id)));
  return ids.filter((_, index) => isThere[index]);
};

/** As it was said: of the same kind of address, with its evidence, so that a doubtful one stays doubtful. */
const copy = async (
  ports: SameAddressPorts,
  access: AdvertiserAccess,
  [from, to]: readonly [Standing, ContactId],
  opposition: Opposition,
) => {
  const { id, of, via, occurredAt, coversRelational } = opposition;
  const requestId = sha256Of(`same-address/${id}/${to}`);
  const events = await ports.ledger.listEvents(access, from.contactId);
  const said = events.find((event) => event.type === 'opposition-registered' && event.id === id);
  const evidence = said?.type === 'opposition-registered' ? said.evidence : undefined;
  return registerOpposition(ports, {
    access,
    contactId: to,
    addressKind: from.addressKind,
    ...(evidence === undefined ? {} : { evidence }),
    of,
    via,
    occurredAt,
    requestId,
    bodySha256: requestId,
    ...(coversRelational === true ? { coversRelational } : {}),
    actor: { by: 'system' },
  });
};

/**
 * Gives two contacts of one address each other's oppositions and restrictions: one was stored while the other was missing from a table that had been
 * restored. Nothing else of them is touched, and the same again changes nothing.
 */
export const opposeAlike = async (
  ports: SameAddressPorts,
  advertiserId: AdvertiserId,
  pair: readonly [ContactId, ContactId],
): Promise<void> => {
  const access = admit(advertiserId);
  for (const [from, to] of [pair, pair.toReversed()] as [ContactId, ContactId][]) {
    const [standing, other] = await Promise.all([from, to].map((each) => ports.ledger.readStanding(access, each)));
    if (standing === undefined) continue;
    const news = standing.oppositions.filter(
      (opposition) => !other?.oppositions.some((each) => isSameAct(each, opposition)),
    );
    for (const opposition of news) await copy(ports, access, [standing, to], opposition);
  }
  const restrict = () => restrictAlike(ports.ledger, access, pair, { actor: { by: 'system' }, at: ports.clock.now() });
  await retryOnConflict(restrict, { pause: ports.pause, seed: pair.join('/') });
};
