import { dirname } from 'node:path';
import type { Sources } from './imports.ts';

const MAX_FILES = 20;
const MAX_LINES = 200;

/** Folders whose files are entries of one list: articles by code, and routes of the API. */
const LISTS = /^(?:shared\/law\/articles(?:\/[\w-]+)?|functions\/api|shared\/contracts\/http\/routes)$/;

/** Files that hold data, a table to look up and no behaviour, or that a program writes. */
const DATA =
  /^(?:(?:demo\/situations|test\/acceptance\/decision-table)\/|shared\/edge\/(?:problems|words\/[\w-]+-fr)\.ts$|clients\/typescript\/src\/generated\/)/;

/** Folders with more than 20 source files of their own, as `<folder> holds <n> files`. */
export const bigFolders = (sources: Sources): readonly string[] => {
  const byFolder = Map.groupBy(sources.keys(), (file) => dirname(file));
  return [...byFolder]
    .filter(([folder, files]) => files.length > MAX_FILES && !LISTS.test(folder))
    .map(([folder, { length }]) => `${folder} holds ${length} files`);
};

/** Files of more than 200 lines that are no data, as `<file> has <n> lines`. */
export const longFiles = (sources: Sources): readonly string[] =>
  [...sources]
    .map(([file, source]) => ({ file, lines: source.replace(/\n$/, '').split('\n').length }))
    .filter(({ file, lines }) => lines > MAX_LINES && !DATA.test(file))
    .map(({ file, lines }) => `${file} has ${lines} lines`);
