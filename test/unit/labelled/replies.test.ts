import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readMailReply } from '#shared/domain/opposition/mail-reply/read-mail-reply.ts';
import { readReply } from '#shared/domain/opposition/sms-reply.ts';

const FOLDER = 'test/labelled/replies';

interface Labelled {
  readonly refusals: readonly string[];
  readonly harmless: readonly string[];
}

const saidIn = (set: string): Labelled => {
  const files = readdirSync(`${FOLDER}/${set}`).map(
    (name) => JSON.parse(readFileSync(`${FOLDER}/${set}/${name}`, 'utf8')) as Labelled,
  );
  return {
    refusals: [...new Set(files.flatMap(({ refusals }) => refusals))],
    harmless: [...new Set(files.flatMap(({ harmless }) => harmless))],
  };
};

const READERS = {
  text: (said: string) => {
    const read = readReply(said);
    if (read === undefined) return 'none';
    return read.isDoubtful ? 'doubtful' : 'final';
  },
  mail: (said: string) => ({ opposition: 'final', doubtful: 'doubtful', none: 'none' })[readMailReply(said)],
} as const;

/** Of the harmless ones, the most that a human is asked about, by text and by mail. */
const SETS = {
  own: { text: 14, mail: 26 },
  second: { text: 9, mail: 11 },
  third: { text: 10, mail: 14 },
  fourth: { text: 7, mail: 8 },
} as const;

describe.each(Object.keys(SETS) as (keyof typeof SETS)[])('the set "%s"', (set) => {
  const { refusals, harmless } = saidIn(set);

  test('is large, and calls nothing both', () => {
    expect(refusals.length).toBeGreaterThan(90);
    expect(harmless.length).toBeGreaterThan(70);
    expect(harmless.filter((said) => refusals.includes(said))).toEqual([]);
  });

  test.each(['text', 'mail'] as const)('P2: read as a %s, no refusal is unheard', (kind) => {
    expect(refusals.filter((said) => READERS[kind](said) === 'none')).toEqual([]);
  });

  test.each(['text', 'mail'] as const)(
    'read as a %s, nothing harmless is final, and a human reads few of it',
    (kind) => {
      expect(harmless.filter((said) => READERS[kind](said) === 'final')).toEqual([]);
      expect(harmless.filter((said) => READERS[kind](said) === 'doubtful').length).toBeLessThanOrEqual(SETS[set][kind]);
    },
  );
});

test('every language is in the set of our own', () => {
  for (const language of ['de', 'en', 'es', 'fr', 'it', 'nl'])
    expect(readdirSync(`${FOLDER}/own`)).toContain(`${language}.json`);
});
