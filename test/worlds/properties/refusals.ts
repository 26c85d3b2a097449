import type { StoredVerdict } from '#shared/domain/message/verdict.ts';
import type { Act, Fields, World } from '../../oracle/world.ts';
import { verdictOf } from '../ledger.ts';
import { DAY, iso } from '../making/draft.ts';
import { JUDGED, TEXTS } from '../making/vocabulary.ts';
import { type Random, randomOf } from '../random.ts';
import { withAct } from './insert.ts';
import { type Compared, compareMilder, excluded, type Given, givenAt, type Property } from './property.ts';

type Change = (random: Random, world: World) => { readonly after: World; readonly change: string } | undefined;

const someInstant = (random: Random, { at }: World): number =>
  Date.parse(at) - random.pick([0, 1, DAY, 40 * DAY, 700 * DAY, 1500 * DAY]);

const SCOPES = (random: Random): Fields =>
  random.pick<Fields>([
    { scope: 'global' },
    { scope: 'channel', channels: [random.pick([...JUDGED, 'fax', 'rcs'])] },
    {
      scope: 'purpose',
      channels: [random.pick(JUDGED)],
      purpose: random.pick(['own-offers', 'partner-offers', 'tracking']),
    },
  ]);

const oppositionReported: Change = (random, world) => {
  const at = someInstant(random, world);
  const recordedAt = iso(Math.min(Date.parse(world.at), at + random.pick([0, DAY, 300 * DAY])));
  const address = random.int(0, world.addresses.length - 1);
  const via = random.pick(['phone', 'letter', 'account', 'partner', 'complaint']);
  const act: Act = { kind: 'opposition', address, recordedAt, body: { of: SCOPES(random), via, occurredAt: iso(at) } };
  return { after: withAct(world, act), change: 'an opposition was reported' };
};

/** What the person does with the message itself: a reply covers the texts, or everything. */
const oppositionSeen: Change = (random, world) => {
  const recordedAt = iso(someInstant(random, world));
  const isPhone = world.addresses[0]?.phone !== undefined;
  const observed = random.pick(isPhone ? (['link', 'sms-reply'] as const) : (['link', 'one-click'] as const));
  const channels = observed === 'sms-reply' ? [...TEXTS] : [random.pick(JUDGED)];
  const of: Fields = random.chance(0.3) ? { scope: 'global' } : { scope: 'channel', channels };
  const act: Act = { kind: 'opposition', address: 0, recordedAt, observed, body: { of } };
  return { after: withAct(world, act), change: 'an opposition came to us' };
};

/** The person asks for a restriction, or mail comes back. */
const notToBeUsed: Change = (random, world) => {
  const recordedAt = iso(someInstant(random, world));
  const address = random.int(0, world.addresses.length - 1);
  const [act, change]: readonly [Pick<Act, 'kind' | 'body'>, string] = random.pick([
    [{ kind: 'restriction', body: { kind: 'restriction', via: 'letter' } }, 'a restriction was asked for'],
    [{ kind: 'undeliverable', body: { lasts: random.pick(['permanent', 'listed', 'transient']) } }, 'mail came back'],
  ]);
  return { after: withAct(world, { ...act, address, recordedAt }), change };
};

/** The index of an act of this kind that nothing undoes; none: `undefined`. */
const someAct = (random: Random, { acts }: World, kind: Act['kind']): number | undefined => {
  const undone = new Set(acts.map(({ ofAct }) => ofAct));
  const found = [...acts.keys()].filter((index) => acts[index]?.kind === kind && !undone.has(index));
  return found.length === 0 ? undefined : random.pick(found);
};

const changeBody = (world: World, index: number, change: (body: Fields) => Fields): World => ({
  ...world,
  acts: world.acts.map((act, at) => (at === index ? { ...act, body: change(act.body) } : act)),
});

const withdrawn: Change = (random, world) => {
  const ofAct = someAct(random, world, 'consent');
  if (ofAct === undefined) return undefined;
  const given = Date.parse(world.acts[ofAct]?.recordedAt ?? world.at);
  const recordedAt = iso(random.chance(0.5) ? given : Date.parse(world.at));
  return {
    after: withAct(world, { kind: 'withdrawal', address: 0, recordedAt, ofAct, body: { occurredAt: recordedAt } }),
    change: 'a consent was withdrawn',
  };
};

