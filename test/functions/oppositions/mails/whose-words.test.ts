import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Ledger } from '#shared/app/records/ledger.port.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import { type LinkWorld, startLinkWorld } from '#test/support/link-world.ts';
import { receivingIn } from './received.ts';

let world: LinkWorld;
let mails: ReturnType<typeof receivingIn>;
beforeAll(async () => {
  world = await startLinkWorld();
  mails = receivingIn(world);
});
afterAll(() => world.close());

const anAddress = () => `reader-${randomUUID()}@example.fr`;
const aLink = () => {
  const { token, contactId } = world.aLink();
  return { url: `https://avis.example/o/${token}`, contactId };
};
interface Written {
  readonly from: string;
  readonly words: string;
  readonly subject?: string;
  readonly headers?: readonly string[];
}
const aMail = ({ from, words, subject = 'Re: Nos vestes', headers = [] }: Written) => [
  ...[`From: <${from}>`, `Subject: ${subject}`, ...headers],
  ...['Content-Type: text/plain; charset=utf-8', '', words],
];
const holding = (
  { from, words, subject = 'TR: x', headers = [] }: Written,
  ...inner: readonly (readonly string[])[]
) => [
  ...[`From: <${from}>`, `Subject: ${subject}`, ...headers, 'Content-Type: multipart/mixed; boundary=x', ''],
  ...['--x', 'Content-Type: text/plain; charset=utf-8', '', words],
  ...inner.flatMap((each) => ['--x', 'Content-Type: message/rfc822', '', ...each]),
  ...['--x--', ''],
];

describe('"do not contact me any more" is of everything (OPP-3), also where it is open whose words these are', () => {
  const ALL = 'Ne me contactez plus.';
  const scopesOf = async (address: string) =>
    (await mails.oppositionsOf(await mails.contactOf(address))).map(({ of }) => of.scope);

  test.each([
    ['in an answer that lost its return path', { headers: ['In-Reply-To: <1@x>', 'Return-Path: <>'] }],
    ['beside a link of ours', { words: `${ALL} https://avis.example/o/${'AbCd-_9'.repeat(16)}` }],
    ['beneath an original', { words: `La 42 ?\n\nDe : Valmy <a@v.example>\nEnvoyé : mardi\n\nBonjour\n\n${ALL}` }],
  ])('%s', async (_where, written) => {
    const from = anAddress();
    expect((await mails.receive(aMail({ from, words: ALL, ...written }))).code).toBe('doubtful');
    expect(await scopesOf(from)).toEqual(['global']);
  });

  test('of the reader whose message is quoted, and of who wrote an attached mail', async () => {
    const [from, lou, { url, contactId }] = [anAddress(), anAddress(), aLink()];
    await mails.receive(aMail({ from, words: `${ALL}\n\n> ${url}` }));
    expect(await mails.oppositionsOf(contactId)).toMatchObject([{ of: { scope: 'global' } }]);
    expect(await mails.referenceOf(contactId)).toBe('mail-reply/3 doubtful');
    await mails.receive(holding({ from: anAddress(), words: 'Pour info.' }, aMail({ from: lou, words: ALL })));
    expect(await scopesOf(lou)).toEqual(['global']);
  });

  test('words that are doubtful themselves are of mails', async () => {
    const from = anAddress();
    await mails.receive(aMail({ from, words: 'Pourquoi ne me contactez plus que le lundi ?' }));
    expect(await scopesOf(from)).toEqual(['channel']);
  });
});

