import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { expectedBy, readBruno } from '#test/support/bruno.ts';
import { operationsOf, readDocument } from '#tools/clients/document.ts';

const OPERATIONS = operationsOf(readDocument());
const FILES = new Map(
  globSync('clients/bruno/*/*.bru')
    .filter((file) => !file.includes('environments'))
    .map((file) => [basename(file, '.bru'), readBruno(file)]),
);
const headersOf = (id: string) => FILES.get(id)?.headers ?? [];

describe('the Bruno collection', () => {
  test('has one request for each operation, and no other', () => {
    expect([...FILES.keys()].toSorted()).toEqual(OPERATIONS.map(({ operationId }) => operationId).toSorted());
  });

  test.each(OPERATIONS)('$operationId goes where the document says, and expects no 207', (operation) => {
    const file = FILES.get(operation.operationId);
    if (file === undefined) throw new Error('no such file');
    const path = new URL(file.http.url.replace('{{baseUrl}}', 'https://aval.example')).pathname;
    expect(`${file.http.method.toUpperCase()} ${path.replaceAll(/:(\w+)/g, '{$1}')}`).toBe(
      `${operation.method} ${operation.path}`,
    );
    expect(expectedBy(file).length).toBeGreaterThan(0);
    expect(expectedBy(file).every((status) => status < 300 && status !== 207)).toBe(true);
  });

  test('makes a new Idempotency-Key for each call that needs one, and sends no condition by itself', () => {
    const key = headersOf('recordConsent').find(({ name }) => name === 'Idempotency-Key');
    expect(key).toMatchObject({ value: '{{$guid}}', enabled: true });
    expect(headersOf('putAdvertiser').map(({ name, enabled }) => [name, enabled])).toEqual([
      ['If-Match', false],
      ['If-None-Match', false],
    ]);
  });

  test('names the advertiser in its query, for a key of several', () => {
    expect(FILES.get('listMessages')?.http.url).toBe('{{baseUrl}}/v1/messages?advertiserId=maison-valmy');
  });
});
