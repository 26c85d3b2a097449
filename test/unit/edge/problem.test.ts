import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { dependencyUnavailable, FAILURE_CODES, Failure, invalidRequest } from '#shared/domain/failure.ts';
import { failureOf, problemOf, retryAfterOf } from '#shared/edge/problem.ts';
import { PROBLEMS } from '#shared/edge/problems.ts';
import { problemPages } from '#tools/openapi/problem-pages.ts';

const ASKER = { correlationId: 'request-1', language: 'en' } as const;

describe('problemOf', () => {
  test('a failure nobody foresaw tells nothing but its correlation id', () => {
    const problem = problemOf(failureOf(new Error('camille@example.com is not a key')), ASKER);
    expect(problem).toEqual({
      type: 'https://aval.dev/problems/internal-error',
      title: 'An error on our side',
      status: 500,
      code: 'internal-error',
      remedy: { sentence: PROBLEMS['internal-error'].remedy },
      correlationId: 'request-1',
    });
  });

  test('a fault points into the body, or names a parameter', () => {
    const failure = invalidRequest([
      { pointer: '/of/scope', detail: 'wrong' },
      { pointer: '', parameter: 'advertiserId', detail: 'expected' },
    ]);
    expect(problemOf(failure, ASKER)).toMatchObject({
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
    expect(problemOf(failure, ASKER)).toMatchObject({ status: 503, reason: 'OPPOSITION_STORE_UNAVAILABLE' });
  });
});

describe('the problem of each code', () => {
  test.each(FAILURE_CODES)('%s says in both languages what it is and what to do', (code) => {
    const [english, french] = (['en', 'fr'] as const).map((language) =>
      problemOf(new Failure(code, 'The send queue cannot be reached now.'), { ...ASKER, language }),
    );
    for (const problem of [english, french]) {
      expect(problem).toMatchObject({ code, correlationId: 'request-1', status: PROBLEMS[code].status });
      expect(problem?.title).toMatch(/^[A-ZÀ-Ý]/);
      expect(problem?.remedy.sentence).toMatch(/[.]$/);
    }
    expect(french?.title).not.toBe(english?.title);
    expect(french?.remedy.sentence).not.toBe(english?.remedy.sentence);
  });

  test('of a fault in the request points at it, of anything else names the route', () => {
    const fault = new Failure('identity-taken', '', { errors: [{ pointer: '/siren', detail: 'required' }] });
    expect(problemOf(fault, ASKER).remedy).toMatchObject({ pointer: '/siren' });
    expect(problemOf(new Failure('advertiser-not-found', ''), ASKER).remedy).toMatchObject({
      route: 'PUT /v1/advertisers/{advertiserId}',
    });
    expect(problemOf(new Failure('standing-full', ''), ASKER, '/consents/3').remedy).toMatchObject({
      pointer: '/consents/3',
    });
  });

  test('is said in French with its faults', () => {
    const failure = invalidRequest([{ pointer: '/lines', detail: 'must have at most 5 items' }]);
    expect(problemOf(failure, { ...ASKER, language: 'fr' })).toMatchObject({
      title: 'La requête ne respecte pas son schéma',
      detail: '1 champ n’est pas valable.',
      errors: [{ pointer: '/lines', detail: 'doit avoir au plus 5 éléments' }],
    });
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
