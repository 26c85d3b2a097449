import { describe, expect, test } from 'vitest';
import type { OppositionNotice } from '#shared/app/oppositions/show-opposition-page.ts';
import { READER_LANGUAGES } from '#shared/domain/reader-language.ts';
import { who } from '#shared/pages/opposition-page.ts';
import { CENTRE_WORDS } from '#shared/words/centre.ts';
import { dayOf } from '#shared/words/day-of.ts';
import { publicDocuments } from '#test/support/pages/public-pages.ts';

describe.each(READER_LANGUAGES)('the pages in %s', (language) => {
  const pages = publicDocuments(language);
  /** As a browser reads it: a page writes some characters by their numbers. */
  const read = (name: string): string =>
    pages[name]?.document.replaceAll(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code))) ?? '';

  test('where no code can be sent, say where to write, and of no code that is sent', () => {
    const { said, closed } = CENTRE_WORDS[language];
    expect(read('centre-no-sender')).toContain(said['no-sender']);
    const why = closed.why(closed.where.message.email);
    expect(read('centre-no-sender')).not.toContain(why);
    expect(read('centre-closed')).toContain(why);
  });

  test('open the contact of the advertiser, where there is one', () => {
    const link = '<a href="mailto:bonjour@caves-dubois.example" rel="noreferrer">bonjour@caves-dubois.example</a>';
    for (const name of ['by-link', 'recorded', 'centre-closed', 'centre-open']) expect(read(name)).toContain(link);
  });

  test('break no line within a day', () => {
    expect(read('centre-open')).not.toMatch(/\d+(?:\.|º|er)? (?:de )?\p{L}+ (?:de )?20\d\d/u);
    expect(read('centre-open')).toMatch(/\d+(?:\.|º|er)?\u00a0(?:de\u00a0)?\p{L}+\u00a0(?:de\u00a0)?20\d\d/u);
  });

  test('say of a code when it was asked for and that one from before is dead, the same of the first, and when another may be asked for', () => {
    const { said, closed, moments } = CENTRE_WORDS[language];
    const eleven = moments.today(moments.clock('11', '00'));
    expect(read('centre-code-sent')).toContain(said.sent(closed.where.message.email, eleven));
    expect(read('centre-code-again')).toContain(said.sent(closed.where.message.email, eleven));
    for (const name of ['centre-code-sent', 'centre-code-again']) expect(read(name)).toContain(closed.hint);
    const tomorrow = moments.onDay(dayOf(language, '2026-11-25T10:00:00Z'), moments.clock('11', '00'));
    const { lastCode } = CENTRE_WORDS[language].errands;
    const tooMany = read('centre-too-many-codes');
    expect(tooMany).toContain(`<strong>${said['too-many']} ${lastCode(tomorrow)}</strong>`);
    // Once: where the button for another code was, nothing says it again.
    expect(tooMany.split(lastCode(tomorrow))).toHaveLength(2);
    expect(read('centre-wrong-code')).toContain(said['wrong-code']);
  });

  test('say of another code that it alone works, and where it goes', () => {
    const { closed, errands, moments } = CENTRE_WORDS[language];
    const page = read('centre-another-code');
    expect(page).toContain(errands.anotherCode(moments.today(moments.clock('11', '00'))));
    expect(page).toContain(errands.sentWhere(closed.where.message.email));
    expect(read('centre-code-sent')).not.toContain(errands.anotherCode(moments.today(moments.clock('11', '00'))));
  });

  test('lead back to what was stopped, and each link within a page leads to a part of it', () => {
    for (const [name, { document }] of Object.entries(pages))
      for (const [, anchor] of document.matchAll(/href="#([^"]+)"/g))
        expect([name, anchor, document.split(`id="${anchor}"`).length]).toEqual([name, anchor, 2]);
    expect(read('centre-stopped')).toContain(`href="#agree">${CENTRE_WORDS[language].errands.back.changed}`);
    expect(read('centre-closed')).toContain(CENTRE_WORDS[language].errands.behind.choose);
  });

  test('say in the button for everything that it is of all addresses and numbers', () => {
    for (const name of ['centre-closed', 'centre-open', 'centre-code-sent'])
      expect(read(name)).toContain(`${CENTRE_WORDS[language].errands.everywhere}</span></button>`);
  });

  test('send no reader of a telephone to a folder for unwanted mail', () => {
    const { email, phone } = CENTRE_WORDS[language].closed.late;
    expect([email, phone].map((each) => /spam|indésirables|no deseado|indesiderata|ongewenste/i.test(each))).toEqual([
      true,
      false,
    ]);
    expect(read('centre-code-sent')).toContain(email);
  });

  test('call what is stopped by everything advertising, since orders still come', () => {
    expect(CENTRE_WORDS[language].stopAll('X')).toMatch(/publici|pubblici|advertis|Werbung|reclame/);
  });
});

test('an hour after midnight or noon is singular where the language has it so', () => {
  const at = (language: 'es' | 'it', hour: string) => CENTRE_WORDS[language].moments.today(hour);
  expect([at('es', '1:05'), at('es', '11:05')]).toEqual(['a la 1:05 (hora de París)', 'a las 11:05 (hora de París)']);
  expect([at('it', '1:05'), at('it', '10:05')]).toEqual(['all’1:05 (ora di Parigi)', 'alle 10:05 (ora di Parigi)']);
});

test('a day in Italian has the article that it is read with', () => {
  const { due } = CENTRE_WORDS.it.acknowledgement;
  expect(['8\u00a0dicembre', '11\u00a0marzo', '18\u00a0marzo', '1º\u00a0marzo'].map(due)).toEqual([
    'Riceverà una risposta entro l’8\u00a0dicembre.',
    'Riceverà una risposta entro l’11\u00a0marzo.',
    'Riceverà una risposta entro il 18\u00a0marzo.',
    'Riceverà una risposta entro il 1º\u00a0marzo.',
  ]);
});

test.each([
  ['Maison Valmy', 'Maison Valmy SAS', 'Maison Valmy SAS'],
  ['Valmy', 'Valmy, société anonyme', 'Valmy, société anonyme'],
  ['Val', 'Maison Valmy SAS', 'Val (Maison Valmy SAS)'],
  ['Maison', 'Chez Dubois SARL', 'Maison (Chez Dubois SARL)'],
])('who writes: %s, of %s', (publicName, legalName, said) => {
  expect(who({ publicName, legalName } as OppositionNotice)).toBe(said);
});
