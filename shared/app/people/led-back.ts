import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import type { Ledger } from '../records/ledger.port.ts';

/** The most addresses that are followed from one. */
const MOST_READ = 16;

/**
 * Of the contacts to which an address was corrected once, those from which corrections lead on to the one that it is changed back from: A was corrected
 * to B, B to C, and now C to A, so that A was right.
 */
export const ledBack = async (
  ledger: Pick<Ledger, 'readStanding'>,
  access: AdvertiserAccess,
  { correctedTo = [] }: Pick<Standing, 'correctedTo'>,
  from: ContactId,
): Promise<readonly ContactId[]> => {
  const leading: ContactId[] = [];
  for (const first of correctedTo) {
    const seen = new Set<ContactId>([first]);
    for (const each of seen) {
      if (each === from || seen.size > MOST_READ) break;
      const next = (await ledger.readStanding(access, each))?.correctedTo ?? [];
      for (const one of next) seen.add(one);
    }
    if (first !== from && seen.has(from)) leading.push(first);
  }
  return leading;
};
