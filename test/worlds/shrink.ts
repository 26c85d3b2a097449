import type { Act, World } from '../oracle/world.ts';

/** Without senders nothing leaves, whatever one looks for. */
const KEPT = ['senders', 'sender'];

const without = <One>(list: readonly One[], index: number): readonly One[] => list.filter((_, at) => at !== index);

/** The acts without one of them, and without those that end or undo it. */
const withoutAct = (acts: readonly Act[], gone: number): readonly Act[] => {
  const dropped = new Set([gone]);
  for (const [index, { ofAct }] of acts.entries()) if (ofAct !== undefined && dropped.has(ofAct)) dropped.add(index);
  const left = [...acts.keys()].filter((index) => !dropped.has(index));
  return left.flatMap((index) => {
    const act = acts[index];
    if (act === undefined) return [];
    const { ofAct, ...rest } = act;
    return [ofAct === undefined ? rest : { ...rest, ofAct: left.indexOf(ofAct) }];
  });
};

/** Every value with one field or element less, at any depth. */
const smaller = (value: unknown): readonly unknown[] => {
  if (Array.isArray(value))
    return [
      ...value.map((_, index) => without(value, index)),
      ...value.flatMap((each, index) => smaller(each).map((one) => value.with(index, one))),
    ];
  if (typeof value !== 'object' || value === null) return [];
  const fields = Object.entries(value).filter(([name]) => !KEPT.includes(name));
  return [
    ...fields.map(([name]) => ({ ...value, [name]: undefined })).map(withoutUndefined),
    ...fields.flatMap(([name, each]) => smaller(each).map((one) => ({ ...value, [name]: one }))),
  ];
};
const withoutUndefined = (value: object): object =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined));

const actsOf = ({ acts }: World): readonly (readonly Act[])[] => [
  ...acts.map((_, index) => withoutAct(acts, index)),
  ...acts.flatMap((act, index) => smaller(act.body).map((body) => acts.with(index, { ...act, body: Object(body) }))),
];

/** What is made smaller beside the acts; the addresses stay, since an act names one by its place. */
const PARTS = ['forms', 'templates', 'decisions', 'sent', 'message', 'advertiser'] as const;

/** Worlds that are one step smaller; some of them no route would take. */
const stepsOf = (world: World): readonly World[] => [
  ...actsOf(world).map((acts) => ({ ...world, acts })),
  ...PARTS.flatMap((part) => smaller(world[part]).map((one): World => ({ ...world, [part]: one }))),
];

/** Steps that are tried before one is content with what there is. */
const MOST_STEPS = 4000;

/**
 * The smallest world that still shows what `shows` looks for: acts and fields are dropped, one at a time, for as long as
 * it does. A world that cannot be built shows nothing.
 */
export const shrink = async (world: World, shows: (world: World) => Promise<boolean>): Promise<World> => {
  const still = (one: World): Promise<boolean> => shows(one).catch(() => false);
  let [smallest, tried] = [world, 0];
  for (let isSmaller = true; isSmaller; ) {
    isSmaller = false;
    for (const one of stepsOf(smallest)) {
      if (++tried > MOST_STEPS) return smallest;
      if (!(await still(one))) continue;
      smallest = one;
      isSmaller = true;
      break;
    }
  }
  return smallest;
};
