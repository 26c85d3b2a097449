import { type MessageClass, templateCauseOf } from '../../template.ts';
import type { BytesFacts, VetRequest } from '../../vet.ts';

/** What the message says it is, and what speaks against it. */
export interface ClassFacts {
  /** No template: prospecting; free text cannot be anything else (D5). */
  readonly declaredClass: MessageClass;
  /** `template:order-confirmation@3`; `undefined`: the message names no template. */
  readonly templateCause: string | undefined;
  /** Signs of an offer found in the template when it was put. */
  readonly offerSigns: readonly string[];
  /** A merge value of this message brings an offer. */
  readonly valuesCarryOffer: boolean;
  /**
   * Blocks of the template that promote (D5): `open` before the bytes are made, then in them or not; `undefined`: none.
   * The whole is judged as `kept`.
   */
  readonly prospectingBlocks: 'open' | 'kept' | 'left-out' | undefined;
}

const blocksOf = (bytes: BytesFacts | undefined): ClassFacts['prospectingBlocks'] => {
  if (bytes === undefined) return 'open';
  return bytes.withoutProspectingBlocks === true ? 'left-out' : 'kept';
};

export const classFacts = ({ message: { template } }: VetRequest, bytes: BytesFacts | undefined): ClassFacts => ({
  declaredClass: template?.class ?? 'prospecting',
  templateCause: template === undefined ? undefined : templateCauseOf(template),
  offerSigns: template?.offerSigns ?? [],
  valuesCarryOffer: template?.valuesCarryOffer ?? false,
  prospectingBlocks: template?.hasProspectingBlocks === true ? blocksOf(bytes) : undefined,
});
