import { Failure } from '#shared/domain/failure.ts';
import type { Act, Fields, World } from '../../oracle/world.ts';
import { verdictOf } from '../ledger.ts';
import { DAY, iso } from '../making/draft.ts';
import { type Random, randomOf } from '../random.ts';
import { withAct } from './insert.ts';
import { excluded, type Found, type Given, givenAt, HELD, inWords, isMilder, type Property } from './property.ts';

/** Another address of the one who is written to, of the same kind. */
const another = (address: Fields | undefined, name: string): Fields =>
  address?.email === undefined
    ? { phone: name === 'a' ? '+33639980021' : '+33639980022' }
    : { email: `${name}@gmail.com` };

const moveOf = (from: number, to: number, at: number, madeBy: string): Act => ({
  ...{ kind: 'moved', address: from, recordedAt: iso(at), body: { to, madeBy } },
});

/**
 * The same world where its person has two addresses more, one after the other. The message goes to one on the way: what was recorded of it
 * is of that one, or of the first of all, from which it may follow.
 */
const onTheMove = (random: Random, world: World): { readonly way: readonly number[]; readonly moved: World } => {
  const [first] = world.addresses;
  const others = [world.addresses.length, world.addresses.length + 1];
  const way = random.pick([
    [0, ...others],
    [...others, 0],
    [others[0] ?? 0, 0, others[1] ?? 0],
    [0, others[0] ?? 0, 0],
  ]);
  const at = Date.parse(world.at);
  const days = random.pick([1, 30, 300]);
  const madeBy = (): string => (random.chance(0.9) ? 'person' : 'advertiser');
  const moves = way.slice(1).map((to, index) => moveOf(way[index] ?? 0, to, at - (days - index) * DAY, madeBy()));
  const followsFrom = random.chance(0.8) ? (way[0] ?? 0) : 0;
  const firstMove = Date.parse(moves[0]?.recordedAt ?? world.at);
  const acts = world.acts.map((act) =>
    act.address === 0 && Date.parse(act.recordedAt) <= firstMove ? { ...act, address: followsFrom } : act,
  );
  const addresses = [...world.addresses, another(first, 'a'), another(first, 'b')];
  // Nobody moves from an address that is not known.
  const known: Act = { kind: 'contact', address: way[0] ?? 0, recordedAt: iso(firstMove - DAY), body: {} };
  return { way, moved: [known, ...moves].reduce(withAct, { ...world, acts, addresses }) };
};

/** A stop that the person speaks at any address of theirs, when all else is said: to everything, or what takes back a consent. */
const stopIn = (random: Random, world: World, way: readonly number[]): Act => {
  // At another address that the world has, somebody else may be who consented.
  const consents = world.acts.flatMap(({ kind, observed, address }, index) =>
    kind === 'consent' && observed === undefined && way.includes(address) ? [index] : [],
  );
  const recordedAt = world.at;
  if (consents.length > 0 && random.chance(0.5)) {
    const ofAct = random.pick(consents);
    return { kind: 'withdrawal', address: world.acts[ofAct]?.address ?? 0, recordedAt, ofAct, body: {} };
  }
  const body = { of: { scope: 'global' }, via: random.pick(['letter', 'phone', 'account']), occurredAt: recordedAt };
  return { kind: 'opposition', address: random.pick(way), recordedAt, body };
};

const BY_A_BASIS = ['OK_CONSENT', 'OK_SOFT_OPT_IN', 'OK_NON_COMMERCIAL_APPEAL', 'OK_B2B_INTEREST', 'OK_LEGAL_PERSON'];

/** Whether the stop is of what the message is for. */
const isAbout = ({ kind, ofAct }: Act, { acts, message }: World): boolean => {
  if (kind === 'opposition') return true;
  const { channels, purpose } = acts[ofAct ?? -1]?.body ?? {};
  return (
    Array.isArray(channels) &&
    channels.includes(message.channel) &&
    (purpose ?? 'own-offers') === (message.purpose ?? 'own-offers')
  );
};

const tryAt = async (seed: number, { world }: Given = givenAt(seed)): Promise<Found> => {
  const random = randomOf(seed + 0x307ed);
  const { way, moved: before } = onTheMove(random, world);
  const stop = stopIn(random, before, way);
  const after = withAct(before, stop);
  try {
    const [was, is] = [await verdictOf(before), await verdictOf(after)];
    const worlds = [before, after];
    const says = `${stop.kind} at address ${stop.address}: ${inWords(was)} became ${inWords(is)}`;
    if (isMilder(was, is)) return { found: 'broken', says, worlds };
    const mayLeave = was.outcome !== 'refuse' && was.reasons.some(({ code }) => BY_A_BASIS.includes(code));
    if (mayLeave && isAbout(stop, before) && is.outcome !== 'refuse') return { found: 'broken', says, worlds };
    return mayLeave || was.outcome === 'refuse' ? HELD : excluded('it needs no basis');
  } catch (error) {
    if (error instanceof Failure) return excluded(`a route refuses it: ${error.code}`);
    throw error;
  }
};

/** (f) Whoever has several addresses, one after the other, is stopped at all. */
export const stopsAfterMoves: Property = {
  name: 'stops after moves',
  says: 'what a person opposes or withdraws at one address stops what may leave for any that came before or after',
  tryAt,
};
