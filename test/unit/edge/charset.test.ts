import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { Failure } from '#shared/domain/failure.ts';
import { jsonOf } from '#shared/edge/body.ts';
import { parseOrRefuse } from '#shared/edge/validate.ts';

const WORDS = { wording: 'J’accepte. 漢字 😀' };
const JSON_TYPE = 'application/json';

/** What is read of bytes sent with a header: the value, or the code and the sentence of the refusal. */
const readOf = (bytes: Buffer, type: string, isBase64Encoded = false) => {
  const body = bytes.toString(isBase64Encoded ? 'base64' : 'utf8');
  try {
    return jsonOf({ body, isBase64Encoded, headers: { 'Content-Type': type } });
  } catch (error) {
    return error instanceof Failure ? [error.code, error.detail] : error;
  }
};

describe('the characters of a request', () => {
  test.each([
    JSON_TYPE,
    'application/json;charset=utf-8',
    'application/json; profile=x; Charset="UTF-8"',
    'application/merge-patch+json; charset=UTF8',
    'application/json; boundary="charset=utf-16"; charset=utf-8',
    'application/json; charset="utf-8"; profile="; charset=utf-16"',
    'application/json; profile="a \\"; charset=utf-16"; charset="\\u\\t\\f-8"',
    'application/json; xcharset=utf-16',
  ])('are those of UTF-8: %s', (type) => {
    for (const isBase64 of [true, false])
      expect(readOf(Buffer.from(JSON.stringify(WORDS)), type, isBase64)).toEqual(WORDS);
    expect(readOf(Buffer.from(`\ufeff${JSON.stringify(WORDS)}`), type)).toEqual(WORDS);
  });

  test.each([
    'ISO-8859-1',
    '"windows-1252"',
    'utf-16',
    'us-ascii',
    'utf-8; charset=iso-8859-1',
    'utf-8; profile="x"; Charset = "utf-16"',
    '"utf-8; x"',
    'utf-8; profile="; charset=utf-8',
    '"utf-8',
    '',
    '""',
  ])('of %s are refused', (charset) => {
    expect(readOf(Buffer.from('{}'), `${JSON_TYPE}; charset=${charset}`)).toEqual([
      'unsupported-media-type',
      'The body is not JSON in UTF-8.',
    ]);
  });

  test('of another charset are refused where the header says nothing: here, or as API Gateway hands them over, where they are', () => {
    const latin = Buffer.from('{"wording":"J\xe9 accepte"}', 'latin1');
    expect(readOf(latin, JSON_TYPE, true)).toEqual(['malformed-request', 'The body is not JSON in UTF-8.']);
    const handed = readOf(latin, JSON_TYPE);
    expect(() => parseOrRefuse(z.unknown(), handed)).toThrow(
      expect.objectContaining({ errors: [expect.objectContaining({ pointer: '/wording' })] }),
    );
  });
});
