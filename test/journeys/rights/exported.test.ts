import { parse } from 'parse5';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Aval, startAval } from '#tools/start/aval.ts';
import { type ApiCaller, agree, ask, callerOf, setUp } from '../send-path-api.ts';

const ADVERTISER = 'maison-valmy';
const DPO = { decider: 'Jeanne Roy, DPO', identity: 'account' };

let stack: Aval;
let api: ApiCaller;
beforeAll(async () => {
  stack = await startAval({ at: '2026-11-24T10:00:00Z' });
  api = callerOf(stack);
  await setUp(api);
});
afterAll(() => stack?.stop());

interface Shown {
  readonly id: string;
  readonly state: string;
  readonly export?: {
    readonly state: string;
    readonly files: readonly { readonly format: string; readonly fileUrl: string }[];
  };
}
const request = async (kind: string, contact: object) =>
  (await api.post('/v1/requests', { advertiserId: ADVERTISER, contact, kind, via: 'email' })) as unknown as Shown;
const answer = async ({ id }: Shown, action: string) =>
  (await api.post(`/v1/requests/${id}/answer?advertiserId=${ADVERTISER}`, { action, ...DPO })) as unknown as Shown;
const show = async ({ id }: Shown) =>
  (await api.get(`/v1/requests/${id}?advertiserId=${ADVERTISER}`)) as unknown as Shown;
const download = async ({ export: made }: Shown, format: string) =>
  fetch(made?.files.find((file) => file.format === format)?.fileUrl ?? 'http://127.0.0.1:9');

test('who asks is known, their files are made, downloaded, answered; they end, and an erasure takes them at once', async () => {
  const [contact, other] = [{ email: 'qui-demande@example.fr' }, { email: 'une-autre@example.fr' }];
  for (const each of [contact, other]) {
    await agree(api, each);
    await ask(api, each);
  }
  await stack.idle();
  const asked = await request('access', contact);
  await answer(asked, 'exported');
  await stack.idle();
  const made = await show(asked);
  expect([made.state, made.export?.state]).toEqual(['open', 'finished']);
  const json = JSON.parse(await (await download(made, 'json')).text());
  expect(json.portability.contacts).toMatchObject([{ address: contact.email, consents: [{ state: 'given' }] }]);
  const page = await (await download(made, 'html')).text();
  expect(JSON.stringify(json) + page).not.toContain(other.email);
  const kinds = json.access.contacts[0].records.map(({ kind }: { kind: string }) => kind);
  expect(kinds).toEqual(expect.arrayContaining(['standing', 'event', 'message', 'sends', 'rights-request']));
  const [, html] = parse(page).childNodes;
  expect(html?.nodeName).toBe('html');
  expect((await answer(asked, 'answered')).state).toBe('answered');

  await stack.clock.advance(5 * 86_400);
  await stack.idle();
  expect((await show(asked)).export).toMatchObject({ state: 'finished', files: [] });

  const again = await request('portability', contact);
  await answer(again, 'exported');
  await stack.idle();
  const before = await show(again);
  expect((await download(before, 'json')).status).toBe(200);
  const erasure = await request('erasure', contact);
  expect((await answer(erasure, 'answered')).state).toBe('answered');
  expect((await show(again)).export).toMatchObject({ state: 'finished', files: [] });
});
