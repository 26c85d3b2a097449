import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { EVENT_TYPES } from '#shared/contracts/events/events.ts';
import { eventFiles, eventsPage, propertiesOf } from '#tools/events/page.ts';

const FILES = await eventFiles();

describe('a type of event', () => {
  test('has one file, named after it, and one line in the list', () => {
    const named = FILES.map(({ file, event }) => [file, `${event.type.replace('.', '-')}.ts`]);
    for (const [file, expected] of named) expect(file).toBe(expected);
    const listed = EVENT_TYPES.map(({ type }) => type).sort();
    const advice = 'EVENT_TYPES in shared/contracts/events/events.ts names each file once.';
    expect(listed, advice).toEqual(FILES.map(({ event }) => event.type).sort());
  });

  test.each(FILES)('$file: its example has the shape of its detail', ({ Detail, example }) => {
    expect(z.safeParse(Detail, example).error).toBeUndefined();
  });

  test.each(FILES)('$file: every property of its detail has a sentence', (file) => {
    const properties = propertiesOf(file);
    expect(properties.length).toBeGreaterThan(3);
    expect(properties.filter(({ description }) => !/^[A-Z].+\.$/.test(description))).toEqual([]);
  });
});

test('docs/events.md is made of these files', () => {
  expect(readFileSync('docs/events.md', 'utf8'), 'docs/events.md is stale: run npm run events.').toBe(
    eventsPage(FILES),
  );
});
