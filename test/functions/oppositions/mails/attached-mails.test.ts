import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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
const attached = (disposition: string, inner: readonly string[]) => [
  '--x',
  'Content-Type: message/rfc822',
  `Content-Disposition: ${disposition}`,
  '',
  ...inner,
];
interface Outer {
  readonly from: string;
  readonly subject: string;
  readonly words: string;
  readonly headers?: readonly string[];
}
const holding = ({ from, subject, words, headers = [] }: Outer, ...inner: readonly (readonly string[])[]) => [
  `Return-Path: <${from}>`,
  `From: <${from}>`,
  `Subject: ${subject}`,
  ...headers,
  'Content-Type: multipart/mixed; boundary=x',
  '',
  '--x',
  'Content-Type: text/plain; charset=utf-8',
  '',
  words,
  ...inner.flat(),
  '--x--',
  '',
];
const aMail = (from: string, words: string, ...headers: readonly string[]) => [
  ...(from === '' ? [] : [`From: <${from}>`]),
  'Subject: Re: Nos vestes',
  ...headers,
  'Content-Type: text/plain; charset=utf-8',
  '',
  words,
];
/** A message of ours, as an answer may hold it. */
const ourMessage = (url: string) =>
  aMail('contact@maison-valmy.example', `Pour ne plus recevoir nos messages : ${url}`, `List-Unsubscribe: <${url}>`);
const aLink = () => {
  const { token, contactId } = world.aLink();
  return { url: `https://avis.example/o/${token}`, contactId };
};

describe('a mail that is attached to a reply', () => {
  test.each(['attachment; filename="Nos vestes.eml"', 'inline'])(
    'our own message (%s) is nobody’s word: a question stays one',
    async (disposition) => {
      const [from, { url, contactId }] = [anAddress(), aLink()];
      const outer = { from, subject: 'Re: Nos vestes', words: 'Avez-vous la taille 42 ?' };
      const result = await mails.receive(holding(outer, attached(disposition, ourMessage(url))));
      expect(result).toEqual({ code: 'no-stop', registered: 0, reviews: 0 });
      expect(await mails.oppositionsOf(contactId)).toEqual([]);
    },
  );

  test('a stop above it is of its reader as well, whom its link names', async () => {
    const [from, { url, contactId }] = [anAddress(), aLink()];
    const outer = { from, subject: 'Re: Nos vestes', words: 'Merci de me désabonner.' };
    const result = await mails.receive(holding(outer, attached('attachment', ourMessage(url))));
    expect(result).toEqual({ code: 'opposition', registered: 2, reviews: 0 });
    expect(await mails.referenceOf(await mails.contactOf(from))).toBe('mail-reply/3');
    expect(await mails.referenceOf(contactId)).toBe('mail-reply/3 doubtful');
  });

  test('a stop that was passed on whole is a doubtful one of who wrote it, not of who passed it on', async () => {
    const [staff, reader] = [anAddress(), anAddress()];
    const outer = { from: staff, subject: 'TR: Nos vestes', words: 'Pour info.' };
    const result = await mails.receive(holding(outer, attached('attachment', aMail(reader, 'STOP'))));
    expect(result).toEqual({ code: 'doubtful', registered: 1, reviews: 0 });
    expect(await mails.oppositionsOf(await mails.contactOf(staff))).toEqual([]);
    expect(await mails.oppositionsOf(await mails.contactOf(reader))).toHaveLength(1);
    expect(await mails.referenceOf(await mails.contactOf(reader))).toBe('mail-reply/3 doubtful');
  });

  test('of several each is read, also within one another, and by a rule that attaches them', async () => {
    const [staff, one, two] = [anAddress(), anAddress(), anAddress()];
    const headers = ['Auto-Submitted: auto-generated', 'X-MS-Exchange-Generated-Message-Source: Mailbox Rules Agent'];
    const outer = { from: staff, subject: 'Réponses', words: '', headers };
    const inner = holding({ from: one, subject: 'Re: x', words: 'STOP' }).slice(0, -2);
    const within = [...inner, '--x', 'Content-Type: message/rfc822', '', ...aMail(two, 'Désabonnez-moi.'), '--x--'];
    const encoded = within.join('\r\n').replaceAll('--x', '--y').replace('boundary=x', 'boundary=y').split('\r\n');
    const result = await mails.receive(holding(outer, attached('attachment', encoded)));
    expect(result).toEqual({ code: 'doubtful', registered: 2, reviews: 0 });
    for (const each of [one, two]) expect(await mails.oppositionsOf(await mails.contactOf(each))).toHaveLength(1);
  });

  test('whose it is nobody can tell, as it bears no sender: a human looks', async () => {
    const outer = { from: anAddress(), subject: 'TR: Nos vestes', words: 'Pour info.' };
    const lost = mails.receive(holding(outer, attached('attachment', aMail('', 'STOP'))));
    await expect(lost).rejects.toMatchObject({ errors: [{ pointer: '/from' }] });
  });

  test('of more than twenty the first are read, and a human looks at the rest', async () => {
    const readers = Array.from({ length: 21 }, anAddress);
    const outer = { from: anAddress(), subject: 'TR: Nos vestes', words: 'Pour info.' };
    const all = readers.map((each) => attached('attachment', aMail(each, 'STOP')));
    await expect(mails.receive(holding(outer, ...all))).rejects.toMatchObject({ code: 'invalid-request' });
    const found = await Promise.all(readers.map(async (each) => mails.oppositionsOf(await mails.contactOf(each))));
    expect(found.map(({ length }) => length)).toEqual([...Array.from({ length: 20 }, () => 1), 0]);
  });

  test('of one who writes beside it the plain stop is the act', async () => {
    const from = anAddress();
    const outer = { from, subject: 'Désinscription', words: 'Merci de me désabonner, je vous l’ai déjà demandé.' };
    const result = await mails.receive(holding(outer, attached('attachment', aMail(from, 'STOP'))));
    expect(result).toEqual({ code: 'opposition', registered: 1, reviews: 0 });
    expect(await mails.referenceOf(await mails.contactOf(from))).toBe('mail-reply/3');
  });
});
