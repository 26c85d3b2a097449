import { describe, expect, test } from 'vitest';
import { contactAnswer, nameBehind } from '#shared/channels/sms/answers.ts';
import { asksForContact } from '#shared/domain/opposition/contact-request.ts';
import { readReply } from '#shared/domain/opposition/sms-reply.ts';
import { READER_LANGUAGES } from '#shared/domain/reader-language.ts';
import { countedAgain } from '#test/support/gsm.ts';

const ASKING = [
  ...[
    'CONTACT',
    'contact',
    ' Contact. ',
    'CONTACT 36105',
    'Contact svp',
    'contact au 36105',
    'Contacter',
    'ＣＯＮＴＡＣＴ',
  ],
  ...['HELP', 'Aide', 'INFO', 'Kontakt', 'Kontakt bitte', 'Hilfe', 'CONTACTO', 'ayuda', 'por favor'],
  ...['Contatto', 'Contatti per favore', 'aiuto', 'hulp', 'contactgegevens', 'help please'],
].filter((each) => each !== 'por favor');

describe('a text that asks who writes', () => {
  test.each(ASKING)('%j asks, and opposes nothing', (reply) => {
    expect([asksForContact(reply), readReply(reply)?.of]).toEqual([true, undefined]);
  });

  test.each([
    ...['STOP', 'STOP CONTACT', 'contact stop', 'Ne me contactez plus', 'ne plus me contacter', 'no contact please'],
    ...[
      '',
      'Merci',
      'Mon contact est Jean',
      'contact 0612345678 pour le rdv',
      'Help, plus de sms',
      'infos fausses',
      '📞',
    ],
  ])('%j does not', (reply) => {
    expect(asksForContact(reply)).toBe(false);
  });

  test.each(['🛑', '⛔', '🚫'])('beside %s it is a stop', (sign) => {
    for (const word of ASKING) {
      const reply = `${word} ${sign}`;
      expect([reply, asksForContact(reply), readReply(reply)?.of !== undefined]).toEqual([reply, false, true]);
    }
  });

  test.each(['STOP CONTACT', 'contact stop', 'Ne me contactez plus', 'Help, plus de sms'])('%j opposes', (reply) => {
    expect(readReply(reply)?.of).toBeDefined();
  });
});

describe.each(READER_LANGUAGES)('what answers it in %s', (language) => {
  const means = ['bonjour@maison-valmy.example', '01 23 45 67 89', 'https://maison-valmy.example/contact'];
  const answer = (changes: Partial<Parameters<typeof contactAnswer>[1]> = {}) =>
    contactAnswer(language, { name: 'Maison Valmy', means, stopCode: '36105', ...changes });

  test('names the advertiser, each means, and how to stop, in one segment', () => {
    for (const each of ['Maison Valmy', ...means, 'STOP 36105']) expect(answer()).toContain(each);
    expect(countedAgain(answer())).toMatchObject({ segments: 1, encoding: 'GSM-7' });
  });

  test('leaves out what a segment has no room for: how to stop, then the last means; never the name, nor the first means', () => {
    const long = `https://maison-valmy.example/${'contact-'.repeat(20)}`;
    const short = answer({ means: [...means.slice(0, 2), long] });
    expect(short).not.toContain(long);
    for (const each of ['Maison Valmy', ...means.slice(0, 2)]) expect(short).toContain(each);
    expect(countedAgain(short).segments).toBe(1);
    for (const name of ['N'.repeat(160), 'Кафе Пушкин на Невском проспекте и его друзья']) {
      expect(answer({ name })).toContain(name);
      expect(answer({ name })).toContain(means[0]);
    }
    expect(answer({ means: [long] })).toContain(long);
  });
});

test('the name behind a sender is the one that is the same, before one that begins so', () => {
  const advertiser = { legalName: 'Valmy SAS', tradeNames: ['Maison Valmy', 'Maison'] } as never;
  expect(nameBehind(advertiser, { senderId: 'MAISON' })).toBe('Maison');
  expect(nameBehind(advertiser, { senderId: 'MAISONVALMY' })).toBe('Maison Valmy');
  expect(nameBehind(advertiser, { senderId: 'MAISONV' })).toBe('Maison Valmy');
});
