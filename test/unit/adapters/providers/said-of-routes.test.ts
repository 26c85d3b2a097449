import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CAPABILITIES } from '#functions/manifest/routes/capabilities.ts';

test('what nobody signs is what is taken as unsigned', () => {
  const sender = readFileSync('functions/wiring/sender.ts', 'utf8');
  const line =
    sender.split('\n').find((each) => each.includes("return 'unsigned'") && !each.includes('signedBy')) ?? '';
  const named = [...line.matchAll(/route\.name === '([\w-]+)'/g)].map(([, name]) => name);
  const unsigned = CAPABILITIES.filter(({ answers }) => !answers.isSigned).map(({ route }) => route);
  expect(named.sort()).toEqual([...new Set(unsigned)].sort());
});
