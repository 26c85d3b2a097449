import type { APIGatewayTokenAuthorizerEvent } from 'aws-lambda';
import { describe, expect, test, vi } from 'vitest';
import { manifest } from '#functions/manifest.ts';
import { authorize as authorizeAtGateway, createAuthorizerCache } from '#local/gateway/authorize.ts';
import { type Caller, SCOPES } from '#shared/domain/advertiser/api-key.ts';
import { callerOf } from '#shared/edge/caller.ts';
import { EXAMPLES, KEYED_ROUTES, routeOf } from '../../support/routes.ts';
import { ADVERTISER, aWorld, aWorldWithForms, ROOT, SHOP, type World } from '../support/api.ts';
import { started } from '../support/cold-start.ts';
import { pathParametersOf } from '../support/paths.ts';

const WANTED = { name: 'shop', scopes: [...SCOPES], advertisers: [ADVERTISER] };
const HOUR = 3_600_000;
type Gateway = Parameters<typeof authorizeAtGateway>[0];

interface Key {
  readonly id: string;
  readonly key: string;
  readonly expiresAt?: string;
  readonly createdBy: string;
}

const authorize = async ({ key }: Pick<Key, 'key'>): Promise<Caller> => {
  const { handler } = await started<typeof import('#functions/api/authorize.ts')>('api/authorize');
  const methodArn = 'arn:aws:execute-api:eu-west-3:123456789012:abc123/live/POST/v1/consents';
  const event = { type: 'TOKEN', authorizationToken: `Bearer ${key}`, methodArn };
  return callerOf((await handler(event as APIGatewayTokenAuthorizerEvent)).context);
};
const create = async ({ call }: World, caller: Caller, body: object = {}): Promise<Key> => {
  const answer = await call('create-api-key', { body: { ...WANTED, ...body }, caller });
  expect([answer.status, answer.body.detail]).toEqual([201, undefined]);
  return answer.body;
};
const rotate = async ({ call }: World, caller: Caller, { id }: Pick<Key, 'id'>, body: object = {}) =>
  call('rotate-api-key', { path: { apiKeyId: id }, body, caller });
const revoke = async ({ call }: World, caller: Caller, { id }: Pick<Key, 'id'>, query: Record<string, string> = {}) =>
  call('revoke-api-key', { path: { apiKeyId: id }, query, caller });
const listed = async ({ call }: World, id: string) => {
  const { body } = await call('list-api-keys', { caller: ROOT, query: { limit: '100' } });
  return body.keys.find((key: Key) => key.id === id);
};
const later = (milliseconds: number) => vi.setSystemTime(Date.now() + milliseconds);
const isRefused = async (key: Pick<Key, 'key'>): Promise<boolean> =>
  authorize(key).then(
    () => false,
    () => true,
  );

describe('the life of a key', () => {
  test('created, used, rotated, outlived, revoked', async () => {
    const world = await aWorld();
    const first = await create(world, ROOT);
    expect(await listed(world, first.id)).toMatchObject({ createdBy: 'root', name: 'shop' });
    expect(await listed(world, first.id)).not.toHaveProperty('lastUsedAt');

    // Its use is seen, to the hour.
    const usedAt = new Date().toISOString();
    const caller = await authorize(first);
    later(HOUR / 2);
    await authorize(first);
    expect((await listed(world, first.id)).lastUsedAt).toBe(usedAt);
    later(HOUR / 2);
    await authorize(first);
    expect((await listed(world, first.id)).lastUsedAt).toBe(new Date().toISOString());

    // It replaces itself; both work until the overlap is over, and then the new one alone.
    const second = (await rotate(world, caller, first, { overlapSeconds: 600 })).body as Key;
    expect(second).toMatchObject({ replaces: first.id, createdBy: first.id, scopes: WANTED.scopes });
    expect(second.key).not.toBe(first.key);
    expect([await isRefused(first), await isRefused(second)]).toEqual([false, false]);
    later(600_000);
    expect([await isRefused(first), await isRefused(second)]).toEqual([true, false]);
    const late = await world.call('put-advertiser', { path: { advertiserId: ADVERTISER }, body: {}, caller });
    expect([late.status, late.body.code]).toEqual([401, 'unauthenticated']);
    expect((await rotate(world, ROOT, first)).body.code).toBe('api-key-ended');

    // Revoked, it is refused, and stays revoked.
    expect((await revoke(world, ROOT, second)).status).toBe(204);
    const { revokedAt } = await listed(world, second.id);
    later(1000);
    expect((await revoke(world, ROOT, second)).status).toBe(204);
    expect((await listed(world, second.id)).revokedAt).toBe(revokedAt);
    expect(await isRefused(second)).toBe(true);
    expect((await rotate(world, ROOT, second)).body.code).toBe('api-key-ended');
  });

  test('a rotation repeated is the same rotation, and shows no secret again', async () => {
    const { call } = await aWorld();
    const world = { call } as World;
    const [one, other] = [await create(world, ROOT), await create(world, ROOT)];
    const asked = { body: { overlapSeconds: 60 }, caller: ROOT, key: 'rotation' };
    const first = await call('rotate-api-key', { ...asked, path: { apiKeyId: one.id } });
    const again = await call('rotate-api-key', { ...asked, path: { apiKeyId: one.id } });
    expect([again.body.id, again.body.key]).toEqual([first.body.id, undefined]);
    const elsewhere = await call('rotate-api-key', { ...asked, path: { apiKeyId: other.id } });
    expect(elsewhere.body.code).toBe('idempotency-key-reused');
    const otherwise = { ...asked, path: { apiKeyId: one.id } };
    for (const body of [{ overlapSeconds: 0 }, {}, { overlapSeconds: 60, expiresAt: '2026-12-24T10:00:00.000Z' }]) {
      const answer = await call('rotate-api-key', { ...otherwise, body });
      expect([answer.status, answer.body.code]).toEqual([422, 'idempotency-key-reused']);
    }
  });

  test('a creation with another end is another request', async () => {
    const { call } = await aWorld();
    const asked = { caller: ROOT, key: 'creation' };
    const body = { ...WANTED, expiresAt: new Date(Date.now() + HOUR).toISOString() };
    expect((await call('create-api-key', { ...asked, body })).status).toBe(201);
    const endless = await call('create-api-key', { ...asked, body: WANTED });
    expect([endless.status, endless.body.code]).toEqual([422, 'idempotency-key-reused']);
  });

  test('a key works at most as long as the one that created it', async () => {
    const world = await aWorld();
    const end = new Date(Date.now() + HOUR).toISOString();
    const parent = await create(world, ROOT, { expiresAt: end });
    const caller = await authorize(parent);
    expect((await create(world, caller)).expiresAt).toBe(end);
    for (const [expiresAt, detail] of [
      [new Date(Date.now() + 2 * HOUR).toISOString(), 'after the end of your own key'],
      [new Date(Date.now()).toISOString(), 'past already'],
    ]) {
      const { status, body } = await world.call('create-api-key', { body: { ...WANTED, expiresAt }, caller });
      expect([status, body.errors]).toEqual([422, [{ pointer: '/expiresAt', detail }]]);
    }
    const successor = await rotate(world, caller, parent);
    expect(successor.body.expiresAt).toBe(end);
    later(HOUR);
    expect(await isRefused(parent)).toBe(true);
  });
});

