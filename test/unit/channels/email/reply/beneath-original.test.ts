import { describe, expect, test } from 'vitest';
import type { MailAsReceived } from '#shared/app/replies/received-mails.port.ts';
import { saidByReply } from '#shared/app/replies/said-by-reply.ts';
import { escapeHtml } from '#shared/channels/content/escape.ts';
import { footerHtml, footerText } from '#shared/channels/email/footer/footer.ts';
import { textFromHtml } from '#shared/channels/email/html/text-from-html.ts';
import { FORMER_NOTICES } from '#shared/channels/email/reply/former-notices.ts';
import { READER_LANGUAGES } from '#shared/domain/reader-language.ts';
import { FOOTER_WORDS } from '#shared/words/footer.ts';
import { mentionsOf } from '#test/support/mentions.ts';

const HEADERS = 'De : Caves Dubois <bonjour@caves-dubois.example>\nEnvoyé : mardi 24 novembre 2026 10:02\nObjet : Vins';
const SHOWN = '<b>De :</b> Caves Dubois<br><b>Envoyé :</b> mardi 24 novembre 2026 10:02<br>';
/** As long as ours are. */
const LINK = `https://stop.example/o/${'AbCd-_9'.repeat(16)}`;
const QUESTION = 'Avez-vous du rouge ?';
const STOP = 'Et ne m’écrivez plus, merci.';
const saidIn = (parts: Partial<MailAsReceived>) =>
  saidByReply({
    ...{ from: ['lou@example.fr'], subject: 'Re: Vins', text: undefined, html: undefined, attached: [], isCut: false },
    ...{ headers: [{ name: 'in-reply-to', value: '<1@x>' }], ...parts },
  });

/** One language, in which the original is a message of ours as it leaves. */
const originalIn = (language: (typeof READER_LANGUAGES)[number]) => {
  const mentions = mentionsOf({ language, oppositionUrl: LINK });
  const words = '20 % sur les vins de Loire.\n\nPour tout arrêter, passez nous voir.';
  return {
    text: `${words}\n\n${footerText(mentions)}`,
    html: `<p>${words}</p>${footerHtml(mentions)}`,
  };
};
/** As mail programs wrap what they do not mark. */
const wrapped = (text: string) => text.replaceAll(/([^\n]{55,76}?) /g, '$1\n');

