/** How Stryker's switches, which stand in the changed code, are told which mutant is awake, and tell which were met. */
interface Switches {
  activeMutant?: string | undefined;
  hitCount?: number;
  hitLimit?: number;
  currentTestId?: string | undefined;
  mutantCoverage?: Coverage;
}
/** The mutants that were met while the law was loaded, and by each test; how often. */
interface Coverage {
  static: Record<string, number>;
  perTest: Record<string, Record<string, number>>;
}

const switches = (): Switches => {
  const global: { __stryker__?: Switches } = globalThis as never;
  global.__stryker__ ??= {};
  return global.__stryker__;
};

/** Wakes one mutant; `undefined`: the law is as it is. One that is met more than `mostHits` times loops: it throws. */
export const awake = (mutant: string | undefined, mostHits: number): void =>
  void Object.assign(switches(), { activeMutant: mutant, hitCount: 0, hitLimit: mostHits });

/** Begins to note which mutants are met, by this test, or while the law is loaded; what is noted is in what it returns. */
export const noting = (test: string | undefined): Coverage => {
  // A loaded law keeps hold of the object that it found first: only its fields may be new.
  const coverage = switches().mutantCoverage ?? { static: {}, perTest: {} };
  Object.assign(coverage, { static: {}, perTest: {} });
  Object.assign(switches(), { mutantCoverage: coverage, currentTestId: test });
  return coverage;
};
