import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { Failure } from '#shared/domain/failure.ts';
import { parseEach, parseOrRefuse } from '#shared/edge/validate.ts';

const ANY = z.unknown();
const faultsOf = (value: unknown, list?: string): readonly string[] => {
  try {
    parseOrRefuse(ANY, value, list);
    return [];
  } catch (error) {
    return error instanceof Failure ? error.errors.map(({ pointer }) => pointer) : ['?'];
  }
};
const utf16 = (text: string) => Buffer.from(text, 'utf16le').toString('latin1');

describe('text that is no text', () => {
  test.each([
    ['NUL', { a: { b: ['x', 'y\0'] } }, ['/a/b/1']],
    ['the first half of a character', { text: 'a\ud83d' }, ['/text']],
    ['the second half of one', { text: '\ude00a' }, ['/text']],
    ['halves in the wrong order', { text: '\ude00\ud83d' }, ['/text']],
    [
      'a file of UTF-16 that was read as another',
      { content: { email: { html: utf16('<p>é</p>') } } },
      ['/content/email/html'],
    ],
    ['a character that was lost before it came', { form: { wording: 'J\ufffd accepte' } }, ['/form/wording']],
    ['a name of a value', { mergeValues: { 'a\0': 'x' } }, ['/mergeValues/?']],
    ['both of two', { a: '\0', b: '\0' }, ['/a', '/b']],
    ['the whole', '\0', ['']],
  ])('is refused where it is: %s', (_, value, pointers) => {
    expect(faultsOf(value)).toEqual(pointers);
  });

  test.each(['', '😀', '👨‍👩‍👧', 'e\u0301', '\ufeff', '\u200f\t\r\n', 'ÿþ', '漢字'])('is not %j', (text) => {
    expect(faultsOf({ text, [text]: 1 })).toEqual([]);
  });

  test.each([
    ['{"__proto__":{"a":1}}', ['/__proto__']],
    ['{"mergeValues":{"prenom":"Jeanne","__proto__":"x"}}', ['/mergeValues/__proto__']],
    ['{"list":[{"a":{"__proto__":null}}]}', ['/list/0/a/__proto__']],
    ['{"\\u005f_proto__":1}', ['/__proto__']],
    ['{"constructor":1,"proto":"__proto__"}', []],
  ])('a name that no record holds is refused, not lost: %s', (json, pointers) => {
    expect(faultsOf(JSON.parse(json))).toEqual(pointers);
    const record = z.object({ mergeValues: z.optional(z.record(z.string(), z.string())) });
    expect(parseEach(record, [JSON.parse(json)])[0] instanceof Failure).toBe(pointers.length > 0);
  });

  test('of one item of a batch refuses that item alone', () => {
    const messages = [{ text: 'a' }, { text: '\0' }];
    expect(faultsOf({ advertiserId: 'x', messages }, 'messages')).toEqual([]);
    const [good, bad] = parseEach(ANY, messages);
    expect([good, bad instanceof Failure && bad.errors[0]?.pointer]).toEqual([{ text: 'a' }, '/text']);
    expect(faultsOf({ advertiserId: '\0', messages }, 'messages')).toEqual(['/advertiserId']);
    expect(faultsOf({ a: { messages } }, 'messages')).toEqual(['/a/messages/1/text']);
  });

  test('is found at any depth, and among a great many, in a time that grows as the request', () => {
    const deep = JSON.parse(`${'['.repeat(200_000)}"\\u0000"${']'.repeat(200_000)}`);
    expect(faultsOf(deep)).toHaveLength(1);
    expect(faultsOf(Array.from({ length: 400_000 }, () => ''))).toEqual([]);
  });
});
