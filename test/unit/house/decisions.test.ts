import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';

const FILES = globSync('docs/decisions/*.md').map((file) => ({ file, name: basename(file) }));

describe('docs/decisions', () => {
  test('no two decisions share a number', () => {
    expect(FILES.length).toBeGreaterThan(10);
    const byNumber = Map.groupBy(FILES, ({ name }) => name.slice(0, 4));
    expect([...byNumber.values()].filter((files) => files.length > 1).flat()).toEqual([]);
  });
  test('each is a file NNNN-title.md whose heading begins with its number', () => {
    const wrong = FILES.filter(({ file, name }) => {
      const [, number] = /^(\d{4})-[a-z0-9-]+\.md$/.exec(name) ?? [];
      return number === undefined || !readFileSync(file, 'utf8').startsWith(`# ${number} `);
    });
    expect(wrong).toEqual([]);
  });
});
