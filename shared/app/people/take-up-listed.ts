import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Consent } from '#shared/domain/consent/consent.ts';
import { sha256Of } from '#shared/domain/ledger/canonical.ts';
import { emptyStanding } from '#shared/domain/ledger/standing.ts';
import { oppositionsOf } from '#shared/domain/ledger/with-listed.ts';
import { isAbout } from '#shared/domain/opposition/is-about.ts';
import type { Opposition } from '#shared/domain/opposition/opposition.ts';
import type { NamedContact } from '../contacts/contact-of.ts';
import type { OppositionLists } from '../imports/opposition-lists.port.ts';
import { isSameAct } from '../oppositions/person-oppositions.ts';
import { registerOpposition } from '../oppositions/register-opposition.ts';
import type { VetReads } from '../verdicts/vet-reads.port.ts';

/** What it takes to see what partners listed of a contact, and to register it. */
export type TakeUpPorts = Parameters<typeof registerOpposition>[0] & {
  readonly vetReads: VetReads;
  readonly oppositionLists: Pick<OppositionLists, 'of'>;
};

/** Recorded later, and given later: a consent given before what is listed lifts none of it (OPP-4). */
const isLater = ({ state, seq, givenAt }: Consent, listed: Opposition): boolean =>
  state === 'given' && seq > listed.seq && givenAt > listed.occurredAt;

/** A contact; without its address, the one that is kept is asked for. */
type Named = Pick<NamedContact, 'contactId' | 'addressKind' | 'otherIds'> & Partial<Pick<NamedContact, 'deliverable'>>;

const register = (
  ports: TakeUpPorts,
  access: AdvertiserAccess,
  { contactId, addressKind, otherIds }: Named,
  { id, of, via, occurredAt }: Opposition,
) => {
  const requestId = sha256Of(`listed/${id}/${occurredAt}`);
  return registerOpposition(ports, {
    ...{ access, contactId, addressKind, of, via, occurredAt, requestId, bodySha256: requestId },
    ...(otherIds === undefined ? {} : { otherIds }),
    actor: { by: 'system' },
  });
};

/**
 * Registers what partners listed of the address of a contact, so that it goes wherever an opposition of the contact goes; what a consent
 * came after stays listed alone, so that it lifts it still. Resolves to all that is listed, in its place among the events. Done again it
 * registers nothing more.
 *
 * @param seen what was listed when it was asked before: only what is not there is registered, whatever consent came since
 */
export const takeUpListed = async (
  ports: TakeUpPorts,
  access: AdvertiserAccess,
  contact: Named,
  seen?: readonly Opposition[],
): Promise<readonly Opposition[]> => {
  const { contactId, addressKind, deliverable } = contact;
  const { advertiserId } = access;
  const at = ports.clock.now();
  const read = await ports.vetReads.read(access, contactId, at);
  const address = deliverable ?? read.address;
  const found = address === undefined ? [] : await ports.oppositionLists.of(access, address);
  const standing = read.standing ?? emptyStanding({ advertiserId, contactId, addressKind }, at);
  const listed = oppositionsOf(contactId, standing, found);
  const isWanted = (each: Opposition): boolean =>
    seen === undefined
      ? !standing.consents.some((consent) => isLater(consent, each) && isAbout(each.of, consent))
      : !seen.some((one) => one.id === each.id && one.occurredAt === each.occurredAt);
  for (const each of listed.filter(isWanted))
    if (!standing.oppositions.some((own) => isSameAct(own, each))) await register(ports, access, contact, each);
  return listed;
};
