import { describe, expect, test } from 'vitest';
import { pixelShown } from '#shared/channels/content/tracking-pixel.ts';
import { withoutTrackingPixels } from '#shared/channels/email/html/tracking-pixels.ts';

const LOGO = '<img src="https://cdn.shop.example/9f86d081884c7d659a2feaa0c55ad015/logo.png" width="200" height="60">';
const mail = (inside: string) =>
  `<html>\n<body>\n<p>Bonjour</p>\n${LOGO}\n<table><tr><td>${inside}</td></tr></table>\n`;
const taken = (inside: string) => withoutTrackingPixels(mail(inside)).pixels.map(pixelShown);

describe('an image that keeps a distance counts nobody', () => {
  test.each([
    ['Mailchimp', '<img src="https://gallery.mailchimp.com/images/blank.gif" width="1" height="1" border="0">'],
    ['of a page builder', '<img src="https://img.example/spacer.gif" width="1" height="1" style="display:block">'],
    ['of the host of the other pictures', '<img src="https://cdn.shop.example/s/pixel.gif" width="1" height="1">'],
    [
      'in the folder of one account, where the pictures are',
      '<img src="https://cdn.shop.example/9f86d081884c7d659a2feaa0c55ad015/clear.gif" width="1" height="1">',
    ],
    ['of a version', '<img src="https://cdn.shop.example/spacer.png?v=3" width="1" height="1">'],
    ['transparent', '<img src="http://www.example.com/transparent.gif" height="1" width="1" alt="">'],
    ['of nothing', '<img src="https://static.example/1x1.png" width="0" height="0">'],
    ['by style', '<img src="https://static.example/img/dot.gif" style="width:1px;height:1px;display:block">'],
    ['one side alone said', '<img src="https://static.example/shim.gif" height="1">'],
    ['hidden to phones', '<img src="https://static.example/shadow.png" style="display:none">'],
    ['for Outlook', '<!--[if mso]><img src="https://static.example/spacer.gif" width="1" height="1"><![endif]-->'],
    ['tall', '<img src="https://img.example/line?x=1" width="1" height="320">'],
    ['wide', '<img src="https://img.example/line?x=1" width="600" height="1">'],
    [
      'in the mail',
      '<img src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7" width="1" height="1">',
    ],
    ['attached', '<img src="cid:spacer@example" width="1" height="1">'],
    ['beside the mail, which no reader fetches', '<img src="images/spacer.gif" width="1" height="1">'],
    ['a product picture that a field names', '<img src="{{photo}}">'],
    ['a product picture of unsaid size', '<img src="https://cdn.shop.example/p/{{sku}}.jpg">'],
    [
      'a card that its reader shows at the till',
      '<img src="https://cards.example/ean?c={{card}}" width="300" height="80">',
    ],
    [
      'a picture with words in its place',
      '<img src="https://banner.example/for?name={{prenom}}" alt="Bonjour {{prenom}}">',
    ],
    ['a percent sign that is no field', '<img src="https://static.example/caf%C3%A9%20noir.gif" width="1" height="1">'],
  ])('%s', (_, inside) => {
    expect(withoutTrackingPixels(mail(inside))).toEqual({ html: mail(inside), pixels: [] });
  });
});

describe('an image that counts who opens is named with its line, its host and by what it counts', () => {
  test.each([
    ['by a field', '<img src="https://t.example/o/{{id}}.gif" width="1" height="1">', 'line 5: t.example (token)'],
    [
      'by a number made for one reader',
      '<img src="https://t.example/o/8f14e45fceea167a5a36dedd4bea2543.gif" width="1" height="1">',
      'line 5: t.example (token)',
    ],
    [
      'by a query',
      '<img src="https://cdn.shop.example/s.gif?u=12345" width="1" height="1">',
      'line 5: cdn.shop.example (query)',
    ],
    ['at no file', '<img src="https://t.example/9" width="1" height="1">', 'line 5: t.example (no-file)'],
    [
      'SendGrid, which declares no size',
      '<img src="https://u4821.ct.sendgrid.net/wf/open?upn=abc" alt="">',
      'line 5: *.ct.sendgrid.net (tracker)',
    ],
    [
      'Mailchimp',
      '<img src="https://shop.us4.list-manage.com/track/open.php?u=1&id=2&e=*|UNIQID|*" height="1" width="1">',
      'line 5: shop.us4.list-manage.com (tracker)',
    ],
    [
      'Brevo',
      '<img width="1" height="1" src="https://r.mail.shop.example/tr/op/kJ8sd8s">',
      'line 5: r.mail.shop.example (tracker)',
    ],
    [
      'SES',
      '<img src="https://x7k2m9qa.r.eu-west-3.awstrack.me/I0/0102" style="display:none">',
      'line 5: *.r.eu-west-3.awstrack.me (tracker)',
    ],
    ['Mailjet', '<img src="http://xv2kz.mjt.lu/oo/AVsAA/0/x.gif">', 'line 5: xv2kz.mjt.lu (tracker)'],
    [
      'listmonk',
      '<img src="https://list.shop.example/campaign/a/b/px.png" alt="">',
      'line 5: list.shop.example (tracker)',
    ],
    ['HubSpot', '<img src="https://shop.example/e3t/Cto/abc" width="1" height="1">', 'line 5: shop.example (tracker)'],
    ['without size or words, by a field', '<img src="https://t.example/p?c={{id}}">', 'line 5: t.example (token)'],
    [
      'at an address that a field makes',
      '<img src="*|TRACK|*" width="1" height="1">',
      'line 5: address by field (token)',
    ],
    [
      'at a host of the reader',
      '<img src="https://{{id}}.t.example/a.gif" width="1" height="1">',
      'line 5: *.t.example (token)',
    ],
    [
      'behind an account',
      '<img src="https://jean:x@t.example:8443/o" width="1" height="1">',
      'line 5: t.example (no-file)',
    ],
  ])('%s', (_, inside, shown) => {
    expect(taken(inside)).toEqual([shown]);
    expect(withoutTrackingPixels(mail(inside)).html).toBe(mail(''));
  });

  test('nothing of its path, its query or its reader is said', () => {
    const said = taken('<img src="https://c9f3d81.t.example/camille@example.org/o?e=camille" width="1" height="1">');
    expect(said).toEqual(['line 5: *.t.example (query)']);
  });
});
