import { importsOf, type Sources } from './imports.ts';

/** Finds the shortest way from a file back to itself; `undefined` when there is none. */
const wayBack = (graph: ReadonlyMap<string, readonly string[]>, start: string): readonly string[] | undefined => {
  const ways: string[][] = [[start]];
  const seen = new Set<string>();
  for (const way of ways) {
    for (const next of graph.get(way.at(-1) ?? '') ?? []) {
      if (next === start) return [...way, start];
      if (!seen.has(next)) ways.push([...way, next]);
      seen.add(next);
    }
  }
  return undefined;
};

/** Leaves out what cannot be in a cycle: files that import nothing that is left, until none is. */
const core = (graph: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, readonly string[]> => {
  const kept = new Map([...graph].map(([file, targets]) => [file, targets.filter((target) => graph.has(target))]));
  const left = new Map([...kept].filter(([, targets]) => targets.length > 0));
  return left.size === graph.size ? left : core(left);
};

/** Files that import each other in a circle, types included, as `a > b > a`; each circle once. */
export const cyclesIn = (sources: Sources): readonly string[] => {
  const graph = core(
    new Map([...sources].map(([file, source]) => [file, importsOf(file, source).map(({ target }) => target)])),
  );
  const reported = new Set<string>();
  return [...graph.keys()].flatMap((file) => {
    const way = reported.has(file) ? undefined : wayBack(graph, file);
    for (const each of way ?? []) reported.add(each);
    return way === undefined ? [] : [way.join(' > ')];
  });
};
