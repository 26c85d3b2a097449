import { createHash, createHmac } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Aval, startAval } from '#tools/start/aval.ts';
import { type ApiCaller, agree, ask, callerOf, setUp } from '../send-path-api.ts';

const ADVERTISER = 'maison-valmy';
const PARTNER = { siren: '732829320', name: 'Librairie Partenaire' };
const SHARED_KEY = 'c3'.repeat(32);
const AT = 'advertiserId=maison-valmy';

let stack: Aval;
let api: ApiCaller;
beforeAll(async () => {
  stack = await startAval({ at: '2026-11-24T10:00:00Z' });
  api = callerOf(stack);
  await setUp(api);
});
afterAll(() => stack?.stop());

interface Notified {
  readonly id: string;
  readonly cause: string;
  readonly state: string;
  readonly fingerprint: string;
  readonly givings: readonly object[];
}
const listed = async (): Promise<readonly Notified[]> =>
  (await api.get(`/v1/partner-notifications?${AT}`)).notifications as readonly Notified[];
const fingerprintOf = (email: string): string =>
  createHmac('sha256', Buffer.from(SHARED_KEY, 'hex')).update(email).digest('hex');
const idOf = async (email: string): Promise<string> =>
  String((await api.post('/v1/contacts/lookup', { advertiserId: ADVERTISER, contact: { email } })).contactId);

/** Writes to somebody; resolves to what became of it. */
const write = async (email: string): Promise<string> => {
  const id = await ask(api, { email });
  await stack.idle();
  const { status, verdict } = await api.get(`/v1/messages/${id}?${AT}`);
  return `${status}: ${(verdict as { reasons: readonly { code: string }[] }).reasons[0]?.code}`;
};
const headerOf = (email: string): string =>
  stack
    .inbox()
    .findLast(({ to }) => to === email)
    ?.headers.find(({ name }) => name === 'List-Unsubscribe')?.value ?? expect.fail('no mail arrived');

/** What each does, with what the partner must then be told of. */
const ACTS: readonly { email: string; causes: readonly string[]; act: (email: string) => Promise<unknown> }[] = [
  {
    ...{ email: 'oppose@example.fr', causes: ['opposition'] },
    act: (email) => {
      const [, url = ''] = /<(https?:[^>]+)>/.exec(headerOf(email)) ?? [];
      return fetch(url, { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) });
    },
  },
  {
    ...{ email: 'retire@example.fr', causes: ['withdrawal'] },
    act: async (email) => {
      const { consents } = await api.get(`/v1/contacts/${await idOf(email)}?${AT}`);
      const [consent] = consents as readonly { id: string }[];
      const asked = { advertiserId: ADVERTISER, contact: { email }, channels: ['email'], purpose: 'partner-offers' };
      const { id } = await api.post('/v1/consents', { ...asked, givenAt: '2026-11-01T09:00:00Z' });
      await api.post(`/v1/consents/${consent?.id}/withdrawal?${AT}`, {});
      return api.post(`/v1/consents/${String(id)}/withdrawal?${AT}`, {});
    },
  },
  {
    ...{ email: 'efface@example.fr', causes: ['erasure', 'opposition'] },
    act: async (email) => api.post(`/v1/contacts/${await idOf(email)}/erasure?${AT}`, {}),
  },
  { ...{ email: 'reste@example.fr', causes: [] }, act: async () => undefined },
];

test('whoever data went to is told what each person does, by fingerprint, with proof and confirmation', async () => {
  for (const { email } of ACTS) {
    await agree(api, { email });
    expect(await write(email)).toBe('sent: OK_CONSENT');
  }
  await api.post('/v1/disclosures', {
    ...{ advertiserId: ADVERTISER, partner: PARTNER, sharedKey: SHARED_KEY },
    disclosures: ACTS.map(({ email }) => ({ contact: { email }, disclosedAt: '2026-11-20T09:00:00Z' })),
  });
  await stack.idle();
  expect(await listed()).toEqual([]);
  for (const { email, act } of ACTS) await act(email);
  await stack.idle();

  const open = await listed();
  const causesOf = (email: string) =>
    open.filter(({ fingerprint }) => fingerprint === fingerprintOf(email)).map(({ cause }) => cause);
  for (const { email, causes } of ACTS) expect(causesOf(email).toSorted(), email).toEqual(causes);
  expect(open.map(({ state, givings }) => [state, givings.length])).toEqual(open.map(() => ['open', 0]));

  const file = open.map(({ fingerprint, cause }) => `${fingerprint},${cause}\r\n`).join('');
  const giving = {
    ...{ advertiserId: ADVERTISER, partner: PARTNER.siren, givenAt: stack.clock.now(), by: 'api' },
    ...{ to: 'https://librairie.example/oppositions', sha256: createHash('sha256').update(file).digest('hex') },
    notifications: open.map(({ id }) => ({ id })),
  };
  await api.post('/v1/partner-notifications/given', giving);
  expect(new Set((await listed()).map(({ state }) => state))).toEqual(new Set(['given']));
  const acknowledgement = { receivedAt: stack.clock.now(), reference: 'AR-2026-118' };
  await api.post('/v1/partner-notifications/given', { ...giving, acknowledgement });
  for (const { state, givings } of await listed())
    expect([state, givings]).toMatchObject([
      'acknowledged',
      [{ sha256: giving.sha256, by: 'api', acknowledgement: { reference: 'AR-2026-118' } }],
    ]);
  expect(await write('reste@example.fr')).toBe('sent: OK_CONSENT');
});

test('what a partner heard stops the next message, and is not told back to it', async () => {
  const before = (await listed()).length;
  await api.post('/v1/oppositions', {
    ...{ advertiserId: ADVERTISER, contact: { email: 'reste@example.fr' }, via: 'partner' },
    ...{ receivedBy: 'Service clients', fromPartner: PARTNER.siren, occurredAt: '2026-11-24T09:00:00Z' },
  });
  await stack.idle();
  expect(await write('reste@example.fr')).toBe('refused: OPPOSED_GLOBAL');
  expect(await listed()).toHaveLength(before);
});

test('a notification that nobody gives rings for a day after seven, and not before, so that it does not hide the next', async () => {
  const email = 'attend@example.fr';
  await agree(api, { email });
  await api.post('/v1/disclosures', {
    ...{ advertiserId: ADVERTISER, partner: PARTNER, sharedKey: SHARED_KEY },
    disclosures: [{ contact: { email }, disclosedAt: '2026-11-20T09:00:00Z' }],
  });
  await api.post('/v1/oppositions', { advertiserId: ADVERTISER, contact: { email }, via: 'letter' });
  await stack.idle();
  const rung = () => stack.logs('sweep').filter((line) => line.includes('partner-not-notified')).length;
  await stack.clock.advance(6 * 86_400);
  await stack.idle();
  expect(rung()).toBe(0);
  await stack.clock.advance(1.5 * 86_400);
  await stack.idle();
  const first = rung();
  expect(first).toBeGreaterThan(0);
  await stack.clock.advance(3 * 86_400);
  await stack.idle();
  // What was due in the hours that were passed over may still have rung; of the last day nothing has.
  const before = rung();
  await stack.clock.advance(3_700);
  await stack.idle();
  expect(rung()).toBe(before);
  expect(stack.logs('sweep').filter((line) => line.includes('sweep-unfinished'))).toEqual([]);
  expect(stack.denied()).toEqual([]);
});
