import { describe, expect, test } from 'vitest';
import { mailIn } from '#shared/adapters/ses/received-mails.ts';
import { saidByReply } from '#shared/app/replies/said-by-reply.ts';
import { stopsIn } from '#shared/app/replies/stops-in-mail.ts';

/** What a message of ours says, in its text and in its HTML. */
const ORIGINAL = [
  'From: Maison Valmy <contact@maison-valmy.example>',
  'Subject: Nos vestes',
  'Content-Type: multipart/alternative; boundary=o',
  '',
  '--o',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'Pour ne plus recevoir nos messages : https://avis.example/o/AbCd',
  '--o',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<p>Unsubscribe here</p>',
  '--o--',
];
const holding = (type: readonly string[], inner: readonly string[], subject = 'Re: Nos vestes') =>
  [
    'From: Camille <camille@example.fr>',
    `Subject: ${subject}`,
    'In-Reply-To: <0102@eu-west-3.amazonses.com>',
    'Content-Type: multipart/mixed; boundary=x',
    '',
    '--x',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Avez-vous la taille 42 ?',
    '--x',
    ...type,
    '',
    ...inner,
    '--x--',
    '',
  ] as const;
const read = (lines: readonly string[], as: BufferEncoding = 'utf8') => mailIn(Buffer.from(lines.join('\r\n'), as));

describe('a mail within a mail', () => {
  test.each([
    ['attached', ['Content-Type: message/rfc822', 'Content-Disposition: attachment; filename="x.eml"'], ORIGINAL],
    ['beside the text', ['Content-Type: message/rfc822'], ORIGINAL],
    ['shown in it', ['Content-Type: message/rfc822', 'Content-Disposition: inline'], ORIGINAL],
    ['as a file', ['Content-Type: application/octet-stream; name="message.EML"'], ORIGINAL],
    [
      'as a file in base64',
      ['Content-Type: application/octet-stream; name="a.eml"', 'Content-Transfer-Encoding: base64'],
      [Buffer.from(ORIGINAL.join('\r\n')).toString('base64')],
    ],
    ['without a sender and a date', ['Content-Type: message/rfc822'], ORIGINAL.slice(2)],
  ])('%s: its words are its own, and those above it the sender’s', async (_how, type, inner) => {
    const mail = await read(holding(type, inner));
    expect(saidByReply(mail)).toMatchObject({ meaning: 'none', isForward: false });
    expect([mail.text?.trim(), mail.html]).toEqual(['Avez-vous la taille 42 ?', undefined]);
    expect(mail.attached).toMatchObject([
      { text: expect.stringContaining('ne plus recevoir'), html: expect.stringContaining('Unsubscribe') },
    ]);
  });

  test('its sender, its subject and its own charset are read', async () => {
    const inner = ['From: lou@example.fr', 'Subject: Re: Télé', 'Content-Type: text/plain', '', 'Désabonnez-moi.'];
    const { attached } = await read(holding(['Content-Type: message/rfc822'], inner), 'latin1');
    expect(attached).toMatchObject([{ from: ['lou@example.fr'], subject: 'Re: Télé', attached: [] }]);
    expect(attached[0]?.text?.trim()).toBe('Désabonnez-moi.');
  });

  test('one in one in one is read; twelve deep the last two are not', async () => {
    const nested = (levels: number): readonly string[] => [
      `Subject: ${levels}`,
      ...(levels === 0 ? ['', 'STOP'] : ['Content-Type: message/rfc822', '', ...nested(levels - 1)]),
    ];
    const depthOf = ({ attached: [inner] }: Awaited<ReturnType<typeof mailIn>>): number =>
      inner === undefined ? 0 : 1 + depthOf(inner);
    expect(depthOf(await read(nested(3)))).toBe(3);
    expect(depthOf(await read(nested(12)))).toBe(10);
    expect(stopsIn(await read(nested(10)))).toMatchObject({ isForHuman: false });
    expect(stopsIn(await read(nested(12)))).toMatchObject({ isForHuman: true });
  });

  test('of a mail that goes on behind what was read a human sees the rest', async () => {
    const mail = await read(holding(['Content-Type: image/png'], ['iVBORw0KGgo']));
    expect(stopsIn(mail)).toMatchObject({ stops: [], isForHuman: false });
    expect(stopsIn({ ...mail, isCut: true })).toMatchObject({ stops: [], isForHuman: true });
  });
});
