import type { DeclaredFacts } from '#shared/domain/contact/contact.ts';
import { invalidRequest } from '#shared/domain/failure.ts';
import { zoneFault } from '#shared/domain/time/zone-names.ts';

/** Throws `invalid-request` for a zone that no place has, or that is written in other letters. */
export const refuseOtherZone = ({ zone }: Pick<DeclaredFacts, 'zone'>, pointer = '/zone'): void => {
  const detail = zone === undefined ? undefined : zoneFault(zone);
  if (detail !== undefined) throw invalidRequest([{ pointer, detail }]);
};
