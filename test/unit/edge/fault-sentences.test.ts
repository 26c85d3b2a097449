import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { AnyInstant } from '#shared/contracts/http/any-instant.ts';
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
  ['a day of no month', z.iso.date(), '2026-02-30', 'must be a day that the calendar has'],
  ['a day of no year', z.iso.date(), '2026-02-29', 'must be a day that the calendar has'],
  ['a month that is none', AnyInstant, '2026-13-01T10:00:00Z', 'must be a day that the calendar has'],
  ['an instant of no day', AnyInstant, '2026-02-30T10:00:00Z', 'must be a day that the calendar has'],
  ['a day for an instant', AnyInstant, '2026-02-28', 'must be an instant of ISO 8601 with its offset'],
  ['an hour that is none', AnyInstant, '2026-02-28T25:00:00Z', 'must be an instant of ISO 8601 with its offset'],
  ['no date at all', z.iso.date(), '30/02/2026', 'must be a date such as 2026-11-24'],
  ['no UUID', z.uuid(), '2026-02-30', 'must be a UUID'],
  ['a type that only a validator names', z.date(), 'x', 'must be a value of another type'],
  ['anything else', z.number().check(z.multipleOf(2)), 3, 'not accepted here'],
] as const)('%s is named in a short sentence', (_, schema, value, sentence) => {
  expect(sentenceOf(schema, value)).toBe(sentence);
});

test('a lawful value has no fault', () => {
  expect(sentenceOf(z.string(), 'text')).toBeUndefined();
  expect(sentenceOf(AnyInstant, '2024-02-29T10:00:00+01:00')).toBeUndefined();
});
