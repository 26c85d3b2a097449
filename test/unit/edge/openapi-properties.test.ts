import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const DOCUMENT: unknown = JSON.parse(readFileSync('docs/openapi.json', 'utf8'));

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A schema's own properties, by name. */
const propertiesOf = (schema: Readonly<Record<string, unknown>>): readonly (readonly [string, unknown])[] =>
  isObject(schema.properties) ? Object.entries(schema.properties) : [];

/** Every schema property and parameter below a value, with its JSON Pointer. Examples are data, and not walked. */
const propertiesIn = (value: unknown, pointer: string): readonly (readonly [string, unknown])[] => {
  if (Array.isArray(value)) return value.flatMap((each, index) => propertiesIn(each, `${pointer}/${index}`));
  if (!isObject(value)) return [];
  const own = propertiesOf(value).map(([name, schema]) => [`${pointer}/properties/${name}`, schema] as const);
  const parameter = typeof value.in === 'string' && typeof value.name === 'string' ? [[pointer, value] as const] : [];
  const below = Object.entries(value).filter(([name]) => name !== 'example');
  return [...own, ...parameter, ...below.flatMap(([name, each]) => propertiesIn(each, `${pointer}/${name}`))];
};

const sentenceOf = (schema: unknown): string => (isObject(schema) ? String(schema.description ?? '') : '');
const ALL = propertiesIn(DOCUMENT, '');

describe('every property and parameter of docs/openapi.json', () => {
  test('has a description', () => {
    expect(ALL.length).toBeGreaterThan(300);
    expect(ALL.filter(([, schema]) => sentenceOf(schema) === '').map(([pointer]) => pointer)).toEqual([]);
  });

  test('has one that is a sentence: a capital or a word of the API first, a full stop last', () => {
    const odd = ALL.filter(([, schema]) => !/^[A-Za-z].*[^\s.]\.$/s.test(sentenceOf(schema)));
    expect(odd.map(([pointer, schema]) => `${pointer}: ${sentenceOf(schema)}`)).toEqual([]);
  });
});
