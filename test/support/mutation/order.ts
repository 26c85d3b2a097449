import { basename } from 'node:path';
import type { TriedFile } from './try-mutants.ts';

/** How many mutants each file of tests noticed, and of which file of the law. */
export type Notes = Map<string, number>;

const stemOf = (file: string): string => basename(file).replace(/(\.test)?\.ts$/, '');
const fileOf = (mutant: string): string => mutant.replace(/#\d+$/, '');

/** Notes that a mutant was noticed in a file of tests. */
export const noteIn = (notes: Notes, mutant: string, file: string): void => {
  for (const key of [file, `${file} ${fileOf(mutant)}`]) notes.set(key, (notes.get(key) ?? 0) + 1);
};

/**
 * The order in which files of tests are asked about a mutant: those first that find most for the time that they take. What they found in
 * the mutant's own file counts most, and a file of the same name is thought to find it. The order changes no answer.
 */
export const ordered = (notes: Notes, mutant: string, files: readonly TriedFile[]): readonly TriedFile[] => {
  const weight = ({ file, milliseconds }: TriedFile): number => {
    const own = notes.get(`${file} ${fileOf(mutant)}`) ?? 0;
    const isNamed = stemOf(file) === stemOf(fileOf(mutant)) ? 5 : 0;
    return (1 + isNamed + 20 * own + (notes.get(file) ?? 0) / 10) / (50 + milliseconds);
  };
  return files.toSorted((a, b) => weight(b) - weight(a));
};
