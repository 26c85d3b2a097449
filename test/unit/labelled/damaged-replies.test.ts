import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readMailReply } from '#shared/domain/opposition/mail-reply/read-mail-reply.ts';
import { readReply } from '#shared/domain/opposition/sms-reply.ts';

const FOLDER = 'test/labelled/replies';
const files = ['own', 'second', 'third', 'fourth'].flatMap((set) =>
  readdirSync(`${FOLDER}/${set}`).map(
    (name) => JSON.parse(readFileSync(`${FOLDER}/${set}/${name}`, 'utf8')) as Record<'refusals' | 'harmless', string[]>,
  ),
);
/** Letters with an accent, and the apostrophe of telephones: what one character set has and another has not. */
const LOSSY = /[\u00c0-\u024f’]/gu;
const accented = (kind: 'refusals' | 'harmless') => [
  ...new Set(files.flatMap((file) => file[kind]).filter((said) => said.search(LOSSY) >= 0)),
];

/** Nobody can tell an "à" that became a question mark from one that asks: it stays here. */
const inWords = (mark: string) => (said: string) =>
  said.replace(/(?<! )[\u00c0-\u024f’]|[\u00c0-\u024f’](?! )/gu, mark);
const lostTo = (mark: string) => (said: string) => said.replace(LOSSY, mark);

/** What becomes of a letter on its way: a mark for it, one for each of its bytes, or its bytes as letters. */
const DAMAGE: Readonly<Record<string, (said: string) => string>> = {
  'a question mark': inWords('?'),
  'an inverted question mark': inWords('¿'),
  'the character that replaces': lostTo('\u{fffd}'),
  'a mark for each byte': (said) => said.replace(LOSSY, (letter) => '\u{fffd}'.repeat(Buffer.byteLength(letter))),
  'the bytes in Latin-1': (said) => Buffer.from(said, 'utf8').toString('latin1'),
  'the bytes in Windows-1252': (said) => new TextDecoder('windows-1252').decode(Buffer.from(said, 'utf8')),
};

const byText = (said: string) => {
  const read = readReply(said);
  if (read === undefined) return 'none';
  return read.isDoubtful ? 'doubtful' : 'opposition';
};

describe.each(Object.entries(DAMAGE))('letters on the way became %s', (_, damaged) => {
  const [refusals, harmless] = [accented('refusals'), accented('harmless')];

  test('the labelled sets have enough of them', () => {
    expect(refusals.length).toBeGreaterThan(100);
    expect(harmless.length).toBeGreaterThan(60);
  });

  test.each([byText, readMailReply])('P2: no refusal is unheard (%o)', (read) => {
    expect(refusals.map(damaged).filter((said) => read(said) === 'none')).toEqual([]);
  });

  test.each([byText, readMailReply])('nothing harmless is final (%o)', (read) => {
    expect(harmless.map(damaged).filter((said) => read(said) === 'opposition')).toEqual([]);
  });

  test.each([byText, readMailReply])('a human reads no more of it than whole (%o)', (read) => {
    const more = harmless.filter((said) => read(said) === 'none' && read(damaged(said)) !== 'none');
    expect(more.map(damaged)).toEqual([]);
  });
});
