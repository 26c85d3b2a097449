import type { Node } from './block-tree.ts';

/** Whether an element is among those that `An+B` counts, from 1 (CSS Syntax 3, 6); `undefined`: it is no such formula. */
const isCounted = (formula: string, position: number): boolean | undefined => {
  const text = formula.replaceAll(/\s/g, '').toLowerCase();
  if (text === 'odd') return position % 2 === 1;
  if (text === 'even') return position % 2 === 0;
  const [, every, step, plus] = /^(([+-]?\d*)n)?([+-]?\d+)?$/.exec(text) ?? [];
  if (every === undefined && plus === undefined) return undefined;
  const offset = Number(plus ?? 0);
  const by = every === undefined ? 0 : step === '' || step === '+' ? 1 : step === '-' ? -1 : Number(step);
  return by === 0 ? position === offset : (position - offset) % by === 0 && (position - offset) / by >= 0;
};

/** How many elements of the same name come before each sibling, and how many there are. */
interface OfType {
  readonly before: readonly number[];
  readonly total: ReadonlyMap<string, number>;
}
const counted = new WeakMap<readonly Node[], OfType>();
const ofTypeAmong = (siblings: readonly Node[]): OfType => {
  const known = counted.get(siblings);
  if (known !== undefined) return known;
  const total = new Map<string, number>();
  const before: number[] = [];
  for (const { name } of siblings) {
    const so = total.get(name) ?? 0;
    before.push(so);
    total.set(name, so + 1);
  }
  counted.set(siblings, { before, total });
  return { before, total };
};

/** The position of an element, from 1, from the first and from the last. */
const positionsOf = (node: Node, isOfType: boolean): { readonly first: number; readonly last: number } => {
  const { siblings, position, name } = node;
  if (!isOfType) return { first: position + 1, last: siblings.length - position };
  const { before, total } = ofTypeAmong(siblings);
  const so = before[position] ?? 0;
  return { first: so + 1, last: (total.get(name) ?? 0) - so };
};

const POSITION = /^(?:(first|last|only)|nth(-last)?)-(child|of-type)$/;

/**
 * Whether an element is where a structural pseudo-class asks it to be: `first-child`, `nth-last-of-type` … with its formula.
 * `undefined`: the name is none of these, or the formula is not read.
 */
export const isAtPosition = (name: string, formula: string, node: Node): boolean | undefined => {
  const [found, end, fromLast, kind] = POSITION.exec(name) ?? [];
  if (found === undefined) return undefined;
  const { first, last } = positionsOf(node, kind === 'of-type');
  if (end === 'first') return first === 1;
  if (end === 'last') return last === 1;
  if (end === 'only') return first === 1 && last === 1;
  return isCounted(formula, fromLast === undefined ? first : last);
};
