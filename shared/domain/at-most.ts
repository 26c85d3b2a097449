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
