/** What follows a change of address, what ends by it, and what a correction says of the former address (rulebook D1; decisions 0071, 0138 and 0179). */

import { wasAskedLawfully } from '../consent.ts';
import {
  consentsAt,
  type Ledger,
  type Moved,
  ms,
  type Opposition,
  type Questions,
  type Record_,
  readLedger,
  text,
  words,
} from '../ledger.ts';
import type { World } from '../world.ts';
import { correctionsOf, type Move, movesIn, placeBy } from './moves.ts';

/** The world as far as it was recorded before an act, as one address sees it: it becomes number 0. */
const seenFrom = (world: World, address: number, before: number): World => {
  const swapped = (each: number): number => (each === address ? 0 : each === 0 ? address : each);
  const addresses = world.addresses.map((_, each) => world.addresses[swapped(each)] ?? {});
  const acts = world.acts.slice(0, before).map((act) => ({
    ...act,
    address: swapped(act.address),
    ...(act.kind === 'moved' ? { body: { ...act.body, to: swapped(Number(act.body.to)) } } : {}),
  }));
  return { ...world, addresses, acts };
};

/** A world, and what its acts are asked by. */
type Asked = Pick<Ledger, 'world' | keyof Questions>;

/** What the advertiser knew of an address as a change was recorded. */
const thenAt = (ledger: Asked, address: number, move: Move): Ledger =>
  readLedger(seenFrom(ledger.world, address, move.index), move.recorded, ledger);

/** An opposition is about something that a consent is for. */
const speaksOf = ({ of }: Opposition, { body }: Record_): boolean =>
  of.scope === 'global' ||
  (words(body.channels).some((channel) => of.channels.includes(channel)) &&
    (of.scope === 'channel' || of.purpose === (text(body.purpose) || 'own-offers')));

const isEnded = (then: Ledger, consent: Record_): boolean =>
  consent.left !== undefined ||
  consent.isOfAnother === true ||
  then.records.some(
    ({ kind, ofAct }) => ['withdrawal', 'invalidation'].includes(kind) && ofAct === (consent.root ?? consent.index),
  );

/** LIL 45: what a child agreed to, who is none any more, stays void, and does not follow. */
const wasOfAChild = ({ declared }: Ledger, { body }: Record_): boolean => {
  let [isChild, until] = [false, -Infinity];
  for (const each of declared) {
    if (each.body.ageBand === undefined) continue;
    if (isChild && each.body.ageBand !== 'under-15') until = each.recorded;
    isChild = each.body.ageBand === 'under-15';
  }
  return ms(body.givenAt) <= until;
};

/**
 * The consents that follow a change that the person makes: those that count, whose use is not restricted, and against which nothing is said at the
 * address that they take. Each as good as it was, but that a mailbox confirmed it; whoever was asked lawfully there was asked lawfully.
 */
const followers = (ledger: Asked, move: Move): readonly Record_[] => {
  if (!move.byPerson) return [];
  const [former, taken] = [thenAt(ledger, move.from, move), thenAt(ledger, move.to, move)];
  const isLifted = (index: number): boolean =>
    former.records.some(({ kind, ofAct }) => kind === 'restriction-lifted' && ofAct === index);
  if (former.restrictions.some(({ index }) => !isLifted(index))) return [];
  const now = { t: move.recorded, strict: false };
  return consentsAt(former, now)
    .filter(
      (consent) =>
        consent.body.confirmation !== 'pending' &&
        !isEnded(former, consent) &&
        !wasOfAChild(former, consent) &&
        !taken.oppositions.some((opposition) => speaksOf(opposition, consent)),
    )
    .map((consent): Record_ => {
      const { confirmation: _ofTheMailbox, ...body } = consent.body;
      const { altered: _, ...rest } = consent;
      return {
        ...rest,
        body,
        address: 0,
        index: placeBy(move, consent.index),
        root: consent.root ?? consent.index,
        wasAsked: wasAskedLawfully(former, consent) ? 'lawfully' : 'unlawfully',
      };
    });
};

/** Whoever reads the mailbox agreed: they confirmed it from there, or we saw them agree there. What followed from elsewhere shows neither. */
const isOfWhoReads = ({ body, observed, root }: Record_): boolean =>
  body.confirmation === 'confirmed' || (observed !== undefined && root === undefined);

/** What changes of address made of the records of address 0: what followed to it, what left it, and what is of somebody else. */
export const afterMoves = (ledger: Asked, records: readonly Record_[]): Moved => {
  const moves = movesIn(records);
  const followed = new Map(moves.map((move) => [move.index, followers(ledger, move)]));
  if (moves.length === 0) return { records, followed };
  const came = moves.filter(({ to }) => to === 0).flatMap(({ index }) => followed.get(index) ?? []);
  const left = moves.filter(({ from }) => from === 0);
  const { at, made } = correctionsOf(moves);
  const isOfBefore = (acted: unknown): boolean => at !== undefined && ms(acted) <= at;
  const seen = (act: Record_): Record_ => {
    if (act.address !== 0) return act;
    if (act.kind === 'sale') return isOfBefore(act.body.soldAt) ? { ...act, isOfAnother: true } : act;
    if (act.kind !== 'consent') return act;
    const by = left.find(({ index }) =>
      (followed.get(index) ?? []).some((copy) => copy.index === placeBy({ index }, act.index)),
    );
    const corrected = made.find(({ index }) => act.index < index && !(by !== undefined && by.index < index))?.index;
    // Who takes the address with what they agreed to elsewhere says that they read it.
    const arrived = act.root === undefined ? undefined : moves.find(({ index }) => index === Math.floor(act.index));
    const isFromBefore =
      arrived === undefined ? isOfBefore(act.body.givenAt) : at !== undefined && arrived.recorded <= at;
    const isOfAnother = !isOfWhoReads(act) && (corrected !== undefined || isFromBefore);
    if (!isOfAnother) return { ...act, ...(by && { left: by }) };
    return { ...act, ...(by && { left: by }), ...(corrected !== undefined && { corrected }), isOfAnother };
  };
  const all = [...records, ...came].map(seen).sort((a, b) => a.index - b.index);
  return { records: all, followed, correctedAt: at };
};
