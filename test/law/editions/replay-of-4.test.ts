/** P4: verdicts as edition 2026-11-30.4 gave and stored them, by the build of then, are given again to the letter. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { StoredVerdict } from '#shared/domain/message/verdict.ts';
import { replay } from '#shared/law/editions/replay.ts';
import { vet } from '#shared/law/fold/vet.ts';
import { DECIDED_OTHERWISE, OF_EDITION_4 } from './verdicts-of-4.ts';

const FILE = 'test/fixtures/verdicts-of-2026-11-30.4.json';
const STORED = JSON.parse(readFileSync(FILE, 'utf8')) as Readonly<Record<string, StoredVerdict>>;
const ALL = { ...OF_EDITION_4, ...DECIDED_OTHERWISE };

test('each request has its stored verdict', () => {
  expect(Object.keys(STORED)).toEqual(Object.keys(ALL));
});
test.each(Object.entries(ALL))('P4: %s', (name, request) => {
  const stored = STORED[name] as StoredVerdict;
  expect(stored.rulebookVersion).toBe('2026-11-30.4');
  expect(replay(stored, request)).toEqual({ verdict: stored, isSame: true });
});
test('and today’s edition says more of each, and decides the same', () => {
  for (const [name, request] of Object.entries(OF_EDITION_4)) {
    const [now, { outcome, reasons, notes }] = [vet(request), STORED[name] as StoredVerdict];
    expect([name, now.outcome, now.reasons[0]?.code]).toEqual([name, outcome, reasons[0]?.code]);
    expect([name, now.reasons, now.notes]).not.toEqual([name, reasons, notes]);
  }
});
test('and today’s edition decides the others otherwise, or of other facts', () => {
  for (const [name, request] of Object.entries(DECIDED_OTHERWISE)) {
    const [now, stored] = [vet(request), STORED[name] as StoredVerdict];
    expect([name, now.factsSha256]).not.toEqual([name, stored.factsSha256]);
  }
});
