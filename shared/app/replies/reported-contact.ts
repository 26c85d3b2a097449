import type { AdvertiserId } from '#shared/domain/ids.ts';
import { sha256Of } from '#shared/domain/ledger/canonical.ts';
import { asksForContact } from '#shared/domain/opposition/contact-request.ts';
import type { SmsReply } from '#shared/domain/opposition/received-reply.ts';
import { readReply, stopsTexts } from '#shared/domain/opposition/sms-reply.ts';
import { providerReferenceOf } from '#shared/domain/sending/reference.ts';
import type { AddressOfLink } from '../centre/address-of-link.port.ts';
import type { ProviderReport } from '../feedback/apply-provider-report.ts';

/**
 * True where somebody vouches for what a reader answered, as a provider reports it. One that signs names the message of this URL, which no signature
 * covers; of one that signs nothing the URL vouches, which nobody guesses; what nobody vouches for has us write to nobody.
 */
const isVouchedReply = ({ link, event, isSigned, isUnvouched }: ProviderReport): boolean =>
  event.kind === 'reply' &&
  isUnvouched === undefined &&
  (!isSigned || event.reference === providerReferenceOf(link.messageId));

/** What of a reader is answered: who asks who writes, and nothing else; who said stop. `undefined`: nobody is written to. */
export const answerableIn = (report: ProviderReport): 'contact' | 'stop' | undefined => {
  const { text = '' } = report.event;
  if (!isVouchedReply(report)) return undefined;
  if (asksForContact(text)) return 'contact';
  const read = readReply(text);
  return read !== undefined && stopsTexts(read) ? 'stop' : undefined;
};

/** A report names a message and no code: the first sender of its advertiser answers. */
const NO_CODE = 'unknown';

/**
 * A text to answer, which a provider reports of a message, as a reply that waits with the others: from the number that is held of that message,
 * whatever the report says of numbers, and for its advertiser alone. A STOP is registered before. `undefined`: no number is held any more.
 */
export const answerableReplyIn = async (
  addressOfLink: AddressOfLink,
  { access, link, event }: Pick<ProviderReport, 'access' | 'link' | 'event'>,
  asks: 'contact' | 'stop',
): Promise<SmsReply | undefined> => {
  const { address } = await addressOfLink.of(access, link);
  if (address?.kind !== 'phone') return undefined;
  const among: readonly AdvertiserId[] = [access.advertiserId];
  const replyId = sha256Of(`reported-${asks}/${link.contactId}/${link.messageId}/${event.eventId}`);
  const [from, { text = '' }] = [address.value, event];
  const brought = { broughtBy: 'provider', mayBeAnswered: true, among } as const;
  const registered = asks === 'stop' ? { isRegistered: true as const } : {};
  return { replyId, from, replyCode: NO_CODE, text, ...brought, ...registered };
};
