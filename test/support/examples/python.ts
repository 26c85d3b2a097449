import { execFile } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../../..');

/** As a new process runs it: with names, arguments and standard streams of its own. */
const AS_A_PROGRAM = `
import io, json, sys, traceback

def ran(code, given, text):
    sys.argv, sys.stdin, sys.stdout = given, io.TextIOWrapper(io.BytesIO(text.encode())), io.StringIO()
    try:
        exec(code, {'__name__': '__main__'})
        fault = None
    except Exception:
        fault = traceback.format_exc()
    return {'lines': sys.stdout.getvalue().strip().split('\\n'), 'fault': fault}

json.dumps([ran(code, ['-c', *args], text) for text in inputs])
`;

/** A process of its own: one in which CPython was loaded is many times slower at long texts, for whatever test comes after. */
const PROGRAM = `
import { readFileSync } from 'node:fs';
import { loadPyodide } from 'pyodide';
const python = await loadPyodide();
for (const [name, value] of Object.entries(JSON.parse(readFileSync(0, 'utf8')))) python.globals.set(name, python.toPy(value));
process.stdout.write(python.runPython(${JSON.stringify(AS_A_PROGRAM)}));
`;

/** What a program printed, and what it complained of, if it did. */
export interface RanByPython {
  readonly lines: readonly string[];
  readonly fault: string | null;
}

/**
 * Runs a program in CPython, built for WebAssembly, once for each of these texts on its standard input. CPython is loaded once, which takes much longer than most
 * programs.
 */
export const ranByPython = (
  code: string,
  args: readonly string[],
  inputs: readonly string[],
): Promise<readonly RanByPython[]> =>
  new Promise((resolve, reject) => {
    const options = { cwd: ROOT, maxBuffer: 2 ** 24 };
    const child = execFile(process.execPath, ['--input-type=module', '-e', PROGRAM], options, (error, stdout) => {
      if (error) reject(error);
      else resolve(JSON.parse(stdout));
    });
    child.stdin?.end(JSON.stringify({ code, args, inputs }));
  });

/** Runs a program in CPython with this on its standard input; resolves to the lines that it printed, and rejects with what it complained of. */
export const linesByPython = async (
  code: string,
  args: readonly string[],
  input: string,
): Promise<readonly string[]> => {
  const [ran] = await ranByPython(code, args, [input]);
  if (ran === undefined || ran.fault !== null) throw new Error(ran?.fault ?? 'nothing ran');
  return ran.lines;
};
