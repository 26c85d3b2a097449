import type { APIGatewayTokenAuthorizerEvent } from 'aws-lambda';
import { describe, expect, test, vi } from 'vitest';
import type { Caller } from '#shared/domain/advertiser/api-key.ts';
import type { AdvertiserId } from '#shared/domain/ids.ts';
import { TEST_SECRET } from '../../support/aws.ts';
import { EXAMPLES } from '../../support/routes.ts';
import { ADVERTISER, aWorld, ROOT, SHOP, STRANGER } from '../support/api.ts';
import { started } from '../support/cold-start.ts';

const ROOT_KEY = `aval_root_${(JSON.parse(TEST_SECRET) as { key1: string }).key1}`;
const authorize = async (authorizationToken: string) => {
  const { handler } = await started<typeof import('#functions/api/authorize.ts')>('api/authorize');
  const methodArn = 'arn:aws:execute-api:eu-west-3:123456789012:abc123/live/POST/v1/consents';
  return handler({ type: 'TOKEN', authorizationToken, methodArn } as APIGatewayTokenAuthorizerEvent);
};
const WANTED = { name: 'shop', scopes: ['consents:write'], advertisers: [ADVERTISER] };

describe('the authorizer', () => {
  test('lets a created key in with its scopes and advertisers, for the whole API', async () => {
    const { call } = await aWorld();
    const { status, body } = await call('create-api-key', { body: WANTED, caller: ROOT });
    expect(status).toBe(201);
    const { policyDocument, context } = await authorize(`Bearer ${body.key}`);
    expect(policyDocument.Statement).toMatchObject([
      { Effect: 'Allow', Resource: 'arn:aws:execute-api:eu-west-3:123456789012:abc123/live/*' },
    ]);
    expect(context).toEqual({ apiKeyId: body.id, scopes: 'consents:write', advertisers: `["${ADVERTISER}"]` });
  });

  test('lets the root key in everywhere', async () => {
    await aWorld();
    for (const scheme of ['bearer', 'BEARER', 'Bearer ']) await authorize(`${scheme} ${ROOT_KEY}`);
    const { context } = await authorize(`Bearer ${ROOT_KEY}`);
    expect(context).toMatchObject({ apiKeyId: 'root', advertisers: '"every-advertiser"' });
  });

  test('refuses unknown, altered, absent and revoked keys alike', async () => {
    const { call, logged } = await aWorld();
    const { body } = await call('create-api-key', { body: WANTED, caller: ROOT });
    const altered = `${body.key.slice(0, -1)}${body.key.endsWith('A') ? 'B' : 'A'}`;
    for (const token of [
      '',
      'Bearer',
      `Bearer ${altered}`,
      body.key,
      `Bearer ${ROOT_KEY}x`,
      `Bearer aval_${'0'.repeat(20)}_${'a'.repeat(44)}`,
    ]) {
      await expect(authorize(token)).rejects.toThrow(/^Unauthorized$/);
    }
    expect((await call('revoke-api-key', { path: { apiKeyId: body.id }, caller: ROOT })).status).toBe(204);
    await expect(authorize(`Bearer ${body.key}`)).rejects.toThrow(/^Unauthorized$/);
    // The secret may hold `_` itself, and may begin with it.
    expect(logged()).not.toContain(body.key.slice(`aval_${body.id}_`.length));
  });

  test('P10: lets nobody in when the store of keys cannot be read', async () => {
    const { breakStore } = await aWorld();
    breakStore();
    await expect(authorize(`Bearer aval_${'0'.repeat(20)}_${'a'.repeat(44)}`)).rejects.toThrow(
      /dependency-unavailable/,
    );
  });

  test('does not start without a variable, and names it', async () => {
    await aWorld();
    vi.stubEnv('ROOT_KEY_SECRET_ID', undefined);
    await expect(authorize('Bearer x')).rejects.toThrow(/authorize.*ROOT_KEY_SECRET_ID is missing/);
  });
});

