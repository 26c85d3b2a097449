import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { Failure } from '#shared/domain/failure.ts';
import { parseOrRefuse } from '#shared/edge/validate.ts';

const sentenceOf = (schema: z.ZodMiniType, value: unknown): string | undefined => {
  try {
    parseOrRefuse(z.strictObject({ field: schema }), value === undefined ? {} : { field: value });
    return undefined;
  } catch (error) {
    return error instanceof Failure ? error.errors[0]?.detail : 'no failure';
  }
};

test.each([
  ['a field that is absent', z.string(), undefined, 'required'],
  ['another type', z.string(), 3, 'must be a string'],
  ['a fraction', z.int(), 1.5, 'must be an integer'],
  ['an empty text', z.string().check(z.minLength(1)), '', 'must not be empty'],
  ['a long text', z.string().check(z.maxLength(1)), 'ab', 'must have at most 1 character'],
  ['an empty list', z.array(z.string()).check(z.minLength(2)), [], 'must have at least 2 items'],
  ['a large number', z.number().check(z.maximum(10)), 11, 'must be at most 10'],
  ['a small number', z.number().check(z.minimum(1)), 0, 'must be at least 1'],
  ['a value beside a list', z.enum(['email', 'sms']), 'fax', 'must be one of email, sms'],
  ['a value beside the only one', z.literal('global'), 'all', 'must be global'],
  ['no address', z.email(), 'nobody', 'must be an e-mail address'],
  ['a pattern', z.string().check(z.regex(/^[a-z]+$/)), '7', 'must be in the format that the API describes'],
  ['a pattern with its own sentence', z.string().check(z.regex(/^[a-z]+$/, 'small letters')), '7', 'small letters'],
  ['a type that only a validator names', z.date(), 'x', 'must be a value of another type'],
  ['anything else', z.number().check(z.multipleOf(2)), 3, 'not accepted here'],
] as const)('%s is named in a short sentence', (_, schema, value, sentence) => {
  expect(sentenceOf(schema, value)).toBe(sentence);
});

test('a lawful value has no fault', () => {
  expect(sentenceOf(z.string(), 'text')).toBeUndefined();
});
