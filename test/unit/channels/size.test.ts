import { describe, expect, test } from 'vitest';
import { renderedBytes } from '#shared/channels/content/rendered-size.ts';
import { prepareEmail } from '#shared/channels/email/prepare-email.ts';
import { renderEmail } from '#shared/channels/email/render-email.ts';
import { warningsOfEmail } from '#shared/channels/email/warnings.ts';
import { growth } from '#test/support/growth.ts';
import { mentionsOf } from '../../support/mentions.ts';

const paragraph = (index: number) => `<p>Paragraphe ${index} : ${'é'.repeat(40)}</p>\n`;
const mailOf = (paragraphs: number) =>
  `<body>\n${Array.from({ length: paragraphs }, (_, index) => paragraph(index)).join('')}</body>`;
const warned = (html: string) => warningsOfEmail({ subject: 'Vins', html }).map(({ sentence }) => sentence.en);

describe('a mail that Gmail would cut', () => {
  test('is warned of, with the words and the line after which it is cut', () => {
    const [sentence, ...more] = warned(mailOf(1200));
    expect(more).toEqual([]);
    const [, words = '', line = ''] =
      /what follows "([^"]+)" \(line (\d+)\), and the footer/.exec(sentence ?? '') ?? [];
    const before = mailOf(1200).split('\n').slice(0, Number(line)).join('\n');
    expect(Buffer.byteLength(before)).toBeGreaterThan(100_000 - 200);
    expect(Buffer.byteLength(before)).toBeLessThan(100_000 + 200);
    expect(before).toContain(words.split(' : ').at(-1)?.slice(0, 10));
  });

  test('by its footer alone is told so', () => {
    const html = `<p>${'a'.repeat(99_900)}</p>`;
    expect(warned(html)[0]).toMatch(/there the footer, with the way to stop, would be seen after a click only/);
  });

  test('is weighed in bytes of UTF-8, with its fallbacks and its footer', () => {
    expect(warned(`<p>${'é'.repeat(40_000)}</p>`)).toEqual([]);
    expect(warned(`<p>${'é'.repeat(48_000)}</p>`)).toHaveLength(1);
    expect(warned(`<p>${'a'.repeat(88_000)}{{x|default:"${'b'.repeat(900)}"}}</p>`)).toEqual([]);
    expect(warned(mailOf(100))).toEqual([]);
    expect(warningsOfEmail({ subject: 'Vins', text: 'a'.repeat(200_000) })).toEqual([]);
  });
});

describe('a mail with images that count who opens it', () => {
  test('is warned of with the line and host of each', () => {
    const html = `<p>a</p>\n${'<img src="https://t.example/o?u={{id}}" width="1" height="1">\n'.repeat(7)}`;
    expect(warned(html)).toEqual([
      'These images count who opens the mail, and are taken out for who did not agree to it: line 2: t.example (token); line 3: t.example (token); line 4: t.example (token); line 5: t.example (token); line 6: t.example (token) (+ 2).',
    ]);
  });

  test('is warned of in French throughout', () => {
    const [warning] = warningsOfEmail({
      subject: 'Vins',
      html: '<img src="https://t.example/o?u={{id}}" width="1" height="1">',
    });
    expect(warning?.sentence.fr).toMatch(/qui n’y a pas consenti : ligne 1 : t\.example\.$/);
  });

  test('whose host a field makes, too', () => {
    const [warning] = warningsOfEmail({ subject: 'Vins', html: '<img src="{{pixel}}" width="1" height="1">' });
    expect(warning?.sentence.fr).toMatch(/ligne 1 : adresse faite par un champ\.$/);
  });
});

describe('the size of a message with its values', () => {
  test('is that of what is made of it, but for what Aval adds', () => {
    const html = '<p title="{{a}}">{{a}}{{b|default:"é"}}</p>';
    const values = { a: '<"é€&>' };
    const size = renderedBytes({ subject: '{{a}}', html, text: '{{a}}' }, values);
    const made = renderEmail(prepareEmail({ subject: '{{a}}', html, text: '{{a}}' }), values, mentionsOf({}));
    const author = Buffer.byteLength(made.subject) * 2 + Buffer.byteLength(made.html ?? '');
    expect(size).toBeLessThan(author);
    expect(size).toBeGreaterThan(Buffer.byteLength('<p title="">é</p>') + 4 * values.a.length);
  });

  test('of fields that come back thousands of times is counted without being made', () => {
    const sizeOf = (text: string) => renderedBytes({ subject: 'a', html: '{{a}}'.repeat(4_000) }, { a: text });
    expect(sizeOf('"'.repeat(10_000))).toBeGreaterThan(200_000_000);
    // Made, a value that is ten times as long would take ten times as long.
    expect(growth('"', 10_000, sizeOf)).toBeLessThan(5);
  });
});
