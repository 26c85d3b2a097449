import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../cli/commands.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const aval = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['cli/main.ts', ...args], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};

describe('aval, the program of an operator', () => {
  test('lists its commands with a sentence each', () => {
    const { status, stdout } = aval('--help');

    expect(status).toBe(0);
    expect(Object.keys(COMMANDS)).toEqual(['synth', 'deploy']);
    for (const { usage, summary } of Object.values(COMMANDS)) {
      expect(stdout).toContain(`  ${usage}\n      ${summary}\n`);
      expect(summary).toMatch(/^[A-Z][^.]+\.$/);
    }
    expect(aval('deploy', '--help').stdout).toContain('npm run aval -- deploy [--stage NAME]');
  });

  test.each(['doctor', 'constructor', '--version'])('answers to %s that there is no such command', (name) => {
    expect(aval(name)).toEqual({
      status: 2,
      stdout: '',
      stderr: `aval has no command "${name}". Its commands are: synth, deploy. See npm run aval -- --help.\n`,
    });
  });

  test('without a command shows the list, as an error', () => {
    expect(aval().status).toBe(2);
  });

  test.each(['synth', 'deploy'])('%s refuses a production stage without domain in one sentence', (command) => {
    const { status, stderr } = aval(command, '--stage', 'production');

    expect(status).toBe(1);
    expect(stderr).toMatch(/^Stage "production" needs its own public domain: [^\n]+\n$/);
  });

  test.each(['synth', 'deploy'])('%s refuses a setting that there is not', (command) => {
    const { status, stderr } = aval(command, '-c', 'alarmMail=ops@example.fr');

    expect(status).toBe(1);
    expect(stderr).toMatch(/^There is no setting `alarmMail`\. The settings are: [^\n]*alarmEmail[^\n]*\n$/);
  });

  test('deploy refuses a production that wakes nobody', () => {
    const { status, stderr } = aval('deploy', '--stage', 'production', '-c', 'domain=stop.example.fr');

    expect(status).toBe(1);
    expect(stderr).toMatch(/^Stage "production" needs somebody whom alarms reach: [^\n]+\n$/);
  });

  test('deploy refuses the stage local', () => {
    expect(aval('deploy', '--stage', 'local')).toMatchObject({
      status: 1,
      stderr: 'The stage `local` runs on this machine: use `npm start`.\n',
    });
  });

  test('is a private bin, and the npm scripts of the same names run it', () => {
    const { private: isPrivate, bin, scripts } = JSON.parse(readFileSync(`${ROOT}/package.json`, 'utf8'));

    expect(isPrivate).toBe(true);
    expect(bin).toEqual({ aval: 'cli/aval.mjs' });
    expect(scripts).toMatchObject({
      aval: 'node cli/aval.mjs',
      synth: 'node cli/aval.mjs synth',
      deploy: 'node cli/aval.mjs deploy',
    });
  });

  test('is never looked up in a registry: no page says npx aval', () => {
    const pages = globSync(['README.md', '{docs,local,cli}/**/*.{md,ts,mjs}'], { cwd: ROOT });

    expect(pages.length).toBeGreaterThan(20);
    expect(pages.filter((page) => /\bnpx (?:--\S+ )*aval\b/.test(readFileSync(`${ROOT}/${page}`, 'utf8')))).toEqual([]);
  });
});
