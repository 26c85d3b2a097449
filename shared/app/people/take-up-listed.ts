import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { sha256Of } from '#shared/domain/ledger/canonical.ts';
import { emptyStanding, type Standing } from '#shared/domain/ledger/standing.ts';
import { oppositionsOf } from '#shared/domain/ledger/with-listed.ts';
import { mayLiftAll, mayLiftSome } from '#shared/domain/opposition/lifting.ts';
import type { Opposition } from '#shared/domain/opposition/opposition.ts';
import type { NamedContact } from '../contacts/contact-of.ts';
import type { OppositionLists } from '../imports/opposition-lists.port.ts';
import { isSameAct, oppositionEvent, spread } from '../oppositions/person-oppositions.ts';
import { registerOpposition } from '../oppositions/register-opposition.ts';
import { appendToLedger } from '../records/append-to-ledger.ts';
import { retryOnConflict } from '../records/retry-on-conflict.ts';
import type { VetReads } from '../verdicts/vet-reads.port.ts';

/** What it takes to see what partners listed of a contact, and to register it. */
export type TakeUpPorts = Parameters<typeof registerOpposition>[0] & {
  readonly vetReads: VetReads;
  readonly oppositionLists: Pick<OppositionLists, 'of'>;
};

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
    access,
    contactId,
    addressKind,
    of,
    via,
    occurredAt,
    requestId,
    bodySha256: requestId,
    ...(otherIds === undefined ? {} : { otherIds }),
    actor: { by: 'system' },
  });
};

/**
 * Writes what is listed of a contact wherever an opposition of the contact goes, and not at the contact itself: it stays listed there, in
 * its place among the consents.
 */
const spreadAlone = (
  { ledger, clock, pause }: TakeUpPorts,
  access: AdvertiserAccess,
  standing: Standing,
  listed: Opposition,
): Promise<void> =>
  retryOnConflict(
    async () => {
      const at = clock.now();
      const seen = (await ledger.readStanding(access, standing.contactId)) ?? standing;
      const event = oppositionEvent({ ...listed, actor: { by: 'system' } });
      const { others, person } = await spread(ledger, access, seen, event, at);
      const missing = others.filter((each) => !each.seen.oppositions.some((own) => isSameAct(own, listed)));
      const isKept = person?.before.oppositions.some((own) => isSameAct(own, listed)) ?? true;
      if (missing.length > 0 || !isKept) await appendToLedger(ledger, access, missing, { at, person });
    },
    { pause, seed: listed.id },
  );

/**
 * Registers what partners listed of the address of a contact, so that it goes wherever an opposition of the contact goes. What later
 * consents lift in part stays listed alone here, so that they lift it still, and goes to the others as it is; what they lift whole goes
 * nowhere. Resolves to all that is listed, in its place among the events. Done again it registers nothing more.
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
  const { consents } = standing;
  const isNew = (each: Opposition): boolean =>
    !standing.oppositions.some((own) => isSameAct(own, each)) &&
    !seen?.some((one) => one.id === each.id && one.occurredAt === each.occurredAt);
  for (const each of listed.filter(isNew))
    if (seen !== undefined || !mayLiftSome(consents, each)) await register(ports, access, contact, each);
    else if (!mayLiftAll(consents, each)) await spreadAlone(ports, access, standing, each);
  return listed;
};

/** With what is listed of it and no consent lifts whole, so that a contact that joins a person brings it. */
export const bringing = (standing: Standing, listed: readonly Opposition[]): Standing => {
  const { oppositions, consents } = standing;
  const brought = listed.filter(
    (each) => !oppositions.some((own) => isSameAct(own, each)) && !mayLiftAll(consents, each),
  );
  return brought.length === 0 ? standing : { ...standing, oppositions: [...oppositions, ...brought] };
};
