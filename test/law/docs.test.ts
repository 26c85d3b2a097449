import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { draftedProhibitions } from '#local/law/drafted.ts';
import { renderLaw } from '#local/law/render.ts';
import { REGISTER } from '#shared/domain/law/register.ts';

test('docs/law.md is what the register renders, one row per prohibition', async () => {
  const stored = readFileSync(new URL('../../docs/law.md', import.meta.url), 'utf8');
  expect(stored).toBe(renderLaw(await draftedProhibitions()));
  expect(stored.split('\n').filter((line) => line.startsWith('| `'))).toHaveLength(REGISTER.length);
});
