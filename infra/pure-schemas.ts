import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/** What the SDK knows of every shape of a service: one array each, and constants for all names in them. */
const SCHEMAS = /@aws-sdk\/client-[\w-]+\/dist-es\/schemas\/schemas_0\.js$/;
const NAME = /^const (\w+) = ("[^"\n]*");$/gm;
const COMPUTED_KEY = /([{,]\s*)\[(_\w+)\]:/g;

/** `{ [_hH]: x }` as `{ "httpHeader": x }`: the same object, by the constant of that file. */
export const withPlainKeys = (source: string): string => {
  const names = new Map([...source.matchAll(NAME)].map(([, name, text]) => [name, text]));
  return source.replace(COMPUTED_KEY, (found, before: string, name: string) => {
    const text = names.get(name);
    return text === undefined ? found : `${before}${text}:`;
  });
};

/** KMS has some fifty errors, and no function looks for one of them: they have their names without a class as well. */
const OF_KMS = /\/client-kms\//;
const ERROR = /^n0_registry\.registerError\(\w+\$.*\n/gm;

/** Without the classes of errors that nobody asks for. */
const withoutErrors = (source: string): string => source.replace(ERROR, '');

/**
 * Lets esbuild leave out the shapes of commands that a function never sends. It keeps every array with a computed key,
 * since computing a key might have effects; the keys here are constants.
 */
export const pureSchemas: Plugin = {
  name: 'pure-schemas',
  setup: ({ onLoad }) => {
    onLoad({ filter: SCHEMAS }, async ({ path }) => {
      const contents = withPlainKeys(await readFile(path, 'utf8'));
      return { contents: OF_KMS.test(path) ? withoutErrors(contents) : contents };
    });
  },
};
