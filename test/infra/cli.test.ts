import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
    expect(Object.keys(COMMANDS)).toEqual([
      'synth',
      'doctor',
      'account',
      'redrive',
      'halt',
      'restore',
      'rebuild',
      'retention',
      'register',
      'breach',
      'rotate-keys',
      'opposition-list',
      'passed-on',
      'deploy',
      'init',
      'smoke',
    ]);
    for (const { usage, summary } of Object.values(COMMANDS)) {
      expect(stdout).toContain(`  ${usage}\n      ${summary}\n`);
      expect(summary).toMatch(/^[A-Z][^.]+\.$/);
    }
    expect(aval('deploy', '--help').stdout).toContain('npm run aval -- deploy [--stage NAME]');
  });

  test.each(['heal', 'constructor', '--version'])('answers to %s that there is no such command', (name) => {
    expect(aval(name)).toEqual({
      status: 2,
      stdout: '',
      stderr: `aval has no command "${name}". Its commands are: synth, doctor, account, redrive, halt, restore, rebuild, retention, register, breach, rotate-keys, opposition-list, passed-on, deploy, init, smoke. See npm run aval -- --help.\n`,
    });
  });

  test('without a command shows the list, as an error', () => {
    expect(aval().status).toBe(2);
  });

  test.each(['synth', 'deploy'])('%s refuses a production that no file describes, in one sentence', (command) => {
    const { status, stderr } = aval(command, '--stage', 'production');

    expect(status).toBe(1);
    expect(stderr).toMatch(/^Stage "production" is described nowhere: [^\n]+\n$/);
  });

  test.each(['synth', 'deploy', 'doctor', 'register'])(
    '%s refuses a file that is named and is not there',
    (command) => {
      const { status, stderr } = aval(command, '--stage', 'dev', '--config', 'nowhere.json');

      expect([status, stderr]).toEqual([
        1,
        `${join(ROOT, 'nowhere.json')} is not there: --config names the file of settings, from where you are.\n`,
      ]);
    },
  );

  test('a file of settings is refused with the place of what is wrong', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'aval-cli-')), 'ours.json');
    writeFileSync(file, JSON.stringify({ stages: { production: { alarms: { mail: 'ops@example.fr' } } } }));

    expect(aval('deploy', '--stage', 'production', '--config', file)).toEqual({
      status: 1,
      stdout: '',
      stderr:
        'ours.json cannot be used: there is no setting `stages.production.alarms.mail` (docs/settings.md has them all).\n',
    });
  });

  test('finds the files that it is given from where it is called, by npm or by its launcher', () => {
    const folder = mkdtempSync(join(tmpdir(), 'aval-cli-'));
    writeFileSync(join(folder, 'key.txt'), 'no key');
    const args = ['opposition-list', '--advertiser', 'atelier-lumen', '--key-file', 'key.txt', '--out', 'list.csv'];
    const calledFrom = (cwd: string, INIT_CWD: string | undefined) =>
      spawnSync(process.execPath, [join(ROOT, 'cli/aval.mjs'), ...args], {
        ...{ cwd, encoding: 'utf8' },
        env: { ...process.env, INIT_CWD },
      }).stderr;

    const read = 'A shared key is 32 to 64 bytes in hexadecimal: openssl rand -hex 32.\n';
    expect(calledFrom(ROOT, folder)).toBe(read);
    expect(calledFrom(folder, undefined)).toBe(read);
    expect(calledFrom(ROOT, undefined)).toContain('no such file');
  });

  test('each command opens the files that it is given so', () => {
    const opened = globSync('cli/commands/*.ts', { cwd: ROOT }).flatMap((file) => {
      const source = readFileSync(join(ROOT, file), 'utf8');
      return [...source.matchAll(/\b(?:(?:read|write)File(?:Sync)?|writeNew)\(([\w.]+)/g)].map(([, what]) => what);
    });

    // `path` is that of `writeNew`, and `PAGE` a page of the checkout.
    expect(new Set(opened)).toEqual(new Set(['callersPath', 'path', 'PAGE']));
    expect(opened.filter((what) => what === 'callersPath')).toHaveLength(7);
  });

  test('-c sets nothing any more, and says where', () => {
    expect(aval('synth', '-c', 'logRetentionDays=7').stderr).toBe(
      '`logRetentionDays` cannot be given with -c any more: set `stages.dev.retention.logDays` in aval.config.json.\n',
    );
    expect(aval('synth', '-c', 'logRetentionDays=7', '--config', 'of/ours.json').stderr).toContain(' in ours.json.\n');
    expect(aval('deploy', '-c', 'alarmMail=ops@example.fr').stderr).toBe(
      'There is nothing to set with -c: settings are in aval.config.json (docs/settings.md).\n',
    );
  });

  test('retention refuses the stage local, whose clock it does not have', () => {
    expect(aval('retention', '--stage', 'local')).toEqual({
      status: 1,
      stdout: '',
      stderr:
        'The stage `local` has no clock and no logs of AWS to hold terms against: aval retention looks at a stage of an account.\n',
    });
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
      smoke: 'node cli/aval.mjs smoke',
    });
  });

  test('is never looked up in a registry: no page says npx aval', () => {
    const pages = globSync(['README.md', '{docs,local,cli}/**/*.{md,ts,mjs}'], { cwd: ROOT });

    expect(pages.length).toBeGreaterThan(20);
    expect(pages.filter((page) => /\bnpx (?:--\S+ )*aval\b/.test(readFileSync(`${ROOT}/${page}`, 'utf8')))).toEqual([]);
  });
});
