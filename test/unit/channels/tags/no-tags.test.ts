import { describe, expect, test } from 'vitest';
import { tagsIn } from '#shared/channels/content/tags/tags-in.ts';
import { faultsOf, newsletter, sent } from '../../../support/tags/put.ts';

/** Ordinary content that has braces, brackets and percent signs, and is none of our business. */
const ORDINARY = [
  '100 % coton, -20 % ou −10%/−20% dès 50 €, soit 5%–10%.',
  'De 10% à 20%, 10%OFF-20%, 50%de réduction, 30 %NOUVEAU',
  '« Deux vins » {voir plus bas}, {sic}, {1}, { a }, {a, b}',
  '[NOUVEAU] [Vidéo] [1] [Publi] [VIP] [sic] [à lire] [2 min]',
  'Prix : $10, US$ 20, 5€/kg, C$ et 3 * 4 | 5 * 6, a || b',
  'Écrivez à camille@example.com ou @caves_dubois, #vin #bordeaux #promo',
  '-firstclass- et -20-, rendez-vous le 3-4 mai, « nom » ~ 30 min ~',
  'https://caves.example/?q=caf%C3%A9%20d%27%C3%A9t%C3%A9&n=%AB%20%BB%2C',
  'a < b et c > d, 1 << 2, <3',
  'Degré [%], taux [%, €], guide [https://caves.example/firstname], [voir ci-dessous pour le webversion]',
];

const PIECES = [
  '<style>@media screen{.a{color:red}}.b{width:100%}a[class="x"]{b:c}*|*{margin:0}/* {{ x }} is told below */</style>',
  '<style>.a{width:50%}.b{background:url(x.png?%AB%20)}</style>',
  '<!--[if mso]><table><tr><td><![endif]-->a<!--[if mso]></td></tr></table><![endif]-->',
  '<!--[if !mso]><!--><p>b</p><!--<![endif]-->',
  '<!--[if (gte mso 9)|(IE)]><xml><o:OfficeDocumentSettings></o:OfficeDocumentSettings></xml><![endif]-->',
  '<!-- {{#if}} *|IF:X|* [[x]] {% endif %} -->',
  '<script type="application/ld+json">{"@type":"A","b":{"c":[[1,2],[3,4]]},"d":{"e":{"f":"%NAME%"}}}</script>',
  '<td width="100%" style="width:100%;height:50%">c</td>',
  '<a href="https://caves.example/%C3%A9t%C3%A9?a=%5B1%5D&amp;b=%7B%22c%22%3A1%7D">Voir</a>',
  '<p title="de 10% à 20%">d</p><p data-x=\'{"a":1}\'>e</p>',
];

describe('what is no tag', () => {
  test.each(ORDINARY)('%s', (words) => {
    expect(tagsIn(words, 'text')).toEqual([]);
    expect(tagsIn(words.replaceAll('<', '&lt;'), 'html')).toEqual([]);
    expect(faultsOf({ subject: words.slice(0, 80), text: words })).toEqual([]);
  });

  test.each(PIECES.filter((piece) => !piece.includes('is told below')))('%s', (html) => {
    const content = newsletter(`<p>Vins</p>${html}`);
    expect(faultsOf(content)).toEqual([]);
    // Every byte of the author is there.
    expect(sent(content).html).toContain(html);
  });

  test('in a style sheet, doubled braces alone are a tag', () => {
    expect(tagsIn(PIECES[0] ?? '', 'html').map(({ field }) => field)).toEqual([{ kind: 'value', name: 'x' }]);
  });
});

describe('links that speak of stopping and are no way to stop', () => {
  test.each([
    '<a href="https://caves.example/moustiques">Stop aux moustiques</a>',
    '<a href="https://caves.example/n">Désabonnez-vous de Netflix en deux clics</a>',
    '<a href="https://caves.example/b">Lire : comment se désabonner des infolettres</a>',
    '<a href="https://caves.example/blog/how-to-unsubscribe">Notre guide de la boîte vide</a>',
    '<a href="https://caves.example/optout">Nos cookies</a>',
    '<a href="mailto:bonjour@caves.example">Écrivez-nous</a>',
    '<p>Nos vins sont là. <a href="https://caves.example/v">Cliquez ici</a>. Pour vous désabonner, voyez plus bas.</p>',
  ])('%s stays', (html) => {
    expect(sent(newsletter(html)).html).toContain(html);
  });
});
