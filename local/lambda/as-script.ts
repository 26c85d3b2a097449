import { isBuiltin } from 'node:module';
import { parseSync, type StaticImportEntry } from 'oxc-parser';

/** What a script is called with, in this order: `require`, what answers a dynamic import, and the module's own URL. */
const GIVEN = ['requireOfScript', 'importOfScript', 'urlOfScript'] as const;
const [REQUIRE, IMPORT, URL_OF_MODULE] = GIVEN;

/** `{createHash:sha}`; a name alone where it is the whole module; an object with all that it exports, and itself as `default`, for `import * as`. */
const bindingOf = ({ importName, localName }: StaticImportEntry, required: string): string => {
  const { kind, name } = importName;
  if (kind === 'NamespaceObject') return `const ${localName.value}={__proto__:${required},default:${required}};`;
  const isWhole = kind === 'Default' || name === 'default';
  return isWhole ? `const ${localName.value}=${required};` : `const {${name}:${localName.value}}=${required};`;
};

/** Whether Node exports it: where it does not, an `import` of it fails, which a script would not. */
const isExported = (specifier: string, { importName: { kind, name } }: StaticImportEntry): boolean =>
  kind !== 'Name' ||
  name === 'default' ||
  Object.keys(Object(process.getBuiltinModule(specifier))).includes(name ?? '');

/** Of one module of Node, named where it is imported: anything else may lie beside the bundle. */
const isLiteralBuiltin = (specifier: string): boolean => {
  const [, , name] = /^(["'])([\w:/]+)\1$/.exec(specifier) ?? [];
  return name !== undefined && isBuiltin(name);
};

/**
 * A bundle, an ES module, as a script that comes to a function; that one resolves to what the module exports, in the same order and as strictly. `undefined`:
 * it imports more than modules of Node, or from them what they do not export, or exports otherwise than by one list of names, as esbuild does.
 */
export const asScript = (source: string): string | undefined => {
  const { module, errors } = parseSync('index.mjs', source);
  const { staticImports, staticExports, dynamicImports, importMetas } = module;
  const [list, ...others] = staticExports;
  const isKnown =
    staticImports.every(
      ({ moduleRequest: { value }, entries }) => isBuiltin(value) && entries.every((entry) => isExported(value, entry)),
    ) && dynamicImports.every(({ moduleRequest: { start, end } }) => isLiteralBuiltin(source.slice(start, end)));
  const isUrl = importMetas.every(({ end }) => /^\s*\.\s*url\b/.test(source.slice(end, end + 20)));
  if (errors.length > 0 || !isKnown || !isUrl || list === undefined || others.length > 0) return undefined;
  if (!/^export\s*\{/.test(source.slice(list.start, list.end))) return undefined;
  const imported = staticImports.flatMap(({ moduleRequest, entries }) => {
    const required = `${REQUIRE}(${JSON.stringify(moduleRequest.value)})`;
    return entries.length === 0 ? [`${required};`] : entries.map((entry) => bindingOf(entry, required));
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
