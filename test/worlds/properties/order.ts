import type { Act, World } from '../../oracle/world.ts';
import { verdictOf } from '../ledger.ts';
import { iso } from '../making/draft.ts';
import { type Random, randomOf } from '../random.ts';
import { excluded, type Found, type Given, givenAt, HELD, inWords, type Property } from './property.ts';

/** Acts by which somebody opposes, or by which an opposition reaches an address. */
const opposes = ({ kind, body }: Act): boolean =>
  kind === 'opposition' || kind === 'withdrawal' || 'refusal' in body || 'personRef' in body;

const formOf = ({ body }: Act): string => JSON.stringify([body.form, body.channels, body.collector]);

/** Two acts of which the order counts: OPP-4, or one names or restates the other. */
const isBound = (first: Act, second: Act): boolean => {
  // A change of address takes along what is recorded by then, and ends it, at any address of the person.
  if ([first.kind, second.kind].includes('moved')) return true;
  // A provider's report makes no contact known: what came before it at the address decides whether it is kept.
  if ([first.kind, second.kind].includes('undeliverable')) return first.address === second.address;
  if ((first.kind === 'consent' && opposes(second)) || (second.kind === 'consent' && opposes(first))) return true;
  if (first.kind !== second.kind || first.address !== second.address) return false;
  if (first.kind === 'contact') return true;
  if (first.kind === 'sale') return first.body.reference === second.body.reference;
  return first.kind === 'consent' && formOf(first) === formOf(second);
};

const comesBefore = (acts: readonly Act[], earlier: number, later: number): boolean => {
  const [first, second] = [acts[earlier], acts[later]];
  if (first === undefined || second === undefined) return false;
  return second.ofAct === earlier || isBound(first, second);
};

/** Some order of the acts that keeps what is bound: of those that may come next, one is drawn at a time. */
const someOrder = (random: Random, acts: readonly Act[]): readonly number[] => {
  const left = new Set(acts.keys());
  const order: number[] = [];
  while (left.size > 0) {
    const free = [...left].filter(
      (index) => ![...left].some((other) => other < index && comesBefore(acts, other, index)),
    );
    const next = random.pick(free);
    left.delete(next);
    order.push(next);
  }
  return order;
};

/** Told again in this order. */
const reordered = (world: World, order: readonly number[]): World => ({
  ...world,
  acts: order.flatMap((index) => {
    const act = world.acts[index];
    if (act === undefined) return [];
    const { ofAct, ...rest } = act;
    return [ofAct === undefined ? rest : { ...rest, ofAct: order.indexOf(ofAct) }];
  }),
});

/** All told within one moment, as a take-over does: what is not dated happened then. */
const toldAtOnce = (world: World): World => {
  const recordedAt = iso(Math.max(...world.acts.map((act) => Date.parse(act.recordedAt))));
  return { ...world, acts: world.acts.map((act) => ({ ...act, recordedAt })) };
};

/** Some act links an address to a person. */
const isLinked = ({ acts }: World): boolean => acts.some(({ body }) => 'personRef' in body);

/** Who is linked has the widest of what the person opposed: a narrower one is told beside it where it came to them itself. */
const withoutCovered = (verdict: Parameters<typeof inWords>[0]): string => {
  const words = inWords(verdict);
  return words.includes('OPPOSED_GLOBAL') ? words.replace(/ OPPOSED_(?:CHANNEL|PURPOSE)\b/g, '') : words;
};

const tryAt = async (seed: number, { world: drawn }: Given = givenAt(seed)): Promise<Found> => {
  if (drawn.acts.length < 2) return excluded('fewer than two acts');
  const world = toldAtOnce(drawn);
  const order = someOrder(randomOf(seed + 0x0d3), world.acts);
  if (order.every((index, at) => index === at)) return excluded('no other order');
  const other = reordered(world, order);
  const [was, is] = [await verdictOf(world), await verdictOf(other)];
  const told = isLinked(world) ? withoutCovered : inWords;
  if (told(was) === told(is)) return HELD;
  return { found: 'broken', says: `in another order: ${inWords(was)} became ${inWords(is)}`, worlds: [world, other] };
};

/** (d) It does not matter in which order facts are told. */
export const orderOfTelling: Property = {
  name: 'order',
  says: 'the order in which facts are told changes nothing, save OPP-4 and where one record names or restates another',
  tryAt,
};
