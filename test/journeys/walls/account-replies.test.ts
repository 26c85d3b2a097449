import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Aval, startAval } from '#tools/start/aval.ts';
import { type ApiCaller, agree, ask, callerOf, messageOf, setUp } from '../send-path-api.ts';

/** On the running stack: what a provider brings to the URL of its account, which is in its secret, as a deployer writes it there. */
const CODES = { spotHit: 'h'.repeat(48), vonage: 'v'.repeat(48) };
const folder = mkdtempSync(join(tmpdir(), 'account-replies-'));
const startAt = (at: string) => startAval({ at, data: folder });

/** Into the secret of the providers, which is the one that a stack kept by that name. */
const writeCodes = (): void => {
  const file = join(folder, 'secrets.json');
  const kept = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  for (const [name, text] of Object.entries(kept).filter(([key]) => key.includes('ProviderSecret'))) {
    const codes = Object.fromEntries(Object.entries(CODES).map(([provider, urlCode]) => [provider, { urlCode }]));
    kept[name] = JSON.stringify({ ...JSON.parse(text), ...codes });
  }
  writeFileSync(file, JSON.stringify(kept));
};

let stack: Aval;
let api: ApiCaller;
beforeAll(async () => {
  await (await startAt('2026-11-24T09:55:00Z')).stop();
  writeCodes();
  stack = await startAt('2026-11-24T10:00:00Z');
  api = callerOf(stack);
  await setUp(api);
});
afterAll(async () => {
  await stack?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const sentTo = async (contact: { phone: string }): Promise<void> => {
  await agree(api, contact);
  const id = await ask(api, contact);
  await stack.idle();
  expect(await messageOf(api, id)).toMatchObject({ status: 'sent' });
};
/** The next message is refused for the opposition, and so many texts left. */
const isStopped = async (contact: { phone: string }, texts: number): Promise<void> => {
  await stack.idle();
  const next = await ask(api, contact);
  await stack.idle();
  expect(JSON.stringify(await messageOf(api, next))).toContain('OPPOSED_CHANNEL');
  expect(stack.smsSink()).toHaveLength(texts);
  expect(stack.denied()).toEqual([]);
};

test('P2: a STOP that Spot-Hit brings by GET stops the next message, and a code of nobody is 404', async () => {
  const contact = { phone: '+33639981234' };
  await sentTo(contact);
  const url = (code: string) => `${stack.publicUrl}/s/${code}?id=7&numero=0639981234&date_envoi=1795518000&source_id=1`;
  expect((await fetch(url('x'.repeat(48)))).status).toBe(404);
  expect((await fetch(url(CODES.spotHit), { method: 'HEAD' })).status).toBe(204);
  expect((await fetch(url(CODES.spotHit))).status).toBe(204);
  // And the text that confirms it: what Spot-Hit brings, which signs nothing, its URL vouches for.
  await isStopped(contact, 2);
});

test('P2: a STOP that Vonage posts stops the next message', async () => {
  const contact = { phone: '+33639985678' };
  await sentTo(contact);
  const body = JSON.stringify({ channel: 'sms', message_uuid: 'u-1', from: '33639985678', to: '36105', text: 'STOP' });
  const headers = { 'content-type': 'application/json' };
  const posted = await fetch(`${stack.publicUrl}/s/${CODES.vonage}`, { method: 'POST', headers, body });
  expect(posted.status).toBe(204);
  // Unsigned, it has us write to nobody.
  await isStopped(contact, 3);
});
