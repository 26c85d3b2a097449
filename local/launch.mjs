// Runs one of the project's programs on the pinned Node.js, installing the locked dependencies first when needed.
// Plain JavaScript without dependencies: on a fresh clone it is started by whatever Node.js the machine has.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const at = (path) => `${root}${path}`;
const MARKER = 'node_modules/.aval-lock';
const NODE = at('node_modules/.bin/node');

const lockHash = () => createHash('sha256').update(readFileSync(at('package-lock.json'))).digest('hex');
const isInstalled = () => existsSync(at(MARKER)) && existsSync(NODE) && readFileSync(at(MARKER), 'utf8') === lockHash();

if (!isInstalled()) {
  process.stderr.write('Installing dependencies (once per lock file)…\n');
  const install = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', process.stderr, 'inherit'],
  });
  if (install.status !== 0) {
    process.stderr.write('The dependencies could not be installed: see the lines above.\n');
    process.exit(install.status ?? 1);
  }
  writeFileSync(at(MARKER), lockHash());
}

const [program, ...programArguments] = process.argv.slice(2);
// The IPC channel tells the child when this launcher is gone, however it went, so that no process is left behind.
const child = spawn(NODE, [at(program), ...programArguments], { cwd: root, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 1 : 130)));
