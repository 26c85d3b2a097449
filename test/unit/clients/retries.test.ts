import { describe, expect, test } from 'vitest';
import { NoAnswerError, ProblemError } from '#clients/typescript/src/index.ts';
import { type Answer, against, refusal } from './fake-aval.ts';

const OPPOSITION = { advertiserId: 'maison-valmy', contact: { email: 'a@example.fr' }, via: 'phone' } as const;
const CONSENT_ID = { consentId: 'v1n1.c' };
const DONE: Answer = { status: 200, body: { id: 'done' } };
const CUT = new TypeError('fetch failed');

type Fake = ReturnType<typeof against>;
const CALLS = {
  read: ({ aval }: Fake) => aval.getMessage({ messageId: 'm1' }),
  lookUp: ({ aval }: Fake) => aval.lookUpContact({ contact: { email: 'a@example.fr' } }),
  replace: ({ aval }: Fake) => aval.declareContact({ contact: { email: 'a@example.fr' }, facts: {} } as never),
  replaceIfMatch: ({ aval }: Fake) => aval.putAdvertiser({ advertiserId: 'a' }, {} as never, { ifMatch: 3 }),
  keyed: ({ aval }: Fake) => aval.registerOpposition(OPPOSITION),
  withdraw: ({ aval }: Fake) => aval.withdrawConsent(CONSENT_ID, {} as never),
  patch: ({ aval }: Fake) => aval.patchAdvertiser({ advertiserId: 'a' }, {}),
} as const;
type Name = keyof typeof CALLS;
const EVERY = Object.keys(CALLS) as Name[];
const REPEATABLE: readonly Name[] = ['read', 'lookUp', 'replace', 'keyed'];

describe('Aval says that it did nothing', () => {
  test.each(
    EVERY.flatMap((name) => [
      { name, answer: refusal(429, 'rate-limited') },
      { name, answer: refusal(429, 'rate-limited', '1') },
      { name, answer: refusal(503, 'dependency-unavailable', '1') },
      { name, answer: refusal(409, 'concurrent-change', '1') },
    ]),
  )('$name is tried again after $answer.status', async ({ name, answer }) => {
    const fake = against([answer, DONE]);
    expect(await CALLS[name](fake)).toEqual({ id: 'done' });
    expect(fake.sent).toHaveLength(2);
  });

  test.each([400, 401, 403, 404, 409, 412, 413, 415, 422, 428])('%i is not tried again', async (status) => {
    const fake = against([refusal(status, 'no'), DONE]);
    await expect(CALLS.keyed(fake)).rejects.toThrow(ProblemError);
    expect(fake.sent).toHaveLength(1);
  });
});

describe('nobody knows whether it was done', () => {
  const UNKNOWN: readonly [string, Answer][] = [
    ['the network fails', CUT],
    ['a proxy answers 502', { status: 502, body: '<html>Bad gateway</html>' }],
    ['the gateway answers 504', { status: 504, body: { message: 'Endpoint request timed out' } }],
    ['Aval answers 500', refusal(500, 'internal-error', '1')],
    ['503 comes without Retry-After', { status: 503, body: 'down' }],
  ];

  test.each(UNKNOWN.flatMap(([what, answer]) => REPEATABLE.map((name) => ({ what, answer, name }))))(
    '$what: $name, which may be done twice, is tried again',
    async ({ answer, name }) => {
      const fake = against([answer, DONE]);
      expect(await CALLS[name](fake)).toEqual({ id: 'done' });
    },
  );

  const NEVER = EVERY.filter((name) => !REPEATABLE.includes(name));
  test.each(UNKNOWN.flatMap(([what, answer]) => NEVER.map((name) => ({ what, answer, name }))))(
    '$what: $name is left to the caller',
    async ({ answer, name }) => {
      const fake = against([answer, DONE]);
      await expect(CALLS[name](fake)).rejects.toThrow(/did not answer|is not Aval|It was not done/);
      expect(fake.sent).toHaveLength(1);
    },
  );

  test('after the last try the error has the key, so that the act can be repeated later', async () => {
    const fake = against([CUT]);
    const error = await CALLS.keyed(fake).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(NoAnswerError);
    expect(error).toMatchObject({ idempotencyKey: 'key-1', cause: CUT, status: undefined });
    expect(fake.sent).toHaveLength(5);
  });

  test.each([
    [
      'the code of the network',
      new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code: 'ECONNREFUSED' }) }),
      'ECONNREFUSED',
    ],
    [
      'the name of the error',
      new DOMException('took too long: https://aval.example/v1/x', 'TimeoutError'),
      'TimeoutError',
    ],
  ])('the error says where it asked and why nothing came: %s', async (_, cause, why) => {
    const error = await CALLS.keyed(against([cause])).catch((thrown: unknown) => thrown);
    expect(String(error)).toMatch(new RegExp(`: Aval did not answer at [\\w.:-]+: ${why}\\.$`));
  });

  test('a try without an answer ends, and the next is made', async () => {
    let tries = 0;
    const hang = (_input: unknown, init?: RequestInit) =>
      new Promise<Response>((resolve, reject) => {
        tries += 1;
        if (tries > 1) resolve(new Response('{"id":"done"}'));
        init?.signal?.addEventListener('abort', () => reject(init.signal?.reason));
      });
    const fake = against([], { timeoutMs: 20, ports: { fetch: hang } });
    expect(await CALLS.read(fake)).toEqual({ id: 'done' });
    expect(tries).toBe(2);
  });
});

