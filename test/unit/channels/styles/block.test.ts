import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { describe, expect, test } from 'vitest';
import { footerHtml } from '#shared/channels/email/footer/footer.ts';
import { prepareEmail } from '#shared/channels/email/prepare-email.ts';
import { renderEmail } from '#shared/channels/email/render-email.ts';
import { readStyle } from '#shared/channels/email/styles/css-rules.ts';
import { type Node, pageOf } from '#shared/channels/email/styles/selecting/block-tree.ts';
import { READER_LANGUAGES } from '#shared/domain/reader-language.ts';
import { FOOTER_WORDS } from '#shared/words/footer.ts';
import { mentionsOf } from '../../../support/mentions.ts';

const mentions = mentionsOf({});
const elementsIn = (html: string): readonly Tree.Element[] => {
  const below = (node: Tree.Node): readonly Tree.Element[] => [
    ...('tagName' in node ? [node] : []),
    ...('childNodes' in node ? node.childNodes.flatMap(below) : []),
  ];
  return below(parse(html)).filter(({ tagName }) => !['html', 'head', 'body', 'br'].includes(tagName));
};
const pathOf = (element: Tree.Element): string =>
  element.parentNode && 'tagName' in element.parentNode
    ? `${pathOf(element.parentNode)} ${element.tagName}`
    : element.tagName;
const pathOfNode = ({ parent, name }: Node): string => (parent === undefined ? name : `${pathOfNode(parent)} ${name}`);

const block = elementsIn(footerHtml(mentions));