describe('P9: a key bound to an advertiser whose name is a word of ours', () => {
  test.each(['every-advertiser', 'root', 'null', 'true', '1'])('%s: enters that advertiser alone', async (name) => {
    const { call } = await aWorld();
    for (const advertiserId of [name, ADVERTISER])
      await call('put-advertiser', { path: { advertiserId }, body: EXAMPLES['put-advertiser'], caller: ROOT });
    const bound: Caller = { ...SHOP, advertisers: [name as AdvertiserId] };
    const other = await call('list-forms', { path: { advertiserId: ADVERTISER }, caller: bound });
    expect([other.status, other.body.code]).toEqual([404, 'advertiser-not-found']);
    const own = await call('list-forms', { path: { advertiserId: name }, caller: bound });
    expect(own.status).toBe(200);
    const wider = await call('create-api-key', { body: { ...WANTED, advertisers: 'every-advertiser' }, caller: bound });
    expect([wider.status, wider.body.code]).toEqual([404, 'advertiser-not-found']);
  });
});

describe('POST /v1/api-keys', () => {
  test('grants no scope and no advertiser that its creator lacks', async () => {
    const { call } = await aWorld();
    const scope = await call('create-api-key', {
      body: { ...WANTED, scopes: ['contacts:read'] },
      caller: { ...SHOP, scopes: ['keys:write'] },
    });
    expect([scope.status, scope.body.code]).toEqual([403, 'insufficient-scope']);
    for (const advertisers of ['every-advertiser', ['autre-maison']]) {
      const { status, body } = await call('create-api-key', { body: { ...WANTED, advertisers }, caller: SHOP });
      expect([status, body.code]).toEqual([404, 'advertiser-not-found']);
    }
  });

  test('shows the secret once', async () => {
    const { call } = await aWorld();
    const first = await call('create-api-key', { body: WANTED, caller: ROOT, key: 'once' });
    const again = await call('create-api-key', { body: WANTED, caller: ROOT, key: 'once' });
    expect(first.body.key).toMatch(/^aval_[0-9a-f]{20}_[\w-]{44}$/);
    expect([again.body.id, again.body.key]).toEqual([first.body.id, undefined]);
    const other = await call('create-api-key', { body: { ...WANTED, name: 'till' }, caller: ROOT, key: 'once' });
    expect(other.body.code).toBe('idempotency-key-reused');
  });

  test('a key of another advertiser does not exist', async () => {
    const { call } = await aWorld();
    const { body } = await call('create-api-key', { body: WANTED, caller: ROOT });
    const answer = await call('revoke-api-key', { path: { apiKeyId: body.id }, caller: STRANGER });
    expect([answer.status, answer.body.code]).toEqual([404, 'api-key-not-found']);
  });
});

describe('GET /v1/api-keys', () => {
  const make = async (call: Awaited<ReturnType<typeof aWorld>>['call'], name: string, advertisers: unknown) =>
    (await call('create-api-key', { body: { ...WANTED, name, advertisers }, caller: ROOT })).body.id as string;

  test('lists the keys within the caller’s own binding, page by page, revoked ones too, and no secret', async () => {
    const { call } = await aWorld();
    const own = [await make(call, 'a', [ADVERTISER]), await make(call, 'b', [ADVERTISER])];
    const beyond = [await make(call, 'c', ['autre-maison']), await make(call, 'd', 'every-advertiser')];
    await call('revoke-api-key', { path: { apiKeyId: own[0] ?? '' }, caller: ROOT });
    const found: { id: string; name: string; revokedAt?: string }[] = [];
    let cursor: string | undefined;
    do {
      const query = { limit: '1', ...(cursor === undefined ? {} : { cursor }) };
      const { body, text } = await call('list-api-keys', { query, caller: SHOP });
      expect(text).not.toMatch(/secret|sha256/i);
      found.push(...body.keys);
      cursor = body.nextCursor;
    } while (cursor !== undefined);
    expect(found.map(({ id }) => id).sort()).toEqual([...own].sort());
    expect(found.find(({ name }) => name === 'a')?.revokedAt).toBeDefined();
    const { body: all } = await call('list-api-keys', { caller: ROOT });
    expect(all.keys.map(({ id }: { id: string }) => id).sort()).toEqual([...own, ...beyond].sort());
  });
});
