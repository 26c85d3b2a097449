import { dirname } from 'node:path';
import { importsOf, type Sources } from '../architecture/imports.ts';

const LAW = 'shared/law/';
/** Some 500 mutants: the first run of Stryker keeps, for each test, which of them it comes by. */
const MOST_LINES = 400;

/** A part of the law that is changed in a run of its own, and the tests that can reach it. */
export interface Part {
  /** Its folder below `shared/law`, and a number: `articles-lil-1`. */
  readonly name: string;
  /** Paths from the root of the repository. */
  readonly files: readonly string[];
  readonly tests: readonly string[];
}

const linesOf = (source: string): number => source.split('\n').length;

/** Files in order, in groups of some lines; a file of more is a group. */
const grouped = (files: readonly string[], sources: Sources): readonly (readonly string[])[] => {
  const groups: string[][] = [];
  let lines = MOST_LINES;
  for (const file of files) {
    lines += linesOf(sources.get(file) ?? '');
    if (lines > MOST_LINES) {
      groups.push([]);
      lines = linesOf(sources.get(file) ?? '');
    }
    groups.at(-1)?.push(file);
  }
  return groups;
};

/** What a file loads when it runs, itself included, one after the other. */
export const reachedFrom = (file: string, sources: Sources): ReadonlySet<string> => {
  const reached = new Set([file]);
  for (const each of reached) {
    const source = sources.get(each);
    if (source === undefined) continue;
    for (const { target, isOfTypes } of importsOf(each, source))
      if (!isOfTypes && sources.has(target)) reached.add(target);
  }
  return reached;
};

/** The law in parts, by folder, each with those of these tests that load any of its files. */
export const partsOf = (sources: Sources, tests: readonly string[]): readonly Part[] => {
  const reached = tests.map((test) => [test, reachedFrom(test, sources)] as const);
  const files = [...sources.keys()].filter((file) => file.startsWith(LAW) && file.endsWith('.ts')).sort();
  return [...Map.groupBy(files, dirname)].flatMap(([folder, inFolder]) =>
    grouped(inFolder, sources).map((group, index) => ({
      name: `${folder.slice(LAW.length).replaceAll('/', '-') || 'law'}-${index + 1}`,
      files: group,
      tests: reached.filter(([, loads]) => group.some((file) => loads.has(file))).map(([test]) => test),
    })),
  );
};
