import type { Random } from '../random.ts';
import { giveConsent, oppose, opposeBefore, sell } from './acts.ts';
import type { Base } from './base.ts';
import { type Body, DAY, type Draft, type DraftAct, HOUR, iso } from './draft.ts';
import { giveAgain } from './repeated.ts';
import { restrict } from './use.ts';

/** Who says that an address changed. */
export type By = 'person' | 'advertiser';

/** Another address of the same kind. */
export const another = (draft: Draft, random: Random, name: string): number => {
  const phone = { a: '+33639980021', b: '+33639980022', c: '+33639980023' }[name] ?? '+33639980024';
  const email = random.chance(0.8) ? `jeanne.${name}@gmail.com` : `jeanne.${name}@atelier-vidal.example`;
  return draft.addresses.push(draft.addresses[0]?.email === undefined ? { phone } : { email }) - 1;
};

/** A change of address; what it is about is on record, for nobody moves from an address that is not known. */
export const move = (draft: Draft, from: number, to: number, at: number, madeBy: By): DraftAct => {
  const act: DraftAct = { kind: 'moved', address: from, recordedAt: at, body: { to, madeBy } };
  draft.acts.push(act);
  return act;
};
/** An address is on record from a moment on. */
export const known = (draft: Draft, address: number, at: number, body: Body = {}): void =>
  void draft.acts.push({ kind: 'contact', address, recordedAt: at, body });

/** What the message rests on, as far as it is a record of its address. */
const isRecord = ({ kind, observed, address }: DraftAct): boolean =>
  address === 0 && observed === undefined && ['consent', 'sale', 'activity', 'opposition'].includes(kind);

const happenedAt = ({ body, recordedAt }: DraftAct): number =>
  Math.min(recordedAt, Date.parse(String(body.givenAt ?? body.soldAt ?? body.occurredAt ?? iso(recordedAt))));

/** The acts of the address that happened and were recorded by a moment become those of another; now and then one is left. */
const attribute = (draft: Draft, random: Random, to: number, until: number): void => {
  for (const act of draft.acts) {
    if (!isRecord(act) || act.recordedAt > until || random.chance(0.1)) continue;
    act.address = to;
    for (const ended of draft.acts) if (ended.of === act) ended.address = to;
  }
};

/** Some time between what the message rests on and the message. */
const someTime = ({ at, acts }: Draft, random: Random): number => {
  const first = acts.filter(isRecord).map(({ recordedAt }) => recordedAt);
  const earliest = Math.max(at - 400 * DAY, first.length === 0 ? at - 200 * DAY : random.pick(first));
  return random.chance(0.15)
    ? at - random.pick([0, 1, HOUR, DAY, 40 * DAY])
    : Math.floor(earliest + (at - earliest) * random.next());
};

const mostlyPerson = (random: Random): By => (random.chance(0.75) ? 'person' : 'advertiser');
const mostlyAdvertiser = (random: Random): By => (random.chance(0.75) ? 'advertiser' : 'person');

/** What may happen at any of these addresses, before the changes, between them and since. */
const happens = (draft: Draft, random: Random, addresses: readonly number[], around: number): void => {
  const address = random.pick(addresses);
  const at = Math.min(draft.at, around + random.pick([-40 * DAY, -DAY, -1, 0, 1, DAY, 20 * DAY, 300 * DAY]));
  const channels = [draft.channel];
  const of = random.pick<Body>([
    { scope: 'global' },
    { scope: 'channel', channels },
    { scope: 'purpose', channels, purpose: 'own-offers' },
  ]);
  random.weighted<() => void>([
    [3, () => void giveConsent(draft, random, { at, channels, address, ...asked(random) })],
    [2, () => void sell(draft, random, { at, address })],
    [2, () => void oppose(draft, random, { of, at, address })],
    [1, () => void opposeBefore(draft, 'link', { scope: 'channel', channels }, at, address)],
    [1, () => void restrict(draft, random, at, address)],
    [2, () => withdrawSome(draft, random, at)],
    [
      1,
      () =>
        known(
          draft,
          address,
          at,
          random.pick<Body>([{ ageBand: 'under-15' }, { ageBand: 'adult' }, { country: 'BE' }]),
        ),
    ],
    [1, () => void draft.acts.push({ kind: 'undeliverable', address, recordedAt: at, body: { lasts: 'permanent' } })],
    [1, () => known(draft, address, at, { personRef: 'crm-10042' })],
  ])();
};
const asked = (random: Random): { readonly body: Body } => ({
  body: random.pick<Body>([
    {},
    {},
    { confirmation: 'confirmed' },
    { confirmation: 'pending' },
    { drawnBy: 'message' },
    { drawnBy: 'message', confirmation: 'confirmed' },
    { drawnBy: 'call' },
  ]),
});

