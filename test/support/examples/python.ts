import { loadPyodide } from 'pyodide';

/** Runs a program in CPython, built for WebAssembly; resolves to the lines that it printed. What it is given stands on its standard input. */
export const linesByPython = async (
  code: string,
  args: readonly string[],
  input: string,
): Promise<readonly string[]> => {
  const printed: string[] = [];
  const lines = input.split(/(?<=\n)/);
  const python = await loadPyodide({ stdout: (line) => printed.push(line) });
  python.setStdin({ stdin: () => lines.shift() });
  python.globals.set('given', python.toPy(['-c', ...args]));
  python.runPython(`import sys\nsys.argv = given\n${code}`);
  return printed;
};
