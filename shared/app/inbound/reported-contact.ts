import type { AdvertiserId } from '#shared/domain/ids.ts';
import { sha256Of } from '#shared/domain/ledger/canonical.ts';
import { asksForContact } from '#shared/domain/opposition/contact-request.ts';
import type { SmsReply } from '#shared/domain/opposition/received-reply.ts';
import { providerReferenceOf } from '#shared/domain/sending/reference.ts';
import type { AddressOfLink } from '../centre/address-of-link.port.ts';
import type { ProviderReport } from '../feedback/apply-provider-report.ts';

/**
 * True where a provider reports a text that asks who writes, and nothing else. One that signs names the message of this URL, which no signature
 * covers; of one that signs nothing the URL vouches, which nobody guesses; what nobody vouches for has us write to nobody.
 */
export const asksInReport = ({
  link,
  event,
  isSigned,
  isUnvouched,
}: Pick<ProviderReport, 'link' | 'event' | 'isSigned' | 'isUnvouched'>): boolean =>
  event.kind === 'reply' &&
  asksForContact(event.text ?? '') &&
  isUnvouched === undefined &&
  (!isSigned || event.reference === providerReferenceOf(link.messageId));

/** A report names a message and no code: the first sender of its advertiser answers. */
const NO_CODE = 'unknown';

/**
 * A text that asks who writes, which a provider reports of a message, as a reply that waits with the others: from the number that is held of that message,
 * whatever the report says of numbers, and for its advertiser alone. `undefined`: no number is held any more.
 */
export const contactRequestIn = async (
  addressOfLink: AddressOfLink,
  { access, link, event }: Pick<ProviderReport, 'access' | 'link' | 'event'>,
): Promise<SmsReply | undefined> => {
  const { address } = await addressOfLink.of(access, link);
  if (address?.kind !== 'phone') return undefined;
  const among: readonly AdvertiserId[] = [access.advertiserId];
  const replyId = sha256Of(`reported-contact/${link.contactId}/${link.messageId}/${event.eventId}`);
  const { text = '' } = event;
  return { replyId, from: address.value, replyCode: NO_CODE, text, broughtBy: 'provider', mayBeAnswered: true, among };
};