describe('an Idempotency-Key', () => {
  test('is made once for a call and kept over its tries; the next call has another', async () => {
    const fake = against([CUT, refusal(429, 'rate-limited'), DONE]);
    await CALLS.keyed(fake);
    await CALLS.keyed(fake);
    expect(fake.sent.map(({ headers }) => headers.get('idempotency-key'))).toEqual([
      'key-1',
      'key-1',
      'key-1',
      'key-2',
    ]);
  });

  test('is the caller’s own where it gives one', async () => {
    const fake = against([CUT, DONE]);
    await fake.aval.registerOpposition(OPPOSITION, { idempotencyKey: 'call-4711' });
    expect(fake.sent.map(({ headers }) => headers.get('idempotency-key'))).toEqual(['call-4711', 'call-4711']);
  });

  test('is sent only where the operation takes one', async () => {
    const fake = against([DONE]);
    await CALLS.withdraw(fake);
    await CALLS.read(fake);
    expect(fake.sent.map(({ headers }) => headers.has('idempotency-key'))).toEqual([false, false]);
  });
});

describe('the waits', () => {
  test('grow, to twice the one before', async () => {
    const fake = against([CUT]);
    await CALLS.keyed(fake).catch(() => undefined);
    expect(fake.waits).toEqual([125, 250, 500, 1000]);
  });

  test('have chance in them: up to twice the shortest', async () => {
    const fake = against([CUT], { ports: { random: () => 0.999999 } });
    await CALLS.keyed(fake).catch(() => undefined);
    expect(fake.waits).toEqual([250, 500, 1000, 2000]);
  });

  test.each([
    ['seconds', '7', 7125],
    ['a date', 'Tue, 24 Nov 2026 10:00:07 GMT', 7125],
    ['a date that is over', 'Tue, 24 Nov 2026 09:00:00 GMT', 125],
    ['no time at all', 'soon', 125],
  ])('are never shorter than Retry-After: %s', async (_, retryAfter, wait) => {
    const fake = against([refusal(503, 'dependency-unavailable', retryAfter), DONE]);
    await CALLS.keyed(fake);
    expect(fake.waits).toEqual([wait]);
  });

  test('where Retry-After asks for more than the longest wait, the caller has the problem at once', async () => {
    const fake = against([refusal(429, 'rate-limited', '3600'), DONE]);
    await expect(CALLS.keyed(fake)).rejects.toMatchObject({ code: 'rate-limited', idempotencyKey: 'key-1' });
    expect(fake.waits).toEqual([]);
  });

  test('end with the patience of the caller', async () => {
    const retry = { attempts: 100, patienceMs: 10_000 };
    const fake = against([refusal(429, 'rate-limited', '3')], { retry });
    await expect(CALLS.keyed(fake)).rejects.toThrow(ProblemError);
    expect(fake.waits).toEqual([3125, 3250, 3500]);
  });

  test('one attempt: nothing is tried again', async () => {
    const fake = against([CUT, DONE], { retry: { attempts: 1 } });
    await expect(CALLS.read(fake)).rejects.toThrow(NoAnswerError);
    expect(fake.sent).toHaveLength(1);
  });
});

describe('the caller’s signal', () => {
  test('ends a wait with its reason', async () => {
    const stop = new AbortController();
    const reason = new Error('the page was left');
    const sleep = async (_milliseconds: number, signal?: AbortSignal) => {
      stop.abort(reason);
      signal?.throwIfAborted();
    };
    const fake = against([CUT, DONE], { ports: { sleep } });
    await expect(fake.aval.getMessage({ messageId: 'm1' }, { signal: stop.signal })).rejects.toBe(reason);
  });

  test('ends a try with its reason', async () => {
    const stop = new AbortController();
    const reason = new Error('the page was left');
    const hang = (_input: unknown, init?: RequestInit) =>
      new Promise<Response>((_resolve, reject) => {
        init?.signal?.addEventListener('abort', () => reject(init.signal?.reason));
        stop.abort(reason);
      });
    const fake = against([], { ports: { fetch: hang } });
    await expect(fake.aval.getMessage({ messageId: 'm1' }, { signal: stop.signal })).rejects.toBe(reason);
  });

  test('that has already ended: nothing is sent', async () => {
    const fake = against([DONE]);
    const signal = AbortSignal.abort(new Error('too late'));
    await expect(fake.aval.getMessage({ messageId: 'm1' }, { signal })).rejects.toThrow('too late');
    expect(fake.sent).toHaveLength(0);
  });
});
