import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Aval, startAval } from '#tools/start/aval.ts';
import { type ApiCaller, agree, ask, callerOf, messageOf, setUp, stateOf } from '../send-path-api.ts';

/** Eleven at night in Paris: an SMS waits until eight, a mail leaves. */
const NIGHT = '2026-11-24T22:00:00Z';
const DUE = '2026-12-24T22:59:59.999Z';
const ADVERTISER = 'maison-valmy';
const DPO = { decider: 'Jeanne Roy, DPO' };

let stack: Aval;
let api: ApiCaller;
beforeAll(async () => {
  stack = await startAval({ at: NIGHT });
  api = callerOf(stack);
  await setUp(api);
});
afterAll(() => stack?.stop());

type Shown = Record<string, unknown> & { readonly id: string };
const says = async (kind: string, contact: object, more: object = {}): Promise<Shown> =>
  (await api.post('/v1/requests', { advertiserId: ADVERTISER, contact, kind, via: 'phone', ...more })) as Shown;
const dpo = async ({ id }: Shown, action: string, more: object = {}): Promise<Shown> =>
  (await api.post(`/v1/requests/${id}/answer?advertiserId=${ADVERTISER}`, { action, ...DPO, ...more })) as Shown;
const open = async () =>
  ((await api.get(`/v1/requests?advertiserId=${ADVERTISER}`)).requests as readonly Shown[]).filter(
    ({ state }) => state === 'open',
  );
const someone = async (name: string) => {
  const contact = { email: `${name}@example.fr` };
  await agree(api, contact);
  return contact;
};
const mailed = async (contact: { readonly email: string }) => {
  const id = await ask(api, contact);
  await stack.idle();
  return stateOf(api, id);
};
const mailsTo = (email: string) => stack.inbox().filter((mail) => JSON.stringify(mail).includes(email)).length;

test('opposition: the person says it once, whoever hears it, and no mail leaves any more; the DPO answers', async () => {
  const contact = await someone('opposee');
  expect(await mailed(contact)).toBe('sent');
  const request = await says('opposition', contact, { words: 'Ne m’écrivez plus.' });
  expect([request.state, request.dueAt]).toEqual(['open', DUE]);
  expect([await mailed(contact), mailsTo(contact.email)]).toEqual(['refused', 1]);
  expect(await dpo(request, 'answered')).toMatchObject({ state: 'answered', words: 'Ne m’écrivez plus.' });
});

test('restriction: an SMS that waits for the morning is not sent, a mail is not either, and all goes on once it is lifted', async () => {
  const [phone, contact] = [{ phone: '+33612345678' }, await someone('restreinte')];
  await agree(api, phone);
  const waiting = await ask(api, phone);
  await stack.idle();
  expect(await stateOf(api, waiting)).toBe('deferred');
  const [ofPhone, ofMail] = [await says('restriction', phone), await says('restriction', contact)];
  expect(await mailed(contact)).toBe('refused');
  await stack.clock.advance(9 * 3600 + 120);
  await stack.idle();
  const refused = await messageOf(api, waiting);
  expect([refused.status, JSON.stringify(refused.verdict)]).toEqual([
    'refused',
    expect.stringContaining('USE_RESTRICTED'),
  ]);
  await dpo(ofPhone, 'refused', { reason: 'Ce numéro n’est pas le vôtre.' });
  await dpo(ofMail, 'answered');
  expect(await mailed(contact)).toBe('refused');
  await dpo(ofMail, 'lifted', { reason: 'Vos données ont été vérifiées avec vous.' });
  expect(await mailed(contact)).toBe('sent');
});

test('erasure: no mail from then on, and nothing is left once the DPO knows who asks', async () => {
  const contact = await someone('effacee');
  const request = await says('erasure', contact, { words: 'Effacez tout ce que vous avez sur moi.' });
  expect(await mailed(contact)).toBe('refused');
  await expect(dpo(request, 'answered')).rejects.toThrow('/identity');
  const seen = { identity: 'document-seen', doubt: 'La demande vient d’une autre adresse.' };
  const done = await dpo(request, 'answered', seen);
  expect([done.state, done.words]).toEqual(['answered', undefined]);
  await expect(agree(api, contact)).rejects.toThrow('contact-erased');
});

