import { describe, expect, test } from 'vitest';
import { importsOf } from '#test/support/architecture/imports.ts';
import { readSources } from '#test/support/architecture/sources.ts';

const SOURCES = readSources();
const SHARED = [...SOURCES.keys()].filter((file) => /^(?:shared|functions)\//.test(file));
const sourceOf = (file: string): string => SOURCES.get(file) ?? '';

/** The code without its comments, so that a sentence may name what the code may not do. */
const codeOf = (file: string): string => sourceOf(file).replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');

const offenders = (files: readonly string[], pattern: RegExp, allowed: RegExp): readonly string[] =>
  files.filter((file) => !allowed.test(file) && pattern.test(codeOf(file)));

describe('what enters through ports', () => {
  test('the time is asked for in the clock alone', () => {
    expect(offenders(SHARED, /\bDate\.now\(|new Date\(\)/, /^shared\/adapters\/clock\.ts$/)).toEqual([]);
  });

  test('random ids and keys are made in the wiring alone', () => {
    const random = /\brandomUUID\(|(?<!\.)\brandomBytes\(|Math\.random\(|getRandomValues\(/;
    expect(offenders(SHARED, random, /^functions\/wiring(\/[\w-]+)*\.ts$/)).toEqual([]);
  });

  test('the environment is read in one place', () => {
    expect(offenders(SHARED, /\bprocess\.env\b/, /^shared\/edge\/env\.ts$/)).toEqual([]);
  });

  test('the console is written to by the log alone', () => {
    expect(offenders(SHARED, /\bconsole\b/, /^shared\/edge\/log\/log\.ts$/)).toEqual([]);
  });
});

describe('the wall between advertisers', () => {
  /** Who makes a scope: the edge of the API once it knows the caller, what starts from our own stored messages, and the person who
   * opposes by an address and names no advertiser that is known before. */
  const MAY_ADMIT =
    /^shared\/edge\/|^functions\/(?:workers|events|schedules)\/|^shared\/app\/(?:send\/steps-of|feedback\/(?:apply-call-feedback|apply-email-feedback|apply-text-feedback|reconcile-suppressions|whose-listed-stop)|oppositions\/oppose-by-address|replies\/(?:addressed-advertisers|addressees-of-reply|apply-sms-reply|confirm-stop|oppose-by-mail|register-mail-reply|who-wrote)|send\/release-reviewed-messages|parked\/sweep-accepted|restore\/restore-page|erasure\/finish-due-erasures|retention\/(?:keep-proof|note-deletions|sweep-expired)|audit\/audit-hand-offs|audience\/(?:project-changes|rebuild-rows)|campaigns\/(?:dispatching\/(?:look-at-run|start-runs)|sending\/send-chunk)|jobs\/run-job|settings\/read-of-each|partners\/open-notifications|rights\/export\/run-export)\.ts$|^shared\/domain\/advertiser\/advertiser-access\.ts$/;

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

  test('no object is written within a spread: its fields are of the object around it', () => {
    const judged = [...SOURCES.keys()].filter((file) => !file.startsWith('test/'));
    expect(offenders(judged, /\.\.\.\{/, /^$/)).toEqual([]);
  });

  test('zod is imported whole and small', () => {
    const isLarge = ({ target }: { target: string }) => target === 'zod' || target === 'zod/v4';
    expect(SHARED.filter((file) => importsOf(file, sourceOf(file)).some(isLarge))).toEqual([]);
  });
});
