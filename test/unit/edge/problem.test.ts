import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { dependencyUnavailable, FAILURE_CODES, Failure, invalidRequest } from '#shared/domain/failure.ts';
import { failureOf, problemOf, retryAfterOf } from '#shared/edge/problem.ts';
import { PROBLEMS } from '#shared/edge/problems.ts';
import { problemPages } from '#tools/openapi/problem-pages.ts';

describe('problemOf', () => {
  test('a failure nobody foresaw tells nothing but its correlation id', () => {
    const problem = problemOf(failureOf(new Error('camille@example.com is not a key')), 'request-1');
    expect(problem).toEqual({
      type: 'https://aval.dev/problems/internal-error',
      title: 'An error on our side',
      status: 500,
      code: 'internal-error',
      correlationId: 'request-1',
    });
  });

  test('a fault points into the body, or names a parameter', () => {
    const failure = invalidRequest([
      { pointer: '/of/scope', detail: 'wrong' },
      { pointer: '', parameter: 'advertiserId', detail: 'expected' },
    ]);
    expect(problemOf(failure, 'request-1')).toMatchObject({
      status: 422,
      detail: '2 fields are invalid.',
      errors: [
        { pointer: '/of/scope', detail: 'wrong' },
        { parameter: 'advertiserId', detail: 'expected' },
      ],
    });
  });

  test('a store that cannot be reached names the reason that a verdict would carry', () => {
    const failure = dependencyUnavailable('The store', undefined, 'OPPOSITION_STORE_UNAVAILABLE');
    expect(problemOf(failure, 'request-1')).toMatchObject({ status: 503, reason: 'OPPOSITION_STORE_UNAVAILABLE' });
  });
});

describe('retryAfterOf', () => {
  test.each(FAILURE_CODES)('%s asks to wait exactly when a retry can help', (code) => {
    const seconds = retryAfterOf(new Failure(code, 'why'));
    expect(seconds).toBe(PROBLEMS[code].retry ? 1 : undefined);
  });

  test('a failure that knows how long to wait says so', () => {
    expect(retryAfterOf(dependencyUnavailable('The store'))).toBe(2);
  });
});

describe('the pages of problems', () => {
  test.each([...problemPages()])('%s says what the table says', (name, text) => {
    const file = `docs/problems/${name}`;
    expect(existsSync(file) && readFileSync(file, 'utf8')).toBe(text);
  });
});