const refusedAtCheckout: Change = (random, world) => {
  const index = someAct(random, world, 'sale');
  // Another refusal in the place of one would be another story.
  if (index === undefined || world.acts[index]?.body.refusal !== undefined) return undefined;
  const refusal = random.chance(0.5) ? {} : { of: SCOPES(random) };
  return {
    after: changeBody(world, index, (body) => ({ ...body, refusal })),
    change: 'the person refused at the checkout',
  };
};

const without = (body: Fields, field: string): Fields =>
  Object.fromEntries(Object.entries(body).filter(([name]) => name !== field));

/** What is asked of a form, and is not known of it. */
const formUnknown: Change = (random, world) => {
  if (world.forms.length === 0) return undefined;
  const index = random.int(0, world.forms.length - 1);
  const field = random.pick(['mechanism', 'defaultState', 'shown', 'notice', 'approver', 'refusal']);
  const forms = world.forms.map((form, at) => (at === index ? { ...form, body: without(form.body, field) } : form));
  return { after: { ...world, forms }, change: `${field} of a form is not known` };
};

const factUnknown: Change = (random, world) => {
  const kind = random.pick(['consent', 'sale'] as const);
  const index = someAct(random, world, kind);
  if (index === undefined) return undefined;
  const field = kind === 'consent' ? random.pick(['form', 'proof']) : 'form';
  return {
    after: changeBody(world, index, (body) => without(body, field)),
    change: `${field} of a ${kind} is not known`,
  };
};

const professionUnknown: Change = (random, world) => {
  const index = world.acts.findIndex(({ body }) => typeof body.profession === 'object');
  if (index < 0) return undefined;
  const field = random.pick(['function', 'noticeGivenAt', 'refusalOfferedAt']);
  const change = (body: Fields): Fields => ({ ...body, profession: without(Object(body.profession), field) });
  return { after: changeBody(world, index, change), change: `${field} of a professional is not known` };
};

/** What becomes void by them keeps nothing alive any more; an act of the person against us takes nothing away from what she did before. */
const UNKNOWNS: readonly Change[] = [formUnknown, factUnknown, professionUnknown];
const CHANGES: readonly Change[] = [
  ...[oppositionReported, oppositionReported, oppositionSeen, notToBeUsed, withdrawn, refusedAtCheckout],
  ...UNKNOWNS,
];

const changeOf = (seed: number, before: Given): (Compared & { readonly mayShortenTerm: boolean }) | undefined => {
  const random = randomOf(seed + 0xb0b);
  const change = random.pick(CHANGES);
  const changed = change(random, before.world);
  return changed && { before, ...changed, mayShortenTerm: UNKNOWNS.includes(change) };
};

const TOO_EARLY = 'RENEWAL_TOO_EARLY';
const codesOf = ({ reasons }: StoredVerdict) => reasons.map(({ code }) => code);

/** The question whether the person wants to stay was too early, and is not any more; what else was said against it is said still. */
const termEndsEarlier = async ({ before, after }: Compared): Promise<boolean> => {
  const [was, is] = [codesOf(await before.verdict()), codesOf(await verdictOf(after))];
  const isOver = was.includes(TOO_EARLY) && !is.includes(TOO_EARLY);
  return isOver && was.every((code) => code === TOO_EARLY || is.includes(code));
};

/** What is opposed at the address that a person takes keeps a consent from following, and so from ending at the former one (0071). */
const staysWhereItWas = async ({ before }: Compared): Promise<boolean> =>
  before.world.acts.some(({ kind, body }) => kind === 'moved' && body.madeBy === 'person') &&
  (await before.verdict()).reasons.some(({ code, detail }) => code === 'CONSENT_WITHDRAWN' && detail === 'moved');

/** (b) What speaks against a message never helps it. */
export const refusals: Property = {
  name: 'refusals',
  says: 'a refusal, an opposition or something unknown makes no verdict milder',
  tryAt: async (seed, given = givenAt(seed)) => {
    const compared = changeOf(seed, given);
    const found = await compareMilder(compared);
    if (found.found === 'broken' && compared !== undefined && (await staysWhereItWas(compared)))
      return excluded('a consent that does not follow stays where it was (0071)');
    return found.found === 'broken' && compared?.mayShortenTerm && (await termEndsEarlier(compared))
      ? excluded(
          'what became void prolongs nothing any more, so that the term ends earlier and may be asked about (RET-4)',
        )
      : found;
  },
};
