import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/** Where schemas are made. */
const SCHEMA_FILES = /\/shared\/(?:(?:domain|contracts)\/.*|channels\/[\w-]+\/channel)\.ts$/;
/** `about('A sentence.', schema)` and `named('Name', schema)`: the first argument. */
const SAID = /\b(about|named)\(\s*(?:'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|[\w.]+)\s*,/g;
/** A function of the file that makes a schema: `const text = (max: number) => z.string()…`. */
const MAKER = /^(?:export )?const (\w+) = \([^)]*\) =>\s*z\b/gm;

/** Only readers of the document need these, so in a bundle they give their schema back, or do nothing. */
const STUBS: readonly (readonly [RegExp, string])[] = [
  [/\/shared\/domain\/about\.ts$/, 'export function about(it) { return it }\nexport function named(it) { return it }'],
  [/\/shared\/contracts\/http\/document\.ts$/, 'export function document() {}'],
];

/**
 * The source of a schema file without what it says to readers of the document, and with every schema marked as made
 * without effect, so that esbuild leaves out those that a function does not use.
 */
export const withoutSentences = (source: string): string => {
  const makers = [...source.matchAll(MAKER)].map(([, name]) => `${name}\\(`);
  const pure = new RegExp(
    `(?<![\\w.'])(?:z\\s*\\.\\s*(?:iso\\s*\\.\\s*)?\\w+\\(|about\\(|named\\(|route\\(|document\\(${makers.map((each) => `|${each}`).join('')})`,
    'g',
  );
  return source.replace(SAID, '$1(').replace(pure, '/* @__PURE__ */ $&');
};

/** Keeps sentences, names, examples and answers of the OpenAPI document out of the bundles. */
export const leanSchemas: Plugin = {
  name: 'lean-schemas',
  setup: ({ onLoad }) => {
    for (const [filter, contents] of STUBS) onLoad({ filter }, () => ({ contents, loader: 'js' }));
    onLoad({ filter: SCHEMA_FILES }, async ({ path }) => ({
      contents: withoutSentences(await readFile(path, 'utf8')),
      loader: 'ts',
    }));
  },
};
