import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Plugin } from 'esbuild';
import { type CallExpression, type Node, type ParseResult, parseSync, Visitor } from 'oxc-parser';

/** Where schemas are made. */
const SCHEMA_FILES = /\/shared\/(?:(?:domain|contracts)\/.*|channels\/[\w-]+\/channel)\.ts$/;
const ABOUT = /\/shared\/domain\/about\.ts$/;
const DOCUMENT = /\/shared\/contracts\/http\/document\.ts$/;
const ROUTE = /\/shared\/contracts\/http\/route\.ts$/;
const ZOD = /\/zod\/mini$/;

/** Only readers of the document need these, so in a bundle they give their schema back, or do nothing. */
const STUBS: readonly (readonly [RegExp, string])[] = [
  [ABOUT, 'export function about(...all) { return all.at(-1) }\nexport function named(...all) { return all.at(-1) }'],
  [DOCUMENT, 'export function document() {}\nexport function documentOf() { return {} }'],
];

/** What is written instead of the characters from `start` to `end`. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The name that a chain of calls and properties starts with: `z` of `z.string().check(…)`. */
const rootOf = (node: Node): string | undefined => {
  if (node.type === 'Identifier') return node.name;
  if (node.type === 'CallExpression') return rootOf(node.callee);
  return node.type === 'MemberExpression' ? rootOf(node.object) : undefined;
};

const isCallOf = (names: ReadonlySet<string>, node: Node | null): node is CallExpression =>
  node?.type === 'CallExpression' && names.has(rootOf(node) ?? '');

/** The local names of what a file imports from these files. */
const importedFrom = (files: readonly RegExp[], path: string, { module }: ParseResult): ReadonlySet<string> => {
  const targetOf = (specifier: string) =>
    specifier.startsWith('.') ? resolve(dirname(path), specifier) : `/${specifier.replace('#', '')}`;
  const found = module.staticImports.filter(({ moduleRequest: { value } }) =>
    files.some((file) => file.test(targetOf(value))),
  );
  return new Set(found.flatMap(({ entries }) => entries.map(({ localName }) => localName.value)));
};

/** The functions of a file that make a schema: `const text = (max: number) => z.string()…`. */
const makersOf = (zod: ReadonlySet<string>, { program }: ParseResult): ReadonlySet<string> => {
  const makers = new Set<string>();
  new Visitor({
    VariableDeclarator: ({ id, init }) => {
      const isMaker = init?.type === 'ArrowFunctionExpression' && isCallOf(zod, init.body);
      if (isMaker && id.type === 'Identifier') makers.add(id.name);
    },
  }).visit(program);
  return makers;
};

/** `about('A sentence.', schema)` as `(schema)`. Throws when the sentence is put together: it may have effects. */
const withoutFirst = (call: CallExpression, path: string, source: string): readonly Edit[] => {
  const { start, end } = call;
  const [said, schema, ...more] = call.arguments;
  if (schema === undefined || more.length > 0 || !/^(?:Literal|Identifier|MemberExpression)$/.test(said?.type ?? '')) {
    const line = source.slice(0, start).split('\n').length;
    throw new Error(`${path}:${line}: the first argument must be one literal in quotes, or the name of a schema.`);
  }
  return [
    { start, end: schema.start, text: '(' },
    { start: schema.end, end, text: ')' },
  ];
};

/** From the first character of the file to the last. */
const editsOf = (path: string, source: string): readonly Edit[] => {
  const parsed = parseSync(path, source);
  const imported = (...files: readonly RegExp[]) => importedFrom(files, path, parsed);
  const [saying, documenting] = [imported(ABOUT), imported(DOCUMENT)];
  const makers = new Set([...imported(ABOUT, ROUTE, ZOD), ...makersOf(imported(ZOD), parsed)]);
  const edits: Edit[] = [];
  const markCallOf = (names: ReadonlySet<string>, node: Node | null) => {
    if (isCallOf(names, node)) edits.push({ start: node.start, end: node.start, text: '/* @__PURE__ */ ' });
  };
  new Visitor({
    ExpressionStatement: ({ expression }) => markCallOf(documenting, expression),
    VariableDeclarator: ({ init }) => markCallOf(makers, init),
    Property: ({ value }) => markCallOf(makers, value),
    CallExpression: (call) => {
      for (const argument of call.arguments) markCallOf(makers, argument);
      if (call.callee.type === 'Identifier' && saying.has(call.callee.name))
        edits.push(...withoutFirst(call, path, source));
    },
  }).visit(parsed.program);
  return edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
};

/**
 * The source of a schema file without what it says to readers of the document, and with every schema marked as made
 * without effect, so that esbuild leaves out those that a function does not use. `path`: absolute. Throws, with file and
 * line, where what is said is not one literal.
 */
export const withoutSentences = (path: string, source: string): string => {
  const edits = editsOf(path, source);
  const kept = edits.map(({ end, text }, at) => text + source.slice(end, edits[at + 1]?.start));
  return source.slice(0, edits[0]?.start) + kept.join('');
};

/** Keeps sentences, names, examples and answers of the OpenAPI document out of the bundles. */
export const leanSchemas: Plugin = {
  name: 'lean-schemas',
  setup: ({ onLoad }) => {
    for (const [filter, contents] of STUBS) onLoad({ filter }, () => ({ contents, loader: 'js' }));
    onLoad({ filter: SCHEMA_FILES }, async ({ path }) => ({
      contents: withoutSentences(path, await readFile(path, 'utf8')),
      loader: 'ts',
    }));
  },
};
