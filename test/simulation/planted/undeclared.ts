import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bug } from './bug.ts';
import { edited, ROOT, sourceOf } from './plant.ts';

const [noUndeclaredVariables, noRedeclare] = ['error', 'error'];
const RULES = { preset: 'none', correctness: { noUndeclaredVariables }, suspicious: { noRedeclare } };

/**
 * What the linter says of names in planted code that nothing declares, or that are declared twice; empty: there are none. A bug with one
 * is found because nothing works any more, and not because of what was planted; or its code does not even run.
 */
export const undeclaredIn = (bugs: readonly Bug[]): string => {
  const root = mkdtempSync(join(tmpdir(), 'aval-undeclared-'));
  writeFileSync(join(root, 'biome.json'), JSON.stringify({ linter: { rules: RULES } }));
  for (const [index, { edits }] of bugs.entries()) {
    const texts = new Map<string, string>();
    for (const edit of edits) texts.set(edit.file, edited(texts.get(edit.file) ?? sourceOf(edit.file), edit));
    for (const [file, text] of texts) writeFileSync(join(root, `${index}-${file.replaceAll('/', '-')}`), text);
  }
  const { status, stdout, stderr } = spawnSync(join(ROOT, 'node_modules/.bin/biome'), ['lint', '.'], {
    cwd: root,
    encoding: 'utf8',
  });
  rmSync(root, { recursive: true });
  return status === 0 ? '' : `${stdout}${stderr}`;
};
