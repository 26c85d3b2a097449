import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { factIdOf } from '#shared/domain/contact/fingerprint.ts';
import type { ContactId, Instant } from '#shared/domain/ids.ts';
import { sha256Of } from '#shared/domain/ledger/canonical.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import { type Channel, familyOf } from '#shared/domain/message/channel.ts';
import { addDays } from '#shared/domain/time/instant.ts';
import type { Clock } from '../clock.port.ts';
import { contactOf } from '../contacts/contact-of.ts';
import type { Fingerprints } from '../contacts/fingerprints.port.ts';
import { registerOpposition } from '../oppositions/register-opposition.ts';
import type { Pause } from '../pause.port.ts';
import { appendToLedger } from '../records/append-to-ledger.ts';
import { isRepeated } from '../records/is-repeated.ts';
import type { Ledger } from '../records/ledger.port.ts';
import { retryOnConflict } from '../records/retry-on-conflict.ts';
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

/** A report and the entry that it left at the provider are less than this apart. */
const SAME_FAILURE_DAYS = 1;

/** True where it is about the channel of the entry, or one that ends with it. */
const isOf = ({ channel }: Suppression, { channels }: { readonly channels: readonly Channel[] }): boolean =>
  channels.some((each) => familyOf(channel).includes(each));

const agreedSince = (standing: Standing, entry: Suppression): boolean =>
  standing.consents.some((consent) => consent.givenAt > entry.at && isOf(entry, consent));

const knowsFailure = ({ deliveryFailures = [] }: Standing, at: Instant): boolean =>
  deliveryFailures.some((failure) => failure.kind === 'permanent' && failure.at >= addDays(at, -SAME_FAILURE_DAYS));

const isOpposed = ({ oppositions }: Standing, entry: Suppression): boolean =>
  oppositions.some(({ of }) => of.scope === 'global' || isOf(entry, of));

/** The contact of the entry; `undefined` where it is no address. */
const contactIn = ({ fingerprints }: MendPorts, access: AdvertiserAccess, { address }: Suppression) => {
  try {
    return contactOf(fingerprints, access, address);
  } catch {
    return undefined;
  }
};

/**
 * Makes the provider's list and our own say the same of one address. What bounced and is not known here blocks the address from
 * now on, unless the person agreed since: then it is the provider's list that is wrong. A complaint that is not known here is an
 * opposition; it stays on the provider's list, and no opposition is ever lifted. A contact that is not known, has expired or was
 * erased is not brought back for a bounce.
 */
export const mendSuppression = async (
  ports: MendPorts,
  access: AdvertiserAccess,
  entry: Suppression,
): Promise<Mended> => {
  const contact = contactIn(ports, access, entry);
  if (contact === undefined) return 'known';
  const { contactId } = contact;
  const standing = await ports.ledger.readStanding(access, contactId);
  if (entry.reason === 'COMPLAINT') return mendComplaint(ports, access, contactId, { entry, standing });
  if (standing === undefined) return 'known';
  if (agreedSince(standing, entry)) {
    await ports.suppressions.remove(access.advertiserId, entry.address);
    return 'removed';
  }
  if (knowsFailure(standing, entry.at)) return 'known';
  await learnFailure(ports, access, contactId, entry);
  return 'learned';
};

const mendComplaint = async (
  ports: MendPorts,
  access: AdvertiserAccess,
  contactId: ContactId,
  { entry, standing }: { readonly entry: Suppression; readonly standing: Standing | undefined },
): Promise<Mended> => {
  if (standing !== undefined && (isOpposed(standing, entry) || agreedSince(standing, entry))) return 'known';
  const act = sha256Of(`suppression/${contactId}/${entry.at}`);
  await registerOpposition(ports, {
    access,
    contactId,
    addressKind: entry.address.kind,
    of: { scope: 'channel', channels: [...familyOf(entry.channel)] },
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

const earlier = (a: Instant, b: Instant): Instant => (a < b ? a : b);

const learnFailure = (
  ports: MendPorts,
  access: AdvertiserAccess,
  contactId: ContactId,
  { at: occurredAt }: Suppression,
): Promise<void> => {
  const requestId = sha256Of(`suppression/${contactId}/${occurredAt}`);
  const request = { requestId, bodySha256: requestId };
  return retryOnConflict(
    async () => {
      const seen = await ports.ledger.readStanding(access, contactId);
      if (seen === undefined || (await isRepeated(ports.ledger, access, contactId, request))) return;
      const failure = { kind: 'permanent', code: 'OnTenantSuppressionList', occurredAt } as const;
      const id = factIdOf(contactId, requestId);
      const event = { type: 'delivery-failed', id, ...failure, actor: { by: 'provider' } } as const;
      const at = ports.clock.now();
      await appendToLedger(ports.ledger, access, [{ contactId, seen, events: [event] }], { at, request });
    },
    { pause: ports.pause, seed: requestId },
  );
};
