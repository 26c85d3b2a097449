import { dependencyUnavailable } from '#shared/domain/failure.ts';
import { asksForContact } from '#shared/domain/opposition/contact-request.ts';
import { providerReferenceOf } from '#shared/domain/sending/reference.ts';
import type { AddressOfLink } from '../centre/address-of-link.port.ts';
import type { ProviderReport } from '../feedback/apply-provider-report.ts';
import type { Confirmed, ConfirmPorts } from '../oppositions/confirm-stop.ts';
import { answerWhoWrites } from './answer-contact.ts';

export interface ReportedContactPorts extends ConfirmPorts {
  readonly addressOfLink: AddressOfLink;
}

/**
 * True where a provider reports a text that asks who writes, and nothing else; signs it, since what nobody signed has us write to nobody; and
 * names the message of this URL, which no signature covers.
 */
export const asksInReport = ({ link, event, isSigned }: Pick<ProviderReport, 'link' | 'event' | 'isSigned'>): boolean =>
  isSigned &&
  event.kind === 'reply' &&
  event.reference === providerReferenceOf(link.messageId) &&
  asksForContact(event.text ?? '');

/** A report names a message and no code: the first sender of its advertiser answers. */
const NO_CODE = '';

/**
 * Answers a text that asks who writes, which a provider reports of the message that it answers: with name and contact of its advertiser, once in 24 hours, to
 * the number of that message, by the provider of SMS. `no-sender` also where that number is held no more. It is no opposition. Throws what can be tried again.
 */
export const answerReportedContact = async (
  ports: ReportedContactPorts,
  { access, link }: Pick<ProviderReport, 'access' | 'link'>,
): Promise<Confirmed> => {
  const { address } = await ports.addressOfLink.of(access, link);
  if (address?.kind !== 'phone') return 'no-sender';
  const answered = await answerWhoWrites(ports, access.advertiserId, { from: address.value, replyCode: NO_CODE });
  // The provider that reported it reports it again: else nobody answers.
  if (answered === 'not-taken-now') throw dependencyUnavailable('The provider of answers');
  return answered;
};
