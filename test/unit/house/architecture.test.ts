import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';

/** Which ring of the system a file belongs to. */
const RINGS = [
  ['wiring', /^functions\/wiring[\w-]*\.ts$/],
  ['manifest', /^functions\/manifest\.ts$/],
  ['ports', /^shared\/app\/.*\.port\.ts$/],
  ['law', /^shared\/law\//],
  ['domain', /^shared\/domain\//],
  ['channels', /^shared\/channels\//],
  ['app', /^shared\/app\//],
  ['events', /^shared\/contracts\/events\//],
  ['contracts', /^shared\/contracts\//],
  // What bundles get in place of the SDK's chain of credentials.
  ['adapters', /^infra\/credentials-of-lambda\.ts$/],
  ['adapters', /^shared\/adapters\//],
  ['pages', /^shared\/pages\//],
  ['edge', /^shared\/edge\//],
  ['functions', /^functions\//],
  ['infra', /^infra\//],
] as const;
type Ring = (typeof RINGS)[number][0] | 'aws-sdk' | 'document';

/** Who may import whom; every ring may import itself. */
const MAY_IMPORT: Readonly<Record<string, readonly Ring[]>> = {
  domain: [],
  law: ['domain'],
  channels: ['domain', 'law'],
  events: ['domain'],
  ports: ['domain', 'events'],
  app: ['domain', 'law', 'channels', 'ports', 'events'],
  contracts: ['domain', 'law'],
  adapters: ['domain', 'law', 'ports', 'events', 'aws-sdk'],
  pages: ['domain', 'law', 'channels', 'app'],
  edge: ['domain', 'manifest', 'ports', 'pages'],
  manifest: ['domain'],
  wiring: ['domain', 'law', 'app', 'ports', 'adapters', 'edge', 'manifest', 'aws-sdk'],
  functions: ['domain', 'app', 'contracts', 'pages', 'edge', 'manifest', 'wiring', 'document'],
  infra: ['manifest'],
};

/** Of these, types alone: nothing of them is in a bundle. */
const MAY_IMPORT_TYPES: Readonly<Record<string, readonly Ring[]>> = { contracts: ['app', 'ports'], adapters: ['app'] };

const FILES = globSync(['shared/**/*.{ts,tsx}', 'functions/**/*.{ts,tsx}', 'infra/**/*.ts']);
const RINGS_BY_NAME = [...new Set(RINGS.map(([name]) => name))];
const SHARED = FILES.filter((file) => !file.startsWith('infra/'));
const sourceOf = (file: string): string => readFileSync(file, 'utf8');

const ringOf = (file: string): Ring | undefined => {
  if (file.startsWith('@aws-sdk/') || file.startsWith('@smithy/')) return 'aws-sdk';
  if (file === 'docs/openapi.json') return 'document';
  return RINGS.find(([, pattern]) => pattern.test(file))?.[0];
};

const targetOf = (file: string, specifier: string): string => {
  if (specifier.startsWith('#')) return specifier.slice(1);
  return specifier.startsWith('.') ? join(dirname(file), specifier) : specifier;
};

interface Import {
  readonly target: string;
  readonly isOfTypes: boolean;
}

const importsOf = (file: string): readonly Import[] =>
  [
    ...sourceOf(file).matchAll(
      /^(?:import|export)( type)?\b[^'";]*?from\s+'([^']+)'|^import\s+'([^']+)'|\bimport\('([^']+)'\)/gm,
    ),
  ].map(([, types, from, bare, dynamic]) => ({
    target: targetOf(file, from ?? bare ?? dynamic ?? ''),
    isOfTypes: types !== undefined,
  }));

const mayImport = (from: Ring, { target, isOfTypes }: Import): boolean => {
  const to = ringOf(target);
  if (to === undefined || to === from || MAY_IMPORT[from]?.includes(to)) return true;
  return isOfTypes && (MAY_IMPORT_TYPES[from]?.includes(to) ?? false);
};

/** The code without its comments, so that a sentence may name what the code may not do. */
const codeOf = (file: string): string => sourceOf(file).replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');

const offenders = (files: readonly string[], pattern: RegExp, allowed: RegExp): readonly string[] =>
  files.filter((file) => !allowed.test(file) && pattern.test(codeOf(file)));

describe('the direction of dependencies', () => {
  test('every file of shared and functions belongs to a ring', () => {
    expect(FILES.length).toBeGreaterThan(100);
    expect(FILES.filter((file) => ringOf(file) === undefined)).toEqual([]);
  });

  test.each(RINGS_BY_NAME)('%s imports only what lies further in', (ring) => {
    const files = FILES.filter((file) => ringOf(file) === ring);
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter((each) => !mayImport(ring, each))
        .map(({ target }) => `${file} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  test('zod is imported whole and small', () => {
    const wrong = FILES.filter((file) => importsOf(file).some(({ target }) => target === 'zod' || target === 'zod/v4'));
    expect(wrong).toEqual([]);
  });
});

describe('what enters through ports', () => {
  test('the time is asked for in the clock alone', () => {
    expect(offenders(SHARED, /\bDate\.now\(|new Date\(\)/, /^shared\/adapters\/clock\.ts$/)).toEqual([]);
  });

  test('random ids and keys are made in the wiring alone', () => {
    const random = /\brandomUUID\(|(?<!\.)\brandomBytes\(|Math\.random\(|getRandomValues\(/;
    expect(offenders(SHARED, random, /^functions\/wiring[\w-]*\.ts$/)).toEqual([]);
  });

  test('the environment is read in one place', () => {
    expect(offenders(SHARED, /\bprocess\.env\b/, /^shared\/edge\/env\.ts$/)).toEqual([]);
  });

  test('the console is written to by the log alone', () => {
    expect(offenders(SHARED, /\bconsole\b/, /^shared\/edge\/log\.ts$/)).toEqual([]);
  });
});

describe('the wall between advertisers', () => {
  /** Who makes a scope: the edge of the API once it knows the caller, and what starts from our own stored messages. */
  const MAY_ADMIT =
    /^shared\/edge\/|^functions\/(?:workers|events|schedules)\/|^shared\/app\/(?:send\/steps-of|oppositions\/apply-sms-reply|send\/release-reviewed-messages)\.ts$|^shared\/domain\/advertiser\/advertiser-scope\.ts$/;

  test('only the edge and the workers make a scope', () => {
    expect(offenders(SHARED, /\badmit\(/, MAY_ADMIT)).toEqual([]);
  });
});

describe('the house style', () => {
  test('no default export and no class beside Failure', () => {
    expect(offenders(SHARED, /^export default\b/m, /^$/)).toEqual([]);
    expect(offenders(SHARED, /^(?:export )?class\b/m, /^shared\/domain\/failure\.ts$/)).toEqual([]);
  });

  test('a function of the API holds no decision: no if, no try, no JSON, no SDK', () => {
    const api = SHARED.filter((file) => file.startsWith('functions/api/'));
    expect(offenders(api, /\bif \(|\btry \{|\bJSON\./, /^$/)).toEqual([]);
    for (const file of api) expect([file, sourceOf(file).split('\n').length <= 50]).toEqual([file, true]);
  });
});
