import { type MessageClass, templateCauseOf } from '#shared/domain/message/template.ts';
import type { StoredReason } from '#shared/domain/message/verdict.ts';
import type { BytesFacts, VetRequest } from '#shared/domain/message/vet.ts';

/** What the message says it is, and what shows otherwise. */
export interface ClassFacts {
  /** No template: prospecting; free text cannot be anything else (D5). */
  readonly declaredClass: MessageClass;
  /** `template:order-confirmation@3`; `undefined`: the message names no template. */
  readonly templateCause: string | undefined;
  /** The recorded sale that the message is about; `undefined`: its reason is another, or no such sale is recorded. */
  readonly saleReferredTo: string | undefined;
  /** Signs of an offer found in the template when it was put. */
  readonly offerSigns: readonly string[];
  /** This message offers what its template does not: by a merge value, or in bytes made by another system. */
  readonly bringsOffer: boolean;
  /**
   * Blocks of the template that promote (D5): `open` before the bytes are made, then in them or not; `undefined`: none.
   * The whole is judged as `kept`.
   */
  readonly prospectingBlocks: 'open' | 'kept' | 'left-out' | undefined;
  /** Why bytes that held them were stopped; `undefined`: none were. */
  readonly blocksStoppedBy: readonly StoredReason[] | undefined;
}

/** Bytes speak for themselves; before them the blocks are open, unless bytes that held them were stopped. */
const blocksOf = (
  { message: { template }, blocksStoppedBy }: VetRequest,
  bytes: BytesFacts | undefined,
): ClassFacts['prospectingBlocks'] => {
  if (template?.hasProspectingBlocks !== true) return undefined;
  if (bytes !== undefined) return bytes.withoutProspectingBlocks === true ? 'left-out' : 'kept';
  return blocksStoppedBy === undefined ? 'open' : 'left-out';
};

const OF_A_SALE: readonly (string | undefined)[] = ['order', 'delivery', 'invoice', 'contract'];

/** Evidence only: a message without it is judged the same, since not every sale is recorded here. */
const saleReferredTo = ({ message, standing }: VetRequest): string | undefined =>
  message.reference !== undefined && OF_A_SALE.includes(message.template?.reason)
    ? standing?.sales.find(({ reference }) => reference === message.reference)?.id
    : undefined;

export const classFacts = (request: VetRequest, bytes: BytesFacts | undefined): ClassFacts => {
  const { template } = request.message;
  return {
    declaredClass: template?.class ?? 'prospecting',
    templateCause: template === undefined ? undefined : templateCauseOf(template),
    saleReferredTo: saleReferredTo(request),
    offerSigns: template?.offerSigns ?? [],
    bringsOffer: template?.bringsOffer ?? false,
    prospectingBlocks: blocksOf(request, bytes),
    blocksStoppedBy: request.blocksStoppedBy,
  };
};
