import { describe, expect, test } from 'vitest';
import { mailIn } from '#shared/adapters/ses/received-mails.ts';

const read = (...lines: readonly string[]) => mailIn(Buffer.from(lines.join('\r\n'), 'latin1'));

describe('a mail that does not say its charset, or says it wrongly', () => {
  test.each([
    ['no type', []],
    ['no charset', ['Content-Type: text/plain']],
    ['no charset, folded', ['Content-Type: text/plain;', ' format=flowed']],
    ['one that is not true', ['Content-Type: text/plain; charset="us-ascii"']],
    ['utf-8 that it is not', ['Content-Type: text/plain; charset=UTF-8']],
    ['none but in a name', ['Content-Type: text/plain; name="charset=utf-8.txt"']],
    ['a wrong one after a name', ['Content-Type: text/plain; name="; charset=utf-8"; charset="utf-8"']],
    ['a wrong one after quoted quotes', ['Content-Type: text/plain; name="\\"; charset=utf-16"; charset=us-ascii']],
    ['a wrong one after the name of a limit', ['Content-Type: text/plain; boundary="charset=utf-16"; charset=utf-8']],
    ['an old program’s', ['Content-Type: text/plain; charset=unknown-8bit']],
  ])('%s: its body and its subject are read', async (_, types) => {
    const mail = await read('From: a@b.fr', 'Subject: Désinscription', ...types, '', 'Désinscription');
    expect(mail.subject).toBe('Désinscription');
    expect(mail.text?.trim()).toBe('Désinscription');
    expect(mail.from).toEqual(['a@b.fr']);
  });

  test('in an encoding of MIME as well', async () => {
    const mail = await read(
      'Content-Type: text/plain',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      'D=E9sabonnez-moi',
    );
    expect(mail.text?.trim()).toBe('Désabonnez-moi');
  });

  test('the part of a mail that is right stays as it is', async () => {
    const utf8 = Buffer.from('Télé', 'utf8').toString('latin1');
    const mail = await read(
      'Content-Type: multipart/alternative; boundary=x',
      '',
      '--x',
      'Content-Type: text/plain',
      '',
      'Désabonnez-moi',
      '--x',
      'Content-Type: text/html; charset=utf-8',
      '',
      `<p>${utf8}</p>`,
      '--x--',
      '',
    );
    expect([mail.text?.trim(), mail.html?.trim()]).toEqual(['Désabonnez-moi', '<p>Télé</p>']);
  });

  test('a quotation that nothing ends is read once, however long it is', async () => {
    const begun = performance.now();
    const mail = await read(`Content-Type: text/plain; name="${'\\"'.repeat(100_000)}`, '', 'Désabonnez-moi');
    expect([mail.text?.trim(), performance.now() - begun < 10_000]).toEqual(['Désabonnez-moi', true]);
  });
});
