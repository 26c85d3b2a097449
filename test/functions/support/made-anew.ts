import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { fileURLToPath } from 'node:url';
import { compileFunction } from 'node:vm';
import { parseSync, type StaticImport, type StaticImportEntry } from 'oxc-parser';

type Exports = Readonly<Record<string, unknown>>;

/** How `from` names a value of a module's exports as a parameter of the same name. */
const boundBy = ({ importName, localName }: StaticImportEntry, module: string): string => {
  if (importName.kind === 'NamespaceObject') return `${localName.value} = ${module}`;
  const name = importName.kind === 'Default' ? 'default' : importName.name;
  return `${localName.value} = ${module}[${JSON.stringify(name)}]`;
};

/** As many lines, and nothing on them. */
const blank = (text: string): string => text.replaceAll(/[^\n]/g, ' ');

const importOf = ({ moduleRequest }: StaticImport, from: URL): Promise<Exports> => {
  const { value } = moduleRequest;
  const specifier = value.startsWith('.') ? new URL(value, from).href : value;
  return value.endsWith('.json')
    ? import(/* @vite-ignore */ specifier, { with: { type: 'json' } })
    : import(/* @vite-ignore */ specifier);
};

/**
 * Makes what a module exports, as often as it is asked, as if the module were evaluated again: what it imports is imported once. It may export constants alone, and
 * must not ask for its own place, since it runs as a function. Node keeps for ever what it imported, under each name that it was imported by; and of each
 * import of a module that is evaluated again vitest's process is sent a message.
 */
export const madeAnew = async <M extends object>(from: URL): Promise<() => M> => {
  const source = stripTypeScriptTypes(await readFile(from, 'utf8'));
  const { module, errors } = parseSync('module.js', source);
  const { staticImports, staticExports, importMetas, dynamicImports } = module;
  const exported = staticExports.flatMap(({ entries }) => entries);
  const isPlain = staticExports.every(({ start }) => source.startsWith('export const ', start));
  if (errors.length > 0 || !isPlain || importMetas.length > 0 || dynamicImports.length > 0)
    throw new Error(`${fileURLToPath(from)} exports more than constants, or asks for its own place`);
  let body = source;
  for (const { start, end } of staticImports)
    body = body.slice(0, start) + blank(body.slice(start, end)) + body.slice(end);
  for (const { start } of staticExports)
    body = body.slice(0, start) + blank('export') + body.slice(start + 'export'.length);
  const bound = staticImports.flatMap(({ entries }, index) =>
    entries.map((entry) => boundBy(entry, `imported[${index}]`)),
  );
  const names = exported.map(({ exportName }) => exportName.name);
  // On the first line, so that each line keeps its number.
  const head = bound.length === 0 ? '' : `const ${bound.join(', ')};`;
  const make = compileFunction(`'use strict';${head}${body}\nreturn { ${names.join(', ')} };`, ['imported'], {
    filename: fileURLToPath(from),
  });
  const imported: Exports[] = [];
  // One after the other, as their module would evaluate them.
  for (const each of staticImports) imported.push(await importOf(each, from));
  return () => make(imported) as M;
};
