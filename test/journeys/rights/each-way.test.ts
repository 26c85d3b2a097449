import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { opposeByLink, opposeByOneClick, opposeBySms } from '#demo/ways-to-oppose.ts';
import type { ReceivedMail } from '#local/aws/mail/received-mail.ts';
import { type Aval, startAval } from '#tools/start/aval.ts';
import { type ApiCaller, type Contact, callerOf, setUp } from '../send-path-api.ts';

const ADVERTISER = 'maison-valmy';
/** People by each way. */
const PEOPLE = 50;

let stack: Aval;
let api: ApiCaller;
beforeAll(async () => {
  stack = await startAval({ at: '2026-11-24T10:00:00Z', faults: 'none' });
  api = callerOf(stack);
  await setUp(api);
});
afterAll(() => stack?.stop());

/** One way to say stop, as a person who has the message and nothing else goes it. */
interface Way {
  readonly way: string;
  /** What the person does: each click, each text, each field that is filled in and sent. */
  readonly actions: number;
  /** What the ledger has of it. */
  readonly via: string;
  readonly channel: 'email' | 'sms';
  /** True once it was answered as it should be. */
  readonly act: (contact: Contact, index: number) => Promise<boolean>;
}

const mailTo = (contact: Contact): ReceivedMail =>
  stack.inbox().findLast(({ to }) => 'email' in contact && to === contact.email) ?? expect.fail('no mail arrived');
const headerOf = ({ headers }: ReceivedMail): string =>
  headers.find(({ name }) => name === 'List-Unsubscribe')?.value ?? '';
const linkIn = (mail: ReceivedMail): string => /<(https?:[^>]+)>/.exec(headerOf(mail))?.[1] ?? expect.fail('no link');
const addressOf = (contact: Contact): string => ('email' in contact ? contact.email : contact.phone);

const WAYS: readonly Way[] = [
  {
    ...{ way: 'the link of the body, and the button of its page', actions: 2, via: 'link', channel: 'email' },
    act: (contact) => opposeByLink(mailTo(contact)),
  },
  {
    ...{ way: 'the button of the mailbox, URL-encoded', actions: 1, via: 'one-click', channel: 'email' },
    act: (contact) => opposeByOneClick(mailTo(contact), false),
  },
  {
    ...{ way: 'the button of the mailbox, as form data', actions: 1, via: 'one-click', channel: 'email' },
    act: (contact) => opposeByOneClick(mailTo(contact), true),
  },
  {
    ...{ way: 'a mail to the mailbox of the header', actions: 1, via: 'link', channel: 'email' },
    act: async (contact) => {
      const [, to = ''] = /<mailto:([^>?]+)>/.exec(headerOf(mailTo(contact))) ?? [];
      await stack.receiveMail({ from: 'somebody@elsewhere.example', to: decodeURIComponent(to) });
      return true;
    },
  },
  {
    ...{ way: 'the address typed, with no link at hand', actions: 2, via: 'typed-address', channel: 'email' },
    act: async (contact) => {
      const body = new URLSearchParams({ address: addressOf(contact), sender: 'Maison Valmy' });
      return (await fetch(`${stack.publicUrl}/o`, { method: 'POST', body })).status === 200;
    },
  },
  {
    ...{ way: 'a text to the code of the message', actions: 1, via: 'sms-reply', channel: 'sms' },
    act: async (contact, index) => {
      const sms = stack.smsSink().findLast(({ to }) => to === addressOf(contact)) ?? expect.fail('no text arrived');
      return opposeBySms(sms, (reply) => stack.replyBySms(reply), index);
    },
  },
  {
    ...{ way: 'a word on the telephone, which an application reports', actions: 1, via: 'phone', channel: 'email' },
    act: async (contact) => {
      await api.post('/v1/oppositions', {
        ...{ advertiserId: ADVERTISER, contact, of: { scope: 'channel', channels: ['email'] }, via: 'phone' },
      });
      return true;
    },
  },
];

/** Everybody who is to oppose, by the way that they will go. */
const peopleOf = (way: number): readonly Contact[] =>
  Array.from({ length: PEOPLE }, (_, index) =>
    WAYS[way]?.channel === 'sms'
      ? { phone: `+336${String(12_000_000 + way * 1_000 + index)}` }
      : { email: `person-${way}-${index}@example.fr` },
  );

const inBatches = <T>(all: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / 100) }, (_, index) => all.slice(index * 100, index * 100 + 100));

const agreeAll = async (people: readonly Contact[]): Promise<void> => {
  const consents = people.map((contact) => ({
    contact,
    channels: ['email' in contact ? 'email' : 'sms'],
    form: { formId: 'newsletter', version: '1' },
    givenAt: '2026-05-20T09:00:00Z',
  }));
  for (const batch of inBatches(consents))
    await api.post('/v1/consents/batch', { advertiserId: ADVERTISER, consents: batch });
};

