import { isBuiltin } from 'node:module';
import { parseSync, type StaticImportEntry } from 'oxc-parser';

/** What a script is called with, in this order: `require`, what answers a dynamic import, and the module's own URL. */
const GIVEN = ['requireOfScript', 'importOfScript', 'urlOfScript'] as const;
const [REQUIRE, IMPORT, URL_OF_MODULE] = GIVEN;

/** `{ createHash: sha }`, or a name alone where all of a module is imported. */
const bindingOf = ({ importName, localName }: StaticImportEntry): string =>
  importName.kind === 'Name' ? `{${importName.name}:${localName.value}}` : localName.value;

/**
 * A bundle, an ES module, as a script that comes to a function; that one resolves to what the module exports, in the same order and as strictly. `undefined`:
 * it imports more than modules of Node, or exports otherwise than by one list of names, as esbuild does.
 */
export const asScript = (source: string): string | undefined => {
  const { module, errors } = parseSync('index.mjs', source);
  const { staticImports, staticExports, dynamicImports, importMetas } = module;
  const [list, ...others] = staticExports;
  const isKnown = staticImports.every(({ moduleRequest }) => isBuiltin(moduleRequest.value));
  const isUrl = importMetas.every(({ end }) => /^\s*\.\s*url\b/.test(source.slice(end, end + 20)));
  if (errors.length > 0 || !isKnown || !isUrl || list === undefined || others.length > 0) return undefined;
  if (!/^export\s*\{/.test(source.slice(list.start, list.end))) return undefined;
  const imported = staticImports.flatMap(({ moduleRequest, entries }) => {
    const required = `${REQUIRE}(${JSON.stringify(moduleRequest.value)})`;
    return entries.length === 0 ? [`${required};`] : entries.map((entry) => `const ${bindingOf(entry)}=${required};`);
  });
  if (list.entries.some(({ moduleRequest }) => moduleRequest !== null)) return undefined;
  const exported = list.entries.map(({ exportName, localName }) => `${exportName.name}:${localName.name}`);
  const edits = [
    ...staticImports.map(({ start, end }) => ({ start, end, text: '' })),
    ...dynamicImports.map(({ start }) => ({ start, end: start + 'import'.length, text: IMPORT })),
    ...importMetas.map(({ start, end }) => ({ start, end, text: `({url:${URL_OF_MODULE}})` })),
    { start: list.start, end: list.end, text: '' },
  ].sort((left, right) => left.start - right.start);
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, text } of edits) {
    parts.push(source.slice(at, start), text);
    at = end;
  }
  const body = [...parts, source.slice(at)].join('');
  return `(async(${GIVEN.join()})=>{"use strict";${imported.join('')}${body}\nreturn{${exported.join()}}})`;
};
