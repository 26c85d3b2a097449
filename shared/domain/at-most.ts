/** Runs one task per element, at most `limit` at once, and gives the results in the order of the elements. */
export const atMost = async <T, R>(
  limit: number,
  elements: readonly T[],
  task: (element: T) => Promise<R>,
): Promise<readonly R[]> => {
  const results: R[] = [];
  const waiting = elements.entries();
  const worker = async (): Promise<void> => {
    for (const [index, element] of waiting) results[index] = await task(element);
  };
  await Promise.all(Array.from({ length: Math.min(limit, elements.length) }, worker));
  return results;
};

/** As `atMost`, but one that fails stops no other: each element's result, or why it has none. Never rejects. */
export const settleAtMost = <T, R>(
  limit: number,
  elements: readonly T[],
  task: (element: T) => Promise<R>,
): Promise<readonly PromiseSettledResult<R>[]> =>
  atMost(limit, elements, async (element) => {
    try {
      return { status: 'fulfilled', value: await task(element) } as const;
    } catch (reason) {
      return { status: 'rejected', reason } as const;
    }
  });

/** The values of what was settled. Throws the first failure when anything failed. */
export const allOf = <R>(settled: readonly PromiseSettledResult<R>[]): readonly R[] =>
  settled.map((each) => {
    if (each.status === 'rejected') throw each.reason;
    return each.value;
  });
