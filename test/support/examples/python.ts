import { execFile } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../../..');

/** A process of its own: one in which CPython was loaded is many times slower at long texts, for whatever test comes after. */
const PROGRAM = `
import { readFileSync } from 'node:fs';
import { loadPyodide } from 'pyodide';
const [code, ...args] = JSON.parse(process.argv[1]);
const lines = readFileSync(0, 'utf8').split(/(?<=\\n)/);
const python = await loadPyodide({ stdout: (line) => console.log(line) });
python.setStdin({ stdin: () => lines.shift() });
python.globals.set('given', python.toPy(['-c', ...args]));
python.runPython('import sys\\nsys.argv = given\\n' + code);
`;

/**
 * Runs a program in CPython, built for WebAssembly; resolves to the lines that it printed, and rejects with what it complained of. What it
 * is given stands on its standard input.
 */
export const linesByPython = (code: string, args: readonly string[], input: string): Promise<readonly string[]> =>
  new Promise((resolve, reject) => {
    const options = { cwd: ROOT, maxBuffer: 2 ** 24 };
    const called = ['--input-type=module', '-e', PROGRAM, JSON.stringify([code, ...args])];
    const child = execFile(process.execPath, called, options, (error, stdout) => {
      if (error) reject(error);
      else resolve(stdout.trimEnd().split('\n'));
    });
    child.stdin?.end(input);
  });
