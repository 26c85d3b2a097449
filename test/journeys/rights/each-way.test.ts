import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Aval, startAval } from '#tools/start/aval.ts';
import { type ApiCaller, callerOf } from '../send-path-api.ts';
import { ADVERTISER, linkIn, type Reader, type WayChannel, waysOf } from './ways.ts';

/** People by each way: enough for every spelling of a refusal. `npm run ways` has fifty. */
const PEOPLE = Number(process.env.AVAL_PEOPLE_EACH_WAY ?? 5);

let stack: Aval;
let api: ApiCaller;
const WAYS = waysOf(
  () => stack,
  () => api,
);

/** An advertiser that writes and calls by each channel, and the form by which people agree to them. */
beforeAll(async () => {
  stack = await startAval({ at: '2026-11-24T10:00:00Z', faults: 'none' });
  api = callerOf(stack, { tries: 10 });
  const words = ['par e-mail', 'par SMS', 'par MMS', 'par appel automatique'] as const;
  await api.put(`/v1/advertisers/${ADVERTISER}`, {
    ...{ siren: '552100554', legalName: 'Maison Valmy SAS', tradeNames: ['Maison Valmy'] },
    contact: { email: 'contact@maison-valmy.example' },
    privacyNoticeUrl: 'https://maison-valmy.example/confidentialite',
    senders: {
      email: [{ address: 'bonjour@maison-valmy.example', name: 'Maison Valmy' }],
      sms: [{ senderId: 'MAISONVALMY', replyCode: '36105' }],
      calls: [{ callerId: '+33162000000', acceptsKeyPress: true }],
    },
  });
  await api.put(`/v1/advertisers/${ADVERTISER}/forms/newsletter/versions/1`, {
    mode: 'web',
    wording: `J’accepte de recevoir ${words.join(', ')} les offres de Maison Valmy.`,
    channels: (['email', 'sms', 'mms', 'automated-call'] as const).map((channel, index) => ({
      ...{ channel, words: words[index] },
    })),
    ...{ mechanism: 'checkbox', defaultState: 'empty' },
    notice: { version: '2024-01', url: 'https://maison-valmy.example/confidentialite' },
    shown: { sha256: '5'.repeat(64), mediaType: 'image/png' },
    approver: { name: 'Claire Petit', approvedAt: '2024-01-02T00:00:00.000Z' },
  });
});
afterAll(() => stack?.stop());

const contactOf = ({ channel, address }: Reader) => (channel === 'email' ? { email: address } : { phone: address });

/** Everybody who is to oppose, by the way that they will go. */
const peopleOf = (way: number): readonly Reader[] =>
  Array.from({ length: PEOPLE }, (_, index) => {
    const channel = WAYS[way]?.channel ?? 'email';
    const number = `+336${String(12_000_000 + way * 1_000 + index)}`;
    return { channel, address: channel === 'email' ? `person-${way}-${index}@example.fr` : number };
  });

const inBatches = <T>(all: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / 100) }, (_, index) => all.slice(index * 100, index * 100 + 100));

const agreeAll = async (people: readonly Reader[]): Promise<void> => {
  const consents = people.map((reader) => ({
    contact: contactOf(reader),
    channels: [reader.channel],
    form: { formId: 'newsletter', version: '1' },
    givenAt: '2026-05-20T09:00:00Z',
  }));
  for (const batch of inBatches(consents))
    await api.post('/v1/consents/batch', { advertiserId: ADVERTISER, consents: batch });
};

const MEDIA = { sha256: 'a'.repeat(64), type: 'image/jpeg', bytes: 90_000 };
const CONTENTS: Readonly<Record<WayChannel, object>> = {
  email: { email: { subject: 'Nos vins d’hiver', html: '<p>Bonjour</p>', text: 'Bonjour' } },
  sms: { sms: { text: 'Maison Valmy: -20 % sur les vins' } },
  mms: { mms: { text: 'Nos vins d’hiver', media: { url: 'https://maison-valmy.example/hiver.jpg', ...MEDIA } } },
  'automated-call': { automatedCall: { script: 'Nos vins d’hiver sont arrivés.' } },
};

/** Writes to each; resolves to what became of each message: `sent`, or its primary reason. */
const writeAll = async (people: readonly Reader[]): Promise<readonly string[]> => {
  const messages = people.map((reader) => ({
    ...{ contact: contactOf(reader), channel: reader.channel, offerCategory: 'wine' },
    content: CONTENTS[reader.channel],
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
      const [reason] = (verdict as { reasons: readonly { code: string }[] } | undefined)?.reasons ?? [];
      return status === 'sent' ? 'sent' : String(reason?.code ?? status);
    }),
  );
};
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

describe('P2: each way to say stop, from the message to the next one that is refused', () => {
  test(`${PEOPLE} people by each way: nobody gets another message, and the ledger says how each said it`, {
    timeout: 1_800_000,
  }, async () => {
    const everybody = WAYS.flatMap((_, way) => peopleOf(way));
    await agreeAll(everybody);
    expect(counted(await writeAll(everybody))).toEqual({ sent: everybody.length });
    for (const [way, { act, finish }] of WAYS.entries()) {
      for (const [index, reader] of peopleOf(way).entries()) expect(await act(reader, index)).toBe(true);
      await finish?.(peopleOf(way));
    }
    await stack.idle({ timeoutMs: 300_000 });
    const before = receivedBy(everybody);
    expect(before).toBe(everybody.length);
    expect(counted(await writeAll(everybody))).toEqual({ OPPOSED_CHANNEL: everybody.length });
    const sentAfterOpposition = receivedBy(everybody) - before;
    expect(sentAfterOpposition).toBe(0);
    const evidence = await Promise.all(WAYS.map(async (_, way) => evidenceOf(peopleOf(way)[PEOPLE - 1] as Reader)));
    expect(evidence).toMatchObject(WAYS.map(({ leaves }) => [leaves]));
    expect(stack.denied()).toEqual([]);
  });

  test('one action where the law has one: a click in the mailbox, a text, a key; two by the link of the body', () => {
    expect(WAYS.map(({ actions, way }) => `${actions} ${way}`)).toEqual([
      '2 the link of the body, and the button of its page',
      '1 the button of the mailbox, URL-encoded',
      '1 the button of the mailbox, as form data',
      '1 a mail to the mailbox of the header',
      '2 the address typed, with no link at hand',
      '3 the preference centre, opened by a code',
      '1 the button “spam” of the mailbox',
      '1 STOP to the code of the text',
      '1 other words to the code of the text',
      '1 STOP to an MMS',
      '1 the key that the call announces',
      '1 a word on the telephone, which an application reports',
      '1 a word in a shop, which a file reports',
    ]);
  });
});

describe('a program that looks at a mail', () => {
  test('writes nothing, whatever it loads: GET, HEAD, a prefetch, every link of the mail and of its page', async () => {
    const contact = { email: 'scanned@example.fr' };
    const reader: Reader = { channel: 'email', address: contact.email };
    await agreeAll([reader]);
    expect(await writeAll([reader])).toEqual(['sent']);
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
    expect(await writeAll([reader])).toEqual(['sent']);
  });
});
