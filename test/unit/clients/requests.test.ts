import { describe, expect, test } from 'vitest';
import { Aval, NoAnswerError, ProblemError } from '#clients/typescript/src/index.ts';
import { against, problem, refusal } from './fake-aval.ts';

const sentBy = async (act: (aval: Aval) => Promise<unknown>, language?: 'fr') => {
  const fake = against([{ status: 200, body: {} }], language === undefined ? {} : { language });
  await act(fake.aval);
  const [sent] = fake.sent;
  if (sent === undefined) throw new Error('nothing was sent');
  return sent;
};

describe('a request', () => {
  test('goes to the operation below the base URL, with the key and its body', async () => {
    const sent = await sentBy((aval) =>
      aval.withdrawConsent({ consentId: 'v1n1.a/b', advertiserId: 'valmy' }, {} as never),
    );
    expect(sent.url).toBe('https://aval.example/live/v1/consents/v1n1.a%2Fb/withdrawal?advertiserId=valmy');
    expect([sent.method, sent.body]).toEqual(['POST', {}]);
    expect(sent.headers.get('authorization')).toBe('Bearer aval_id_secret');
    expect(sent.headers.get('content-type')).toBe('application/json');
    expect(sent.headers.has('accept-language')).toBe(false);
  });

  test('leaves out what is undefined', async () => {
    const { url, headers, body } = await sentBy((aval) =>
      aval.getMessage({ messageId: 'm1', advertiserId: undefined } as never),
    );
    expect(url).toBe('https://aval.example/live/v1/messages/m1');
    expect([headers.has('content-type'), body]).toEqual([false, undefined]);
  });

  test('asks for problems in French', async () => {
    const { headers } = await sentBy((aval) => aval.getOpenapi(), 'fr');
    expect(headers.get('accept-language')).toBe('fr');
  });

  test.each([
    [{ ifMatch: 3 }, '"3"', null],
    [{ ifNoneMatch: '*' } as const, null, '*'],
  ])('carries its condition: %o', async (options, ifMatch, ifNoneMatch) => {
    const { headers } = await sentBy((aval) => aval.putAdvertiser({ advertiserId: 'a' }, {} as never, options));
    expect([headers.get('if-match'), headers.get('if-none-match')]).toEqual([ifMatch, ifNoneMatch]);
  });

  test.each([
    ['a base URL that is none', { baseUrl: 'aval', key: 'aval_id_secret' }],
    ['an environment without its URL', { baseUrl: undefined, key: 'aval_id_secret' }],
    ['an empty key', { baseUrl: 'https://aval.example', key: '' }],
    ['an environment without its key', { baseUrl: 'https://aval.example', key: undefined }],
  ])('cannot be made with %s', (_, options) => {
    expect(() => new Aval(options)).toThrow(/^(?:baseUrl is no URL|key is empty): /);
  });
});

describe('an answer', () => {
  test('of 204 is nothing', async () => {
    expect(await against([{ status: 204 }]).aval.revokeApiKey({ apiKeyId: 'k' })).toBeUndefined();
  });

  test('that is no JSON is none of Aval', async () => {
    const answered = against([{ status: 200, body: '<html>Log in</html>' }], { retry: { attempts: 1 } });
    await expect(answered.aval.getOpenapi()).rejects.toMatchObject({ name: 'NoAnswerError', status: 200 });
  });

  test('that is an error, but no problem, is none of Aval', async () => {
    await expect(against([{ status: 403, body: { message: 'Forbidden' } }]).aval.getOpenapi()).rejects.toThrow(
      NoAnswerError,
    );
  });
});

describe('a problem', () => {
  const errors = [
    { pointer: '/givenAt', detail: 'an instant' },
    { parameter: 'limit', detail: '1 to 100' },
    { detail: 'no body' },
  ];
  const thrown = async (): Promise<ProblemError> => {
    const answer = refusal(422, 'invalid-request', undefined, { detail: 'Two faults.', errors });
    const error: unknown = await against([answer])
      .aval.getOpenapi()
      .catch((caught: unknown) => caught);
    if (!(error instanceof ProblemError)) throw new Error('no ProblemError was thrown');
    return error;
  };

  test('is a typed error with its code, pointers, remedy and correlation id', async () => {
    const error = await thrown();
    expect([error.name, error.code, error.status]).toEqual(['ProblemError', 'invalid-request', 422]);
    expect(error.operation).toBe('getOpenapi');
    expect(error.errors).toEqual(errors);
    expect(error.remedy.sentence).toBe('Do something else.');
    expect(error.correlationId).toBe('id-of-the-call');
    expect(error.problem).toEqual(problem(422, 'invalid-request', { detail: 'Two faults.', errors }));
  });

  test('says in its message which call, what, where, what to do, and the id to quote', async () => {
    expect((await thrown()).message).toBe(
      [
        'getOpenapi: It was not done (422 invalid-request): Two faults.',
        '  /givenAt: an instant',
        '  limit: 1 to 100',
        '  the request: no body',
        '  Do something else.',
        '  Correlation id: id-of-the-call',
      ].join('\n'),
    );
  });
});
