import * as z from 'zod/mini';
import { about } from '../about.ts';
import { AdvertiserId, ContactId, FactId, Instant, Sha256 } from '../ids.ts';
import { Partner } from '../message/message.ts';
import { line } from '../text/text.ts';

/** recipient: the data went to the partner. source: they came from it. */
export const PartnerRole = z.enum(['recipient', 'source']);
export type PartnerRole = z.infer<typeof PartnerRole>;

/** What a caller says of one disclosure beside the contact and the partner. */
export const disclosed = {
  role: about(
    'recipient: your data of the contact went to the partner. source: they came from it. Absent: recipient.',
    z._default(PartnerRole, 'recipient'),
  ),
  disclosedAt: about('When the data went or came.', Instant),
  reference: about(
    'How you find the transfer again, such as the name of a file or a contract, at most 200 characters. Name no person in it. Absent: not said.',
    z.optional(line(200)),
  ),
};

/**
 * Data of a contact went to a partner, or came from one. `fingerprint` is what the address is called under the key that
 * both hold, made when the call named the address: an erasure leaves none to make it from. The key itself is not stored with it.
 */
export const Disclosure = z.strictObject({
  id: FactId,
  advertiserId: AdvertiserId,
  contactId: ContactId,
  partner: Partner,
  ...disclosed,
  recordedAt: Instant,
  fingerprint: Sha256,
  /** What the same number is called in the other ways to write it (`spellingsOf`). Absent: there is one. */
  otherFingerprints: z.optional(z.array(Sha256)),
  keyId: z.string(),
});
export type Disclosure = z.infer<typeof Disclosure>;
