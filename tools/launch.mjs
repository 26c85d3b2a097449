// Runs one of the project's programs on the pinned Node.js, installing the locked dependencies first when needed.
// Plain JavaScript without dependencies: on a fresh clone it is started by whatever Node.js the machine has.
import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { isInstalled, nodeOf } from './installed.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const at = (path) => `${root}${path}`;
if (!isInstalled(root)) {
  process.stderr.write('Installing dependencies (once per lock file)…\n');
  const install = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', process.stderr, 'inherit'],
  });
  if (install.status !== 0) {
    process.stderr.write('The dependencies could not be installed: see the lines above.\n');
    process.exit(install.status ?? 1);
  }
}

const node = nodeOf(root);
if (node === undefined) {
  process.stderr.write('Install Node.js 24 or later: there is none in the lock file for this system.\n');
  process.exit(1);
}

const [asked, ...given] = process.argv.slice(2);
// `npm start -- --demo` is the demo, which then stays.
const isDemo = given.includes('--demo');
const program = isDemo ? 'demo/main.ts' : asked;
const programArguments = isDemo ? ['--stay', ...given.filter((each) => each !== '--demo' && each !== '--stay')] : given;
// The IPC channel signals the child when this launcher is gone, however it went, so that no process is left behind.
const child = spawn(node, [at(program), ...programArguments], {
  cwd: root,
  env: { ...process.env, INIT_CWD: process.env.INIT_CWD ?? process.cwd() },
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 1 : 130)));
