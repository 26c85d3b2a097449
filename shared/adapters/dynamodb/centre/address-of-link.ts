import type { AddressOfLink } from '#shared/app/centre/address-of-link.port.ts';
import type { Clock } from '#shared/app/clock.port.ts';
import type { Fingerprints } from '#shared/app/contacts/fingerprints.port.ts';
import type { Messages } from '#shared/app/messages/messages.port.ts';
import type { VetReads } from '#shared/app/verdicts/vet-reads.port.ts';
import { addressKindOf } from '#shared/domain/message/channel.ts';

/**
 * The address that is kept with the contact, else the one of the message while it is kept: a contact that was erased has
 * neither. Where the message named the contact under another key, what is held is that of the address.
 */
export const addressOfLinkOf = ({
  vetReads,
  fingerprints,
  messages,
  clock,
}: {
  readonly vetReads: VetReads;
  readonly fingerprints: Pick<Fingerprints, 'find'>;
  readonly messages: Pick<Messages, 'getWithSecrets'>;
  readonly clock: Clock;
}): AddressOfLink => ({
  of: async (access, { contactId, messageId }) => {
    const { address, standing, sends } = await vetReads.read(access, contactId, clock.now());
    if (address !== undefined && standing !== undefined)
      return { address: { kind: standing.addressKind, value: address }, standing, sends };
    const found = await messages.getWithSecrets(access, messageId);
    const kind = found && addressKindOf(found.message.channel);
    if (!kind || found.secrets.address === '') return { standing, sends };
    const written = { kind, value: found.secrets.address };
    const named = standing === undefined ? (await fingerprints.find(access, written)).contactId : contactId;
    const known = await vetReads.read(access, named, clock.now(), written.value);
    return { address: written, standing: known.standing, sends: known.sends };
  },
});
