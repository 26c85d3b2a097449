import { describe, expect, test } from 'vitest';
import { missingMergeFields } from '#shared/channels/content/merge-fields.ts';
import { prepareEmail } from '#shared/channels/email/prepare-email.ts';
import { renderEmail } from '#shared/channels/email/render-email.ts';
import { mentionsOf } from '../../support/mentions.ts';

const mentions = mentionsOf({});
const url = mentions.oppositionUrl;
const body = (html: string) => `<html><body><p>Vins</p>${html}</body></html>`;
const render = (html: string, values: Record<string, string> = {}, subject = 'Vins') =>
  renderEmail(prepareEmail({ subject, html: body(html) }), values, mentions);

describe('merge fields', () => {
  test.each([
    ['{{prenom}}', { prenom: 'Léa' }],
    ['{{ prenom }}', { prenom: 'Léa' }],
    ['{{{prenom}}}', { prenom: 'Léa' }],
    ['{{ contact.FIRSTNAME }}', { FIRSTNAME: 'Léa' }],
    ['{{ contact.FIRSTNAME }}', { 'contact.FIRSTNAME': 'Léa' }],
    ['{{ contact.PRENOM | default: "Léa" }}', {}],
    ['*|FNAME|*', { fname: 'Léa' }],
  ])('%s becomes its value', (field, values) => {
    expect(render(`<i>${field}</i>`, values).html).toContain('<i>Léa</i>');
  });

  test('a value is escaped for its position, and never read again as a field', () => {
    const hostile = `"><script>x</script>' {{prenom}}`;
    const { html = '' } = render(
      '<a title="{{prenom}}" id={{prenom}}>{{prenom}}</a><!--[if mso]>{{prenom}}<![endif]-->',
      {
        prenom: hostile,
      },
    );
    expect(html).not.toContain('<script>');
    expect(html).toContain('title="&quot;&gt;&lt;script&gt;x&lt;/script&gt;&#39;&#32;{{prenom}}"');
    expect(html).toContain('>&quot;&gt;&lt;script&gt;x&lt;/script&gt;&#39; {{prenom}}</a>');
  });

  test('subject and text take values as they are, and a subject stays one line', () => {
    const { subject, text } = render('<p>{{ville}}</p>', { ville: 'Sète & Agde' }, 'À {{ville}}');
    expect(subject).toBe('À Sète & Agde');
    expect(text).toContain('Sète & Agde');
    expect(() => render('', { ville: 'Sète\r\nBcc: x@y.example' }, 'À {{ville}}')).toThrow('invalid-request');
    expect(() => prepareEmail({ subject: 'a\nb', html: body('') })).toThrow('invalid-request');
  });

  test('fields without value or fallback are listed once, in order; logic and links are no fields', () => {
    const content = {
      subject: '{{objet}}',
      html: '{{#each x}}{{ contact.NOM }}{{/each}} *|VILLE|* {{ unsubscribe }} {{ a | default: "b" }}',
      text: '{{objet}} {{constructor}}',
    };
    expect(missingMergeFields(content, { ville: 'Sète' })).toEqual(['objet', 'NOM', 'constructor']);
    expect(missingMergeFields({ text: 'Bonjour {{prenom}}' }, {})).toEqual(['prenom']);
  });

  test('a field without value stops the rendering', () => {
    expect(() => render('{{prenom}}')).toThrow('invalid-request');
  });
});

describe('an opposition placeholder of the author', () => {
  test.each([
    '{{oppositionUrl}}',
    '*|UNSUB|*',
    '{{ unsubscribe }}',
    '{unsubscribe}',
    '[[UNSUB_LINK_FR]]',
    '{{unsubscribe_url}}',
    '{% unsubscribe_link %}',
    '%UNSUBSCRIBELINK%',
    '{$unsubscribe}',
    '[unsubscribe]',
    '<%asm_group_unsubscribe_raw_url%>',
  ])('%s becomes the personal link, and the footer has it as well', (placeholder) => {
    const { html = '', text } = render(`<p><a href="${placeholder}">Se désabonner</a></p>`);
    expect(html).toContain(`<a href="${url}">Se désabonner</a>`);
    expect(html.split(url)).toHaveLength(3);
    expect(html).toContain('>Ne plus recevoir ces e-mails</font></a>');
    expect(text).toContain(`Se désabonner : ${url}`);
    expect(text.split(url)).toHaveLength(3);
  });

  test('in running text it becomes an anchor with words', () => {
    expect(render('<p>Stop : {{oppositionUrl}}</p>').html).toContain(
      `Stop : <a href="${url}">Ne plus recevoir ces e-mails</a>`,
    );
  });

  test.each([
    '<div style="display:none"><a href="*|UNSUB|*">x</a></div>',
    '<a href="*|UNSUB|*"></a>',
    '<!-- *|UNSUB|* -->',
  ])('%s is not seen by a reader: the footer carries the link', (html) => {
    expect(render(html).html).toContain('>Ne plus recevoir ces e-mails</font></a>');
  });
});

