import { globSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { toJSONSchema } from 'zod/v4/core';
import { leanSchemas, withoutSentences } from '#infra/lean-schemas.ts';

const IMPORTS = `import * as z from 'zod/mini';
import { about, named } from '#shared/domain/about.ts';
import { document } from '../document.ts';
import { route } from '../route.ts';
const text = (max: number) => z.string().check(z.maxLength(max));
`;
const PATH = '/shared/contracts/http/routes/planted.ts';
const lean = (source: string) => {
  const [, made] = withoutSentences(PATH, IMPORTS + source).split('z.maxLength(max));\n');
  return made?.replaceAll('/* @__PURE__ */', '@');
};

describe('a file of schemas', () => {
  test.each([
    [
      'its sentences',
      "const A = z.object({ b: about('It\\'s b.', text(3)) });",
      'const A = @ z.object({ b: @ (@ text(3)) });',
    ],
    ['its names', "export const A = named('A', z.string());", 'export const A = @ (@ z.string());'],
    ['a sentence inherited', 'const A = about(B.shape.b, C);', 'const A = @ (C);'],
    ['a sentence in a sentence', "const A = about('a', named('A', z.string(),),);", 'const A = @ (@ (@ z.string()));'],
    [
      'a sentence in a function',
      "const f = () => ({ ...about('a', C).shape });",
      'const f = () => ({ ...(C).shape });',
    ],
    ['its document', 'document(aRoute, () => ({}));', '@ document(aRoute, () => ({}));'],
  ])('loses %s, and making a schema has no effect', (_, source, expected) => {
    expect(lean(source)).toBe(expected);
  });

  test.each([
    ['a text', "export const TEXT = 'Give the document(s) of the sale, or about(5) of a route(A).';"],
    ['a template', 'export const TEXT = `z.string() and ' + "about('a', b)`;"],
    ['a comment', "// z.string() is about('a', b)"],
    ['a regular expression', "export const PATTERN = /about('a', z.string())/;"],
    ['a property of the same name', "export const A = thing.about('a', b) + thing.text(3);"],
    ['a statement', 'z.config({ jitless: true });'],
    ['a statement in parentheses', '(z.config({ jitless: true }), 3);'],
    ['a statement of a maker', 'text(3);'],
    ['an imported type', 'const A: z.ZodMiniType<string> = B;'],
  ])('keeps %s', (_, source) => {
    expect(lean(source)).toBe(source);
  });

  test('keeps what another file calls by the same name', () => {
    const source = "import { about } from './other.ts';\nexport const a = about('a', b);";
    expect(withoutSentences(PATH, source)).toBe(source);
  });

  test.each([
    ['a template', 'const A = about(`a`, B);'],
    ['a sum', "const A = about('a' + 'b', B);"],
    ['a call', 'const A = about(sentence(), B);'],
    ['a sentence alone', "const A = about('a');"],
  ])('is refused with file and line when it says %s', (_, source) => {
    expect(() => lean(`\n${source}`)).toThrow(`${PATH}:7: the first argument must be one literal in quotes`);
  });
});

const FILES = globSync(['shared/{domain,contracts}/**/*.ts', 'shared/channels/*/channel.ts'])
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => !/\/(?:about|document)\.ts$/.test(file))
  .toSorted();

/** All that these files export, by file, as it is when bundled with these plugins. */
const exported = async (name: string, plugins: Plugin[]): Promise<Record<string, object>> => {
  const outfile = join(mkdtempSync(join(tmpdir(), 'aval-schemas-')), `${name}.mjs`);
  const contents = FILES.map((file) => `export * as ${JSON.stringify(file)} from ${JSON.stringify(resolve(file))};`);
  await build({
    stdin: { contents: contents.join('\n'), resolveDir: process.cwd() },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    plugins,
    logLevel: 'silent',
  });
  return await import(/* @vite-ignore */ outfile);
};

/** Of a schema, what it takes and gives; of any other value, what it holds. Functions cannot be compared. */
const meaningOf = (value: unknown): unknown => {
  if (typeof value === 'function') return 'a function';
  if (value instanceof Object && '_zod' in value) {
    const schema = value as z.ZodMiniType;
    return (['input', 'output'] as const).map((io) =>
      toJSONSchema(schema, { io, metadata: z.registry(), unrepresentable: 'any' }),
    );
  }
  if (Array.isArray(value)) return value.map(meaningOf);
  if (value?.constructor !== Object && Object.prototype.toString.call(value) !== '[object Module]') return value;
  return Object.fromEntries(Object.entries(value as object).map(([key, each]) => [key, meaningOf(each)]));
};

test('the schemas of a bundle take and give what those of the sources do', async () => {
  const [plain, lean] = await Promise.all([exported('plain', []), exported('lean', [leanSchemas])]);
  expect(Object.keys(plain)).toEqual(FILES);
  expect(JSON.stringify(meaningOf(plain)).split('"$schema"').length).toBeGreaterThan(300);
  for (const file of FILES) expect([file, meaningOf(lean[file])]).toEqual([file, meaningOf(plain[file])]);
});
