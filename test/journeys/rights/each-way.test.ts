import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Aval, startAval } from '#tools/start/aval.ts';
import { type ApiCaller, callerOf } from '../send-path-api.ts';
import { actionsOf } from './person.ts';
import { agreeAll, contactOf, setUpEachChannel, writeAll } from './readers.ts';
import { reportedWaysOf } from './reported-ways.ts';
import { ADVERTISER, linkIn, type Reader, type Way, waysOf } from './ways.ts';

/** People by each way: enough for every spelling of a refusal. `npm run ways` has fifty. */
const PEOPLE = Number(process.env.AVAL_PEOPLE_EACH_WAY ?? 5);

let stack: Aval;
let api: ApiCaller;
const WAYS: readonly Way[] = [
  ...waysOf(() => stack),
  ...reportedWaysOf(
    () => stack,
    () => api,
  ),
];

beforeAll(async () => {
  stack = await startAval({ at: '2026-11-24T10:00:00Z', faults: 'none' });
  api = callerOf(stack, { tries: 10 });
  await setUpEachChannel(api);
});
afterAll(() => stack?.stop());

/** Everybody who is to oppose, by the way that they will go. */
const peopleOf = (way: number): readonly Reader[] =>
  Array.from({ length: PEOPLE }, (_, index) => {
    const channel = WAYS[way]?.channel ?? 'email';
    const number = `+336${String(12_000_000 + way * 1_000 + index)}`;
    return { channel, address: channel === 'email' ? `person-${way}-${index}@example.fr` : number };
  });

const counted = (outcomes: readonly string[]): Readonly<Record<string, number>> =>
  Object.fromEntries(
    Object.entries(Object.groupBy(outcomes, (each) => each)).map(([key, all = []]) => [key, all.length]),
  );

/** Prospecting that arrived: neither codes nor answers to a STOP. */
const receivedBy = (people: readonly Reader[]): number => {
  const addresses = new Set(people.map(({ address }) => address));
  const mails = stack.inbox().filter(({ subject }) => subject === 'Nos vins d’hiver');
  const texts = stack.smsSink().filter(({ type }) => type === 'Promotional');
  return [...mails, ...texts, ...stack.provider.taken()].filter(({ to }) => addresses.has(to)).length;
};

/** What the ledger has of the oppositions of somebody, as a data protection officer reads it. */
const evidenceOf = async (reader: Reader): Promise<readonly unknown[]> => {
  const { contactId } = await api.post('/v1/contacts/lookup', { advertiserId: ADVERTISER, contact: contactOf(reader) });
  const { timeline } = await api.get(`/v1/contacts/${contactId}/timeline?advertiserId=${ADVERTISER}`);
  return (timeline as readonly { event?: { type: string } }[])
    .map(({ event }) => event)
    .filter((event) => event?.type === 'opposition-registered');
};

/** One action where the law has one: a click in the mailbox, a text, a key; two by the link of the body. */
const ACTIONS = [
  '2 the link of the body, and the button of its page',
  '1 the button of the mailbox, URL-encoded',
  '1 the button of the mailbox, as form data',
  '1 a mail to the mailbox of the header',
  '1 a reply to the mail',
  '2 the address typed, with no link at hand',
  '4 the preference centre, opened by a code',
  '1 the button “spam” of the mailbox',
  '1 STOP to the code of the text',
  '1 other words to the code of the text',
  '1 STOP to an MMS',
  '1 the key that the call announces',
  '1 a word on the telephone, which an application reports',
  '1 a word in a shop, which a file reports',
  '1 a word to a partner, which its application reports',
  '1 a word to a partner, which its file reports',
];

describe('P2: each way to say stop, from the message to the next one that is refused', () => {
  test(`${PEOPLE} people by each way: nobody gets another message, and the ledger says how each said it`, {
    timeout: 1_800_000,
  }, async () => {
    const everybody = WAYS.flatMap((_, way) => peopleOf(way));
    await agreeAll(api, everybody);
    expect(counted(await writeAll({ stack, api }, everybody))).toEqual({ sent: everybody.length });
    const taken: string[] = [];
    for (const [way, { act, finish, way: name }] of WAYS.entries()) {
      const each = new Set<number>();
      for (const [index, reader] of peopleOf(way).entries())
        each.add(await actionsOf(stack, async (person) => expect(await act(reader, person, index)).toBe(true)));
      await finish?.(peopleOf(way));
      taken.push(`${[...each].join(' or ')} ${name}`);
    }
    expect(taken).toEqual(ACTIONS);
    await stack.idle({ timeoutMs: 300_000 });
    const before = receivedBy(everybody);
    expect(before).toBe(everybody.length);
    expect(counted(await writeAll({ stack, api }, everybody))).toEqual({ OPPOSED_CHANNEL: everybody.length });
    const sentAfterOpposition = receivedBy(everybody) - before;
    expect(sentAfterOpposition).toBe(0);
    for (const [way, { leaves, way: name }] of WAYS.entries())
      for (const [index, reader] of peopleOf(way).entries())
        expect(await evidenceOf(reader), `${name}, ${index}`).toMatchObject([leaves(index)]);
    expect(stack.denied()).toEqual([]);
  });

  test('an action more than a way has is counted, and what passes a person’s hands by is found', async () => {
    const reader: Reader = { channel: 'email', address: 'detour@example.fr' };
    await agreeAll(api, [reader]);
    expect(await writeAll({ stack, api }, [reader])).toEqual(['sent']);
    const [, oneClick = expect.fail('no way')] = WAYS;
    expect(await actionsOf(stack, (person) => oneClick.act(reader, person, 0))).toBe(1);
    const withADetour = actionsOf(stack, async (person) => {
      await person.browse(`${stack.publicUrl}/o`);
      await oneClick.act(reader, person, 0);
    });
    expect(await withADetour).toBe(2);
    const past = actionsOf(stack, async (person) => {
      await fetch(`${stack.publicUrl}/o`);
      await oneClick.act(reader, person, 0);
    });
    await expect(past).rejects.toThrow('2 requests of public pages, 1 by the person');
  });
});

describe('a program that looks at a mail', () => {
  test('writes nothing, whatever it loads: GET, HEAD, a prefetch, every link of the mail and of its page', async () => {
    const contact = { email: 'scanned@example.fr' };
    const reader: Reader = { channel: 'email', address: contact.email };
    await agreeAll(api, [reader]);
    expect(await writeAll({ stack, api }, [reader])).toEqual(['sent']);
    const mail = stack.inbox().findLast(({ to }) => to === contact.email) ?? expect.fail('no mail arrived');
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
    expect(await writeAll({ stack, api }, [reader])).toEqual(['sent']);
  });
});