describe('the parts of a mail', () => {
  test('a text part is made from the HTML: paragraphs, lists, links, nothing hidden', () => {
    const { text } = render(
      '<h1>Novembre</h1><div style="display:none">caché</div><ul><li>Un</li><li>Deux</li></ul><p>Voir <a href="https://caves.example/v">la cave</a>.</p>',
    );
    expect(text).toContain('Novembre\n\n- Un\n\n- Deux\n\nVoir la cave : https://caves.example/v .');
    expect(text).not.toContain('caché');
  });

  test('a text of the author is kept, with the footer after it', () => {
    const { text, html } = renderEmail(prepareEmail({ subject: 'x', text: 'Bonjour' }), {}, mentions);
    expect(html).toBeUndefined();
    expect(text.startsWith('Bonjour\n\n____')).toBe(true);
    expect(text).toContain(`Ne plus recevoir ces e-mails (gratuit, sans motif à donner)\u00a0: ${url}`);
  });

  test('an English reader is told in English', () => {
    const { html } = renderEmail(prepareEmail({ subject: 'x', html: body('') }), {}, mentionsOf({ language: 'en' }));
    expect(html).toContain(
      'This is an advertising e-mail from Caves Dubois (Caves Dubois SARL, 3 rue du Port, 33000 Bordeaux, bonjour@caves-dubois.example).',
    );
    expect(html).toContain('you agreed on 3\u00a0March\u00a02026');
    expect(html).toContain('>Stop receiving these e-mails</font></a>');
  });

  test.each([
    [
      { basis: 'existing-customer', since: '2026-01-31T23:30:00.000Z' },
      'client de Caves Dubois (achat ou contrat du 1er\u00a0février\u00a02026)',
    ],
    [{ basis: 'consent', since: '2026-03-03T10:00:00.000Z', collectedBy: 'Club Vins SAS' }, 'auprès de Club Vins SAS'],
    [{ basis: 'legal-person' }, 'générique'],
  ] as const)('the reason is the true one: %j', (why, words) => {
    const { text } = renderEmail(prepareEmail({ subject: 'x', text: 'a' }), {}, mentionsOf({ why }));
    expect(text).toContain(words);
  });
});

describe('RFC 2369 and RFC 8058 headers', () => {
  test('the https link comes first, then the mailbox with the token, then the one-click pair', () => {
    const inbox = mentionsOf({ oppositionInbox: 'stop+liste@caves.example' });
    expect(renderEmail(prepareEmail({ subject: 'x', text: 'a' }), {}, inbox).headers).toEqual([
      {
        name: 'List-Unsubscribe',
        value: `<${url}>, <mailto:stop%2Bliste@caves.example?subject=opposition%20k1_AbCdEf-0123456789>`,
      },
      { name: 'List-Unsubscribe-Post', value: 'List-Unsubscribe=One-Click' },
    ]);
  });

  test('a mailbox that says all by its name comes in place of the advertiser’s, and needs no subject', () => {
    const oppositionMailbox = 'o+0123456789abcdefghijklmnopqrstuv@stop.example.fr';
    const inbox = mentionsOf({ oppositionMailbox, oppositionInbox: 'stop@caves.example' });
    expect(renderEmail(prepareEmail({ subject: 'x', text: 'a' }), {}, inbox).headers[0]?.value).toBe(
      `<${url}>, <mailto:${oppositionMailbox}>`,
    );
  });

  test('without a mailbox only the link is offered, and a value too long for SES is never cut', () => {
    expect(render('').headers[0]?.value).toBe(`<${url}>`);
    const long = mentionsOf({
      oppositionUrl: `https://a.example/o/${'k'.repeat(500)}`,
      oppositionInbox: 'a@b.example',
    });
    expect(renderEmail(prepareEmail({ subject: 'x', text: 'a' }), {}, long).headers[0]?.value).toBe(
      `<${long.oppositionUrl}>`,
    );
  });
});
