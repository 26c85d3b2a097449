import { type MessageClass, templateCauseOf } from '../../template.ts';
import type { VetRequest } from '../../vet.ts';

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
}

export const classFacts = ({ message: { template } }: VetRequest): ClassFacts => ({
  declaredClass: template?.class ?? 'prospecting',
  templateCause: template === undefined ? undefined : templateCauseOf(template),
  offerSigns: template?.offerSigns ?? [],
  valuesCarryOffer: template?.valuesCarryOffer ?? false,
});
