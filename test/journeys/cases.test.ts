import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { ALL, askedCases, BY_PROVIDER, codeOf, NOT_SENT_HERE } from '#test/support/shares/cases.ts';
import { SHARE } from '#test/support/shares/share.ts';
import { startFor, timeOf } from '../acceptance/clock.ts';
import { type Judged, runCases } from '../acceptance/run.ts';
import { bootSystem, type System } from '../acceptance/system.ts';
import { run } from './local-stack-processes.ts';

const SCENARIOS = askedCases();

/** Fields in which a lie can pass; docs/cases.md says so of each. */
const CANNOT_BE_CAUGHT = ['contact', 'offerCategory, purpose', 'recorded facts'];

let system: System;
let judged: readonly Judged[];
beforeAll(async () => {
  system = await bootSystem(startFor(SCENARIOS.map(({ facts }) => timeOf(facts))));
  judged = await runCases(system, SCENARIOS);
}, 300_000);
afterAll(() => system?.close());

describe('decided cases, through the API of the running stack', () => {
  test('come out as the authorities decided, each for its own reason', () => {
    expect(judged.filter(({ isAsExpected }) => !isAsExpected)).toEqual([]);
    expect(judged.map(({ id, codes }) => [id, codes[0]])).toEqual(SCENARIOS.map(({ id }) => [id, codeOf.get(id)]));
  });

  test('are asked at the time that they name, and else on a Tuesday morning', () => {
    const at = new Map(judged.map(({ id, askedAt }) => [id, askedAt?.slice(0, 16)]));
    expect(at.get('SMSHOURS-1')).toBe('2026-03-17T22:10');
    expect(at.get('SMSHOURS-2')).toBe('2026-03-15T10:00');
    expect(at.get('NESTOR-1')).toBe('2026-11-24T10:00');
  });
});

describe('an allowed message', () => {
  const isAllowed = ({ given }: Judged): boolean => given === 'allow' || given === 'not-prospecting';
  const allowed = () => judged.filter(isAllowed);

  test('is allowed with its final bytes as well, on every channel', () => {
    const again = allowed().flatMap(({ again }) => again.filter(({ how }) => how === 'with its final bytes'));
    expect(again).toHaveLength(allowed().length);
    expect(again.filter((each) => !each.isAllowed)).toEqual([]);
  });

  test('arrives when it is sent, once, under the name of the advertiser and with a way to stop', () => {
    const sent = allowed().flatMap(({ id, again }) =>
      again.flatMap((each) => (each.how === 'sent' ? [{ id, ...each }] : [])),
    );
    expect(sent.filter((each) => !each.isAllowed)).toEqual([]);
    const elsewhere = allowed().filter(({ id }) => !sent.some((each) => each.id === id));
    expect(elsewhere.map(({ id }) => id)).toEqual(NOT_SENT_HERE);
    expect(sent.map(({ id }) => id)).toEqual(expect.arrayContaining(BY_PROVIDER));
  });

  test('P11: has a lawful twin by each field that is forged, which is allowed too', () => {
    const twins = allowed().flatMap(({ forged }) => forged.twins);
    expect(twins.filter((twin) => !twin.isAllowed)).toEqual([]);
    expect(new Set(twins.map(({ field }) => field))).toEqual(new Set(['sender', 'subject, bytes', 'mergeValues']));
  });
});

describe('what a human decided', () => {
  test('is told as decided by the file, and never settled in silence', () => {
    const decided = new Map(judged.map(({ id, decidedByFile }) => [id, decidedByFile]));
    expect(decided.get('INTELIGO-4')).toContain('sale-type:free-account');
    expect(decided.get('ACCOR-4')).toContain('opposition-means:desinscription.routeur-tiers.example');
    expect(decided.get('LEAVEEU-3')).toContain('template:notice@1');
    expect(decided.get('TUTO-1')).toEqual([]);
  });
});

