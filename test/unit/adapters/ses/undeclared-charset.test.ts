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
});
