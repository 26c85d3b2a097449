import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const MODULE = fileURLToPath(new URL('../../../../tools/start/until-stopped.ts', import.meta.url));

/** A program that the launcher started: it may be asked to stop, and does `work` meanwhile. */
const started = (work: string) => {
  const code = `import { untilAskedToStop } from ${JSON.stringify(MODULE)};
    const asked = untilAskedToStop();
    console.log('begun');
    ${work}`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', code], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  const begun = new Promise((resolve) => child.stdout?.once('data', resolve));
  return { child, begun, ended };
};

test('what is done with its work ends, though nobody asked it to', async () => {
  const { child, ended } = started('process.exitCode = 3;');
  const code = await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 10_000, 'still running'))]);
  child.kill('SIGKILL');
  expect(code).toBe(3);
});

test('what still works is asked to stop once its launcher is gone', async () => {
  const { child, begun, ended } = started('setInterval(() => {}, 1_000); await asked; process.exit(4);');
  await begun;
  child.disconnect();
  expect(await ended).toBe(4);
});
