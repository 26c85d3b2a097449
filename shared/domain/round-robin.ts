/** What walks did: what their steps counted together, whether all came to their end, and why those failed that did. */
interface Walked {
  readonly sum: number;
  readonly isWhole: boolean;
  readonly failures: readonly unknown[];
}

/**
 * Takes one step of each walk in turn until all are at their end or the time is over, so that a short walk never waits
 * for a long one; `atOnce`: how many are on a step at the same time. A step yields what it counted. A walk that fails
 * stops no other. Never rejects.
 */
export const roundRobin = async (
  walks: readonly AsyncGenerator<number>[],
  { atOnce = 1, hasTime = () => true }: { readonly atOnce?: number; readonly hasTime?: () => boolean } = {},
): Promise<Walked> => {
  const line = [...walks];
  const failures: unknown[] = [];
  let sum = 0;
  let isWhole = true;
  const step = async (walk: AsyncGenerator<number>): Promise<void> => {
    try {
      const { done, value } = await walk.next();
      if (done) return;
      sum += value;
      line.push(walk);
    } catch (error) {
      failures.push(error);
    }
  };
  const worker = async (): Promise<void> => {
    for (let walk = line.shift(); walk !== undefined; walk = line.shift()) {
      if (hasTime()) await step(walk);
      else isWhole = false;
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, walks.length) }, worker));
  return { sum, isWhole: isWhole && failures.length === 0, failures };
};

/** What the walks counted. Throws the first failure when one failed: all that could be done is done then. */
export const countOf = ({ sum, failures }: Walked): number => {
  if (failures.length > 0) throw failures[0];
  return sum;
};

/** Several walks as one: each begins when the one before is at its end or failed. Throws the first failure at the end of all. */
export async function* oneAfterAnother(walks: readonly AsyncGenerator<number>[]): AsyncGenerator<number> {
  const failures: unknown[] = [];
  for (const walk of walks) {
    try {
      yield* walk;
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
}
