import type { ChunkRecipient } from '#shared/domain/campaign/chunk.ts';
import { runAt } from '#shared/domain/campaign/local-time.ts';
import type { SelectedContact } from '../../audience/audience-pages.port.ts';

/** Where a recipient lives of whom nothing says it (D15). */
const UNKNOWN_ZONE = 'Europe/Paris';

/** When a contact is written to: in waves, when the clock where they live shows the time. */
export const recipientOf = (
  { contactId, zone = UNKNOWN_ZONE }: SelectedContact,
  waves: string | undefined,
): ChunkRecipient => (waves === undefined ? { contactId } : { contactId, notBefore: runAt(waves, zone).at });
