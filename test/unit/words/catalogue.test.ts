import { parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { describe, expect, test } from 'vitest';
import { escapeHtml } from '#shared/channels/content/escape.ts';
import { fold } from '#shared/channels/content/fold.ts';
import { STOPPING } from '#shared/channels/content/means-of-opposition.ts';
import { footerHtml, footerText } from '#shared/channels/email/footer/footer.ts';
import { prepareEmail } from '#shared/channels/email/prepare-email.ts';
import { renderEmail } from '#shared/channels/email/render-email.ts';
import { verifyEmail } from '#shared/channels/email/verify-email.ts';
import { CODE_MINUTES } from '#shared/domain/centre/code.ts';
import { READER_LANGUAGES } from '#shared/domain/reader-language.ts';
import { dayInWords } from '#shared/domain/time/day-in-words.ts';
import { PAGE_WORDS } from '#shared/pages/personal-data/personal-data-words.ts';
import { CODE_WORDS } from '#shared/words/codes.ts';
import { TEXT_WORDS } from '#shared/words/texts.ts';
import { instant } from '#test/support/builders.ts';
import { countedAgain } from '#test/support/gsm.ts';
import { EVERYTHING_SAID, mentionsOf } from '#test/support/mentions.ts';
import { CATALOGUE, type Catalogue, sentencesIn } from '#tools/words/sentences.ts';
import { faultsIn } from './judge.ts';

/** The catalogue with one thing changed: `at` is a path of names. */
const planted = (at: readonly string[], value: unknown): Catalogue => {
  const change = (of: unknown, [name = '', ...rest]: readonly string[]): unknown => ({
    ...Object(of),
    [name]: rest.length === 0 ? value : change(Reflect.get(Object(of), name), rest),
  });
  return change(CATALOGUE, at) as Catalogue;
};

describe('the catalogue of what readers read', () => {
  test('has every sentence in each language, with its names, in that language, saying what it owes', () => {
    expect(faultsIn(CATALOGUE)).toEqual([]);
    expect(sentencesIn(CATALOGUE, 'nl').size).toBeGreaterThan(170);
  });

  test.each([
    ['a sentence that is missing', ['footer', 'de', 'notice'], undefined, 'de footer.notice is missing'],
    ['an empty one', ['centre', 'it', 'said', 'agreed'], ' ', 'it centre.said.agreed is missing'],
    ['a reason that is missing', ['footer', 'es', 'why'], () => '', 'es footer.why consent is missing'],
    ['two languages that are swapped', ['pages', 'nl'], CATALOGUE.pages.de, 'nl pages.form.explained seems to be de'],
    [
      'one sentence of another language',
      ['pages', 'it', 'form', 'hint'],
      CATALOGUE.pages.es.form.hint,
      'it pages.form.hint seems to be es',
    ],
    [
      'a name that is lost',
      ['pages', 'de', 'ask', 'heading'],
      () => 'Keine Werbung mehr?',
      'de pages.ask.heading does not name what the French names',
    ],
    [
      'a code that is lost',
      ['codes', 'nl', 'bare'],
      () => 'Uw code, 10 minuten geldig.',
      'nl codes.bare does not name what the French names',
    ],
    [
      'a footer that does not say that it is free',
      ['footer', 'nl', 'stopHint'],
      'zonder opgave van reden',
      'nl footer.stopHint does not say what it owes',
    ],
    [
      'a call that does not say that it is advertising',
      ['calls', 'it', 'who'],
      (name: string) => `Messaggio automatico di ${name}, con voce sintetica.`,
      'it calls.who does not say what it owes',
    ],
    [
      'a key that is lost',
      ['calls', 'es', 'key'],
      () => 'Para no recibir más llamadas, pulse una tecla.',
      'es calls.key does not name what the French names',
    ],
    [
      'a call that speaks French to whoever reads German',
      ['calls', 'de', 'key'],
      CATALOGUE.calls.fr.key,
      'de calls.key does not say what it owes',
    ],
    [
      'STOP that was translated',
      ['pages', 'es', 'start', 'shortest'],
      'Lo más sencillo es responder BAJA a un SMS.',
      'es pages.start.shortest does not say what it owes',
    ],
    [
      'a negation that is lost',
      ['pages', 'de', 'notNow', 'opposition'],
      'Ihr Widerspruch ist gespeichert.',
      'de pages.notNow.opposition does not say what it owes',
    ],
    [
      'a sentence that owes words and is gone',
      ['pages', 'fr', 'ask', 'free'],
      undefined,
      'pages.ask.free owes words, and there is no such sentence',
    ],
    [
      'a sentence left in French',
      ['pages', 'en', 'notNow', 'title'],
      CATALOGUE.pages.fr.notNow.title,
      'en pages.notNow.title is the French',
    ],
  ])('judged, %s is found', (_what, at, value, fault) => {
    expect(faultsIn(planted(at, value))).toContain(fault);
  });
});

test('French pages break no line before a colon, a question or an end of quotation', () => {
  const broken = [...sentencesIn(CATALOGUE, 'fr')].filter(([, said]) => / [:;?!»]|« /.test(said));
  // Texts count each character, and what is spoken has no lines.
  expect(broken.map(([path]) => path).filter((path) => !/^(?:texts|codes|calls)\./.test(path))).toEqual([]);
});

test('nor does the page of what is held of a person, in French', () => {
  const said = Object.values(PAGE_WORDS.fr).filter((words) => typeof words === 'string');
  expect(said.filter((words) => / [:;?!»]|« /.test(words))).toEqual([]);
  expect(said.length).toBeGreaterThan(50);
});

const linksOf = (node: Tree.ParentNode): readonly (readonly [string, string])[] =>
  node.childNodes.flatMap((child) => {
    if (!('tagName' in child)) return [];
    const href = child.attrs.find(({ name }) => name === 'href')?.value;
    return href === undefined ? linksOf(child) : [[href, wordsOf(child)] as const];
  });
const wordsOf = (node: Tree.ParentNode): string =>
  node.childNodes.map((child) => ('value' in child ? child.value : 'tagName' in child ? wordsOf(child) : '')).join('');

describe.each(READER_LANGUAGES)('what a reader of %s gets', (language) => {
  const mentions = mentionsOf({ language });
  const content = { subject: 'Nos vins', html: '<html><body><p>Nos vins.</p></body></html>' };
  const mail = renderEmail(prepareEmail(content), {}, mentions);

  test('is a mail whose bytes are found to say everything', () => {
    expect(verifyEmail(mail, mentions, { fromName: 'Caves Dubois' })).toMatchObject(EVERYTHING_SAID);
  });

  test('in another language the same bytes say nothing of it: the sentences are compared exactly', () => {
    for (const other of READER_LANGUAGES.filter((each) => each !== language))
      expect(verifyEmail(mail, mentionsOf({ language: other }))).toMatchObject({
        isRecognisableAsAdvertising: false,
        saysWhy: false,
        carriesOppositionMeans: false,
      });
  });

  test('has the link to stop with its words, in the HTML and in the text, in a block of that language', () => {
    const html = footerHtml(mentions);
    const links = linksOf(parseFragment(html));
    const { stop, choicesLink } = CATALOGUE.footer[language];
    const { oppositionUrl, noticeUrl } = mentions;
    const choicesUrl = oppositionUrl.replace('/o/', '/p/');
    expect(choicesUrl).not.toBe(oppositionUrl);
    expect(links.map(([href]) => href)).toEqual([oppositionUrl, choicesUrl, noticeUrl]);
    expect([links[0]?.[1], links[1]?.[1]]).toEqual([stop, choicesLink]);
    expect(html).toContain(`lang="${language}"`);
    expect(footerText(mentions)).toContain(
      `: ${mentions.oppositionUrl}\n`.replace(': ', CATALOGUE.footer[language].colon),
    );
    expect(new TextEncoder().encode(html).length).toBeLessThan(9_000);
  });

  test('says of its own link to the choices no word of stopping: no other link is taken for a way to stop', () => {
    const { choices, choicesLink, stop } = CATALOGUE.footer[language];
    for (const each of [choices, choicesLink]) expect(STOPPING.test(fold(each))).toBe(false);
    expect(STOPPING.test(fold(stop))).toBe(true);
    expect(footerHtml(mentions)).toContain(escapeHtml(choicesLink));
    expect(footerText(mentions)).toContain(`\n${choices}\n`);
    const service = mentionsOf({ language, why: { basis: 'service' } });
    expect(footerText(service)).not.toContain(choices);
    expect(footerHtml(service)).not.toContain(escapeHtml(choicesLink));
  });

  test('lost its link: the verifier finds no means', () => {
    const lost = { ...mail, html: mail.html?.replaceAll(`href="${mentions.oppositionUrl}"`, 'name="lost"') };
    expect(verifyEmail(lost, mentions).carriesOppositionMeans).toBe(false);
    const wordless = { ...mail, html: mail.html?.replace(`>${CATALOGUE.footer[language].stop}<`, '><') };
    expect(verifyEmail(wordless, mentions).carriesOppositionMeans).toBe(false);
  });

  test('in a text is in GSM-7 and in one segment', () => {
    const code = '000000';
    const { named, bare, asked } = CODE_WORDS[language];
    const { stopped, source, whoWrites } = TEXT_WORDS[language];
    for (const said of [
      named(code, 'Caves Dubois & Fils'),
      bare(code),
      asked.named('24/12/2026', 'Caves Dubois & Fils'),
      asked.bare('24/12/2026'),
      stopped.named('Caves Dubois & Fils'),
      stopped.bare,
      whoWrites('Caves Dubois & Fils', 'bonjour@caves-dubois.example, 01 23 45 67 89 - STOP 36105'),
      source,
    ])
      expect([said, countedAgain(said)]).toMatchObject([said, { segments: 1, encoding: 'GSM-7' }]);
    expect(CODE_WORDS[language].bare(code)).toContain(String(CODE_MINUTES));
  });

  test('of a code has a subject of one line, and says how long it counts', () => {
    const { subject, mail: words } = CODE_WORDS[language];
    expect(`Subject: ${subject('000000')}`.length).toBeLessThan(78);
    expect(words('000000', 'Caves Dubois')).toMatch(new RegExp(`000000[^]*${CODE_MINUTES}[^]*Caves Dubois\n$`));
  });
});

test('days are written as each language writes them', () => {
  const at = (day: string) => READER_LANGUAGES.map((language) => dayInWords(language, instant(`${day}T23:30:00Z`)));
  expect(at('2026-11-30')).toEqual([
    '1er décembre 2026',
    '1 December 2026',
    '1. Dezember 2026',
    '1 de diciembre de 2026',
    '1º dicembre 2026',
    '1 december 2026',
  ]);
  expect(at('2026-03-10')).toEqual([
    '11 mars 2026',
    '11 March 2026',
    '11. März 2026',
    '11 de marzo de 2026',
    '11 marzo 2026',
    '11 maart 2026',
  ]);
});