describe('a revoked key', () => {
  /** Every route that may write, by the document alone. */
  const WRITES = KEYED_ROUTES.filter((name) => routeOf(name).method !== 'GET');

  test('P9: writes nothing from that moment on by any route, whatever the authorizer said before', async () => {
    const world = await aWorldWithForms();
    const key = await create(world, ROOT);
    const caller = await authorize(key);
    await revoke(world, ROOT, key);
    expect(WRITES.length).toBeGreaterThan(20);
    for (const name of WRITES) {
      const asked = { path: pathParametersOf(name), caller, ...(EXAMPLES[name] ? { body: EXAMPLES[name] } : {}) };
      const { status, body } = await world.call(name, asked);
      expect([name, status, body.code]).toEqual([name, 401, 'unauthenticated']);
    }
  });

  test('these are all routes that are granted a write', () => {
    const granted = KEYED_ROUTES.filter((name) =>
      manifest[name].grants.some((grant: string) =>
        /^(?:put|update|delete|delete-many):|:(?:write|put|send|publish)$/.test(grant),
      ),
    );
    expect(granted.filter((name) => !WRITES.includes(name))).toEqual([]);
  });

  test('reads on for the 30 seconds that the gateway remembers it, and then nothing', async () => {
    const world = await aWorld();
    const key = await create(world, ROOT);
    const { handler } = await started<typeof import('#functions/api/authorize.ts')>('api/authorize');
    const invoke = (_name: string, event: unknown) =>
      handler(event as APIGatewayTokenAuthorizerEvent).then(
        (result) => ({ kind: 'result', result }),
        ({ message }) => ({ kind: 'failure', error: { errorMessage: message } }),
      );
    const gateway = { api: { id: 'api' }, runner: { invoke }, cache: createAuthorizerCache(), nowMs: () => Date.now() };
    const authorizer = {
      id: 'key',
      functionName: 'authorize',
      header: 'authorization',
      expression: undefined,
      ttlSeconds: 30,
    };
    const message = { method: 'GET', headers: { authorization: `Bearer ${key.key}` } };
    const request = { message, url: new URL('http://localhost/v1/consents') };
    const pass = () =>
      authorizeAtGateway(
        gateway as unknown as Gateway,
        authorizer,
        request as unknown as Parameters<typeof authorizeAtGateway>[2],
      );
    expect(await pass()).toHaveProperty('context.apiKeyId', key.id);
    await revoke(world, ROOT, key);
    later(29_999);
    expect(await pass()).toHaveProperty('context.apiKeyId', key.id);
    later(1);
    expect(await pass()).toEqual({ refused: 'UNAUTHORIZED', status: 401 });
  });

  test('is unknown to the authorizer from that moment', async () => {
    const world = await aWorld();
    const key = await create(world, ROOT);
    await authorize(key);
    await revoke(world, ROOT, key);
    expect(await isRefused(key)).toBe(true);
  });

  test('makes no key that outlives it, even where both happen at once', async () => {
    const world = await aWorld();
    const parent = await create(world, ROOT);
    const caller = await authorize(parent);
    const made = await Promise.all([
      ...Array.from({ length: 12 }, (_, n) =>
        world.call('create-api-key', { body: { ...WANTED, name: `k${n}` }, caller }),
      ),
      revoke(world, ROOT, parent, { withCreated: 'true' }),
    ]);
    for (const { body, status } of made.slice(0, -1)) {
      if (status === 201) expect((await listed(world, body.id)).revokedAt).toBeDefined();
      else expect([401, 409]).toContain(status);
    }
    const after = await world.call('create-api-key', { body: WANTED, caller });
    expect(after.status).toBe(401);
  });

  test('takes what it created along when asked, and else leaves it', async () => {
    const world = await aWorld();
    const parent = await create(world, ROOT);
    const caller = await authorize(parent);
    const child = await create(world, caller);
    const grandchild = await create(world, await authorize(child));
    const successor = (await rotate(world, await authorize(grandchild), grandchild)).body as Key;
    const beside = await create(world, ROOT);
    await revoke(world, ROOT, parent);
    expect(await Promise.all([parent, child, grandchild, successor].map(isRefused))).toEqual([
      true,
      false,
      false,
      false,
    ]);
    await revoke(world, ROOT, parent, { withCreated: 'true' });
    expect(await Promise.all([child, grandchild, successor, beside].map(isRefused))).toEqual([true, true, true, false]);
  });

  test('where time runs out, the same call goes on', async () => {
    const world = await aWorld();
    const parent = await create(world, ROOT);
    const child = await create(world, await authorize(parent));
    // The first is asked by the edge.
    const times = [25_000, 5000, 0];
    const asked = { path: { apiKeyId: parent.id }, query: { withCreated: 'true' }, caller: ROOT };
    const cut = await world.call('revoke-api-key', { ...asked, remainingMs: () => times.shift() ?? 0 });
    expect([cut.status, cut.body.code, await isRefused(parent)]).toEqual([503, 'batch-unfinished', true]);
    expect((await world.call('revoke-api-key', asked)).status).toBe(204);
    expect(await isRefused(child)).toBe(true);
  });
});

