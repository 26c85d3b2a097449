import type { ContactId, FactId, Instant } from '../ids.ts';

/** What a standing says of restrictions: those in force, and the contacts that they were written to from here. */
interface Restricted {
  readonly restrictions?: FactId[] | undefined;
  readonly restrictedAlso?: ContactId[] | undefined;
  readonly erasedAt?: Instant | undefined;
}

/** The restrictions beside this one. */
const others = ({ restrictions = [] }: Restricted, id: FactId): FactId[] => restrictions.filter((each) => each !== id);

/** With one restriction more, once, and the contacts that it was written to from here. */
export const restrict = <S extends Restricted>(standing: S, id: FactId, alsoOf: readonly ContactId[] = []): S => {
  const restrictedAlso = [...new Set([...(standing.restrictedAlso ?? []), ...alsoOf])];
  return {
    ...standing,
    restrictions: [...others(standing, id), id],
    ...(restrictedAlso.length > 0 && { restrictedAlso }),
  };
};

/**
 * Without one restriction; with the last go the ways to other contacts, but for one that was erased: a restriction that the erasure ended
 * here is in force where these lead.
 */
export const liftRestriction = <S extends Restricted>(standing: S, id: FactId): S => {
  const { restrictions: _before, restrictedAlso, ...free } = standing;
  const left = others(standing, id);
  const ways = restrictedAlso && (left.length > 0 || standing.erasedAt !== undefined) ? { restrictedAlso } : {};
  return { ...free, ...(left.length > 0 && { restrictions: left }), ...ways } as S;
};
