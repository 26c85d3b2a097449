import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { modesOfMail } from '#test/support/shares/modes-of-mails.ts';
import { shareOfCommit } from '#test/support/shares/share.ts';
import { type Judge, openJudge } from '#tools/mails/judge/judge.ts';
import { LEADS_TO, sendInProcess } from './sender.ts';

const FOLDER = new URL('blind/', import.meta.url);
const namesIn = (kind: string): readonly string[] => readdirSync(new URL(`${kind}/`, FOLDER)).sort();
const mailIn = (kind: string, name: string): string => readFileSync(new URL(`${kind}/${name}`, FOLDER), 'utf8');

const [OWN_LINKS, SHEETS, HONEST] = ['own-link', 'sheets', 'honest'].map(namesIn) as [string[], string[], string[]];

const SEED = shareOfCommit();
const modesOf = (name: string) => modesOfMail(name, SEED);

let judge: Judge;
beforeAll(async () => {
  judge = await openJudge();
});
afterAll(() => judge?.close());

/** What a reader has of a mail: `refused`, `seen`, or the ways in which the way to stop is not seen. */
const readerOf = async (kind: string, name: string): Promise<string> => {
  const sent = sendInProcess(mailIn(kind, name));
  if ('refused' in sent) return 'refused';
  const { looks } = await judge.judge(sent.html, LEADS_TO, modesOf(name));
  const blind = looks.filter(({ seen }) => !seen);
  return blind.length === 0 ? 'seen' : blind.map(({ mode, why }) => `${mode}: ${why.join('; ')}`).join(', ');
};

describe('mails written by someone who has not read how the block is put in', () => {
  test('there are more than the tricks that were found at first', () => {
    expect(OWN_LINKS.length).toBeGreaterThanOrEqual(38);
    expect(SHEETS.length).toBeGreaterThanOrEqual(26);
    expect(HONEST.length).toBeGreaterThanOrEqual(20);
  });

  test.each(OWN_LINKS)('own link, %s: seen or refused', async (name) => {
    expect(await readerOf('own-link', name)).toMatch(/^(?:seen|refused)$/);
  });

  test.each(SHEETS)('style sheet, %s: seen or refused', async (name) => {
    expect(await readerOf('sheets', name)).toMatch(/^(?:seen|refused)$/);
  });

  test.each(HONEST)('honest, %s: sent and seen', async (name) => {
    expect(await readerOf('honest', name)).toBe('seen');
  });
});