describe('the approval of a template asks for a second hand', () => {
  const path = { advertiserId: ADVERTISER, templateId: 'order-confirmation', version: '1' };
  const approvedBy = async (world: World, caller: Caller) =>
    (await world.call('approve-template-version', { path, body: EXAMPLES['approve-template-version'], caller })).status;
  const putBy = (world: World, caller: Caller) =>
    world.call('put-template-version', { path, body: EXAMPLES['put-template-version'], caller });

  test('no key that the maker made or was made by, none that replaces it or that it replaced', async () => {
    const world = await aWorldWithForms();
    const above = await create(world, ROOT);
    const maker = await create(world, await authorize(above));
    await putBy(world, await authorize(maker));
    const below = await create(world, await authorize(maker));
    const successor = (await rotate(world, ROOT, maker)).body as Key;
    const further = (await rotate(world, ROOT, successor)).body as Key;
    for (const key of [above, maker, below, successor, further])
      expect(await approvedBy(world, await authorize(key))).toBe(409);
    expect(await approvedBy(world, await authorize(await create(world, await authorize(above))))).toBe(201);
  });

  test('a key that was replaced brings no approval of what its successor made', async () => {
    const world = await aWorldWithForms();
    const former = await create(world, ROOT);
    const successor = (await rotate(world, ROOT, former)).body as Key;
    await putBy(world, await authorize(successor));
    expect(await approvedBy(world, await authorize(former))).toBe(409);
    expect(await approvedBy(world, await authorize(await create(world, ROOT)))).toBe(201);
  });
});

describe('a key reaches none that may do more', () => {
  const keysOnly: Caller = { ...SHOP, apiKeyId: 'keys-only', scopes: ['keys:write'] };

  test('it neither revokes nor rotates it', async () => {
    const world = await aWorld();
    const wider = await create(world, ROOT);
    for (const answer of [await revoke(world, keysOnly, wider), await rotate(world, keysOnly, wider)])
      expect([answer.status, answer.body.code]).toEqual([403, 'insufficient-scope']);
    const everywhere = await create(world, ROOT, { advertisers: 'every-advertiser' });
    for (const answer of [await revoke(world, SHOP, everywhere), await rotate(world, SHOP, everywhere)])
      expect([answer.status, answer.body.code]).toEqual([404, 'api-key-not-found']);
    expect([await isRefused(wider), await isRefused(everywhere)]).toEqual([false, false]);
  });

  test('its own kind it does', async () => {
    const world = await aWorld();
    const same = await create(world, ROOT, { scopes: ['keys:write'] });
    expect((await rotate(world, keysOnly, same)).status).toBe(201);
    expect((await revoke(world, keysOnly, same)).status).toBe(204);
  });
});
