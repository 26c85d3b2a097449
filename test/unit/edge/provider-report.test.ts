import { beforeEach, describe, expect, test, vi } from 'vitest';
import { manifest } from '#functions/manifest.ts';
import type { OppositionToken } from '#shared/app/oppositions/tokens.port.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { stopIn } from '#shared/domain/sending/provider-event.ts';
import { reportEndpoint, type Vouched } from '#shared/edge/public/report.ts';
import { ADVERTISER_ID, CONTACT_ID } from '#test/support/builders.ts';

const NOW = '2026-11-24T11:00:00.000Z' as Instant;
const LINK = {
  advertiserId: ADVERTISER_ID,
  contactId: CONTACT_ID,
  channel: 'mms',
  purpose: 'own-offers',
} as OppositionToken;
const KEY = { eventId: 'evt-1', kind: 'keypress', reference: 'r', at: '2026-11-24T10:59:00.000Z', digits: '9' };
const DELIVERED = { ...KEY, kind: 'delivered' };

const ENTRY = { ...manifest['receive-provider-report'], grants: [], env: [] } as const;
beforeEach(() => {
  vi.stubEnv('STAGE', 'local');
  for (const level of ['info', 'warn'] as const) vi.spyOn(console, level).mockImplementation(() => undefined);
  return () => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
  };
});

/** What the endpoint answers to a body, and what it has stored before. */
const post = async (
  vouched: Vouched | 'unreadable',
  body: string,
  { token = 'known', type = 'application/json' } = {},
) => {
  const ran: object[] = [];
  const serve = reportEndpoint(ENTRY, () => ({
    tokens: async () => ({ readForReports: (text) => (text === 'known' ? LINK : undefined) }),
    now: () => NOW,
    external: () => undefined,
    vouch: async () => {
      if (vouched === 'unreadable') throw dependencyUnavailable('The store of keys');
      return vouched;
    },
    run: async ({ event, isSigned, isUnvouched }) =>
      void ran.push({ kind: event.kind, at: event.at, isSigned, ...(isUnvouched && { isUnvouched }) }),
  }));
  const event = { body, headers: { 'content-type': type }, pathParameters: { token }, requestContext: {} };
  const context = { getRemainingTimeInMillis: () => 20_000 };
  const { statusCode } = await serve(event as never, context as never);
  return { statusCode, ran };
};

describe('a report of a provider', () => {
  test.each([
    ['signed', true],
    ['unsigned', false],
  ] as const)('that is %s is taken for that', async (vouched, isSigned) => {
    const ran = [{ kind: 'keypress', at: KEY.at, isSigned }];
    expect(await post(vouched, JSON.stringify(KEY))).toEqual({ statusCode: 204, ran });
    expect((await post(vouched, JSON.stringify(DELIVERED))).ran).toMatchObject([{ kind: 'delivered', isSigned }]);
  });

  test('P2: whose bytes are of another charset than it says stops all the same', async () => {
    const body = Buffer.from(JSON.stringify({ ...KEY, name: 'Zo\xe9' }), 'latin1').toString('utf8');
    expect(await post('refused', body)).toMatchObject({ statusCode: 401, ran: [{ kind: 'keypress', at: KEY.at }] });
  });

  test('P2: of a provider that the deployment has no more stops, settles nothing, and has nobody answered', async () => {
    const ran = [{ kind: 'keypress', at: KEY.at, isSigned: false, isUnvouched: true }];
    expect(await post('nobody', JSON.stringify(KEY))).toEqual({ statusCode: 204, ran });
    expect((await post('nobody', JSON.stringify(DELIVERED))).ran).toMatchObject([
      { isSigned: false, isUnvouched: true },
    ]);
  });

  test('P2: that should be signed and is not, or no more, is refused; a key that was pressed is stored before', async () => {
    const ran = [{ kind: 'keypress', at: KEY.at, isSigned: false, isUnvouched: true }];
    expect(await post('refused', JSON.stringify(KEY))).toEqual({ statusCode: 401, ran });
    expect(await post('refused', JSON.stringify(DELIVERED))).toEqual({ statusCode: 401, ran: [] });
    expect(await post('refused', JSON.stringify(KEY), { token: 'invented' })).toEqual({ statusCode: 401, ran: [] });
    expect(await post('refused', 'no JSON')).toEqual({ statusCode: 401, ran: [] });
  });

  test('P2: whose signature cannot be judged is sent again; a key that was pressed is stored before', async () => {
    const ran = [{ kind: 'keypress', at: KEY.at, isSigned: false, isUnvouched: true }];
    expect(await post('unreadable', JSON.stringify(KEY))).toEqual({ statusCode: 503, ran });
    expect(await post('unreadable', JSON.stringify(DELIVERED))).toEqual({ statusCode: 503, ran: [] });
  });

  test('P2: without a name of its own is another act at another time', () => {
    const { eventId: _e, ...unnamed } = KEY;
    const names = [KEY.at, '2026-11-24T10:58:00.000Z'].map((at) => stopIn({ ...unnamed, at }, NOW)?.eventId);
    expect(new Set(names).size).toBe(2);
    expect(stopIn({ ...KEY, eventId: { toString: 1 } }, NOW)?.eventId).toBe('{"toString":1}');
  });

  test.each([
    ['an instant without milliseconds', { at: '2026-11-24T10:59:40Z' }, '2026-11-24T10:59:40.000Z'],
    ['an instant of another zone', { at: '2026-11-24T11:59:40+01:00' }, '2026-11-24T10:59:40.000Z'],
    ['a day that does not exist', { at: '2026-00-00T99:99:99.000Z' }, NOW],
    ['a day of another year', { at: '1970-01-01T00:00:00Z' }, NOW],
    ['a day to come', { at: '2027-01-01T00:00:00Z' }, NOW],
    ['no instant', { at: undefined }, NOW],
    ['no key', { digits: '' }, KEY.at],
    ['a name that is long', { providerId: 'x'.repeat(200) }, KEY.at],
    ['a number for a name', { eventId: 7 }, KEY.at],
  ])('P2: with %s is stored all the same, where a person said stop', async (_, fault, at) => {
    const ran = [{ kind: 'keypress', at, isSigned: false }];
    expect(await post('signed', JSON.stringify({ ...KEY, ...fault }))).toEqual({ statusCode: 204, ran });
    expect((await post('signed', JSON.stringify({ ...KEY, ...fault, kind: 'failed', reason: 'A B' }))).statusCode).toBe(
      422,
    );
  });

  test('to a URL that no message has is not found; a text that says nothing of its type is read where it stops', async () => {
    expect(await post('signed', JSON.stringify(KEY), { token: 'invented' })).toEqual({ statusCode: 404, ran: [] });
    expect(await post('signed', JSON.stringify(DELIVERED), { type: 'text/plain' })).toMatchObject({ statusCode: 204 });
    expect(await post('signed', '[')).toEqual({ statusCode: 400, ran: [] });
  });

  test('the words of a reply are cut where they are longer than a text', () => {
    expect(stopIn({ ...KEY, kind: 'reply', text: 'stop '.repeat(1000) }, NOW)?.text).toHaveLength(1600);
    expect(stopIn(null, NOW)).toBeUndefined();
  });
});
