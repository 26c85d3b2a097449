import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { expect, test } from 'vitest';
import { personalDataPage } from '#shared/pages/personal-data/personal-data-page.ts';
import { documentOf } from '../../support/words/personal-data.ts';

type Node = DefaultTreeAdapterTypes.Node;

/** Everything of a page as a browser takes it: each element with its attributes, and all text. */
const takenApart = (page: string) => {
  const elements: string[] = [];
  const attributes: string[] = [];
  const texts: string[] = [];
  const walk = (node: Node): void => {
    if ('tagName' in node) elements.push(node.tagName);
    if ('attrs' in node) attributes.push(...node.attrs.map(({ name, value }) => `${name}=${value}`));
    if (node.nodeName === '#text' && 'value' in node) texts.push(node.value);
    if ('childNodes' in node) for (const child of node.childNodes) walk(child);
  };
  walk(parse(page));
  return { elements: new Set(elements), attributes, texts, text: texts.join('\n') };
};

const HOSTILE = [
  '</script><script>alert(1)</script>',
  '</style><img src=x onerror=alert(1)>',
  '"><a href="javascript:alert(1)">x</a>',
  "' onmouseover='alert(1)",
  '<!-- --> ]]> {{name}} %7B1%7D',
  '\u202Egnp.exe\u2066\u200F',
  'one\r\ntwo\n\nthree',
  '&lt;b&gt; &amp;',
];

const TAGS =
  /^(?:html|head|meta|title|style|body|main|section|h[1-4]|p|ul|li|dl|dt|dd|bdi|code|strong|blockquote|div)$/;

test.each(HOSTILE)(
  '%j is text wherever it is, runs nothing, loads nothing, and changes nothing around it',
  (hostile) => {
    for (const language of ['fr', 'en'] as const) {
      const page = personalDataPage(documentOf(hostile), language);
      const { elements, attributes, texts } = takenApart(page);
      expect([...elements].filter((name) => !TAGS.test(name))).toEqual([]);
      expect(attributes.filter((each) => /^(?:on|src|href|srcdoc|action)/i.test(each))).toEqual([]);
      expect(attributes).toContain("content=default-src 'none'; style-src 'unsafe-inline'");
      const shown = hostile.replaceAll('\r\n', '\n');
      expect(texts.filter((text) => text.replaceAll('\r\n', '\n').includes(shown)).length).toBeGreaterThan(8);
      // Its parts are nowhere but in texts that it was put into whole.
      expect(texts.filter((text) => text.includes('alert(1)') && !text.includes(hostile))).toEqual([]);
    }
  },
);

test('the words that were shown, the messages with their reasons, and what is left of one, are there in both languages', () => {
  const said = {
    fr: [
      'J’accepte de recevoir',
      'Bonjour de recevoir',
      'Consentement prouvé.',
      'Le texte ne peut plus être refait.',
      'CNIL',
    ],
    en: ['J’accepte de recevoir', 'Bonjour de recevoir', 'Proven consent.', 'The text cannot be made again.', 'CNIL'],
  };
  for (const language of ['fr', 'en'] as const) {
    const { text, attributes } = takenApart(personalDataPage(documentOf('de recevoir'), language));
    for (const each of [...said[language], 'f'.repeat(64)]) expect(text).toContain(each);
    expect(attributes).toContain(`lang=${language}`);
    expect(text).not.toMatch(/undefined|\[object|null/);
  }
});
