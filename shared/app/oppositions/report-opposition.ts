import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { normaliseAddress } from '#shared/domain/contact/address.ts';
import { advertiserNotFound } from '#shared/domain/failure.ts';
import type { MessageId } from '#shared/domain/ids.ts';
import type { Clock } from '../clock.port.ts';
import { refuseFuture } from '../contacts/contact-of.ts';
import type { Address, Fingerprints } from '../contacts/fingerprints.port.ts';
import { withContact } from '../contacts/with-contact.ts';
import type { Pause } from '../pause.port.ts';
import type { Ledger } from '../records/ledger.port.ts';
import type { Reviews } from '../reviews/reviews.port.ts';
import type { Advertisers } from '../settings/advertisers.port.ts';
import type { RegisteredOpposition, RegisterOpposition } from './act-of-opposition.ts';
import { complainOfTemplate } from './complain-of-template.ts';
import { coversRelational, type MessageReads, messageOpposed } from './message-opposed.ts';
import { registerOpposition } from './register-opposition.ts';

type Reported = Omit<RegisterOpposition, 'contactId' | 'addressKind' | 'access' | 'messageId' | 'coversRelational'> & {
  /** The message that the person answered or complained of. */
  readonly messageId?: MessageId | undefined;
};

/** What it takes to register an opposition that somebody reports. */
export interface OpposingPorts extends MessageReads {
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly pause: Pause;
  readonly advertisers: Advertisers;
  readonly fingerprints: Fingerprints;
  readonly reviews: Pick<Reviews, 'complain'>;
}

/** Nothing was ever stored under this name. Settings that cannot be read now are there all the same. */
const isUnknown = async ({ advertisers }: OpposingPorts, access: AdvertiserAccess): Promise<boolean> => {
  const [settings] = await Promise.allSettled([advertisers.get(access)]);
  return settings.status === 'fulfilled' && settings.value === undefined;
};

/**
 * Registers an opposition that somebody received and reports for an address. Refused only when malformed, future-dated
 * or naming an unknown advertiser (D23): an opposition filed under a mistyped advertiser would be lost in silence. A
 * complaint that names a message opens the review of its template, once the opposition is recorded.
 */
export const reportOpposition = async (
  ports: OpposingPorts,
  command: Reported & { readonly access: AdvertiserAccess; readonly address: Address },
): Promise<RegisteredOpposition> => {
  const { address, ...reported } = command;
  refuseFuture(ports.clock.now(), { '/occurredAt': command.occurredAt });
  if (await isUnknown(ports, command.access)) throw advertiserNotFound();
  normaliseAddress(address);
  const { messageId, via } = command;
  const opposed = messageId && (await messageOpposed(ports, command.access, messageId));
  const isWider = opposed !== undefined && coversRelational(opposed);
  const registered = await withContact(ports.fingerprints, command.access, address, ({ deliverable: _, ...contact }) =>
    registerOpposition(ports, { ...reported, ...contact, ...(isWider ? { coversRelational: true } : {}) }),
  );
  if (opposed && via === 'complaint')
    await complainOfTemplate(ports.reviews, command.access, opposed, ports.clock.now());
  return registered;
};
