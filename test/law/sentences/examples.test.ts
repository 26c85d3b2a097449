import { describe, expect, test } from 'vitest';
import { AMENDMENTS } from '#shared/law/editions/amendments.ts';
import { REGISTER } from '#shared/law/register.ts';
import { draftedSentences } from '#tools/law/drafted.ts';
import { judgeExample } from '#tools/law/judge-example.ts';

const drafted = await draftedSentences();

describe('the examples beside the rules, those of earlier editions among them', () => {
  for (const each of drafted) {
    for (const example of each.examples) {
      test(`${each.prohibition.article.id}, ${each.prohibition.code}: ${example[0]} is ${example[2]}`, () => {
        expect(judgeExample(each.prohibition, example).says).toBe(example[2]);
      });
    }
  }
});

describe('an example', () => {
  test('has words of its own: no two of one sentence are called alike', () => {
    for (const { file, name, examples } of drafted) {
      const titles = examples.map(([title]) => title);
      for (const title of titles) expect([file, name, title]).toEqual([file, name, expect.stringMatching(/\w{2}.*\w/)]);
      expect([file, name, new Set(titles).size]).toEqual([file, name, titles.length]);
    }
  });
});

describe('the register', () => {
  test('holds every prohibition drafted in a file of articles, but those that an amendment removed', async () => {
    const inFiles = (await draftedSentences()).map(({ prohibition }) => prohibition);
    const removed = AMENDMENTS.flatMap((amendment) => amendment.removed);
    const missing = (await draftedSentences()).filter(
      ({ prohibition }) => ![...REGISTER, ...removed].includes(prohibition),
    );
    const names = missing.map(({ name, file }) => `${name} of articles/${file}`);
    expect(names, 'Write each into REGISTER of shared/law/register.ts, and into an amendment.').toEqual([]);
    expect(inFiles).toHaveLength(REGISTER.length + removed.length);
  });
  test('has an example on each side of every prohibition', () => {
    const oneSided = drafted.filter(({ examples }) => new Set(examples.map(([, , side]) => side)).size < 2);
    expect(oneSided.map(({ file, name }) => `${file} ${name}`)).toEqual([]);
  });
});