/** A consent is withdrawn, or an operator finds that it never was one. */
const withdrawSome = (draft: Draft, random: Random, at: number): void => {
  const consents = draft.acts.filter(({ kind, observed }) => kind === 'consent' && observed === undefined);
  if (consents.length === 0) return;
  const of = random.pick(consents);
  const recordedAt = Math.max(at, of.recordedAt);
  const [kind, body] = random.pick([
    ['withdrawal', { occurredAt: iso(recordedAt) }] as const,
    ['withdrawal', {}] as const,
    ['invalidation', { reason: 'Relue : ce n’en était pas un.' }] as const,
  ]);
  draft.acts.push({ kind, address: of.address, recordedAt, of, body });
};

/** Consents and sales of before a correction that are recorded once more, or only then. */
const recordLate = (draft: Draft, random: Random, corrected: number): void => {
  const isEnded = (act: DraftAct): boolean => draft.acts.some(({ of }) => of === act);
  const before = draft.acts.filter((act) => isRecord(act) && ['consent', 'sale'].includes(act.kind) && !isEnded(act));
  if (before.length === 0) return;
  const act = random.pick(before);
  const recordedAt = Math.min(draft.at, corrected + random.pick([0, 1, HOUR, 30 * DAY]));
  if (random.chance(0.4)) act.recordedAt = Math.max(act.recordedAt, recordedAt);
  else draft.acts.push({ ...act, recordedAt: Math.max(act.recordedAt, recordedAt) });
};

/** The person confirmed what they agreed to, from the mailbox. */
const confirm = (draft: Draft, random: Random): void => {
  for (const { kind, body } of draft.acts)
    if (kind === 'consent' && body.confirmation === undefined && random.chance(0.5)) body.confirmation = 'confirmed';
};

/** The ways that an address went: those that came before and after the one that is written to, and who said so. */
type Way = (draft: Draft, random: Random) => void;

const follows: Way = (draft, random) => {
  const at = someTime(draft, random);
  const former = another(draft, random, 'a');
  known(draft, former, at - DAY);
  attribute(draft, random, former, at);
  if (random.chance(0.3)) {
    const first = another(draft, random, 'b');
    for (const act of draft.acts) if (act.address === former && act.kind !== 'contact') act.address = first;
    known(draft, first, at - 2 * DAY);
    move(draft, first, former, Math.floor(at - DAY / 2), mostlyPerson(random));
  }
  move(draft, former, 0, at, mostlyPerson(random));
};

const leaves: Way = (draft, random) => {
  const at = someTime(draft, random);
  const next = another(draft, random, 'a');
  known(draft, 0, at - DAY);
  move(draft, 0, next, at, mostlyPerson(random));
};

