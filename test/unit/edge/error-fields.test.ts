import { expect, test } from 'vitest';
import { errorFields } from '#shared/edge/log/log.ts';

test('of an unexpected error its frames are logged, and no line of its message that looks like one', () => {
  const error = new TypeError('no name:\n    at anna@example.org (/home/anna.ts:1:1)\n  at Anna Martin');
  const fields = errorFields(error);
  expect(JSON.stringify(fields)).not.toMatch(/anna/i);
  expect(fields.error).toBe('TypeError');
  expect(fields.at?.[0]).toContain('error-fields.test.ts:');
  expect(fields.at?.length).toBeGreaterThan(1);
});

test('the frames of what failed within the engine are logged', async () => {
  const error = await Promise.all([Promise.resolve('{').then((text) => JSON.parse(text))]).catch(
    (caught: unknown) => caught,
  );
  expect(errorFields(error).at?.[0]).toBe('at JSON.parse (<anonymous>)');
});

test('a message that was changed after its error was made adds no line', () => {
  const error = new Error('first\n  at Anna Martin');
  error.message = 'second';
  expect(JSON.stringify(errorFields(error))).not.toMatch(/anna/i);
});