describe('a forged caller', () => {
  test('lies about each allowed message, and about no other', () => {
    const lied = judged.filter(({ forged }) => forged.lies.length > 0).map(({ id }) => id);
    const allowed = judged.filter(({ given }) => given === 'allow' || given === 'not-prospecting').map(({ id }) => id);
    expect(lied).toEqual(allowed);
  });

  test('gets an allow only by the lies that the documentation admits', () => {
    const uncaught = judged.flatMap(({ forged }) => forged.lies.filter(({ isCaught }) => !isCaught));
    expect([...new Set(uncaught.map(({ field }) => field))].sort()).toEqual(CANNOT_BE_CAUGHT);
    expect(uncaught.filter(({ by }) => !/^Nothing (?:can|was gained)/.test(by))).toEqual([]);
  });

  test('is caught by name wherever it claims what is not recorded', () => {
    const claims = judged.flatMap(({ forged }) => forged.lies.filter(({ lie }) => lie.endsWith('has consented')));
    expect(new Set(claims.map(({ given, by }) => `${given} ${by}`))).toEqual(new Set(['refuse EVIDENCE_MISSING']));
  });

  test('offers a second thing in earnest: told as what it is, it is refused', () => {
    const lied = judged.filter(({ forged }) => forged.lies.length > 0);
    const offers = lied.flatMap(({ forged }) => forged.lies.filter(({ lie }) => lie.startsWith('a partner’s')));
    // Another seed may draw more of whom a partner's offers reach lawfully; each draws one whom they do not.
    const least = { all: 30, '1': lied.length / 2 }[SHARE] ?? 0;
    expect(offers.filter(({ by }) => by.includes('Told as it is: refuse')).length).toBeGreaterThan(least);
  });
});

describe('npm run cases', () => {
  const cases = (scenarios: readonly unknown[], ...options: readonly string[]) => {
    const folder = mkdtempSync(join(tmpdir(), 'cases-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = join(folder, 'cases.json');
    writeFileSync(file, JSON.stringify(scenarios));
    const { api, key, console } = system;
    const environment = { ...process.env, AVAL_API: api, AVAL_KEY: key, AVAL_CONSOLE: console };
    const program = run(['test/acceptance/main.ts', file, ...options], environment);
    return program.ended.then((code) => ({ code, output: program.output() }));
  };
  const [first] = ALL;

  test('asks the running system again, and exits with 0 when all is as expected', async () => {
    const { code, output } = await cases([first, { id: 'OTHER' }], '--only', 'NESTOR-1');
    expect(output).toContain('the running system');
    expect(output).toContain('1 scenarios: 1 as expected, 0 not expressible, 0 otherwise.');
    expect(code).toBe(0);
  });

  test('exits with 1 when a verdict is another, or when facts cannot be mapped', async () => {
    const unmapped = { ...first, id: 'UNMAPPED', facts: { ...first?.facts, moonPhase: 'full' } };
    const { code, output } = await cases([{ ...first, expected: 'allow' }, unmapped], '--json');
    const { scenarios, otherwise } = JSON.parse(output.slice(output.indexOf('{')));
    expect(scenarios.map(({ given }: { given: string }) => given)).toEqual(['refuse', 'error']);
    expect({ code, otherwise }).toEqual({ code: 1, otherwise: 2 });
  });

  test('asks a moment that is past on the next day like it', async () => {
    const sunday = ALL.find(({ id }) => id === 'SMSHOURS-2');
    const { code, output } = await cases([sunday], '--json');
    const [{ askedAt, codes }] = JSON.parse(output.slice(output.indexOf('{'))).scenarios;
    expect(askedAt.slice(0, 16)).toBe('2026-11-29T10:00');
    expect({ code, codes }).toEqual({ code: 0, codes: ['QUIET_HOURS_SMS'] });
  });

  test('--ablate cures each fact on which a message turns, and says where its reason stands', async () => {
    const ids = ['PAPA-1', 'VIRGIN-3', 'BVERWG-1', 'ACCOR-1', 'SMSHOURS-2'];
    const { code, output } = await cases(
      ALL.filter(({ id }) => ids.includes(id)),
      '--ablate',
    );
    expect(output).toContain('turns on existingCustomer.couldObjectAtCollection: among the reasons; alone: refuse');
    expect(output).toContain(
      'turns on consent.affirmativeAct: among the reasons; alone: refuse CONSENT_MECHANISM_INVALID implied',
    );
    expect(output).toContain('Held messages cured: 5; held by accident: 0.');
    expect(code).toBe(0);
  });

  test('exits with 1 when a message is held for another fact than it turns on', async () => {
    const wrong = { ...first, turnsOn: ['facts.opposition.state'], cure: { 'facts.opposition.state': 'none' } };
    const { code, output } = await cases([wrong], '--ablate');
    expect(output).toContain('BY ACCIDENT: facts.opposition.state is no reason of it');
    expect(output).toContain('BY ACCIDENT: cured it is refuse');
    expect(code).toBe(1);
  });

  test('says what cannot be expressed, and puts nothing in its place', async () => {
    const facts = { ...first?.facts, channel: 'sms', message: { subjectMatchesOffer: false } };
    const { code, output } = await cases([{ ...first, facts }]);
    expect(output).toContain('Not expressible: NESTOR-1: message.subjectMatchesOffer: only a mail has a subject');
    expect(code).toBe(0);
  });
});