describe('a plain stop that could not be written', () => {
  /** Away for its first calls, as many as these. */
  const awayFor = (most: number): Ledger => {
    let calls = 0;
    return {
      ...world.ledger,
      readStanding: (...asked) => {
        calls += 1;
        return calls <= most ? Promise.reject(dependencyUnavailable('The store')) : world.ledger.readStanding(...asked);
      },
    };
  };

  test('is not replaced by the doubtful one of the same person that is attached beneath it', async () => {
    const [from, lou] = [anAddress(), anAddress()];
    const lines = holding(
      { from, subject: 'Stop', words: 'Désabonnez-moi.' },
      aMail({ from, words: 'STOP' }),
      aMail({ from: lou, words: 'STOP' }),
    );
    const first = mails.receive(lines, { mailId: `again-${from}`, ledger: awayFor(1) });
    await expect(first).rejects.toMatchObject({ code: 'dependency-unavailable' });
    expect(await mails.oppositionsOf(await mails.contactOf(from))).toEqual([]);
    expect(await mails.oppositionsOf(await mails.contactOf(lou))).toHaveLength(1);
    expect((await mails.receive(lines, { mailId: `again-${from}` })).registered).toBe(2);
    expect(await mails.referenceOf(await mails.contactOf(from))).toBe('mail-reply/3');
  });

  test('nor by that of the reader whom its link names, where nobody knows whether this is the sender', async () => {
    const from = anAddress();
    const contactId = await mails.contactOf(from);
    const { messageId } = world.aLink();
    const { advertiserId } = world.access;
    const token = world.tokens.mint({ advertiserId, contactId, messageId, channel: 'email', purpose: 'own-offers' });
    const quoting = [...aMail({ from, words: 'STOP' }), '', `> https://avis.example/o/${token}`];
    const lines = holding({ from, subject: 'Stop', words: 'Désabonnez-moi.' }, quoting);
    const away = () => Promise.reject(dependencyUnavailable('The secret'));
    const first = mails.receive(lines, { mailId: `unnamed-${from}`, fingerprints: { find: away } as never });
    await expect(first).rejects.toMatchObject({ code: 'dependency-unavailable' });
    expect(await mails.oppositionsOf(contactId)).toEqual([]);
    await mails.receive(lines, { mailId: `unnamed-${from}` });
    expect(await mails.referenceOf(contactId)).toBe('mail-reply/3');
  });

  test('leaves the other readers whom the mail names their own', async () => {
    const [from, one, two] = [anAddress(), aLink(), aLink()];
    const lines = aMail({ from, words: `STOP\n\n> ${one.url}\n> ${two.url}` });
    const first = mails.receive(lines, { ledger: awayFor(1) });
    await expect(first).rejects.toMatchObject({ code: 'dependency-unavailable' });
    for (const { contactId } of [one, two]) expect(await mails.oppositionsOf(contactId)).toHaveLength(1);
  });
});

describe('a mail of a program that holds mails of people', () => {
  const DIGEST = {
    from: 'list@example.fr',
    subject: 'Digest',
    words: 'Messages : 1',
    headers: ['List-Id: <l.example>'],
  };

  test.each([
    ['a digest of a list', DIGEST],
    ['a rule that attaches', { ...DIGEST, headers: ['Auto-Submitted: auto-forwarded'] }],
  ])('where one of them says stop a human looks: %s', async (_what, outer) => {
    const lost = mails.receive(holding(outer, aMail({ from: anAddress(), words: 'STOP' })));
    await expect(lost).rejects.toMatchObject({ code: 'invalid-request' });
    const calm = await mails.receive(holding(outer, aMail({ from: anAddress(), words: 'Bonjour.' })));
    expect(calm).toEqual({ code: 'automatic', registered: 0, reviews: 0 });
  });

  test('what goes on behind what is read is for nobody where no mail is attached, for a human where one is', async () => {
    const long = mails.receive(aMail(DIGEST), { isCut: true });
    expect(await long).toEqual({ code: 'automatic', registered: 0, reviews: 0 });
    const lost = mails.receive(holding(DIGEST, aMail({ from: anAddress(), words: 'Bonjour.' })), { isCut: true });
    await expect(lost).rejects.toMatchObject({ errors: [{ pointer: '/subject' }] });
  });

  test('what the advertiser wrote itself is nobody’s word there either', async () => {
    const own = aMail({ from: 'contact@maison-valmy.example', words: 'Désabonnez-moi.' });
    const result = await mails.receive(holding(DIGEST, own));
    expect(result).toEqual({ code: 'automatic', registered: 0, reviews: 0 });
    const lost = mails.receive(holding(DIGEST, own, aMail({ from: anAddress(), words: 'STOP' })));
    await expect(lost).rejects.toMatchObject({ code: 'invalid-request' });
  });

  test.each([
    [
      'an absence answers what it holds',
      { ...DIGEST, headers: ['Auto-Submitted: auto-replied', 'In-Reply-To: <1@x>'] },
    ],
    [
      'what came back holds what was sent',
      { ...DIGEST, from: 'MAILER-DAEMON@example.fr', headers: ['References: <1@x>'] },
    ],
  ])('%s: it says nothing', async (_what, outer) => {
    const inner = aMail({ from: anAddress(), words: 'STOP' });
    expect((await mails.receive(holding(outer, inner))).code).toBe('automatic');
    const report = holding(outer, inner).map((each) => each.replace('multipart/mixed', 'multipart/report'));
    const headless = report.filter((each) => !/^(In-Reply-To|References):/.test(each));
    expect((await mails.receive(headless)).code).toBe('automatic');
  });
});
