import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { EVENT_TYPES } from '#shared/contracts/events/events.ts';
import { OPERATIONS } from '#test/fuzz/document.ts';
import { eventFiles, eventsPage, inboundFiles, propertiesOf } from '#tools/events/page.ts';

const FILES = await eventFiles();
const INBOUND = await inboundFiles();
/** What no change of the store shows: whoever knows of it publishes it. */
const ANNOUNCED = ['event.refused.v1', 'event.taken.v1'];

const camelCase = (name: string) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

describe('a type of event', () => {
  test('has one file, named after it, and one line in the list', () => {
    const named = FILES.map(({ file, event }) => [file, `${event.type.replace(/\.(?!v\d)/g, '-')}.ts`]);
    for (const [file, expected] of named) expect(file).toBe(expected);
    const listed = [...EVENT_TYPES.map(({ type }) => type), ...ANNOUNCED].sort();
    const advice = 'EVENT_TYPES in shared/contracts/events/events.ts names each file once.';
    expect(listed, advice).toEqual(FILES.map(({ event }) => event.type).sort());
  });

  test.each([...FILES, ...INBOUND])('$file: its example has the shape of its detail', ({ Detail, example }) => {
    expect(z.safeParse(Detail, example).error).toBeUndefined();
  });

  test.each([...FILES, ...INBOUND])('$file: every property of its detail has a sentence', (file) => {
    const properties = propertiesOf(file);
    expect(properties.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(Object(file.example))));
    expect(properties.filter(({ description }) => !/^(?:[A-Z].+\.|pending: .+\.)$/.test(description))).toEqual([]);
  });
});

describe('an event that applications put on the bus', () => {
  test('has a file that is named after it, and asks for the right of its route', () => {
    for (const { file, inbound } of INBOUND) {
      expect(file).toBe(`${inbound.type.replace('.', '-')}.ts`);
      const route = OPERATIONS.find(({ operationId }) => operationId === camelCase(inbound.operation));
      expect([inbound.type, inbound.scope]).toEqual([inbound.type, route?.scope]);
    }
    expect(INBOUND.map(({ inbound }) => inbound.type)).toEqual([
      'campaign.requested.v1',
      'consent.collected.v1',
      'message.requested.v1',
      'opposition.heard.v1',
    ]);
  });
});

test('docs/events.md is made of these files', () => {
  expect(readFileSync('docs/events.md', 'utf8'), 'docs/events.md is stale: run npm run events.').toBe(
    eventsPage(FILES, INBOUND),
  );
});
