import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { REASONS } from '#shared/law/reasons/reasons.ts';
import { OF_CONSENT, OF_CUSTOMER, OF_MESSAGE, OF_PROFESSION } from '../../acceptance/conclusions/table.ts';
import { isAsExpected } from '../../acceptance/judge.ts';
import { question, recordingCalls } from '../../acceptance/requests.ts';
import { Scenario } from '../../acceptance/scenario.ts';
import { verdictOfWorld, worldOf } from './cases-world.ts';

/** Our fixtures: the file format, and beside it what happened in our words and the primary code of ours. */
const CASES = z
  .parse(
    z.array(z.extend(Scenario, { says: z.string(), code: z.string() })),
    JSON.parse(readFileSync(new URL('../../fixtures/cases.json', import.meta.url), 'utf8')),
  )
  .map((scenario) => [scenario.id, scenario.says, scenario] as const);

describe('decided cases, by their recorded facts', () => {
  test.each(CASES)('%s: %s', async (_id, _says, scenario) => {
    const { outcome, reasons } = await verdictOfWorld(worldOf(scenario));
    const codes = reasons.map(({ code }) => code);
    expect(codes[0]).toBe(scenario.code);
    expect({ outcome, isAsExpected: isAsExpected(scenario, { outcome, codes }) }).toEqual({
      outcome,
      isAsExpected: true,
    });
  });

  test('reach every outcome, and name codes that exist', () => {
    const codes = CASES.map(([, , { code }]) => code);
    expect(codes.filter((code) => !(code in REASONS))).toEqual([]);
    expect(new Set(CASES.map(([, , { expected }]) => expected)).size).toBe(4);
    expect(new Set(codes).size).toBeGreaterThanOrEqual(25);
  });
});

describe('conclusions', () => {
  const KEYS = [OF_CONSENT, OF_CUSTOMER, OF_PROFESSION, OF_MESSAGE].flatMap((section) => Object.keys(section));

  test('never reach a request: the API is told facts', () => {
    const told = CASES.map(([, , scenario]) => {
      const world = worldOf(scenario);
      return JSON.stringify([recordingCalls(world).map(({ body }) => body), question(world)]);
    });
    // Words of the file format that are also honest names of recorded facts are none of these.
    expect(KEYS.filter((key) => told.some((bodies) => bodies.includes(`"${key}"`)))).toEqual([]);
  });

  test('are each explained in docs/cases.md', () => {
    const page = readFileSync(new URL('../../../docs/cases.md', import.meta.url), 'utf8');
    expect(KEYS.filter((key) => !page.includes(`\`${key}\``))).toEqual([]);
  });

  test('move the verdict only where something is recorded: an open changes nothing', () => {
    const scenario = CASES.find(([id]) => id === 'SPARTOO-2')?.[2];
    if (scenario === undefined) throw new Error('SPARTOO-2 is a fixture');
    const world = worldOf(scenario);
    const same = worldOf({ ...scenario, facts: { ...scenario.facts, lastOpenDaysAgo: 1 } });
    expect([recordingCalls(same), question(same)]).toEqual([recordingCalls(world), question(world)]);
  });
});
