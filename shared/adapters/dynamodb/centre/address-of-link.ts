import type { AddressOfLink } from '#shared/app/centre/address-of-link.port.ts';
import type { Clock } from '#shared/app/clock.port.ts';
import type { Messages } from '#shared/app/messages/messages.port.ts';
import type { VetReads } from '#shared/app/verdicts/vet-reads.port.ts';
import { addressKindOf } from '#shared/domain/message/channel.ts';

/**
 * The address that is kept with the contact, else the one of the message while it is kept: a contact that was erased has
 * neither.
 */
export const addressOfLinkOf = ({
  vetReads,
  messages,
  clock,
}: {
  readonly vetReads: VetReads;
  readonly messages: Pick<Messages, 'getWithSecrets'>;
  readonly clock: Clock;
}): AddressOfLink => ({
  of: async (access, { contactId, messageId }) => {
    const { address, standing } = await vetReads.read(access, contactId, clock.now());
    if (address !== undefined && standing !== undefined) return { kind: standing.addressKind, value: address };
    const found = await messages.getWithSecrets(access, messageId);
    const kind = found && addressKindOf(found.message.channel);
    return kind && found.secrets.address !== '' ? { kind, value: found.secrets.address } : undefined;
  },
});
