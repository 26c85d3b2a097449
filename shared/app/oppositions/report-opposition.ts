import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Clock } from '../clock.port.ts';
import { contactOf, knownAdvertiser, refuseFuture } from '../contacts/contact-of.ts';
import type { Address, Fingerprints } from '../contacts/fingerprints.port.ts';
import type { Pause } from '../pause.port.ts';
import type { Ledger } from '../records/ledger.port.ts';
import type { Advertisers } from '../settings/advertisers.port.ts';
import { type RegisteredOpposition, type RegisterOpposition, registerOpposition } from './register-opposition.ts';

type Reported = Omit<RegisterOpposition, 'contactId' | 'addressKind' | 'access' | 'messageId'>;

/**
 * Registers an opposition that somebody received and reports for an address. Refused only when malformed, future-dated
 * or naming an unknown advertiser (D23): an opposition filed under a mistyped advertiser would be lost in silence.
 */
export const reportOpposition = async (
  ports: {
    readonly ledger: Ledger;
    readonly clock: Clock;
    readonly pause: Pause;
    readonly advertisers: Advertisers;
    readonly fingerprints: Fingerprints;
  },
  command: Reported & { readonly access: AdvertiserAccess; readonly address: Address },
): Promise<RegisteredOpposition> => {
  const { address, ...reported } = command;
  refuseFuture(ports.clock.now(), { '/occurredAt': command.occurredAt });
  await knownAdvertiser(ports.advertisers, command.access);
  const { contactId, addressKind } = contactOf(ports.fingerprints, command.access, address);
  return registerOpposition(ports, { ...reported, contactId, addressKind });
};
