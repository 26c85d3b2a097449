import { readdirSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Prohibition } from '#shared/law/article.ts';
import type { Example } from '#shared/law/example.ts';
import { REGISTER } from '#shared/law/register.ts';
import { loadModule } from './load-module.ts';

/** A prohibition as drafted: its file, its name there, and the examples beside it. */
export interface Drafted {
  /** `cpce/l34-5-consent.ts`. */
  readonly file: string;
  readonly name: string;
  readonly prohibition: Prohibition;
  readonly examples: readonly Example[];
}

const FOLDER = new URL('../../shared/law/articles/', import.meta.url);

const isProhibition = (value: unknown): value is Prohibition =>
  typeof value === 'object' && value !== null && 'judges' in value && 'article' in value;
const isExamples = (value: unknown): value is readonly Example[] => Array.isArray(value) && Array.isArray(value[0]);

const areProhibitions = (value: unknown): value is readonly Prohibition[] =>
  Array.isArray(value) && value.length > 0 && value.every(isProhibition);

/** `lists`: what is exported as a list counts too. Of the register's own files it does not: its sentences are exported one by one as well. */
const draftedIn = async (file: string, folder: URL, lists: boolean): Promise<Drafted[]> => {
  const module = await loadModule(new URL(file, folder));
  return Object.entries(module).flatMap(([name, prohibition]) => {
    if (lists && areProhibitions(prohibition))
      return prohibition.map((each) => ({ file, name, prohibition: each, examples: [] }));
    if (!isProhibition(prohibition)) return [];
    const examples = module[`${name}Examples`];
    return [{ file, name, prohibition, examples: isExamples(examples) ? examples : [] }];
  });
};

const draftedBelow = async (folder: URL, lists = false): Promise<readonly Drafted[]> => {
  const files = readdirSync(fileURLToPath(folder), { recursive: true, encoding: 'utf8' });
  const articles = files.filter((file) => file.endsWith('.ts')).sort();
  return (await Promise.all(articles.map((file) => draftedIn(file.replaceAll('\\', '/'), folder, lists)))).flat();
};

/** Every prohibition drafted in a folder of the reader's own, by file and name. Throws when the folder has none. */
export const draftsIn = async (directory: string): Promise<readonly Drafted[]> => {
  const drafts = await draftedBelow(pathToFileURL(`${directory}/`), true);
  if (drafts.length === 0) throw new Error(`${directory} holds no draft: no .ts file there exports a prohibition.`);
  return drafts;
};

/** Every prohibition in the articles' files: those of the register in its order, then those of earlier editions alone. */
export const draftedSentences = async (): Promise<readonly Drafted[]> => {
  const drafted = await draftedBelow(FOLDER);
  const indexOf = ({ prohibition }: Drafted) => {
    const index = REGISTER.indexOf(prohibition);
    return index < 0 ? REGISTER.length : index;
  };
  return drafted.toSorted((a, b) => indexOf(a) - indexOf(b));
};

/** The prohibitions of the register as drafted, in its order. */
export const draftedProhibitions = async (): Promise<readonly Drafted[]> => {
  const drafted = await draftedSentences();
  return drafted.filter(({ prohibition }) => REGISTER.includes(prohibition));
};
