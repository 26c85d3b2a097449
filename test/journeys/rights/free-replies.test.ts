import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { linesOf } from '#test/support/stacks/lines-of.ts';
import { type Aval, startAval } from '#tools/start/aval.ts';
import { type ApiCaller, agree, ask, callerOf, setUp } from '../send-path-api.ts';

const ADVERTISER = 'maison-valmy';
const MAILBOX = `${ADVERTISER}@replies.aval.localhost`;

let stack: Aval;
let api: ApiCaller;
beforeAll(async () => {
  stack = await startAval({ at: '2026-11-24T10:00:00Z' });
  api = callerOf(stack);
  await setUp(api);
});
afterAll(() => stack?.stop());

const write = async (email: string): Promise<string> => {
  const id = await ask(api, { email });
  await stack.idle();
  const { status, verdict } = await api.get(`/v1/messages/${id}?advertiserId=${ADVERTISER}`);
  const [primary] = (verdict as { reasons: readonly { code: string }[] }).reasons;
  return `${status}: ${primary?.code}`;
};
const aMailTo = async (email: string) => {
  await agree(api, { email });
  expect(await write(email)).toBe('sent: OK_CONSENT');
  return stack.inbox().findLast(({ to }) => to === email) ?? expect.fail('no mail arrived');
};
/** What a mail program sends when its reader answers: their words above the message, which is quoted whole. */
const answer = async (from: string, words: string, quoted: string, headers: { name: string; value: string }[] = []) => {
  const text = `${words}\n\nLe mar. 24 nov. 2026 à 11:02, Maison Valmy <contact@maison-valmy.example> a écrit :\n\n${quoted
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n')}\n`;
  const answering = [{ name: 'In-Reply-To', value: '<0102@eu-west-3.amazonses.com>' }, ...headers];
  await stack.receiveMail({ from, to: MAILBOX, subject: 'Re: Nos vestes', text, headers: answering });
  await stack.idle();
};
const oppositionsOf = async (email: string) =>
  (await api.post('/v1/contacts/lookup', { advertiserId: ADVERTISER, contact: { email } })).oppositions;

describe('a reply to the address of a sender', () => {
  test('that says stop ends the mails; nothing of it is kept', async () => {
    const { text = '' } = await aMailTo('camille@example.fr');
    await answer('camille@example.fr', 'Merci de me désabonner.', text);
    expect(await write('camille@example.fr')).toBe('refused: OPPOSED_CHANNEL');
    expect(await oppositionsOf('camille@example.fr')).toMatchObject([
      { via: 'email', of: { scope: 'channel', channels: ['email'] }, messageId: expect.stringMatching(/^msg_/) },
    ]);
    expect(await api.get(`/v1/reviews?advertiserId=${ADVERTISER}`)).toEqual({ reviews: [] });
    expect(stack.denied()).toEqual([]);
  });

  test('that says stop from another address ends the mails of who was written to, until a human says otherwise', async () => {
    const { text = '' } = await aMailTo('claude@example.fr');
    await answer('c.martin@work.example', 'Merci de me désabonner.', text);
    expect(await write('claude@example.fr')).toBe('refused: OPPOSED_CHANNEL');
    const { reviews } = await api.get(`/v1/reviews?advertiserId=${ADVERTISER}&status=open`);
    expect(reviews).toMatchObject([{ subject: { kind: 'reply', words: 'Merci de me désabonner.' }, waiting: 0 }]);
  });

  test('a question, an absence and the words of our own message end nothing', async () => {
    const { text = '' } = await aMailTo('dominique@example.fr');
    await answer('dominique@example.fr', 'Bonjour, avez-vous la taille 42 ?', text);
    await answer('dominique@example.fr', 'Je suis absent, ne pas me contacter.', text, [
      { name: 'Auto-Submitted', value: 'auto-replied' },
    ]);
    expect(await write('dominique@example.fr')).toBe('sent: OK_CONSENT');
    expect(stack.logs('apply-opposition-mail').join('')).toContain('automatic');
    expect(linesOf(stack, 'apply-opposition-mail').join('')).not.toMatch(/dominique|taille|@/);
  });

  test('D20: a doubtful one is an opposition until a human reads it, and says that it is none', async () => {
    const email = 'sacha@example.fr';
    const { text = '' } = await aMailTo(email);
    await answer(email, 'Comment faire pour ne plus recevoir les vestes, mais les robes ?', text);
    expect(await write(email)).toBe('refused: OPPOSED_CHANNEL');
    const { reviews } = await api.get(`/v1/reviews?advertiserId=${ADVERTISER}&status=open`);
    const words = 'Comment faire pour ne plus recevoir les vestes, mais les robes ?';
    const [review, ...more] = (reviews as readonly { id: string; subject: object }[]).filter(
      ({ subject }) => Object(subject).words === words,
    );
    expect(more).toEqual([]);
    expect(review).toMatchObject({ subject: { kind: 'reply', words }, waiting: 0 });
    const decided = await api.post(`/v1/reviews/${review?.id}/decision?advertiserId=${ADVERTISER}`, {
      decision: 'allowed',
      reason: 'Elle demande à recevoir les robes seules.',
      decider: 'Jeanne Roy',
    });
    expect(decided).toMatchObject({ status: 'decided' });
    expect(await oppositionsOf(email)).toEqual([]);
    expect(await write(email)).toBe('deferred: HELD_AFTER_ANNULMENT');
    await stack.clock.set('2026-11-25T11:00:00Z');
    expect(await write(email)).toBe('sent: OK_CONSENT');
    expect(stack.denied()).toEqual([]);
  });
});