test('access by letter: a code on the page of the answer shows who asks, and the DPO answers without another identity', async () => {
  const contact = await someone('lettre');
  const request = await says('access', contact, { via: 'letter' });
  await expect(dpo(request, 'answered')).rejects.toThrow('/identity');
  const press = async (fields: Record<string, string>) => {
    const page = await fetch(String(request.identityPage), { method: 'POST', body: new URLSearchParams(fields) });
    return (await page.text()).replaceAll(/&#(\d+);/g, (_, character) => String.fromCodePoint(Number(character)));
  };
  // At home the provider fails sometimes, as AWS does.
  const isSent = () => mailsTo(contact.email) > 0;
  for (let tries = 0; tries < 5 && !isSent(); tries += 1) await press({ act: 'code' });
  const [, code = ''] = /\b(\d{6})\b/.exec(stack.inbox().findLast(({ to }) => to === contact.email)?.text ?? '') ?? [];
  const opened = await press({ act: 'open', code });
  const [, pass = ''] = /name="pass" value="([^"]+)"/.exec(opened) ?? [];
  const [, of = ''] = /name="of" value="([\w-]{16})"/.exec(opened) ?? [];
  expect((await open()).find(({ id }) => id === request.id)?.identity).toBeUndefined();
  expect(await press({ act: 'mine', pass, of })).toContain('cette demande est la vôtre');
  expect(await dpo(request, 'answered')).toMatchObject({
    state: 'answered',
    identity: 'code',
    steps: [{ action: 'answered' }],
  });
});

test('rectification: what is held is corrected before the DPO answers, and is shown corrected', async () => {
  const contact = await someone('corrigee');
  const named = { advertiserId: ADVERTISER, contact };
  const held = async () => (await api.post('/v1/contacts/lookup', named)).attributes;
  await api.put('/v1/contacts', { ...named, attributes: { city: 'Lyon', loyalty: 'gold' } });
  const request = await says('rectification', contact, { words: 'Je n’habite plus Lyon, mais Nantes.' });
  expect([request.state, await held()]).toEqual(['open', { city: 'Lyon', loyalty: 'gold' }]);
  await api.put('/v1/contacts', { ...named, attributes: { city: 'Nantes' } });
  expect(await held()).toEqual({ city: 'Nantes', loyalty: 'gold' });
  const done = await dpo(request, 'answered', { identity: 'no-doubt', reason: 'Votre ville a été corrigée.' });
  expect([done.state, (await open()).map(({ id }) => id)]).toEqual([
    'answered',
    expect.not.arrayContaining([request.id]),
  ]);
  expect(await mailed(contact)).toBe('sent');
});

test.each(['access', 'portability', 'rectification', 'question'])(
  '%s: the person asks, is told when, and the DPO extends once and answers or refuses with a reason',
  async (kind) => {
    const contact = await someone(kind);
    const asked = await says(kind, contact, { words: 'Bonjour.', receivedAt: '2026-11-24T21:30:00Z' });
    expect(JSON.stringify(asked.acknowledgement)).toContain('24 décembre 2026');
    expect((await open()).map(({ id }) => id)).toContain(asked.id);
    await dpo(asked, 'acknowledged');
    const later = await dpo(asked, 'extended', { reason: 'Plusieurs services sont concernés.' });
    expect(later.dueAt).toBe('2027-02-24T22:59:59.999Z');
    const answer =
      kind === 'question'
        ? ['refused', { reason: 'Cela ne concerne pas vos données.' }]
        : ['answered', { identity: 'no-doubt' }];
    const closed = await dpo(asked, String(answer[0]), Object(answer[1]));
    expect(closed.state).toBe(answer[0]);
    expect((await open()).map(({ id }) => id)).not.toContain(asked.id);
    expect(await mailed(contact)).toBe('sent');
  },
);