describe('beneath an original that no mark sets apart', () => {
  test.each(READER_LANGUAGES)('the message of ours says nothing, and a stop beneath it is doubtful: %s', (language) => {
    const { text, html } = originalIn(language);
    const outlook = (beneath: string) => `<p>${QUESTION}</p><div><p>${SHOWN}</p></div>${html}<p>${beneath}</p>`;
    const web = (beneath: string) =>
      `<p>${QUESTION}</p><hr><div id="divRplyFwdMsg">${SHOWN}</div><div>${html}</div><p>${beneath}</p>`;
    const inText = (beneath: string) => `${QUESTION}\n\n${HEADERS}\n\n${text}\n\n${beneath}`;
    const layouts = (beneath: string): readonly Partial<MailAsReceived>[] => [
      ...[
        { text: inText(beneath) },
        { text: wrapped(inText(beneath)) },
        { text: inText(beneath).replaceAll('\n', '\r\n') },
      ],
      ...[{ html: outlook(beneath) }, { html: web(beneath) }],
    ];
    for (const parts of layouts('')) expect(saidIn(parts)).toMatchObject({ meaning: 'none' });
    for (const parts of layouts('Cordialement, Lou')) expect(saidIn(parts)).toMatchObject({ meaning: 'none' });
    for (const parts of layouts(STOP))
      expect(saidIn(parts)).toEqual({ meaning: 'doubtful', words: STOP, isPlain: true, isForward: false });
  });

  test.each(READER_LANGUAGES)(
    'a mail that left with the former words of the notice says nothing either: %s',
    (language) => {
      const now = originalIn(language);
      const { choices, choicesLink, notice, noticeEnd } = FOOTER_WORDS[language];
      const before = FORMER_NOTICES[language];
      const former = (text: string) =>
        text
          .replace(escapeHtml(choicesLink), '')
          .replace(`${choices}\n`, '')
          .replaceAll(escapeHtml(noticeEnd), escapeHtml(before.noticeEnd))
          .replaceAll(escapeHtml(notice), escapeHtml(before.notice));
      const [text, html] = [former(now.text), former(now.html)];
      for (const each of [text, html])
        for (const words of [notice, choices, choicesLink]) expect(each).not.toContain(escapeHtml(words));
      expect(text).toContain(before.notice);
      const parts = (beneath: string): readonly Partial<MailAsReceived>[] => [
        { text: `${QUESTION}\n\n${HEADERS}\n\n${text}\n\n${beneath}` },
        { html: `<p>${QUESTION}</p><div><p>${SHOWN}</p></div>${html}<p>${beneath}</p>` },
      ];
      for (const each of parts('Cordialement, Lou')) expect(saidIn(each)).toMatchObject({ meaning: 'none' });
      for (const each of parts(STOP))
        expect(saidIn(each)).toEqual({ meaning: 'doubtful', words: STOP, isPlain: true, isForward: false });
    },
  );

  test('what is quoted, signed or said for secrecy beneath it is not read', () => {
    const { text } = originalIn('fr');
    for (const beneath of [
      `> ${STOP}`,
      `-- \n${STOP}`,
      'Message confidentiel : si vous n’êtes pas le destinataire, merci de le supprimer.',
    ])
      expect(saidIn({ text: `${QUESTION}\n\n${HEADERS}\n\n${text}\n\n${beneath}` })).toMatchObject({ meaning: 'none' });
  });

  test.each([
    ['behind its last link', 'Votre commande est là.\nhttps://caves-dubois.example\n\n'],
    ['in its last paragraph', 'Bonjour,\n\nVoici ce que vous demandez.\n\n'],
  ])('of a mail that holds no link of ours only a plain stop counts: %s', (_where, original) => {
    const read = (beneath: string) => saidIn({ text: `${QUESTION}\n\n${HEADERS}\n\n${original}${beneath}` });
    expect(read('Ne m’écrivez plus.')).toMatchObject({ meaning: 'doubtful', words: 'Ne m’écrivez plus.' });
    expect(read('Vos données : RGPD, CNIL.')).toMatchObject({ meaning: 'none' });
  });

  test('a plain stop above it stays one', () => {
    const { text } = originalIn('fr');
    expect(saidIn({ text: `STOP\n\n${HEADERS}\n\n${text}` })).toMatchObject({ meaning: 'opposition', words: 'STOP' });
  });
});

