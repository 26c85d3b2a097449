import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Consent } from '#shared/domain/consent/consent.ts';
import { normaliseAddress } from '#shared/domain/contact/address.ts';
import type { ContactId, Instant } from '#shared/domain/ids.ts';
import { sha256Of } from '#shared/domain/ledger/canonical.ts';
import { isErased } from '#shared/domain/ledger/erased.ts';
import { isReduced } from '#shared/domain/ledger/reduced-standing.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import { type Channel, familyOf } from '#shared/domain/message/channel.ts';
import { familyOpposed, SAME_ACT_DAYS, saysAsMuch } from '#shared/domain/opposition/same-act.ts';
import { addDays, earlier } from '#shared/domain/time/instant.ts';
import type { Clock } from '../clock.port.ts';
import type { NamedContact } from '../contacts/contact-of.ts';
import type { Fingerprints } from '../contacts/fingerprints.port.ts';
import { withContact } from '../contacts/with-contact.ts';
import { registerOpposition } from '../oppositions/register-opposition.ts';
import type { Pause } from '../pause.port.ts';
import type { Ledger } from '../records/ledger.port.ts';
import { recordFailure } from './record-failure.ts';
import type { Suppression, Suppressions } from './suppressions.port.ts';

export interface MendPorts {
  readonly clock: Clock;
  readonly pause: Pause;
  readonly ledger: Ledger;
  readonly fingerprints: Fingerprints;
  readonly suppressions: Suppressions;
}

/** What an entry was: known here, learned now, or taken off the provider's list since the person agreed again. */
export type Mended = 'known' | 'learned' | 'removed';

/** True where it is about the channel of the entry, or one that ends with it. */
const isOf = ({ channel }: Suppression, { channels }: { readonly channels: readonly Channel[] }): boolean =>
  channels.some((each) => familyOf(channel).includes(each));

/** What the person agreed to since, and did not end: an import lifts nothing, whatever its date. */
const agreedSince = (standing: Standing, entry: Suppression): readonly Consent[] =>
  standing.consents.filter(
    (consent) =>
      consent.state === 'given' && consent.imported === undefined && consent.givenAt > entry.at && isOf(entry, consent),
  );

/** Against a complaint counts only what we saw, or can show. */
const isTakenBack = (standing: Standing, entry: Suppression): boolean =>
  agreedSince(standing, entry).some(({ observed, proof }) => observed || proof !== undefined);

const knowsFailure = ({ deliveryFailures = [] }: Standing, at: Instant): boolean =>
  deliveryFailures.some((failure) => failure.kind === 'permanent' && failure.at >= addDays(at, -SAME_ACT_DAYS));

/** By this complaint, or by a later act that says as much. */
const isOpposed = ({ oppositions }: Standing, { channel, at }: Suppression): boolean =>
  oppositions.some((each) => saysAsMuch(each, { of: familyOpposed(channel), at }));

const actOf = (contactId: ContactId, { at }: Suppression): string => `suppression/${contactId}/${at}`;

/** False where the entry is no address. */
const isAddress = ({ address }: Suppression): boolean => {
  try {
    normaliseAddress(address);
    return true;
  } catch {
    return false;
  }
};

/**
 * Makes the provider's list and our own say the same of one address. What bounced and is not known here blocks the address from
 * now on, unless the person agreed since: then it is the provider's list that is wrong. A complaint that is not known here is an
 * opposition; it stays on the provider's list, and no opposition is ever lifted. A contact that is not known or has expired is not
 * brought back for a bounce; where it bounced, the address of one whose use ended is taken off the list, and that of one that was erased in
 * any case.
 */
export const mendSuppression = async (
  ports: MendPorts,
  access: AdvertiserAccess,
  entry: Suppression,
): Promise<Mended> => {
  if (!isAddress(entry)) return 'known';
  return withContact(ports.fingerprints, access, entry.address, (contact) => mendAt(ports, access, contact, entry));
};

const mendAt = async (
  ports: MendPorts,
  access: AdvertiserAccess,
  contact: NamedContact,
  entry: Suppression,
): Promise<Mended> => {
  const { contactId } = contact;
  const standing = await ports.ledger.readStanding(access, contactId);
  if (standing !== undefined && isErased(standing)) return forgetErased(ports, access, contact, { entry, standing });
  if (entry.reason === 'COMPLAINT') return mendComplaint(ports, access, contact, { entry, standing });
  const isNeedless = await hasEnded(ports, access, contactId, standing);
  if (isNeedless || (standing !== undefined && agreedSince(standing, entry).length > 0)) {
    await ports.suppressions.remove(access.advertiserId, entry.address);
    return 'removed';
  }
  if (standing === undefined) return 'known';
  if (knowsFailure(standing, entry.at)) return 'known';
  await recordFailure(ports, access, contactId, {
    act: actOf(contactId, entry),
    kind: 'permanent',
    code: 'OnTenantSuppressionList',
    occurredAt: entry.at,
  });
  return 'learned';
};

/** True of a contact of which we had an address and have none any more: nothing is sent to it, and the provider needs none either. */
const hasEnded = async (
  { ledger }: MendPorts,
  access: AdvertiserAccess,
  contactId: ContactId,
  standing: Standing | undefined,
): Promise<boolean> => {
  if (standing === undefined) return (await ledger.lastPosition(access, contactId)) > 0;
  return isReduced(standing) && (await ledger.listEvents(access, contactId)).length === 0;
};

/** Our own block is stored: the provider needs the address no more. What the person complained of since is registered first. */
const forgetErased = async (
  ports: MendPorts,
  access: AdvertiserAccess,
  contact: NamedContact,
  { entry, standing }: { readonly entry: Suppression; readonly standing: Standing },
): Promise<Mended> => {
  if (entry.reason === 'COMPLAINT') await mendComplaint(ports, access, contact, { entry, standing });
  await ports.suppressions.remove(access.advertiserId, entry.address);
  return 'removed';
};

const mendComplaint = async (
  ports: MendPorts,
  access: AdvertiserAccess,
  { contactId, otherIds }: NamedContact,
  { entry, standing }: { readonly entry: Suppression; readonly standing: Standing | undefined },
): Promise<Mended> => {
  if (standing !== undefined && (isOpposed(standing, entry) || isTakenBack(standing, entry))) return 'known';
  const act = sha256Of(actOf(contactId, entry));
  await registerOpposition(ports, {
    access,
    contactId,
    otherIds,
    addressKind: entry.address.kind,
    of: familyOpposed(entry.channel),
    via: 'provider-complaint',
    occurredAt: earlier(entry.at, ports.clock.now()),
    requestId: act,
    bodySha256: act,
    // Nobody can say that it was no relational mail.
    coversRelational: true,
    actor: { by: 'provider' },
  });
  return 'learned';
};
