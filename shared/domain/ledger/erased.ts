import type { Instant } from '../ids.ts';
import type { Opposition } from '../opposition/opposition.ts';

interface Opposed {
  readonly oppositions: readonly Opposition[];
}

/** The oppositions of an erased contact: those of its standing, and those of before that its event kept. */
export const keptOppositions = ({ oppositions }: Opposed, kept: readonly Opposition[]): Opposition[] => [
  ...kept.filter(({ id }) => oppositions.every((each) => each.id !== id)),
  ...oppositions,
];

/** True where the contact was erased, and nothing that the person did since is recorded. */
export const isErased = ({
  erasedAt,
  consents,
  sales,
}: {
  readonly erasedAt?: Instant | undefined;
  readonly consents: readonly unknown[];
  readonly sales: readonly unknown[];
}): boolean => erasedAt !== undefined && consents.length === 0 && sales.length === 0;

/** True for a message that was accepted for a contact before it was erased: nothing sends it any more. */
export const isOfErased = (
  message: { readonly acceptedAt: Instant; readonly erasedAt?: Instant | undefined },
  standing: { readonly erasedAt?: Instant | undefined } | undefined,
): boolean => message.erasedAt !== undefined || (standing?.erasedAt ?? '') >= message.acceptedAt;
