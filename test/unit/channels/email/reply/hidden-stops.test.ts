import { describe, expect, test } from 'vitest';
import { readingsOf, type WordsOfReply } from '#shared/channels/email/reply/own-words.ts';
import { readMailReply } from '#shared/domain/opposition/mail-reply/read-mail-reply.ts';

const meaningsOf = (reply: WordsOfReply) =>
  readingsOf({ subject: 'Re: Nos vestes', ...reply }).own.map((words) => readMailReply(words));
const ATTRIBUTION = 'Le 12 nov. 2026 à 10:00, Maison Valmy <contact@maison-valmy.example> a écrit :';
const QUOTE = '> Nos vestes sont là.';

describe('a stop that stands close to what is quoted', () => {
  test.each([
    ['STOP', ATTRIBUTION],
    ['Merci de me désinscrire', ATTRIBUTION],
    ['Unsubscribe me please', 'On Tue, 24 Nov 2026 at 10:02, Maison Valmy <contact@maison-valmy.example>\nwrote:'],
    ['Le 12 novembre j’ai dit STOP', ATTRIBUTION],
    ['Bitte abmelden', 'Am Di., 24. Nov. 2026 um 10:02 Uhr schrieb Maison Valmy <\ncontact@maison-valmy.example>:'],
  ])('%s: no empty line before the attribution', (stop, attribution) => {
    expect(readingsOf({ subject: 'Re: x', text: `${stop}\n${attribution}\n${QUOTE}` }).own).toEqual([stop]);
    expect(readingsOf({ subject: 'Re: x', text: `${stop}\n${attribution}\n\nNos vestes sont là.` }).own).toEqual([
      stop,
    ]);
  });

  test('nor in HTML', () => {
    const html = `STOP<br>${ATTRIBUTION.replace(/<.*>/, '')}<br><blockquote>Nos vestes sont là.</blockquote>`;
    expect(readingsOf({ subject: 'Re: x', html }).own).toEqual(['STOP']);
  });

  test.each([
    '-- \nJean Dupont\n\nMerci de me désinscrire',
    `-- \nEnvoyé de mon Android\n${QUOTE}\n\nSTOP`,
    `${ATTRIBUTION}\n${QUOTE}\n-- \nJean Dupont\n\nMerci de me désinscrire`,
  ])('%j: a signature ends where it ends', (text) => {
    expect(meaningsOf({ text })).toEqual(['opposition']);
  });

  test('an original without a mark, right beneath a signature, is not read', () => {
    const headers = 'De : Maison Valmy <contact@maison-valmy.example>\nEnvoyé : mardi 24 novembre 2026 10:02';
    const text = `Avez-vous la taille 42 ?\n-- \nJean\n${headers}\n\nDésabonnez-vous`;
    expect(meaningsOf({ text })).toEqual(['none']);
  });
});

describe('a stop in or beside a notice of secrecy', () => {
  test.each([
    "Merci de ne plus m'écrire.\nCe message est confidentiel et réservé à son destinataire.",
    'Mon adresse est confidentielle, retirez-la de votre liste de destinataires.',
    'Please unsubscribe me. This e-mail is confidential and meant for its recipient.',
  ])('%j is heard', (text) => {
    expect(meaningsOf({ text })).toEqual(['opposition']);
  });

  test.each([
    'Ce message est confidentiel. Si vous n’êtes pas le destinataire, merci de le supprimer et de ne plus le lire.',
    'This email is confidential. If you are not the intended recipient, please delete this email and notify the sender.',
    'Ce courriel est confidentiel et réservé à son destinataire. Si vous l’avez reçu par erreur, merci de le détruire.',
  ])('%j says nothing', (notice) => {
    expect(meaningsOf({ text: `Avez-vous la taille 42 ?\n\n${notice}` })).toEqual(['none']);
  });
});

describe('a stop in one part of two', () => {
  test.each(['[cid:logo.png]', 'Ce message contient du HTML, votre logiciel ne le montre pas.'])(
    '%j hides no HTML',
    (text) => {
      expect(meaningsOf({ text, html: '<p>STOP</p>' })).toContain('opposition');
    },
  );

  test('two parts that say the same are read once', () => {
    expect(readingsOf({ subject: 'Re: x', text: 'STOP\n', html: '<p>Stop</p>' }).own).toEqual(['STOP']);
  });

  test('the line of a telephone is nobody’s words', () => {
    for (const text of ['Envoyé de mon iPhone', 'Sent from my iPad\n', 'Von meinem iPhone gesendet'])
      expect(readingsOf({ subject: 'Re: x', text }).own).toEqual([]);
  });
});

describe('a mail that is large or strange', () => {
  test('a million short lines are read in a moment, the first and the last of them', () => {
    const many = 'a b c\n'.repeat(350_000);
    const begin = process.cpuUsage();
    expect(meaningsOf({ text: `Merci de me désinscrire.\n\n${many}` })).toEqual(['opposition']);
    expect(meaningsOf({ text: `${many}\n\nMerci de me désinscrire.` })).toEqual(['opposition']);
    expect(process.cpuUsage(begin).user / 1000).toBeLessThan(4000);
  });

  test('elements within elements without end are read as well', () => {
    expect(meaningsOf({ html: `${'<div>'.repeat(20_000)}Merci de me désinscrire.` })).toEqual(['opposition']);
  });
});
