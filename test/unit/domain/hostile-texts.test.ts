import { describe, expect, test } from 'vitest';
import { offerSignsIn } from '#shared/domain/message/offer-signs.ts';
import { withoutProspectingBlocks } from '#shared/domain/message/prospecting-blocks.ts';
import { isDetailOf, offersAdvantage } from '#shared/domain/message/signs/advantages.ts';
import { strongestOf } from '#shared/domain/message/signs/promotion.ts';
import { passagesOf } from '#shared/domain/message/signs/reading.ts';
import { readReply } from '#shared/domain/opposition/sms-reply.ts';
import { channelSaid } from '#shared/law/readings/wording/channel-said.ts';
import { aFormVersion } from '#test/support/builders.ts';
import { growth } from '#test/support/growth.ts';

const ORDER = { reason: 'order', ownHosts: [], products: [] } as const;
const MB = 1_000_000;
/** No message of SNS is longer, and of a mail less is read. */
const LONGEST_REPLY = 256 * 1024;

describe('a text that is made to be slow to read', () => {
  test.each([
    ['links left open', '<a '],
    ['links without an end', '<a href=x>'],
    ['addresses left open', '<a href="'],
    ['many addresses in one tag', 'href=x '],
    ['block tags left open', '<p '],
    ['tags left open', '<b'],
    ['signs alone', '<'],
    ['comments left open', '<!-- '],
    ['styles left open', '<style> '],
    ['fields left open', '{{ '],
    ['space', ' '],
  ])('%s: 1 MB takes as much longer than 100 KB as it is larger', (_, piece) => {
    expect(growth(piece, MB, (text) => passagesOf([`{{<a ${text}`]))).toBeLessThan(40);
  });

  test.each([
    ['digits', '1'],
    ['spaced digits', '1 '],
    ['words that may come before a verb', 'nous '],
    ['one word', 'a'],
    ['fields', '{{a}}'],
    ['words before a way out', 'pour '],
    ['words before messages', 'recevoir nos '],
    ['words before a wish', 'you want to '],
  ])('%s: 200 KB is judged in time that grows as its length', (_, piece) => {
    expect(growth(piece, MB / 5, (text) => offerSignsIn([text], ORDER))).toBeLessThan(40);
  });

  test('blocks left open: 1 MB is taken apart in time that grows as its length', () => {
    const read = (text: string) => withoutProspectingBlocks({ text });
    expect(growth('{{#prospecting}}', MB, read)).toBeLessThan(40);
  });

  test('fields side by side before a word are read at all', () => {
    expect(offerSignsIn([`${'{{numero}}'.repeat(60)} b`], ORDER)).toEqual(['merge-field']);
  });

  test.each([
    'n ',
    'ne ',
    'ne me contact',
    'veux pas ',
    'dont want more ',
    'interess',
    'pas de ',
    'contact',
    'arret',
    'plus ',
    'stop',
    'a',
    ' ',
  ])('a reply by SMS made of %j', (piece) => {
    expect(growth(piece, LONGEST_REPLY, readReply)).toBeLessThan(40);
  });

  test.each([' ', ', ', 'et ', ', et'])('the wording of a form with %j before its words', (piece) => {
    const form = aFormVersion({ channels: [{ channel: 'sms', words: 'par SMS' }] });
    const read = (text: string) => channelSaid({ ...form, wording: `J’accepte,${text}! par SMS` }, 'sms');
    expect(growth(piece, MB / 10, read)).toBeLessThan(40);
  });

  test.each(['1', '1 ', 'a', 'code a', 'deuxieme a ', 'buy a ', '- 1 ', 'a '])('a merge value made of %j', (piece) => {
    expect(growth(piece, MB / 50, (value) => offersAdvantage('note', value))).toBeLessThan(40);
    expect(growth(piece, MB / 50, (value) => isDetailOf('remise', value))).toBeLessThan(40);
  });

  test('its strongest sentence is found among as many as there may be', () => {
    const sentences = Array.from({ length: 300_000 }, () => ['fr:colis']);
    expect(strongestOf({ sentences: [...sentences, ['!discount']], isOfFew: false })).toBe(300_000);
  });
});

describe('links', () => {
  test.each<[string, string, readonly object[]]>([
    [
      'quoted, single and bare',
      `<a href="/a">A</a><A class=b HREF='/b'>B</A><a href=/c>C</a>`,
      ['/a a', '/b b', '/c c'].map(linkOf),
    ],
    ['with a sign in the address', '<a href="/a?b>c">D</a>', [linkOf('/a?b>c d')]],
    ['after one that is left open', '<a href="/a" <a href="/b">E</a>', [linkOf('/a e')]],
    ['without an end', '<a href="/a">F', []],
    ['without an address', '<a name="x">G</a>', []],
  ])('%s', (_, text, links) => {
    expect(passagesOf([text]).links).toEqual(links);
  });

  function linkOf(said: string): object {
    const [url, words] = said.split(' ');
    return { url, words };
  }
});
