import type * as z from 'zod/mini';
import type { RequestedMessage } from '#shared/app/messages/accept-messages.ts';
import type { RequestHash } from '#shared/app/records/ledger.port.ts';
import type { Asked } from '#shared/app/verdicts/give-verdicts.ts';
import type { AddressKind } from '#shared/channels/record.ts';
import type { Caller } from '#shared/domain/advertiser/api-key.ts';
import type { Actor } from '#shared/domain/ledger/ledger-event.ts';
import { Failure } from '../../domain/failure.ts';
import type { AcceptedMessageRequest, ContactAddress, ProposedMessageRequest } from './requests.ts';

/** An address as the use cases take it. */
export const addressOf = (contact: ContactAddress): { readonly kind: AddressKind; readonly value: string } =>
  'email' in contact ? { kind: 'email', value: contact.email } : { kind: 'phone', value: contact.phone };

/** Who caused what a call records. */
export const actorOf = ({ apiKeyId }: Caller): Actor => ({ by: 'api-key', apiKeyId });

/** A request without the fields that say whom it concerns. */
export const factsOf = <T extends { advertiserId: unknown; contact: unknown }>(
  body: T,
): Omit<T, 'advertiserId' | 'contact'> => {
  const { advertiserId: _advertiser, contact: _contact, ...facts } = body;
  return facts;
};

/** The items of a batch as the use case takes them; what could not be read stays the failure it is. */
export const requestedMessages = (
  parsed: readonly (AcceptedMessageRequest | Failure)[],
  requestHashOf: (index: number) => RequestHash,
): readonly (RequestedMessage | Failure)[] =>
  parsed.map((item, index) => {
    if (item instanceof Failure) return item;
    const { contact, ...message } = item;
    return { ...message, address: addressOf(contact), request: requestHashOf(index) };
  });

/** The messages asked about, as the use case takes them. */
export const askedMessages = (
  parsed: readonly (z.infer<typeof ProposedMessageRequest> | Failure)[],
): readonly (Asked | Failure)[] =>
  parsed.map((item) => {
    if (item instanceof Failure) return item;
    const { contact, ...message } = item;
    return { ...message, address: addressOf(contact) };
  });
