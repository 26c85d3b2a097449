import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { linesOf } from '#test/support/stacks/lines-of.ts';
import { type Aval, startAval } from '#tools/start/aval.ts';
import { type ApiCaller, agree, ask, callerOf, setUp } from '../send-path-api.ts';

const ADVERTISER = 'maison-valmy';

let stack: Aval;
let api: ApiCaller;
beforeAll(async () => {
  stack = await startAval({ at: '2026-11-24T10:00:00Z' });
  api = callerOf(stack);
  await setUp(api);
});
afterAll(() => stack?.stop());

const outcomeOf = async (id: string): Promise<string> => {
  const { status, verdict } = await api.get(`/v1/messages/${id}?advertiserId=${ADVERTISER}`);
  const [primary] = (verdict as { reasons: readonly { code: string }[] }).reasons;
  return `${status}: ${primary?.code}`;
};
const write = async (email: string): Promise<string> => {
  const id = await ask(api, { email });
  await stack.idle();
  return outcomeOf(id);
};
const aMailTo = async (email: string) => {
  await agree(api, { email });
  expect(await write(email)).toBe('sent: OK_CONSENT');
  return stack.inbox().findLast(({ to }) => to === email) ?? expect.fail('no mail arrived');
};

/** The mailbox as a mail program finds it (RFC 2369, RFC 6068): the first `mailto:` of the header. */
const mailboxIn = ({ headers }: { readonly headers: readonly { name: string; value: string }[] }): string => {
  const { value = '' } = headers.find(({ name }) => name === 'List-Unsubscribe') ?? {};
  const [https, mailto] = value.split(',').map((each) => each.trim().slice(1, -1));
  expect(https).toMatch(/^https?:/);
  const url = new URL(mailto ?? '');
  expect([url.protocol, url.search]).toEqual(['mailto:', '']);
  return decodeURIComponent(url.pathname);
};

describe('RFC 2369: a mail program writes to the mailbox of the message', () => {
  test('one mail, and the next message is refused; whoever it is from, whatever it says', async () => {
    const mail = await aMailTo('camille@example.fr');
    await stack.receiveMail({ from: 'c.martin@work.example', to: mailboxIn(mail), subject: 'unsubscribe' });
    await stack.idle();
    expect(await write('camille@example.fr')).toBe('refused: OPPOSED_CHANNEL');
    const { oppositions } = await api.post('/v1/contacts/lookup', {
      advertiserId: ADVERTISER,
      contact: { email: 'camille@example.fr' },
    });
    expect(oppositions).toMatchObject([{ via: 'link', of: { scope: 'channel', channels: ['email'] } }]);
    expect(stack.denied()).toEqual([]);
  });

  test('a mail that came back and a cut address change nothing; the button of Apple Mail is a stop', async () => {
    const to = mailboxIn(await aMailTo('dominique@example.fr'));
    await stack.receiveMail({ from: '', to });
    await stack.receiveMail({ from: 'd@work.example', to: to.replace(/^o\+.{9}/, 'o+') });
    await stack.idle();
    expect(await write('dominique@example.fr')).toBe('sent: OK_CONSENT');
    expect(stack.logs('apply-opposition-mail').join('')).toContain('token-unreadable');
    expect(linesOf(stack, 'apply-opposition-mail').join('')).not.toMatch(/dominique|example/);
    await stack.receiveMail({
      from: 'd@work.example',
      to,
      headers: [
        { name: 'Auto-Submitted', value: 'auto-replied' },
        { name: 'X-Apple-Unsubscribe', value: 'true' },
      ],
    });
    await stack.idle();
    expect(await write('dominique@example.fr')).toMatch(/^refused/);
  });

  test('the domain takes nothing for another one', async () => {
    await expect(stack.receiveMail({ from: 'a@b.example', to: 'o+x@elsewhere.example' })).rejects.toThrow(RangeError);
  });
});

describe('CONTACT (charter of operators, C.1.2)', () => {
  test('is answered with who wrote and how to reach them, to the code of the text; the next message still leaves', async () => {
    const contact = { phone: '+33612300001' };
    const texts = () => stack.smsSink().filter(({ to }) => to === contact.phone);
    await agree(api, contact);
    const first = await ask(api, contact);
    await stack.idle();
    expect(await outcomeOf(first)).toBe('sent: OK_CONSENT');
    const [, to] = /STOP (\d+)/.exec(texts().at(-1)?.text ?? '') ?? [];
    // At home the provider refuses some: whoever is not answered may ask again.
    for (let tries = 0; tries < 6 && !texts().at(-1)?.text.includes('joindre'); tries += 1) {
      await stack.replyBySms({ from: contact.phone, to, body: 'Contact' });
      await stack.idle();
    }
    expect(texts().at(-1)).toMatchObject({
      ...{ senderId: 'MAISONVALMY', type: 'Transactional' },
      text: 'Maison Valmy : pour nous joindre, contact@maison-valmy.example - STOP 36105',
    });
    const { oppositions } = await api.post('/v1/contacts/lookup', { advertiserId: ADVERTISER, contact });
    expect(oppositions).toEqual([]);
    expect(stack.denied()).toEqual([]);
  });
});
