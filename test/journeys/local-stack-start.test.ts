import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { manifest } from '#functions/manifest.ts';
import { knockAt, OTHER_ADDRESSES } from '#test/support/http/knock.ts';
import { synthesise } from '#tools/synth/synthesise.ts';
import { alive, descendantsOf, LOOPBACK, listeningOf, type Program, run } from './local-stack-processes.ts';
import type { Template } from './local-stack-template.ts';

const FOLDER = fileURLToPath(new URL('../../.aval/fixtures/start', import.meta.url));
const START = 'tools/start/main.ts';
/** A wiring mistake is told before anything heavy starts. */
const LIMIT_MS = 30_000;

/** Tries what no role of the template is granted. */
const GREEDY = `import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
export const handler = async () => {
  const denial = await new DynamoDBClient().send(new ListTablesCommand()).catch(({ name }) => name);
  return { statusCode: 200, body: JSON.stringify(denial) };
};
`;

let assembly: string;
let greedy: string;
const programs: Program[] = [];
const start = (...parameters: string[]): Program => {
  const program = run(parameters);
  programs.push(program);
  return program;
};

beforeAll(async () => {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const entry = join(FOLDER, 'entry.ts');
  writeFileSync(entry, "export const handler = async () => ({ statusCode: 200, body: '{}' });\n");
  const entries = Object.fromEntries(Object.keys(manifest).map((name) => [name, entry]));
  assembly = await synthesise({ stage: 'local', outDir: join(FOLDER, 'whole'), entries });
  const tries = join(FOLDER, 'tries.ts');
  writeFileSync(tries, GREEDY);
  const withOne = { ...entries, 'show-opposition-page': tries };
  greedy = await synthesise({ stage: 'local', outDir: join(FOLDER, 'greedy'), entries: withOne });
});
afterEach(async () => {
  for (const { child, ended } of programs.splice(0)) {
    child.kill('SIGKILL');
    await ended;
  }
});
afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

const templatesIn = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.template.json'))
    .map((name) => join(folder, name));

/** A copy of the assembly with one change to each template that `change` says it changed. */
const broken = (change: (template: Template) => boolean): string => {
  const copy = mkdtempSync(join(FOLDER, 'broken-'));
  cpSync(assembly, copy, { recursive: true });
  const changed = templatesIn(copy).filter((file) => {
    const template: Template = JSON.parse(readFileSync(file, 'utf8'));
    const isChanged = change(template);
    writeFileSync(file, JSON.stringify(template));
    return isChanged;
  });
  expect(changed).toHaveLength(1);
  return copy;
};

const resourcesOf = (template: Template, type: string) =>
  Object.entries(template.Resources).filter(([, resource]) => resource.Type === type);
const mention = (value: unknown, text: string) => JSON.stringify(value ?? null).includes(text);

const withoutVariable = (name: string, variable: string) => (template: Template) => {
  const [found] = resourcesOf(template, 'AWS::Lambda::Function').filter(
    ([, { Properties }]) => Properties?.FunctionName === `aval-local-${name}`,
  );
  const variables = (found?.[1].Properties?.Environment as { Variables: Record<string, unknown> } | undefined)
    ?.Variables;
  if (variables === undefined) return false;
  delete variables[variable];
  return true;
};
const withoutIntegration = (template: Template) => {
  const method = resourcesOf(template, 'AWS::ApiGateway::Method').find(([, { Properties }]) =>
    mention(Properties?.Integration, 'giveverdicts'),
  );
  if (method?.[1].Properties === undefined) return false;
  delete method[1].Properties.Integration;
  return true;
};
const withoutSource = (template: Template) => {
  const mapping = resourcesOf(template, 'AWS::Lambda::EventSourceMapping').find(([, { Properties }]) =>
    mention(Properties?.FunctionName, 'applysmsreply'),
  );
  if (mapping === undefined) return false;
  delete template.Resources[mapping[0]];
  return true;
};

describe('npm start on a broken assembly', () => {
  test.each<[string, (template: Template) => boolean, string]>([
    [
      'a variable',
      withoutVariable('send-message', 'TOKEN_SECRET_ID'),
      'The function send-message needs the environment variable TOKEN_SECRET_ID, which the template does not give it.',
    ],
    [
      'an integration',
      withoutIntegration,
      'The route POST /v1/verdicts of the application API has no integration, so give-verdicts would never be called.',
    ],
    [
      'an event source mapping',
      withoutSource,
      'The queue sms-replies has no event source mapping to apply-sms-reply, so its messages would never be handled.',
    ],
  ])('without %s ends with one sentence', async (_, change, sentence) => {
    const before = performance.now();
    const program = start(START, '--assembly', broken(change));

    expect(await program.ended).toBe(1);
    expect(program.output()).toBe(`${sentence}\n`);
    expect(performance.now() - before).toBeLessThan(LIMIT_MS);
  });
});

