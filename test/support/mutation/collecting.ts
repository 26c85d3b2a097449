/**
 * What the tests of the law import instead of `vitest` when they are tried on mutants: `describe` and `test` collect, and nothing
 * runs; `expect` is vitest's own. Modifiers other than `each` are not known, and fail when a test is loaded.
 */
export { expect } from 'vitest';

/** A test of the law, loaded and not run. */
export interface LoadedTest {
  /** Its file, the names of what it stands in, and its own. */
  readonly name: string;
  /** Runs what stands before it once, and it; rejects where it fails. */
  readonly run: () => Promise<void>;
}

type Body = (...row: never[]) => unknown;
type Each = <Row>(rows: readonly Row[]) => (name: string, ...rest: readonly unknown[]) => void;
interface Suite {
  readonly names: readonly string[];
  readonly before: (() => unknown)[];
  readonly parent?: Suite;
}

let suite: Suite = { names: [], before: [] };
let collected: LoadedTest[] = [];

/** The tests that were loaded since it was called last. */
export const takeCollected = (): readonly LoadedTest[] => {
  const taken = collected;
  collected = [];
  return taken;
};

/** The file whose tests are loaded next. */
export const inFile = (file: string): void => {
  suite = { names: [file], before: [] };
};

const bodyIn = (rest: readonly unknown[]): Body => {
  const body = rest.find((each) => typeof each === 'function');
  if (body === undefined) throw new Error(`no body in ${suite.names.join(' > ')}`);
  return body as Body;
};
/** The first failure of a hook is the failure of each test behind it, as in vitest. */
const once = (hook: () => unknown): (() => Promise<unknown>) => {
  let ran: Promise<unknown> | undefined;
  return () => {
    ran ??= Promise.resolve().then(hook);
    return ran;
  };
};
const runBefore = async ({ before, parent }: Suite): Promise<void> => {
  if (parent !== undefined) await runBefore(parent);
  for (const hook of before) await hook();
};
const argumentsOf = (row: unknown): readonly never[] => (Array.isArray(row) ? row : [row]) as never[];

const add = (name: string, body: () => unknown): void => {
  const here = suite;
  collected.push({
    name: [...here.names, name].join(' > '),
    run: async () => {
      await runBefore(here);
      await body();
    },
  });
};
const each =
  (take: (name: string, body: () => unknown) => void): Each =>
  (rows) =>
  (name, ...rest) => {
    const body = bodyIn(rest);
    for (const [index, row] of rows.entries()) take(`${name} [${index}]`, () => body(...argumentsOf(row)));
  };

const enter = (name: string, body: () => unknown): void => {
  const outer = suite;
  suite = { names: [...outer.names, name], before: [], parent: outer };
  body();
  suite = outer;
};

export const test = Object.assign((name: string, ...rest: readonly unknown[]) => add(name, () => bodyIn(rest)()), {
  each: each(add),
});
export const describe = Object.assign(
  (name: string, ...rest: readonly unknown[]) => enter(name, () => bodyIn(rest)()),
  { each: each(enter) },
);
export const beforeAll = (hook: () => unknown): void => void suite.before.push(once(hook));
