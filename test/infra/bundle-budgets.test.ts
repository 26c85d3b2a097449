import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bundleFunctions, FUNCTION_NAMES } from '#infra/bundle.ts';

/** Bytes, minified (docs/decisions/0021). A function that is not named here works on the table. */
const ON_THE_TABLE = 400_000;
const READS_CONTENT = 700_000;
const OTHERS: Readonly<Record<string, number>> = {
  'accept-messages': READS_CONTENT,
  'give-verdicts': READS_CONTENT,
  'put-template-version': READS_CONTENT,
  'send-message': 850_000,
  'get-openapi': JSON.stringify(JSON.parse(readFileSync('docs/openapi.json', 'utf8'))).length + 50_000,
};

test('every bundle keeps the budget of what it needs', async () => {
  const { functions } = await bundleFunctions({ outDir: mkdtempSync(join(tmpdir(), 'aval-budgets-')) });
  const over = FUNCTION_NAMES.filter((name) => functions[name].bytes > (OTHERS[name] ?? ON_THE_TABLE));
  expect(over.map((name) => `${name}: ${functions[name].bytes}`)).toEqual([]);
});
