import type { Act, Fields, World } from '../../oracle/world.ts';
import { DAY, iso } from '../making/draft.ts';
import { checkoutForm, consentForm } from '../making/forms.ts';
import { BROKER, OTHER_BROKER, PROOF, SISTER, SOLD } from '../making/vocabulary.ts';
import { type Random, randomOf } from '../random.ts';
import { withAct, withForm } from './insert.ts';
import { type Compared, compareMilder, type Given, givenAt, type Property } from './property.ts';

interface Void {
  readonly name: string;
  /** The void record's form, where it names one, and the body of the act. */
  readonly of: (
    random: Random,
    world: World,
    at: number,
  ) => { readonly kind: Act['kind']; readonly form?: Fields; readonly body: Fields } | undefined;
}

const channelOf = ({ message }: World): string => String(message.channel);

const consent = (name: string, form: Fields | undefined, more: Fields = {}): Void => ({
  name,
  of: (random, world, at) => ({
    kind: 'consent',
    ...(form === undefined ? {} : { form: consentForm(random, [channelOf(world)], { ...form }) }),
    body: { channels: [channelOf(world)], givenAt: iso(at), ...more },
  }),
});

const sale = (name: string, body: (at: number) => Fields): Void => ({
  name,
  of: (random, _, at) => ({
    kind: 'sale',
    form: checkoutForm(random),
    body: { reference: 'void-1', type: 'order', soldAt: iso(at), lines: [{ category: SOLD }], ...body(at) },
  }),
});

const RUNS = { state: 'running', shownBy: { contractReference: 'C-8' } } as const;

/** Nothing of a professional is declared, nor shown by the address or a sale. */
const isPlainPerson = ({ acts, addresses }: World): boolean =>
  !/atelier-vidal/.test(JSON.stringify(addresses[0])) &&
  !acts.some(
    ({ body }) =>
      'profession' in body ||
      'organisation' in body ||
      'boughtAs' in body ||
      ('kind' in body && body.kind !== 'consumer'),
  );

const declaration = (name: string, body: Fields): Void => ({
  name,
  of: (_, world) => (isPlainPerson(world) ? { kind: 'contact', body } : undefined),
});

/** Records that found nothing by themselves and await no human. */
const VOIDS: readonly Void[] = [
  consent('a consent on a ticked box', { mode: 'web', mechanism: 'checkbox', defaultState: 'ticked' }),
  consent('a consent by accepting terms', { mode: 'web', mechanism: 'terms-acceptance', defaultState: 'empty' }),
  consent('a consent that the contract depended on', { isConditionOfService: true }),
  consent('a consent on a misleading form', { design: { misleading: true } }),
  consent('a consent on a form without free choice', { lacking: ['freedom'] }),
  consent('a consent on a form nobody knows', undefined),
  consent('a consent not confirmed', {}, { confirmation: 'pending' }),
  consent('a consent to another house', { partnersNamed: [] }, { collector: BROKER, proof: PROOF }),
  consent('a consent through other hands', {}, { collector: BROKER, transferredBy: [OTHER_BROKER], proof: PROOF }),
  sale('an order at a sister company', () => ({ sellerSiren: SISTER.siren })),
  sale('a running contract of a sister company', () => ({
    type: 'service-contract',
    sellerSiren: SISTER.siren,
    relation: RUNS,
  })),
  sale('a running contract that was cancelled', (at) => ({
    type: 'service-contract',
    cancelledAt: iso(at),
    relation: RUNS,
  })),
  sale('a cancelled order', (at) => ({ cancelledAt: iso(at) })),
  declaration('the word "professional", without proof', { kind: 'professional' }),
  declaration('the word "sole trader", without proof', { kind: 'sole-trader' }),
  declaration('the word "legal person", without proof', { kind: 'legal-person' }),
];

/** When the void record happened: recently, long ago, or just before an act that is recorded. */
const someTime = (random: Random, world: World): number => {
  const at = Date.parse(world.at);
  const others = world.acts
    .flatMap(({ body }) => [body.givenAt, body.soldAt])
    .filter((each) => typeof each === 'string');
  if (others.length > 0 && random.chance(0.4))
    return Math.min(at, Date.parse(String(random.pick(others))) - random.pick([-DAY, 1, DAY]));
  return at - random.pick([1, 10, 200, 900, 1500]) * DAY;
};

const changeOf = (seed: number, before: Given): Compared | undefined => {
  const random = randomOf(seed + 0x51ed);
  const was = before.world;
  const chosen = random.pick(VOIDS);
  const at = someTime(random, was);
  const made = chosen.of(random, was, at);
  if (made === undefined) return undefined;
  const { world, form } = made.form === undefined ? { world: was, form: undefined } : withForm(was, made.form);
  const recordedAt = iso(Math.min(Date.parse(was.at), at + random.pick([0, DAY, 400 * DAY])));
  const body = form === undefined ? made.body : { ...made.body, form };
  return { before, after: withAct(world, { kind: made.kind, address: 0, recordedAt, body }), change: chosen.name };
};

/** (a) What founds nothing helps nobody. */
export const voidRecords: Property = {
  name: 'void records',
  says: 'a record that founds nothing by itself and awaits no human makes no verdict milder',
  tryAt: (seed, given = givenAt(seed)) => compareMilder(changeOf(seed, given)),
};