describe('npm start where it cannot', () => {
  test('says that there is no assembly', async () => {
    const program = start(START, '--assembly', join(FOLDER, 'none'));

    expect(await program.ended).toBe(1);
    expect(program.output()).toMatch(
      /^There is no cloud assembly in .*none: manifest\.json is missing\. Synthesise it first\.\n$/,
    );
  });

  test('says which port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    const program = start(START, '--assembly', assembly, '--public-port', String(port));

    expect(await program.ended).toBe(1);
    expect(program.output()).toBe(
      `Port ${port} (public API) is already used by another program: stop it or choose another port.\n`,
    );
    await new Promise((resolve) => other.close(resolve));
  });

  test.each([
    ['missing', undefined, 'no "java" was found'],
    ['too old', 'echo \'openjdk version "11.0.2"\' >&2', '"java" is version 11'],
  ])('says that Java is %s', async (_, script, words) => {
    const folder = mkdtempSync(join(FOLDER, 'path-'));
    if (script) writeFileSync(join(folder, 'java'), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    const program = run([START, '--assembly', assembly], { ...process.env, PATH: folder });
    programs.push(program);

    expect(await program.ended).toBe(1);
    expect(program.output()).toContain(`Java 17 or newer is needed to run DynamoDB Local, and ${words}`);
  });

  test('says that an instant is none', async () => {
    const program = start(START, '--assembly', assembly, '--at', 'tomorrow');

    expect(await program.ended).toBe(1);
    expect(program.output()).toBe('"tomorrow" is not an instant: write it as 2026-11-24T10:00:00Z.\n');
  });
});

/** Starts, waits for the URLs, and wakes one function; resolves to every process below. */
const running = async (program: Program): Promise<readonly number[]> => {
  await expect.poll(program.output, { timeout: LIMIT_MS }).toContain('Ctrl-C ends it.');
  const url = /Public pages +(\S+)/.exec(program.output())?.[1];
  expect((await fetch(`${url}/o/token`)).status).toBe(200);
  const below = descendantsOf(program.child.pid ?? 0);
  expect(below.length).toBeGreaterThanOrEqual(3);
  return below;
};
/** Both APIs, the console, AWS, the queues, the mails, the provider and DynamoDB listen, each to this machine alone. */
const isClosedToOthers = async ({ child }: Program): Promise<void> => {
  const listening = listeningOf(child.pid);
  expect(listening.length).toBeGreaterThanOrEqual(8);
  expect(listening.filter(({ address }) => !LOOPBACK.includes(address))).toEqual([]);
  const ports = [...new Set(listening.map(({ port }) => port))];
  const knocked = (host: string) => Promise.all(ports.map((port) => knockAt(host, port)));
  expect(await knocked('127.0.0.1')).toEqual(ports.map(() => 'open'));
  for (const address of OTHER_ADDRESSES) expect(await knocked(address)).toEqual(ports.map(() => 'ECONNREFUSED'));
};
const noneLeft = (pids: readonly number[]) => expect.poll(() => alive(pids), { timeout: 10_000 }).toEqual([]);

describe('npm start that runs', () => {
  test('prints its URLs and key, starts the clock where asked, and tells a shell where it is', async () => {
    const program = start(START, '--assembly', assembly, '--at', '2026-11-24T10:00:00Z');
    await running(program);
    const environment = ['env', 'aws']
      .map((name) => readFileSync(new URL(`../../.aval/${name}`, import.meta.url), 'utf8'))
      .join('');

    expect(program.output()).toMatch(/Clock +2026-11-24T10:00:0/);
    for (const [name, label] of [
      ['AVAL_API', 'Application API'],
      ['AVAL_PUBLIC', 'Public pages'],
      ['AVAL_CONSOLE', 'Console'],
      ['AVAL_KEY', 'Root key'],
      ['AWS_ENDPOINT_URL', 'AWS'],
    ]) {
      const value = new RegExp(`  ${label} +(\\S+)`).exec(program.output())?.[1];
      expect(environment).toContain(`export ${name}=${value}\n`);
    }
    await isClosedToOthers(program);
  });

  test.each(['SIGINT', 'SIGTERM'] as const)('ends cleanly on %s and leaves no process', async (signal) => {
    const program = start('tools/launch.mjs', START, '--assembly', assembly);
    const below = await running(program);
    program.child.kill(signal);

    expect(await program.ended).toBe(0);
    await noneLeft(below);
  });

  test('fails at its end when a function tried what the template does not grant it, and says what', async () => {
    const program = start(START, '--assembly', greedy);
    await running(program);
    program.child.kill('SIGINT');

    expect(await program.ended).toBe(1);
    expect(program.output()).toMatch(
      /Functions were denied what they tried:\n {2}\S+showoppositionpagerole\S+: dynamodb:ListTables on \S+\n$/,
    );
  });

  test('leaves no process when its launcher is killed', async () => {
    const program = start('tools/launch.mjs', START, '--assembly', assembly);
    const below = await running(program);
    program.child.kill('SIGKILL');

    await noneLeft(below);
  });

  test('leaves no process when it is killed itself', async () => {
    const program = start(START, '--assembly', assembly);
    const below = await running(program);
    program.child.kill('SIGKILL');

    await noneLeft(below);
  });
});
