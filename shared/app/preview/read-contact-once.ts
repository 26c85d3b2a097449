import type { ContactId } from '#shared/domain/ids.ts';
import type { VetInput, VetReads } from '../verdicts/vet-reads.port.ts';

/** What is known of a contact is read once: to find its address, and to judge. */
export const readContactOnce = ({ read }: VetReads): VetReads => {
  const known = new Map<ContactId, Promise<VetInput>>();
  return {
    read: (access, contactId, at) => {
      const input = known.get(contactId) ?? read(access, contactId, at);
      known.set(contactId, input);
      return input;
    },
  };
};
