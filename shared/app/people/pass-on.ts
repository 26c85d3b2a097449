import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { ContactId, Instant } from '#shared/domain/ids.ts';
import type { Actor } from '#shared/domain/ledger/ledger-event.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import type { Opposition } from '#shared/domain/opposition/opposition.ts';
import { spreadBefore } from '../contacts/spread-at-join.ts';
import { followedBy, isOfThePerson, MOST_FOLLOWED_IN_PARTS, movesOfStanding } from '../contacts/whom-it-covers.ts';
import type { Ledger } from '../records/ledger.port.ts';

/**
 * What one address said alone goes on from the new address to those that its person took after it (D1: always), as it would if it were said
 * today. Written at once: whoever dies in between does it again. What is of the person goes to all of these addresses with both.
 */
export const passOn = async (
  ledger: Ledger,
  access: AdvertiserAccess,
  of: { readonly contactId: ContactId; readonly seen: Standing; readonly opposed: readonly Opposition[] },
  by: { readonly actor: Actor; readonly at: Instant },
): Promise<void> => {
  const narrow = of.opposed.filter((each) => !isOfThePerson(each));
  if (narrow.length === 0) return;
  const movesOf = async (each: ContactId) =>
    movesOfStanding(each === of.seen.contactId ? of.seen : await ledger.readStanding(access, each));
  const after = await followedBy(ledger, access, of.seen.contactId, movesOf, MOST_FOLLOWED_IN_PARTS);
  await spreadBefore(ledger, access, { from: of.contactId, own: narrow, to: after }, by);
};
