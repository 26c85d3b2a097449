import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Fixture, startFixture } from './local-stack-fixture.ts';
import { LOOPBACK, listeningOf } from './local-stack-processes.ts';

let stack: Fixture;
beforeAll(async () => {
  stack = await startFixture();
});
afterAll(() => stack.stop());

const post = (body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${stack.applicationUrl}/v1/notes?a=1&a=2`, {
    method: 'POST',
    headers: { authorization: `Bearer ${stack.rootKey}`, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
const json = async <T>(response: Response | Promise<Response>): Promise<T> => (await (await response).json()) as T;
const texts = (id: string) => stack.inbox().filter(({ subject }) => subject === `Note ${id}`);

test('no port of this process, nor of one that it started, is open to other machines', () => {
  const addresses = listeningOf().map(({ address }) => address);
  expect(addresses.length).toBeGreaterThan(3);
  expect(addresses.filter((address) => !LOOPBACK.includes(address))).toEqual([]);
  expect(addresses).toContain(LOOPBACK[1]);
});

describe('the gateway', () => {
  test('hands a request to its function as a proxy event and its answer back', async () => {
    const response = await post({ id: 'quiet-1' });

    expect(response.status).toBe(201);
    expect(response.headers.get('x-two')).toBe('a, b');
    expect(await response.json()).toMatchObject({
      id: 'quiet-1',
      authorizer: { principalId: 'root', scopes: 'all' },
      query: { a: ['1', '2'] },
    });
  });

  test('asks the authorizer once in thirty seconds of the stack clock', async () => {
    const calls = async () =>
      Number((await json<{ authorizer: { calls: string } }>(post({ id: 'quiet-2' }))).authorizer.calls);
    const first = await calls();

    expect(await calls()).toBe(first);
    await stack.clock.advance(31);
    expect(await calls()).toBe(first + 1);
  });

  test('answers for a missing key as the template words it, and turns a wrong one away', async () => {
    const missing = await fetch(`${stack.applicationUrl}/v1/notes`, { method: 'POST', body: '{}' });
    const wrong = await post({ id: 'quiet-3' }, { authorization: 'Bearer aval_root_wrong' });

    expect([missing.status, missing.headers.get('content-type'), await missing.json()]).toEqual([
      401,
      'application/problem+json',
      { title: 'No valid API key', correlationId: missing.headers.get('x-correlation-id') },
    ]);
    expect(missing.headers.get('x-correlation-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(wrong.status).toBe(403);
  });

  test('knows no route but those of the template, nor a body over 10 MB', async () => {
    expect((await fetch(`${stack.publicUrl}/o`)).status).toBe(403);
    expect((await fetch(`${stack.publicUrl}/o/token`, { method: 'HEAD' })).status).toBe(403);
    expect((await post('x'.repeat(10 * 1024 * 1024 + 1))).status).toBe(413);
  });

  test('answers 502 for a function that cannot start, exits or outlives its time-out, and serves the next', async () => {
    const broken = await fetch(`${stack.applicationUrl}/v1/broken`, {
      headers: { authorization: `Bearer ${stack.rootKey}` },
    });

    expect(broken.status).toBe(502);
    expect(stack.logs('broken').join('')).toContain(
      'cold-start-failure: Error: aval-local-broken cannot start: Cannot find module',
    );
    expect((await post({ id: 'quiet-4', exit: true })).status).toBe(502);
    expect((await post({ id: 'quiet-4', wait: 4000 })).status).toBe(502);
    expect(stack.logs('put-note').join('')).toContain('Task timed out after 2 seconds');
    expect((await post({ id: 'quiet-4' })).status).toBe(201);
  });
});

describe('a function', () => {
  test('sees the environment of the template, what Lambda adds, and nothing of this machine', async () => {
    const { variables, now, token } = await json<{ variables: string[]; now: string; token: string }>(
      fetch(`${stack.publicUrl}/o/a%20b`),
    );

    expect(variables.filter((name: string) => !/^(AWS|LAMBDA)_/.test(name))).toEqual([
      'CLOCK_OFFSET_FILE',
      'LANG',
      'PATH',
      'STAGE',
      'TZ',
      '_HANDLER',
      '_X_AMZN_TRACE_ID',
    ]);
    expect(now.slice(0, 13)).toBe(stack.clock.now().slice(0, 13));
    expect(token).toBe('a b');
  });

  test('is refused what its role does not grant, as AWS refuses it', async () => {
    const response = await post({ id: 'quiet-5', scan: true });

    expect(await response.text()).toBe('AccessDeniedException');
  });
});

describe('what is stored', () => {
  test('goes through the stream, the queue and SES into the inbox', async () => {
    await post({ id: 'letter', text: 'Bonjour' });
    await stack.idle();

    expect(texts('letter')).toMatchObject([
      {
        to: 'letter@example.fr',
        from: 'Maison Test <news@maison.example>',
        html: '<p>Bonjour</p>',
        text: 'Bonjour',
        headers: [{ name: 'List-Unsubscribe', value: `<${stack.publicUrl}/o/letter>` }],
        tags: { note: 'letter' },
      },
    ]);
    expect(stack.events().map(({ type, detail }) => [type, detail])).toContainEqual([
      'note.changed.v1',
      { id: 'letter', change: 'INSERT' },
    ]);
  });

  test('goes through SNS into the SMS sink, and its reply comes back through the topic', async () => {
    await post({ id: 'sms-1', text: 'MAISON: -10 % samedi. STOP 36063' });
    await stack.idle();
    await stack.replyBySms({ from: '+33612345678', body: 'Stop merci' });
    await stack.idle();

    expect(stack.smsSink()).toMatchObject([
      { to: '+33612345678', senderId: 'MAISON', text: 'MAISON: -10 % samedi. STOP 36063' },
    ]);
    expect(stack.events().find(({ type }) => type === 'sms.replied.v1')?.detail).toMatchObject({
      originationNumber: '+33612345678',
      destinationNumber: '36063',
      messageKeyword: 'STOP',
      messageBody: 'Stop merci',
      previousPublishedMessageId: stack.smsSink()[0]?.id,
    });
  });

  test('is deleted when the clock passes its time, and the stream says that it was TTL', async () => {
    const expiresAt = Math.floor(Date.parse(stack.clock.now()) / 1000) + 60;
    await post({ id: 'quiet-6', expiresAt });
    await stack.idle();
    await stack.clock.advance(61);
    await stack.idle();

    const changes = stack.events().filter(({ detail }) => JSON.stringify(detail).includes('quiet-6'));
    expect(changes.map(({ detail }) => detail)).toEqual([
      { id: 'quiet-6', change: 'INSERT' },
      { id: 'quiet-6', change: 'REMOVE', by: 'dynamodb.amazonaws.com' },
    ]);
  });
});

describe('a queue', () => {
  test('gives a message again after a crash, once the time-out has passed on the stack clock', async () => {
    await post({ id: 'crash-1', text: 'twice' });
    await stack.idle();
    expect(texts('crash-1')).toEqual([]);
    expect((await stack.queueDepths())['fixture-send']).toMatchObject({ ready: 0, delayed: 0, inFlight: 1 });

    await stack.clock.advance(61);
    await expect.poll(() => texts('crash-1').length, { timeout: 5000 }).toBe(1);
  });

  test('moves poison to its dead letters after the template number of receives', async () => {
    await post({ id: 'poison-1' });
    await stack.idle();
    for (let times = 0; times < 2; times += 1) {
      await stack.clock.advance(61);
      await stack.idle();
    }
    await expect.poll(async () => (await stack.queueDepths())['fixture-dlq']?.ready, { timeout: 5000 }).toBe(1);
  });
});

describe('the clock', () => {
  test('fires a schedule once however many of its times it passes', async () => {
    const ticks = () => stack.events().filter(({ type }) => type === 'ticked.v1').length;
    const before = ticks();
    await stack.clock.advance(5 * 3600);

    expect(ticks()).toBe(before + 1);
  });

  test('does not move back', async () => {
    await expect(stack.clock.set('2026-11-24T09:00:00Z')).rejects.toThrow('The clock only moves forward.');
  });
});
