import type { AddressKind } from '#shared/channels/record.ts';

/**
 * The kind of an address that is normalised already, or of the first characters of a number: both kinds may begin with a plus, and only
 * an e-mail address has an `@`.
 */
export const kindOfDeliverable = (deliverable: string): AddressKind =>
  deliverable.startsWith('+') && !deliverable.includes('@') ? 'phone' : 'email';
