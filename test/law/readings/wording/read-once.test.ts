import { expect, test } from 'vitest';
import { readOnce } from '#shared/law/readings/wording/read-once.ts';

const reader = () => {
  const read: string[] = [];
  const reading = readOnce((words) => {
    read.push(words);
    return words === '' ? undefined : words.length;
  });
  return { read, reading };
};

test('the same words are read once, also where nothing is found in them; others are read for themselves', () => {
  const { read, reading } = reader();
  expect(['oui', '', 'non merci', 'oui', ''].map(reading)).toEqual([3, undefined, 9, 3, undefined]);
  expect(read).toEqual(['oui', '', 'non merci']);
});

test('of ten thousand words few are kept, and each reading is that of its words', () => {
  const { read, reading } = reader();
  const all = Array.from({ length: 10_000 }, (_, index) => 'x'.repeat(1 + (index % 300)));
  expect(all.map(reading)).toEqual(all.map(({ length }) => length));
  expect(read.length).toBeGreaterThan(300);
});

test('what is kept is not forgotten by asking for it again, only by words that are new', () => {
  const { read, reading } = reader();
  const all = Array.from({ length: 200 }, (_, index) => 'x'.repeat(1 + index));
  for (const words of [...all, ...all]) reading(words);
  expect(read.length).toBe(200);
  for (const words of ['new', 'x', 'new']) reading(words);
  expect(read.slice(200)).toEqual(['new', 'x']);
});
