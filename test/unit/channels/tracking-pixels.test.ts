import { describe, expect, test } from 'vitest';
import { withoutTrackingPixels } from '#shared/channels/email/html/tracking-pixels.ts';

const mail = (inside: string) => `<html><body><p>Bonjour</p>${inside}<table><tr><td>x</td></tr></table></body></html>`;

describe('an image that counts who opens a mail', () => {
  test.each([
    ['one pixel each way', '<img src="https://t.example/o?u={{id}}" width="1" height="1">'],
    ['no pixel at all', '<IMG SRC=http://t.example/o WIDTH=0 HEIGHT=0>'],
    ['one pixel by its style', '<img src="https://t.example/o" style="width:1px;height:1px" alt="">'],
    ['one pixel, the other side unsaid', '<img src="https://t.example/o" width="1">'],
    ['hidden by its style', '<img src="//t.example/o" style="display:none">'],
    ['hidden by an attribute', '<img hidden src="https://t.example/o">'],
    [
      'in a hidden block',
      '<div style="display:none"><img src="https://t.example/o"></div>',
      '<div style="display:none"></div>',
    ],
    ['made invisible', '<img src="https://t.example/o" style="visibility:hidden">'],
    ['a tenth of a pixel', '<img src="https://t.example/o" width=".1" height=".1px">'],
    ['named in a set alone', '<img srcset="https://t.example/o 1x" width="1" height="1">'],
    [
      'hidden by a style sheet',
      '<style>.p{display:none}</style><img class="p" src="https://t.example/o">',
      '<style>.p{display:none}</style>',
    ],
    [
      'hidden by a style sheet between the marks of old',
      '<style><!-- .p{display:none} --></style><img class="p" src="https://t.example/o">',
      '<style><!-- .p{display:none} --></style>',
    ],
    [
      'hidden by a rule that is never closed',
      '<style>.q{color:#123}.p{display:none</style><img class="p" src="https://t.example/o">',
      '<style>.q{color:#123}.p{display:none</style>',
    ],
    [
      'for Outlook alone',
      '<!--[if mso]><img src="https://t.example/o" width="1" height="1"><![endif]-->',
      '<!--[if mso]><![endif]-->',
    ],
    ['the tag of a tool', '<img src="*|TRACK|*" height="1px" width="1px"/>'],
  ])('is taken out, and no other byte: %s', (_, pixel, rest = '') => {
    const { html, pixels } = withoutTrackingPixels(mail(pixel));
    expect(html).toBe(mail(rest));
    expect(pixels).toHaveLength(1);
  });
  test('is taken out wherever it stands, and counted', () => {
    const pixel = '<img src="https://t.example/o" width="1" height="1">';
    const html = `${pixel}<table>${pixel}<tr><td>${pixel}</td></tr></table>`;
    expect(withoutTrackingPixels(html).html).toBe('<table><tr><td></td></tr></table>');
    expect(withoutTrackingPixels(html).pixels).toHaveLength(3);
  });
  test.each([
    ['a picture', '<img src="https://cdn.example/a.jpg" width="600" height="300">'],
    ['a picture of unsaid size', '<img src="https://cdn.example/a.jpg">'],
    ['a spacer, thin one way', '<img src="https://cdn.example/s.gif" width="600" height="1">'],
    [
      'a picture for dark screens',
      '<img src="https://cdn.example/d.png" width="200" height="50" style="display:none">',
    ],
    ['ten pixels', '<img src="https://cdn.example/s.gif" width="10" height="10">'],
    ['a pixel that the mail brings along', '<img src="cid:p1" width="1" height="1">'],
    ['a pixel written into the mail', '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" width="1" height="1">'],
    ['a pixel without a source', '<img width="1" height="1">'],
    ['a pixel in a comment', '<!-- <img src="https://t.example/o" width="1" height="1"> -->'],
    ['no image', '<p>1</p>'],
  ])('is not: %s', (_, inside) => {
    expect(withoutTrackingPixels(mail(inside))).toEqual({ html: mail(inside), pixels: [] });
  });
});
