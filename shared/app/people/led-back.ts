import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { MOST_THROUGH } from '#shared/domain/consent/through.ts';
import type { ContactId, Instant } from '#shared/domain/ids.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import type { Ledger } from '../records/ledger.port.ts';

/** A correction that counts still: to which contact, and when it was last recorded. */
interface Correction {
  readonly to: ContactId;
  readonly at: Instant;
}

type Reads = Pick<Ledger, 'readStanding' | 'glimpse'>;

/** The corrections of an address that nothing took back, with when each was recorded, which its events say. */
const correctionsOf = async (
  { glimpse }: Reads,
  access: AdvertiserAccess,
  contactId: ContactId,
  { correctedTo = [] }: Pick<Standing, 'correctedTo'>,
): Promise<readonly Correction[]> => {
  if (correctedTo.length === 0) return [];
  const events = await glimpse.events(access, contactId);
  const lastOf = (to: ContactId): Instant | undefined =>
    events.findLast((each) => each.type === 'address-changed' && each.madeBy === 'advertiser' && each.to === to)
      ?.recordedAt;
  return correctedTo.flatMap((to) => {
    const at = lastOf(to);
    return at === undefined ? [] : [{ to, at }];
  });
};

/**
 * Of the contacts to which an address was corrected once, those from which corrections lead on to the one that it is changed back from: A was corrected
 * to B, later B to C, and now C to A, so that A was right. What B was corrected to before somebody was thought to be there says nothing of
 * them. Of all together sixteen contacts are read.
 */
export const ledBack = async (
  ledger: Reads,
  access: AdvertiserAccess,
  { contactId, correctedTo = [] }: Pick<Standing, 'contactId' | 'correctedTo'>,
  from: ContactId,
): Promise<readonly ContactId[]> => {
  if (correctedTo.every((each) => each === from)) return [];
  const read = new Map<ContactId, readonly Correction[]>();
  const nextOf = async (each: ContactId): Promise<readonly Correction[]> => {
    const known = read.get(each);
    if (known !== undefined || read.size >= MOST_THROUGH) return known ?? [];
    const next = await correctionsOf(ledger, access, each, (await ledger.readStanding(access, each)) ?? {});
    read.set(each, next);
    return next;
  };
  /** Each correction later than the one before it. */
  const leadsBack = async (first: Correction): Promise<boolean> => {
    const found = new Map([[first.to, first.at]]);
    const ahead: Correction[] = [first];
    for (const { to: each, at: since } of ahead) {
      for (const next of await nextOf(each)) {
        const known = found.get(next.to);
        if (next.at <= since || (known !== undefined && known <= next.at)) continue;
        found.set(next.to, next.at);
        ahead.push(next);
      }
      if (found.has(from)) return true;
    }
    return false;
  };
  const leading: ContactId[] = [];
  for (const first of await correctionsOf(ledger, access, contactId, { correctedTo }))
    if (first.to !== from && (await leadsBack(first))) leading.push(first.to);
  return leading;
};
