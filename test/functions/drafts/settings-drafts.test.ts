import { describe, expect, test } from 'vitest';
import { EXAMPLES } from '../../support/routes.ts';
import { ADVERTISER, aWorld, aWorldWithForms, OTHER_ADVERTISER, ROOT, STRANGER, type World } from '../support/api.ts';

const OF_ADVERTISER = { path: { advertiserId: ADVERTISER } };
const SETTINGS = EXAMPLES['put-advertiser'] as object;
/** Every SMS from this sender would be refused, and so would every mail from this name. */
const FAULTY = {
  ...SETTINGS,
  senders: {
    email: [{ address: 'a@x.example', name: 'Vins du Sud' }],
    sms: [{ senderId: 'PROMO', replyCode: '36105' }],
    calls: [{ callerId: '+33162000000', acceptsKeyPress: true }],
  },
};

const put = (world: World, body: object, headers: Record<string, string> = {}) =>
  world.call('put-advertiser', { ...OF_ADVERTISER, body, headers });
const version = (world: World, settingsVersion: number) =>
  world.call('get-advertiser-version', { path: { advertiserId: ADVERTISER, settingsVersion: `${settingsVersion}` } });
const list = async (world: World) =>
  (await world.call('list-advertiser-versions', OF_ADVERTISER)).body.versions.map(
    (each: { settingsVersion: number; status: string }) => `${each.settingsVersion} ${each.status}`,
  );
const pointers = (pieces: readonly { pointer: string }[]) => pieces.map(({ pointer }) => pointer);

describe('settings that could never be used', () => {
  test('are refused, and as a draft they are stored, say what is missing, and change nothing', async () => {
    const world = await aWorldWithForms();
    const refused = await put(world, FAULTY, { 'If-Match': '"1"' });
    const { status, body, headers } = await put(world, { ...FAULTY, draft: true });
    expect([refused.status, status, body.status, body.settingsVersion]).toEqual([422, 201, 'draft', 2]);
    expect(pointers(body.warnings)).toEqual(pointers(refused.body.errors));
    for (const channel of ['email', 'sms', 'mms', 'automated-call'])
      expect(body.usable[channel].missing).toMatchObject([{ pointer: '/draft' }]);
    expect((await version(world, 2)).body).toEqual(body);
    // The tag is that of what is in force, which the next change has to name.
    expect(headers.etag).toBe('"1"');
    const inForce = await world.call('get-advertiser', OF_ADVERTISER);
    expect([inForce.body.settingsVersion, inForce.body.status, inForce.headers.etag]).toEqual([1, 'in-force', '"1"']);
    expect(await list(world)).toEqual(['2 draft', '1 in-force']);
  });

  test('the same draft again is the same version, another is the next, and its settings can be put again', async () => {
    const world = await aWorldWithForms();
    const first = await put(world, { ...FAULTY, draft: true });
    const again = await put(world, { ...first.body.settings, draft: true });
    expect([again.status, again.body]).toEqual([200, first.body]);
    expect((await put(world, { ...SETTINGS, draft: true })).body).toMatchObject({
      settingsVersion: 3,
      status: 'draft',
    });
    expect((await put(world, { ...SETTINGS, draft: true })).status).toBe(200);
  });
});

describe('a draft of settings', () => {
  test('is ended by putting it again without draft, with the tag of what is in force', async () => {
    const world = await aWorldWithForms();
    const { body, headers } = await put(world, { ...SETTINGS, dailyCeiling: 2, draft: true });
    expect((await put(world, body.settings)).status).toBe(428);
    const ended = await put(world, body.settings, { 'If-Match': headers.etag ?? '' });
    expect([ended.status, ended.body.settingsVersion, ended.body.status]).toEqual([200, 3, 'in-force']);
    expect(await list(world)).toEqual(['3 in-force', '2 draft', '1 superseded']);
  });

  test('is never patched, and what is asked of the state is asked of what is in force', async () => {
    const world = await aWorldWithForms();
    await put(world, { ...FAULTY, draft: true });
    const patched = await world.call('patch-advertiser', { ...OF_ADVERTISER, body: { dailyCeiling: 2 } });
    expect(patched.body).toMatchObject({
      settingsVersion: 3,
      settings: { senders: (SETTINGS as { senders: object }).senders },
    });
    expect((await put(world, { ...FAULTY, draft: true }, { 'If-Match': '"1"' })).body.code).toBe('precondition-failed');
    const asPatch = await world.call('patch-advertiser', { ...OF_ADVERTISER, body: { draft: true } });
    expect([asPatch.status, pointers(asPatch.body.errors)]).toEqual([422, ['/draft']]);
  });

  test('alone brings no advertiser into force: nothing is read, patched, sent or recorded for it', async () => {
    const world = await aWorld();
    const { status, body, headers } = await put(world, { ...FAULTY, draft: true });
    expect([status, body.settingsVersion, headers.etag]).toEqual([201, 1, undefined]);
    for (const [name, asked] of [
      ['get-advertiser', OF_ADVERTISER],
      ['patch-advertiser', { ...OF_ADVERTISER, body: {} }],
      ['list-reviews', {}],
      ['accept-messages', { body: EXAMPLES['accept-messages'] }],
      ['record-consent', { body: EXAMPLES['record-consent'] }],
    ] as const) {
      const answer = await world.call(name, asked);
      expect([name, answer.status, answer.body.code]).toEqual([name, 404, 'advertiser-not-found']);
    }
    expect(await list(world)).toEqual(['1 draft']);
    expect((await version(world, 1)).body.status).toBe('draft');
    expect((await version(world, 2)).status).toBe(404);
    expect((await put(world, SETTINGS)).body).toMatchObject({ settingsVersion: 2, status: 'in-force' });
  });

  test('takes no SIREN: the one who puts settings in force has it', async () => {
    const world = await aWorld();
    await put(world, { ...SETTINGS, draft: true });
    const other = { path: { advertiserId: OTHER_ADVERTISER }, body: SETTINGS, caller: ROOT };
    expect((await world.call('put-advertiser', other)).status).toBe(201);
    expect((await put(world, SETTINGS)).body.code).toBe('identity-taken');
  });

  test('P9: is not shown to another advertiser', async () => {
    const world = await aWorld();
    await put(world, { ...SETTINGS, draft: true });
    const path = { advertiserId: ADVERTISER, settingsVersion: '1' };
    const read = await world.call('get-advertiser-version', { path, caller: STRANGER });
    expect([read.status, read.body.code]).toEqual([404, 'advertiser-not-found']);
  });

  test('at once with changes: no version is lost, and none has the number of another', async () => {
    const world = await aWorldWithForms();
    const answers = await Promise.all(
      [1, 2, 3, 4].flatMap((dailyCeiling) => [
        put(world, { ...SETTINGS, dailyCeiling: dailyCeiling + 10, draft: true }),
        world.call('patch-advertiser', { ...OF_ADVERTISER, body: { dailyCeiling } }),
      ]),
    );
    const taken = answers.filter(({ status }) => status < 300);
    for (const { status, body } of answers) if (status >= 300) expect(body.code).toBe('concurrent-change');
    const numbers = taken.map(({ body }) => body.settingsVersion);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(await list(world)).toHaveLength(1 + numbers.length);
  });
});
