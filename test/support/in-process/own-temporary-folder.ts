import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/*
 * A set-up file: temporary files of a test file, and of the programs that it starts, are in one folder, which is removed with it.
 */
const former = process.env.TMPDIR;
const folder = mkdtempSync(join(tmpdir(), 'aval-test-'));
process.env.TMPDIR = folder;
afterAll(() => {
  if (former === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = former;
  rmSync(folder, { recursive: true, force: true });
});
