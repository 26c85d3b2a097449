import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fillTemplate, type Template } from '#shared/channels/content/template.ts';
import { footerHtml, oppositionAnchor } from '#shared/channels/email/footer/footer.ts';
import { prepareEmail } from '#shared/channels/email/prepare-email.ts';
import { renderEmail } from '#shared/channels/email/render-email.ts';
import { verifyEmail } from '#shared/channels/email/verify-email.ts';
import { verifyPrepared } from '#shared/channels/email/verify-prepared.ts';
import { Failure } from '#shared/domain/failure.ts';
import { EVERYTHING_SAID, mentionsOf } from '../../support/mentions.ts';

const FOLDER = new URL('../../fixtures/mails/', import.meta.url);
const mail = (name: string): string => readFileSync(new URL(`${name}.html`, FOLDER), 'utf8');
const values = { nom: 'Léa', prenom: 'Léa <b>', couleur: 'red', FNAME: 'Léa' };
const mentions = mentionsOf({});

/** Mails that no footer can be seen in, with the line that says why. */
const REFUSED: Readonly<Record<string, string>> = {
  'cut-in-a-tag': 'Line 3: this tag never ends: a quote or ">" is missing.',
  'field-in-script': 'Line 6, column 20: a merge field may not stand in a script.',
  'footer-of-an-earlier-mail': 'Line 6: this is the footer of a mail sent before, with the link of another reader.',
  frameset: 'Line 3: a frameset has no body that a footer could stand in.',
  'field-in-style':
    'Line 5, column 17: a merge field may not be in a style or a class: its value could hide the footer.',
  'hidden-body':
    'Line 4, column 7: "<body style> { display: none }" applies to the whole page and can hide, move or shrink the footer, which says how to stop.',
  'only-hidden-text': 'Line 5: nothing is visible: this <div> hides what it holds.',
  plaintext: 'Line 6: <plaintext> is never closed and swallows what follows.',
  'unclosed-attribute-quote': 'Line 6: this tag never ends: a quote or ">" is missing.',
  'unclosed-comment-before-all': 'Line 2: this comment is never closed.',
  'unclosed-hidden-preheader': 'Line 2: this hidden <div> is never closed and hides what follows.',
  'unclosed-title-in-head': 'Line 3: <title> is never closed and swallows what follows.',
};

/** What is closed right before the footer, where the author left something open. */
const REPAIRED: Readonly<Record<string, string>> = {
  'conditional-comment-unclosed': '-->',
  'deeply-unclosed': '</div>'.repeat(60),
  'hidden-by-class-left-open': '</div>',
  'nested-center-body': '</center>',
  'outlook-hidden-left-open': '<!--<![endif]-->',
  'outlook-revealed-left-open': '<![endif]>',
  'unclosed-bold': '</i></b></p>',
  'unclosed-comment': '-->',
  'unclosed-hidden-block-at-the-end': '</div>',
  'unclosed-hidden-font': '</font>',
  'unclosed-link': '</a>',
  'unclosed-row': '</tr></tbody></table>',
  'unclosed-select': '</option></select>',
  'unclosed-style': '</style>',
  'unclosed-svg': '</circle></g></svg>',
  'unclosed-tables': '</td></tr></tbody></table></td></tr></tbody></table>',
  'unclosed-template': '</p></template>',
  'unclosed-textarea': '</textarea>',
};

/** Mails whose end tag of the body is not the last thing seen, or not a tag at all: the footer goes to the very end. */
const AT_THE_END = [
  'body-end-only-in-comment',
  'body-omitted-head-present',
  'content-after-html',
  'missing-body-and-html-end',
  'no-body-tags',
  'outlook-content-after-the-end',
  'stray-body-end-before-content',
  'text-only',
];

const names = readdirSync(FOLDER).map((file) => file.replace('.html', ''));
const sent = names.filter((name) => !(name in REFUSED));

const prepared = (name: string) => {
  const { html, ...more } = prepareEmail({ subject: 'Novembre', html: mail(name) }, 'kept');
  if (html === undefined) throw new Error('the HTML part is missing');
  const index = html.template.holes.findIndex(({ kind }) => kind === 'footer');
  return { html, ...more, index, footer: html.template.holes[index] };
};

/** The author's part of the bytes: every hole but the footer filled. */
const withoutFooter = (template: Template, index: number): string =>
  fillTemplate(
    {
      ...template,
      holes: template.holes.map((hole, at) => (at === index ? { kind: 'footer', before: '', width: 600 } : hole)),
    },
    { values, mentions, link: oppositionAnchor, footer: () => '' },
  );

test('a mail nested deeper than browsers go is refused, however deep', () => {
  const html = `<p>Vins</p>${'<div>'.repeat(20_000)}fin`;
  expect(() => prepareEmail({ subject: 'x', html })).toThrow(
    expect.objectContaining({
      errors: [
        expect.objectContaining({ pointer: '/html', detail: 'Line 1: elements are nested more than 512 deep.' }),
      ],
    }),
  );
});

describe('a footer in mails as people really write them', () => {
  test('the collection holds more than seventy mails', () => {
    expect(names.length).toBeGreaterThan(70);
  });

  test.each(sent)('%s: the footer is seen once, last, and the author reads unchanged', (name) => {
    const { html, index, footer, ...more } = prepared(name);
    const rendered = renderEmail({ html, ...more }, values, mentions);
    expect(verifyEmail(rendered, mentions)).toMatchObject(EVERYTHING_SAID);
    expect(verifyPrepared({ html, ...more }, values, rendered, mentions)).toEqual(verifyEmail(rendered, mentions));
    const inserted = (REPAIRED[name] ?? '') + footerHtml(mentions, footer?.kind === 'footer' ? footer.width : 0);
    expect(footer?.kind === 'footer' && footer.before).toBe(REPAIRED[name] ?? '');
    expect(rendered.html?.split(inserted)).toHaveLength(2);
    expect(rendered.html?.replace(inserted, '')).toBe(withoutFooter(html.template, index));
  });

  test.each(sent)('%s: outside the holes and the footer every byte is the source', (name) => {
    const { html, index } = prepared(name);
    const { fixed } = html.template;
    const segments = [...fixed.slice(0, index), `${fixed[index]}${fixed[index + 1]}`, ...fixed.slice(index + 2)];
    const source = mail(name);
    let at = 0;
    for (const segment of segments) {
      const found = source.indexOf(segment, at);
      expect(found).toBeGreaterThanOrEqual(at);
      at = found + segment.length;
    }
    expect(at).toBe(source.length);
    if (segments.length === 1) expect(segments[0]).toBe(source);
  });

  test.each(AT_THE_END)('%s: the footer comes at the very end', (name) => {
    const { html, index } = prepared(name);
    expect(html.template.fixed.slice(index + 1)).toEqual(['']);
  });

  test.each(Object.entries(REFUSED))('%s is refused, naming the line', (name, detail) => {
    const attempt = () => prepareEmail({ subject: 'Novembre', html: mail(name) });
    expect(attempt).toThrow(Failure);
    expect(attempt).toThrow(
      expect.objectContaining({ errors: [expect.objectContaining({ pointer: '/html', detail })] }),
    );
  });
});
