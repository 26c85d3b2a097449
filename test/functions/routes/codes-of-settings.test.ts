import { describe, expect, test, vi } from 'vitest';
import { EXAMPLES } from '../../support/routes.ts';
import { ADVERTISER, aWorldWithForms, type World } from '../support/api.ts';
import { startCold } from '../support/cold-start.ts';

/** Codes for STOP that no route of the deployment receives are refused when settings are put, and not message by message. */
const SETTINGS = EXAMPLES['put-advertiser'] as { senders: object };
const OF_ADVERTISER = { path: { advertiserId: ADVERTISER }, headers: { 'If-Match': '*' } };
const putSenders = (world: World, sms: readonly object[]) =>
  world.call('put-advertiser', { ...OF_ADVERTISER, body: { ...SETTINGS, senders: { ...SETTINGS.senders, sms } } });
const sender = (replyCode: string, senderId = 'MAISONVALMY') => ({ senderId, replyCode });

const COMMON = { url: 'https://provider.example', answers: ['reply'], requestsPerSecond: 1 };
const byRoutes = (routes: readonly object[], codes?: readonly string[]) => {
  const stated = { routes, codes: codes?.map((code) => ({ code, countries: ['FR'] })) };
  vi.stubEnv('PROVIDER_ROUTE', JSON.stringify(stated));
  startCold();
};
const SMSMODE = { name: 'smsmode', ...COMMON, channels: ['sms'] };
const SPOT_HIT = { name: 'spot-hit', ...COMMON, channels: ['mms'], mediaBytes: 300_000 };

describe('a code that no route receives', () => {
  test('is refused with its pointer and the reason, by put and by patch', async () => {
    const world = await aWorldWithForms();
    byRoutes([SMSMODE], ['36034']);
    const { status, body } = await putSenders(world, [sender('36034'), sender('36105', 'VALMY')]);
    expect([status, body.errors]).toMatchObject([
      422,
      [{ pointer: '/senders/sms/1/replyCode', detail: expect.stringContaining('OPPOSITION_ROAD_NOT_WORKING') }],
    ]);
    const patched = await world.call('patch-advertiser', {
      ...OF_ADVERTISER,
      body: { senders: { ...SETTINGS.senders, sms: [sender('36105', 'VALMY')] } },
    });
    expect([patched.status, patched.body.errors[0].pointer]).toEqual([422, '/senders/sms/0/replyCode']);
  });

  test('a code of the route is taken; that of Spot-Hit, where MMS leave by it', async () => {
    const world = await aWorldWithForms();
    byRoutes([SMSMODE], ['36034']);
    expect((await putSenders(world, [sender('36034')])).status).toBe(200);
    expect((await putSenders(world, [sender('36200')])).status).toBe(422);
    byRoutes([SMSMODE, SPOT_HIT], ['36034']);
    expect((await putSenders(world, [sender('36034'), sender('36200', 'VALMY')])).status).toBe(200);
  });

  test('any is taken where nobody states which', async () => {
    const world = await aWorldWithForms();
    byRoutes([SPOT_HIT]);
    expect((await putSenders(world, [sender('36123')])).status).toBe(200);
  });
});