describe('words among which a link of ours is, with no mark at all', () => {
  test.each(READER_LANGUAGES)('our own footer says nothing: %s', (language) => {
    const { text, html } = originalIn(language);
    const own = (all: string) => all.replace('Pour tout arrêter, passez nous voir.', '');
    for (const parts of [
      { text: own(`${QUESTION}\n\n${text}`) },
      { text: wrapped(own(`${QUESTION}\n\n${text}`)) },
      { html: own(`<p>${QUESTION}</p>${html}`) },
    ])
      expect(saidIn(parts)).toMatchObject({ meaning: 'none' });
  });

  test.each([
    ['a bar before each line', (lines: string) => lines.replaceAll(/^(?=.)/gm, '| ')],
    ['bars within bars', (lines: string) => lines.replaceAll(/^(?=.)/gm, '| | ')],
    ['a dash before each line', (lines: string) => lines.replaceAll(/^(?=.)/gm, '— ')],
    ['a bar before each folded line', (lines: string) => wrapped(lines).replaceAll(/^(?=.)/gm, '| ')],
    ['a sign of quoting behind a bar', (lines: string) => lines.replaceAll(/^(?=.)/gm, '|> ')],
    ['one paragraph', (lines: string) => lines.replaceAll(/\s*\n\s*/g, ' ')],
    ['one paragraph, with bars between', (lines: string) => lines.replaceAll(/\s*\n\s*/g, ' | ')],
  ])('nor does it where a program wrote it otherwise: %s', (_how, changed) => {
    for (const language of READER_LANGUAGES) {
      const { text, html } = originalIn(language);
      const own = (all: string) => changed(all.replace('Pour tout arrêter, passez nous voir.', ''));
      const inHtml = changed(textFromHtml(html.replace('Pour tout arrêter, passez nous voir.', '')));
      const shown = inHtml.replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br>');
      for (const said of [QUESTION, 'La taille 42 existe ?'])
        for (const parts of [{ text: `${said}\n\n${own(text)}` }, { html: `<p>${said}</p><p>${shown}</p>` }])
          expect([language, saidIn(parts)]).toMatchObject([language, { meaning: 'none' }]);
      expect(saidIn({ text: `${STOP}\n\n${own(text)}` })).toMatchObject({ meaning: 'doubtful', isPlain: true });
    }
  });

  test('a stop there is for a human, who sees it: it may be what the message said', () => {
    const { text } = originalIn('fr');
    for (const all of [`${text}\n\n${STOP}`, `${STOP}\n\n${text}`])
      expect(saidIn({ text: all })).toMatchObject({ meaning: 'doubtful', words: expect.stringContaining(STOP) });
    const asked = `Je n’arrive pas à me désabonner par ${LINK}`;
    expect(saidIn({ text: asked })).toMatchObject({ meaning: 'doubtful', words: asked });
  });

  test.each([
    ['fr', 'Bonjour, je souhaite ne plus recevoir ces e-mails : LINK'],
    ['fr', 'Je vous demande de ne plus recevoir ces e-mails <LINK> Merci'],
    ['fr', 'Merci de faire le nécessaire. Je ne veux\nplus recevoir ces e-mails : LINK'],
    ['fr', 'Ne plus recevoir ces e-mails (gratuit, sans motif à donner) : LINK'],
    ['en', 'I want to stop receiving these e-mails: LINK'],
    ['en', 'Please stop receiving these e-mails LINK'],
    ['de', 'Ich möchte diese E-Mails abbestellen: LINK'],
    ['de', 'Bitte diese E-Mails abbestellen LINK'],
    ['es', 'Quiero darme de baja. Darse de baja de estos correos: LINK'],
    ['it', 'Vorrei disiscrivermi. Disiscriversi da queste e-mail: LINK'],
    ['nl', 'Graag afmelden voor deze e-mails: LINK'],
  ])('a person who says it in the words of our footer, and pastes its link, opposes: %s, %s', (_language, said) => {
    const words = said.replace('LINK', LINK);
    const html = `<p>${words.replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</p>`;
    for (const parts of [{ text: words }, { text: `${words}\n\nLou` }, { html }])
      expect(saidIn(parts)).toMatchObject({ meaning: 'doubtful' });
  });

  test.each([
    'Bonjour, je souhaite ne plus recevoir ces e-mails : LINK',
    'Je ne veux\nplus recevoir ces e-mails <LINK>',
    'Merci de faire le nécessaire : Ne plus recevoir ces e-mails LINK',
    'Ich möchte diese E-Mails abbestellen: LINK',
    'I want to stop receiving these e-mails: LINK',
  ])('so does one who says it so above the whole footer: %s', (said) => {
    const { text } = originalIn('fr');
    const words = said.replace('LINK', LINK);
    for (const footer of [text.replace('Pour tout arrêter, passez nous voir.', ''), text.replaceAll('\n', ' ')])
      expect(saidIn({ text: `${words}\n\n${footer}` })).toMatchObject({ meaning: 'doubtful' });
  });

  test.each([
    ...['https://boutique.example/p/veste-en-laine-bleu-nuit', 'https://boutique.example/o/offres-de-la-semaine-48'],
    'https://boutique.example/p/veste-en-laine-bleu-nuit\nMerci',
  ])('a page of a shop at such a path is no link of ours: a plain stop stays one (%s)', (page) => {
    expect(saidIn({ text: `Désabonnez-moi. ${page}` })).toMatchObject({ meaning: 'opposition' });
  });
});
