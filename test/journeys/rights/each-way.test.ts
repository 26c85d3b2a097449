import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { oneIn } from '#test/support/shares/share.ts';
import { type Aval, startAval } from '#tools/start/aval.ts';
import { type ApiCaller, callerOf } from '../send-path-api.ts';
import { actionsOf } from './person.ts';
import { agreeAll, contactOf, setUpEachChannel, writeAll } from './readers.ts';
import { reportedWaysOf } from './reported-ways.ts';
import { SCANNERS } from './scanners.ts';
import { ADVERTISER, linkIn, type Reader, type Way, waysOf } from './ways.ts';

/** Enough for every spelling of a refusal: each commit draws two people of five by each way. `npm run ways` has fifty. */
const { AVAL_PEOPLE_EACH_WAY = '5' } = process.env;
const ALL = Array.from({ length: Number(AVAL_PEOPLE_EACH_WAY) }, (_, index) => index);
const DRAWN = ALL.length > 5 ? ALL : oneIn(5 / 2, ALL);

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
  // Each request and each entry of the ledger is counted. `ways-to-stop`, `opposition-by-link` and `deferred` have faults.
  stack = await startAval({ at: '2026-11-24T10:00:00Z', faults: 'none' });
  api = callerOf(stack, { tries: 10 });
  await setUpEachChannel(api);
});
afterAll(() => stack?.stop());

/** Everybody who is to oppose, by the way that they will go. */
const peopleOf = (way: number): readonly Reader[] =>
  DRAWN.map((index) => {
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

/** What the API has of somebody, and what the ledger has, as a data protection officer reads it. */
const heldOf = async (reader: Reader) => {
  const person = await api.post('/v1/contacts/lookup', { advertiserId: ADVERTISER, contact: contactOf(reader) });
  const { timeline } = await api.get(`/v1/contacts/${person.contactId}/timeline?advertiserId=${ADVERTISER}`);
  const entries = timeline as readonly { event?: { type: string } }[];
  return { person, events: entries.flatMap(({ event }) => event ?? []) };
};
/** What the ledger has of the oppositions of somebody. */
const evidenceOf = async (reader: Reader): Promise<readonly unknown[]> =>
  (await heldOf(reader)).events.filter(({ type }) => type === 'opposition-registered');

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
  test(`${DRAWN.length} people by each way: nobody gets another message, and the ledger says how each said it`, {
    timeout: 1_800_000,
  }, async () => {
    const everybody = WAYS.flatMap((_, way) => peopleOf(way));
    await agreeAll(api, everybody);
    expect(counted(await writeAll({ stack, api }, everybody))).toEqual({ sent: everybody.length });
    const taken: string[] = [];
    for (const [way, { act, finish, way: name }] of WAYS.entries()) {
      const each = new Set<number>();
      for (const [place, reader] of peopleOf(way).entries()) {
        const index = DRAWN[place] ?? 0;
        // All come from one address, of which the firewall lets only so many requests by in five minutes.
        if (place > 0 && place % 10 === 0) await stack.clock.advance(300);
        each.add(await actionsOf(stack, async (person) => expect(await act(reader, person, index)).toBe(true)));
      }
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
      for (const [place, reader] of peopleOf(way).entries())
        expect(await evidenceOf(reader), `${name}, ${DRAWN[place]}`).toMatchObject([leaves(DRAWN[place] ?? 0)]);
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
  test('writes nothing, whatever it loads; one that presses opposes, and docs/opposition-instructions.md says so', async () => {
    const readers = SCANNERS.map((_, index): Reader => ({ channel: 'email', address: `scanned-${index}@example.fr` }));
    await agreeAll(api, readers);
    expect(counted(await writeAll({ stack, api }, readers))).toEqual({ sent: readers.length });
    const before = await Promise.all(readers.map(heldOf));
    const mails = stack.inbox().length;
    for (const [index, { scan, scanner }] of SCANNERS.entries()) {
      const mail = stack.inbox().findLast(({ to }) => to === readers[index]?.address) ?? expect.fail('no mail arrived');
      const asked = await scan({ html: mail.html ?? '', link: linkIn(mail), publicUrl: stack.publicUrl });
      expect(asked, scanner).toBeGreaterThan(0);
    }
    await stack.idle();
    expect(stack.inbox()).toHaveLength(mails);
    const after = await Promise.all(readers.map(heldOf));
    const next = await writeAll({ stack, api }, readers);
    const rows = SCANNERS.map(({ scanner, does }, index) => {
      const [was, is] = [before[index], after[index]];
      const written = (is?.events.length ?? 0) - (was?.events.length ?? 0);
      // The newest comes first.
      const wrote = is?.events.slice(0, written).map(({ type }) => `\`${type}\``) ?? [];
      if (wrote.length === 0) expect(is, scanner).toEqual(was);
      return `| ${scanner} | ${does} | ${wrote.join(', ') || 'nothing'} | \`${next[index]}\` |`;
    });
    expect(rows.filter((row) => !row.endsWith('| nothing | `sent` |'))).toEqual([
      expect.stringMatching(/^\| one that presses \| .* \| `opposition-registered` \| `OPPOSED_CHANNEL` \|$/),
    ]);
    const [, listed = ''] =
      /\| program \|.*\n.*\n((?:\|.*\n)+)/.exec(readFileSync('docs/opposition-instructions.md', 'utf8')) ?? [];
    expect(listed.split('\n').filter((row) => rows.includes(row))).toEqual(rows);
  });
});