describe('the block', () => {
  test('is made of the elements that style sheets are compared with', () => {
    const nodes = pageOf(undefined).nodes.filter(({ part }) => part !== 'root');
    const expected = nodes.map((node) => [pathOfNode(node), [...node.attributes.keys()].sort()]);
    const made = block.map((element) => [pathOf(element), element.attrs.map(({ name }) => name).sort()]);
    const each = (list: readonly unknown[]) => [...new Set(list.map((entry) => JSON.stringify(entry)))].sort();
    expect(each(made)).toEqual(each(expected));
  });

  test('has its elements where those are that style sheets are compared with', () => {
    const shapeOf = ({ name, children }: Node): string => `${name}(${children.map(shapeOf).join('')})`;
    const shapeOfElement = (node: Tree.Node): string =>
      'tagName' in node ? `${node.tagName}(${node.childNodes.map(shapeOfElement).join('')})` : '';
    const tables = parse(footerHtml(mentions)).childNodes.map(shapeOfElement).join('');
    expect(tables).toBe(shapeOf(pageOf(undefined).nodes[0] as Node).replace('body(', 'head()body('));
  });

  test('says of each element what it is twice, plainly and then !important', () => {
    for (const { attrs } of block) {
      const declarations = readStyle(attrs.find(({ name }) => name === 'style')?.value ?? '');
      const first = declarations.findIndex(({ isImportant }) => isImportant);
      const [plain, important] = [declarations.slice(0, first), declarations.slice(first)];
      expect(important.every(({ isImportant }) => isImportant)).toBe(true);
      expect([plain[0], important[0]]).toMatchObject([{ property: 'all' }, { property: 'all' }]);
      const namesOf = (half: typeof plain) => half.map(({ property }) => property);
      expect(namesOf(important)).toEqual(expect.arrayContaining(namesOf(plain)));
      expect(namesOf(plain)).toEqual(expect.arrayContaining(['display', 'visibility']));
    }
  });

  test('has letters with ink and background of their own, and HTML attributes beneath', () => {
    const fonts = block.filter(({ tagName }) => tagName === 'font');
    expect(fonts).not.toEqual([]);
    for (const font of fonts) {
      const style = readStyle(font.attrs.find(({ name }) => name === 'style')?.value ?? '');
      for (const property of ['color', 'background', 'font'])
        expect(style.filter((declaration) => declaration.property === property)).toHaveLength(2);
    }
    const html = footerHtml(mentions);
    for (const attribute of ['bgcolor="#f4f4f4"', 'width="600"', 'align="center"', 'color="#333333"', 'size="2"'])
      expect(html).toContain(attribute);
  });

  test('leaves a line blank between two sentences: lines are centred, and the end of one says little', () => {
    const gaps = footerHtml(mentions).match(/\.(?:<[^>]*>)*?(?:<br\b[^>]*>)+/g) ?? [];
    expect(gaps).toHaveLength(4);
    for (const gap of gaps) expect(gap).toMatch(/(?:<br\b[^>]*>){2}$/);
  });

  test('has no element, not even a line break, that a style sheet could make something else of', () => {
    const elements = footerHtml(mentions).match(/<[a-z][^>]*>/g) ?? [];
    expect(elements.length).toBeGreaterThan(10);
    for (const element of elements) expect(element).toMatch(/\sstyle="(?:[^"]*;)?all:initial!important/);
  });

  test.each(READER_LANGUAGES)(
    'lets a reader press what one may choose, see, correct and erase, on the page of choices: %s',
    (language) => {
      const said = mentionsOf({ language });
      const textIn = (node: Tree.Node): string =>
        'childNodes' in node ? node.childNodes.map(textIn).join('') : 'value' in node ? node.value : '';
      const links = elementsIn(footerHtml(said))
        .filter(({ tagName }) => tagName === 'a')
        .map((link) => [link.attrs.find(({ name }) => name === 'href')?.value, textIn(link)]);
      const { stop, choicesLink, notice } = FOOTER_WORDS[language];
      expect(links).toEqual([
        [said.oppositionUrl, stop],
        [said.oppositionUrl.replace('/o/', '/p/'), choicesLink],
        [said.noticeUrl, notice],
      ]);
    },
  );

  test('takes its colours from the settings', () => {
    const html = footerHtml({ ...mentions, colours: { background: '#102030', ink: '#ffffff' } });
    expect(html).toContain('bgcolor="#102030"');
    expect(html).not.toMatch(/#f4f4f4|#333333/);
  });

  test('stays below 7.5 KB with usual words: Gmail clips mails above 102 KB', () => {
    expect(footerHtml(mentions).length).toBeLessThan(7_500);
  });

  test.each([
    ['<table width="100%"><tr><td><table width="640"><tr><td>Vins</table></table>', 640],
    ['<div style="max-width:580px;margin:0 auto"><table width="700"><tr><td>Vins</table></div>', 580],
    ['<table width="100%"><tr><td style="width: 480.5px !important">Vins</table>', 480],
    ['<img width="640" alt="Vins">', 600],
    ['<table width="300"><tr><td>Vins</table><table width="5000"><tr><td>x</table>', 600],
    ['<style>.wrap{max-width:640px}</style><div class="wrap">Vins</div>', 640],
    ['<style>#page,.x{width:700px!important}</style><table width="500" id="page"><tr><td>Vins</table>', 700],
    ['<style>.wrap{max-width:640px}</style><div class="wrap" style="max-width:580px">Vins</div>', 580],
    [
      '<style>.wrap{width:500px}.wrap{width:520px}p{width:480px}</style><p>Bonjour</p><div class="wrap">Vins</div>',
      520,
    ],
    [
      '<style>@media (min-width:700px){.wrap{max-width:640px}}.wrap{color:#123}</style><div class="wrap">Vins</div>',
      600,
    ],
  ])('is as wide as the mail of its author, where that states a width: %s', (body, width) => {
    const html = `<html><body>${body}</body></html>`;
    const rendered = renderEmail(prepareEmail({ subject: 'x', html }), {}, mentions);
    expect(rendered.html).toContain(` width="${width}" align="center"`);
    expect(rendered.html).toContain(`max-width:${width}px!important`);
  });

  test('is last: an element after it, though it holds nothing, could be put over it', () => {
    const html = '<html><body><p>Vins</p></body><div class="over"></div></html>';
    const { html: sent = '' } = renderEmail(prepareEmail({ subject: 'x', html }), {}, mentions);
    expect(sent.indexOf('class="over"')).toBeLessThan(sent.indexOf('data-aval-footer'));
  });
});
