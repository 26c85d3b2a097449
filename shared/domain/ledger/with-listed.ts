import { kindOfDeliverable } from '#shared/channels/record.ts';
import type { AdvertiserAccess } from '../advertiser/advertiser-access.ts';
import { factIdOf } from '../contact/fingerprint.ts';
import type { ContactId } from '../ids.ts';
import type { Listed, ListedOpposition } from '../opposition/listed.ts';
import type { Opposition } from '../opposition/opposition.ts';
import { emptyStanding, type Standing } from './standing.ts';

/**
 * Its position among the events of a contact: after the consents that were recorded before it, and after all that were imported, whenever:
 * none of them lifts it (OPP-4).
 */
const positionOf = ({ recordedAt }: ListedOpposition, { consents }: Standing): number =>
  Math.max(
    0,
    ...consents.filter((each) => each.imported !== undefined || each.recordedAt <= recordedAt).map(({ seq }) => seq),
  );

/** What is listed of an address as oppositions of its contact. */
export const oppositionsOf = (
  contactId: ContactId,
  standing: Standing,
  listed: readonly (ListedOpposition & Listed)[],
): readonly Opposition[] =>
  listed.map((each) => {
    const { of, via, occurredAt, recordedAt, keyId, fingerprint } = each;
    const id = factIdOf(contactId, JSON.stringify(['listed', keyId, fingerprint, of]));
    return { id, seq: positionOf(each, standing), of, via, occurredAt, recordedAt };
  });

/** A standing with the oppositions that are listed of its address; also of an address that nothing is recorded of. */
export const withListed = (
  {
    access,
    contactId,
    address,
  }: { readonly access: AdvertiserAccess; readonly contactId: ContactId; readonly address: string },
  standing: Standing | undefined,
  listed: readonly (ListedOpposition & Listed)[],
): Standing | undefined => {
  const [first] = listed;
  if (first === undefined) return standing;
  const addressKind = kindOfDeliverable(address);
  const { advertiserId } = access;
  const known = standing ?? emptyStanding({ advertiserId, contactId, addressKind }, first.recordedAt);
  return { ...known, oppositions: [...known.oppositions, ...oppositionsOf(contactId, known, listed)] };
};
