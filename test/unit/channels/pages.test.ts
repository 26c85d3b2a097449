import { describe, expect, test } from 'vitest';
import { READER_LANGUAGES } from '#shared/domain/reader-language.ts';
import { html } from '#shared/pages/html.ts';
import { documentOf } from '#shared/pages/layout.ts';
import { oppositionPage } from '#shared/pages/opposition-page.ts';
import { oppositionRecorded } from '#shared/pages/opposition-recorded.ts';

describe('markup of the public pages', () => {
  test('a string is escaped where it stands, nested markup and nothing are kept', () => {
    const hostile = `"><script>x</script> a='b'`;
    expect(html`<p>${hostile}</p>`.markup).toBe('<p>&quot;&gt;&lt;script&gt;x&lt;/script&gt; a=&#39;b&#39;</p>');
    expect(html`<a href=${hostile}>x</a>`.markup).toBe(
      '<a href=&quot;&gt;&lt;script&gt;x&lt;/script&gt;&#32;a&#61;&#39;b&#39;>x</a>',
    );
    expect(html`<i>${html`<b>${'<'}</b>`}${undefined}${[html`1`, html`2`]}</i>`.markup).toBe('<i><b>&lt;</b>12</i>');
  });

  test('settings of an advertiser can bring no markup into a page', () => {
    const notice = {
      publicName: '<script>a</script>',
      legalName: '"><img src=x>',
      contact: '<b>',
      noticeUrl: 'https://a.example/"onclick="x',
      channel: 'email',
      locale: 'fr',
      shortReference: '<i>',
    } as const;
    for (const language of READER_LANGUAGES)
      for (const page of [oppositionPage(notice, language, '"><b>'), oppositionRecorded(notice, false, language)]) {
        const document = documentOf(page);
        expect(document).not.toMatch(/<script|<img|<b>|" ?onclick/);
      }
  });
});
