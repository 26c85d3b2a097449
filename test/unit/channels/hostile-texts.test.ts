import { describe, expect, test } from 'vitest';
import { externalMeansInText, saysNothing } from '#shared/channels/content/external-means.ts';
import { type KnownMeans, meansInText } from '#shared/channels/content/means-of-opposition.ts';
import { growth } from '#test/support/growth.ts';

const NONE: KnownMeans = { isOurLink: () => false, isOurHost: () => false, linkAloneSuffices: false };
const PIECES = [
  ['one word', 'a'],
  ['words that could be a mailbox', 'a.b-'],
  ['mailboxes', 'a@'],
  ['mailboxes of one host', 'a@b.'],
  ['mailboxes left open', 'mailto:'],
  ['links left open', 'https://'],
  ['marks', ':'],
  ['space', ' '],
] as const;

describe('a text that is made to be slow to read', () => {
  test.each(PIECES)('%s: links and mailboxes by which one would stop', (_, piece) => {
    expect(growth(piece, 200_000, externalMeansInText)).toBeLessThan(40);
  });

  test.each(PIECES)('%s: means of opposition', (_, piece) => {
    expect(growth(piece, 200_000, (text) => meansInText(`Stop: ${text}`, NONE))).toBeLessThan(40);
  });

  test('marks after a link', () => {
    expect(growth(':', 200_000, (text) => externalMeansInText(`https://a${text}`))).toBeLessThan(40);
  });

  test.each(['> ', ' ', '>', '.'])('a link that says nothing but %j', (piece) => {
    expect(growth(piece, 200_000, saysNothing)).toBeLessThan(40);
  });
});
