import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { rankOf } from '#shared/law/reasons/rank.ts';
import { GROUPS } from '#shared/law/reasons/reason.ts';
import { REASONS } from '#shared/law/reasons/reasons.ts';

const FILE = 'test/fixtures/order-of-reasons.json';
const PINNED = JSON.parse(readFileSync(FILE, 'utf8')) as readonly string[];
const NOW = Object.keys(REASONS).sort((a, b) => rankOf(a) - rankOf(b));

test('P4: the reasons of a verdict that is given again come in the order in which it was stored', () => {
  const known = NOW.filter((code) => PINNED.includes(code));
  expect(known, `A code was removed or moved: stored verdicts name it. Undo the change; ${FILE} only grows.`).toEqual(
    PINNED,
  );
});

test('the order of every reason is pinned', () => {
  const missing = NOW.filter((code) => !PINNED.includes(code));
  expect(missing, `Write each new code into ${FILE}, after the code that comes before it in a verdict.`).toEqual([]);
});

test('the order is that of the groups, and within a group that of the list of codes', () => {
  const place = Object.entries(REASONS).map(([code, { group }], index) => ({
    code,
    at: GROUPS.indexOf(group) * 1000 + index,
  }));
  expect(NOW).toEqual(place.toSorted((a, b) => a.at - b.at).map(({ code }) => code));
});