/** Writes to each; resolves to what became of each message: `sent`, or its primary reason. */
const writeAll = async (people: readonly Contact[]): Promise<readonly string[]> => {
  const messages = people.map((contact) => ({
    ...{ contact, channel: 'email' in contact ? 'email' : 'sms', offerCategory: 'wine' },
    content:
      'email' in contact
        ? { email: { subject: 'Nos vins d’hiver', html: '<p>Bonjour</p>', text: 'Bonjour' } }
        : { sms: { text: 'Maison Valmy: -20 % sur les vins' } },
  }));
  const ids: string[] = [];
  for (const batch of inBatches(messages)) {
    const answer = await api.post('/v1/messages', { advertiserId: ADVERTISER, messages: batch });
    ids.push(...(answer.messages as readonly { id: string }[]).map(({ id }) => id));
  }
  await stack.idle({ timeoutMs: 300_000 });
  return Promise.all(
    ids.map(async (id) => {
      const { status, verdict } = await api.get(`/v1/messages/${id}?advertiserId=${ADVERTISER}`);
      const [reason] = (verdict as { reasons: readonly { code: string }[] }).reasons;
      return status === 'sent' ? 'sent' : String(reason?.code);
    }),
  );
};
const counted = (outcomes: readonly string[]): Readonly<Record<string, number>> =>
  Object.fromEntries(
    Object.entries(Object.groupBy(outcomes, (each) => each)).map(([key, all = []]) => [key, all.length]),
  );

const receivedBy = (people: readonly Contact[]): number => {
  const addresses = new Set(people.map(addressOf));
  const texts = stack.smsSink().filter(({ type }) => type === 'Promotional');
  return [...stack.inbox(), ...texts].filter(({ to }) => addresses.has(to)).length;
};

describe('P2: each way to say stop, from the message to the next one that is refused', () => {
  test(`${PEOPLE} people by each way: nobody gets another message, and the ledger says how each said it`, {
    timeout: 1_200_000,
  }, async () => {
    const everybody = WAYS.flatMap((_, way) => peopleOf(way));
    await agreeAll(everybody);
    expect(counted(await writeAll(everybody))).toEqual({ sent: everybody.length });
    for (const [way, { act }] of WAYS.entries())
      for (const [index, contact] of peopleOf(way).entries()) expect(await act(contact, index)).toBe(true);
    await stack.idle({ timeoutMs: 300_000 });
    const before = receivedBy(everybody);
    expect(counted(await writeAll(everybody))).toEqual({ OPPOSED_CHANNEL: everybody.length });
    const sentAfterOpposition = receivedBy(everybody) - before;
    expect(sentAfterOpposition).toBe(0);
    const evidence = await Promise.all(
      WAYS.map(async (_, way) => {
        const contact = peopleOf(way)[PEOPLE - 1];
        const { oppositions } = await api.post('/v1/contacts/lookup', { advertiserId: ADVERTISER, contact });
        return (oppositions as readonly { via: string }[]).map(({ via }) => via);
      }),
    );
    expect(evidence).toEqual(WAYS.map(({ via }) => [via]));
    expect(stack.denied()).toEqual([]);
  });

  test('one action where the law has one, and never more than two', () => {
    expect(Object.fromEntries(WAYS.map(({ way, actions }) => [way, actions]))).toMatchObject({
      'the button of the mailbox, as form data': 1,
      'a mail to the mailbox of the header': 1,
      'a text to the code of the message': 1,
      'the link of the body, and the button of its page': 2,
    });
    expect(Math.max(...WAYS.map(({ actions }) => actions))).toBe(2);
  });
});

describe('a program that looks at a mail', () => {
  test('writes nothing, whatever it loads: GET, HEAD, a prefetch, every link of the mail and of its page', async () => {
    const contact = { email: 'scanned@example.fr' };
    await agreeAll([contact]);
    expect(await writeAll([contact])).toEqual(['sent']);
    const mail = mailTo(contact);
    const lookup = () => api.post('/v1/contacts/lookup', { advertiserId: ADVERTISER, contact });
    const before = await lookup();
    const link = linkIn(mail);
    const seen = new Set<string>();
    const load = async (url: string, init: RequestInit = {}): Promise<string> =>
      url.startsWith(stack.publicUrl) ? (await fetch(url, init)).text() : '';
    const linksOf = (page: string, base: string) =>
      [...page.matchAll(/href="([^"]+)"/g)].map(([, to = '']) => new URL(to.replaceAll('&amp;', '&'), base).href);
    for (const [method, headers] of [
      ['GET', {}],
      ['HEAD', {}],
      ['GET', { 'sec-purpose': 'prefetch' }],
      ['GET', { purpose: 'prefetch', 'user-agent': 'BingPreview' }],
    ] as const) {
      await load(link, { method, headers });
      await load(link.replace('/o/', '/p/'), { method, headers });
    }
    for (const url of linksOf(mail.html ?? '', link)) seen.add(url);
    for (const url of seen) for (const next of linksOf(await load(url), url)) if (seen.size < 50) seen.add(next);
    expect([...seen].filter((url) => url.startsWith(stack.publicUrl)).length).toBeGreaterThan(0);
    expect(await lookup()).toEqual(before);
    expect(await writeAll([contact])).toEqual(['sent']);
  });
});
