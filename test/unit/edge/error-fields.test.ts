import { expect, test } from 'vitest';
import { concurrentChange, dependencyUnavailable } from '#shared/domain/failure.ts';
import { errorFields, failureFields } from '#shared/edge/log/log.ts';

test('of an unexpected error its frames are logged, and no line of its message that looks like one', () => {
  const error = new TypeError('no name:\n    at anna@example.org (/home/anna.ts:1:1)\n  at Anna Martin');
  const fields = errorFields(error);
  expect(JSON.stringify(fields)).not.toMatch(/anna/i);
  expect(fields.error).toBe('TypeError');
  expect(fields.at?.[0]).toMatch(/error-fields\.test\.ts(\?vitest=\d+)?:\d+:\d+/);
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

test('of a store that is away, what it answered is logged by name: a right that is gone is not a store that is', () => {
  const named = (name: string, more: object = {}) => Object.assign(new Error('anna@example.org'), { name, ...more });
  const said = (cause: unknown) => failureFields(dependencyUnavailable('The store', cause));
  const code = 'dependency-unavailable';
  expect(said(named('AccessDeniedException'))).toEqual({ code, error: 'AccessDeniedException' });
  expect(said(dependencyUnavailable('The queue', named('Throttling')))).toEqual({ code, error: 'Throttling' });
  expect(said(named('Error', { code: 'ECONNREFUSED' }))).toEqual({ code, error: 'ECONNREFUSED' });
  expect(said(named('Error', { code: 'anna@example.org' }))).toEqual({ code, error: 'Error' });
  expect(said('anna@example.org')).toEqual({ code });
  expect(failureFields(concurrentChange())).toEqual({ code: 'concurrent-change' });
});