/** The address was wrong, as the advertiser says; now and then that was a mistake, which is taken back. */
const corrected: Way = (draft, random) => {
  const at = someTime(draft, random);
  const right = another(draft, random, 'a');
  known(draft, 0, at - DAY);
  if (random.chance(0.3)) confirm(draft, random);
  move(draft, 0, right, at, 'advertiser');
  if (random.chance(0.4)) recordLate(draft, random, at);
  if (random.chance(0.2)) giveAgain(draft, random);
  if (random.chance(0.3))
    move(draft, right, 0, Math.min(draft.at, at + random.pick([1, HOUR, 3 * DAY])), mostlyAdvertiser(random));
  if (random.chance(0.2)) recordLate(draft, random, at + 4 * DAY);
};

/** Corrected from one address to the next, and at last to the first again; or some of these. */
const ring: Way = (draft, random) => {
  const length = random.int(1, 3);
  const way = ['a', 'b', 'c'].slice(0, length).map((name) => another(draft, random, name));
  const first = Math.min(someTime(draft, random), draft.at - 6 * DAY);
  if (random.chance(0.2)) confirm(draft, random);
  known(draft, 0, first - DAY);
  const stops = [0, ...way, 0];
  const pace = random.pick([HOUR, DAY]);
  // Each step is of the address that the one before led to; now and then two of them lead away from the first.
  for (const [step, to] of stops.slice(1).entries()) {
    const from = random.chance(0.12) ? 0 : Number(stops[step]);
    if (from === to) continue;
    known(draft, from, first - HOUR);
    move(draft, from, to, Math.min(draft.at, first + step * pace), mostlyAdvertiser(random));
  }
  if (random.chance(0.3)) recordLate(draft, random, first + random.pick([0, 5 * DAY]));
};

/** What was sent to one of these addresses lately. */
const sendTo = (draft: Draft, random: Random, addresses: readonly number[]): void => {
  for (let times = random.int(1, 6); times > 0; times--) {
    const at = draft.at - random.int(1, random.pick([9, 40 * 24]) * 60) * 60_000;
    draft.sent.push({ address: random.pick(addresses), channel: draft.channel, at });
  }
};

/** The person who is written to has other addresses, before or after this one, as they say or as the advertiser corrects. */
export const moveAround = ({ draft }: Base, random: Random): void => {
  const had = draft.addresses.length;
  random.weighted<Way>([
    [5, follows],
    [2, leaves],
    [3, corrected],
    [2, ring],
  ])(draft, random);
  const addresses = [0, ...draft.addresses.keys()].filter((each) => each === 0 || each >= had);
  const moves = draft.acts.filter(({ kind }) => kind === 'moved');
  const near = moves.flatMap(({ address, body }) => (address === 0 || body.to === 0 ? [address, Number(body.to)] : []));
  if (random.chance(0.15)) sendTo(draft, random, [0, ...near]);
  const count = random.weighted([
    [50, 0],
    [35, 1],
    [15, 2],
  ]);
  for (let index = 0; index < count; index++)
    happens(draft, random, addresses, random.pick(moves.map(({ recordedAt }) => recordedAt)));
  // A question asked for a time before it was recorded, as a verdict is given again (P4).
  if (random.chance(0.08))
    for (const each of moves.slice(-1)) each.recordedAt = draft.at + random.pick([1, HOUR, 9 * DAY]);
};

/** The consent that the message rests on was given on a page of ours, where we saw it. */
export const seeOnOurPage = ({ draft, act, form }: Base, random: Random): void => {
  if (act?.kind !== 'consent' || form === undefined || act.altered) return;
  // A page of ours is the advertiser's own, and was never rebuilt.
  if (act.body.collector !== undefined || form.reconstruction !== undefined) return;
  // What we saw nobody annuls (D4).
  if (!draft.acts.includes(act) || draft.acts.some(({ kind, of }) => kind === 'annulment' && of === act)) return;
  form.mode = 'hosted';
  form.mechanism = 'choice-button';
  if (random.chance(0.7)) delete form.shown;
  if (random.chance(0.7)) delete act.body.proof;
  act.observed = 'hosted';
  act.recordedAt = happenedAt(act);
};
