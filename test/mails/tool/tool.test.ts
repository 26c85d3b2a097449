import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { differencesOf } from '#tools/mails/bytes.ts';
import { deadTagsIn } from '#tools/mails/dead-tags.ts';
import { sentencesOf } from '#tools/mails/delivery.ts';
import { readMails } from '#tools/mails/mail-file.ts';
import { type Fate, isSound, reportOf } from '#tools/mails/report.ts';

describe('the bytes that arrived beside their source', () => {
  const source = '<p>Bonjour {{prenom}}, *|NOM|*</p>\r\n<p>Vin</p><img src="x.png" width="1"></body></html>\n';
  const filled = source.replace('{{prenom}}', 'Léa').replace('*|NOM|*', 'Martin');

  test('values, line ends and one insertion change nothing else', () => {
    const arrived = filled.replace('</body>', '<div>Publicité</div></body>').replaceAll('\r\n', '\n');
    expect(differencesOf(source, arrived)).toEqual({
      insertions: ['<div>Publicité</div>'],
      links: [],
      removed: [],
      lost: [],
    });
  });

  test('a value in the place of a tag that a link editor encoded changes nothing else', () => {
    const [link, bottle] = ['<img src="https://caves.example/%7B%7Bimage%7D%7D/a.png">', '%7B%7Bimage%7D%7D'];
    const { insertions, lost } = differencesOf(link, link.replace(bottle, 'bottle'));
    expect([insertions, lost]).toEqual([[], []]);
  });

  test('an insertion at the very end is one', () => {
    expect(differencesOf('<p>Vin</p>', '<p>Vin</p><div>Publicité</div>').insertions).toEqual(['<div>Publicité</div>']);
  });

  test('a picture taken out is reported, and is no change', () => {
    expect(differencesOf(source, filled.replace('<img src="x.png" width="1">', ''))).toEqual({
      insertions: [],
      links: [],
      removed: ['<img src="x.png" width="1">'],
      lost: [],
    });
  });

  test.each([
    ['a value at its end', '<img src="https://t.example/o?e=*|UNIQID|*" height="1" width="1">\n'],
    ['several values', '<img width="1" src="https://{{ host }}/o/{{ contact.ID }}" alt="">'],
  ])('a picture with %s, taken out, is one picture and no change', (_, picture) => {
    const mail = `<p>Vin *|NOM|*</p>\n<center></center>\n${picture}</body></html>`;
    const arrived = '<p>Vin Martin</p>\n<center></center>\n<b>Publicité</b></body></html>';
    expect(differencesOf(mail, arrived.replace('<b>', `${picture.endsWith('\n') ? '\n' : ''}<b>`))).toMatchObject({
      insertions: ['<b>Publicité</b>'],
      removed: [picture.trim()],
      lost: [],
    });
  });

  test('a picture with a value that never ends is lost', () => {
    expect(differencesOf('<p>Vin</p><img src="{{ x }}" ', '<p>Vin</p>').lost).toEqual(['<img src="{{ x }}" '.trim()]);
  });

  test('a link that leads elsewhere than in the source is reported, and is no change', () => {
    const link = '<p><a class="x" href="#">Se désinscrire</a>, <a href="https://a.example/x">b</a></p>';
    const arrived = link.replace('"#"', '"https://o.example/o/1"').replace('a.example/x', 'o.example/o/1');
    expect(differencesOf(link, arrived)).toEqual({
      insertions: [],
      links: ['#', 'https://a.example/x'],
      removed: [],
      lost: [],
    });
  });

  test('the end of a condition of Outlook is no tag', () => {
    const html = '<!--[if mso]><p>a</p><![endif]--></body>';
    expect(differencesOf(html, html.replace('</body>', '<b>x</b></body>')).insertions).toEqual(['<b>x</b>']);
  });

  test.each([
    ['a word', filled.replace('Vin', 'Eau')],
    ['a byte', filled.replace('<p>Vin</p>', '<p>Vin </p>').replace('</html>', '')],
    ['an end that is missing', filled.slice(0, -10)],
    ['nothing that arrived', ''],
  ])('%s is a change', (_, arrived) => {
    expect(differencesOf(source, arrived).lost).not.toEqual([]);
  });
});

describe('a tag that a reader sees', () => {
  test.each([
    '{{ prénom }}',
    '{{#each items}}',
    '*|LIST:NAME|*',
    '{% if x %}',
    '%FIRSTNAME%',
    '%%name%%',
    '[[firstname]]',
    '<%= nom %>',
    `$${'{name}'}`,
    '{name}',
    '[UNSUBSCRIBE]',
    '[unsubscribe]',
    '{$unsubscribe}',
    '#{name}',
  ])('%s', (tag) => {
    expect(deadTagsIn(`Bonjour ${tag}, voici`)).toContain(tag);
  });

  test.each([
    '-20 % jusqu’au 30 %',
    '[1] Voir les conditions',
    'a {b',
    'prix : 20 $ {net}x'.replace('{net}', ''),
    'x || y',
  ])('not in "%s"', (text) => {
    expect(deadTagsIn(text)).toEqual([]);
  });
});

describe('a folder of mails', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mails-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('.html as it is, .eml by its HTML part, all else left out', async () => {
    writeFileSync(join(folder, 'b.html'), '<p>Été</p>');
    writeFileSync(join(folder, 'notes.txt'), 'x');
    const part = Buffer.from('<p>Le vin d’été</p>').toString('base64');
    const head =
      'Subject: =?utf-8?Q?L=27=C3=A9t=C3=A9?=\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n';
    writeFileSync(join(folder, 'a.eml'), `${head}Content-Transfer-Encoding: base64\r\n\r\n${part}\r\n`);
    expect(await readMails(folder)).toMatchObject([
      { name: 'a.eml', subject: "L'été", html: expect.stringContaining('<p>Le vin d’été</p>') },
      { name: 'b.html', subject: 'b', html: '<p>Été</p>' },
    ]);
  });
});

describe('what a refusal says', () => {
  const toDo = { sentence: 'Take it out.' };
  const html = '<p>a</p>\n<p><a href="*|ARCHIVE|*">Voir</a></p>';
  const error = (detail: string, remedy?: object) => ({ pointer: '/content/email/html', detail, remedy });

  test('each place with what stands there, then what to do, once', () => {
    const errors = [error('Line 2, column 13: *|…|* is a page.', toDo), error('Line 1, column 1: x', toDo)];
    expect(sentencesOf({ errors }, { html })).toEqual([
      '/content/email/html Line 2, column 13: *|…|* is a page. There: *|ARCHIVE|*">Voir</a></p>',
      '/content/email/html Line 1, column 1: x There: <p>a</p>',
      '→ Take it out.',
    ]);
  });

  test('nothing is quoted of what has no line, and nothing is said to do where nothing is known', () => {
    expect(sentencesOf({ errors: [error('too long')] }, { html })).toEqual(['/content/email/html too long']);
    expect(sentencesOf({ detail: 'No.', remedy: toDo }, { html })).toEqual(['No.', '→ Take it out.']);
  });
});

describe('the table', () => {
  const file = { name: 'a.html', subject: 'a', html: '<p>a</p>' };
  const look = { mode: '375 px, light', seen: true, why: [], contrast: 9, pixels: 14, milliseconds: 50 };
  const sent: Fate = {
    file,
    to: 'a@example.fr',
    outcome: 'sent',
    why: [],
    examples: [],
    stops: [],
    deadTags: [],
    judgement: { seen: true, looks: [look] },
    differences: { insertions: ['x'], links: [], removed: [], lost: [] },
  };
  const blind: Fate = {
    ...sent,
    judgement: { seen: false, looks: [{ ...look, seen: false, why: ['its contrast is 1.10'] }] },
  };
  const refused: Fate = {
    file,
    to: 'b@example.fr',
    outcome: 'door',
    why: ['Line 3: x'],
    examples: [],
    stops: [],
    deadTags: [],
  };

  test('a mail that is sent and seen, and one that is refused, are sound; the refusal says why', () => {
    expect(isSound([sent, refused])).toBe(true);
    expect(reportOf([sent, refused])).toMatch(
      /^sent {4}a\.html\nrefused a\.html\n {10}Line 3: x\n\n2 mails: 1 sent, 1 not/,
    );
  });

  test('fields that got an example, and own ways to stop that became ours, are named', () => {
    const told = reportOf([{ ...sent, examples: ['CODE', 'ID'], stops: ['line 60'] }]);
    expect(told).toContain('\n          filled with an example: CODE, ID\n');
    expect(told).toContain('\n          your way to stop becomes our link: line 60\n');
    expect(told).toContain('tags to stop made our link  1');
  });

  test('of no mail that was sent, nothing is said of the browser', () => {
    expect(reportOf([refused])).not.toContain('the browser');
  });

  test.each([
    ['no way to stop is seen', blind, 'not seen at 375 px, light: its contrast is 1.10'],
    [
      'bytes changed',
      { ...sent, differences: { insertions: [], links: [], removed: [], lost: ['<p>'] } },
      'changed: "<p>"',
    ],
    ['a dead tag', { ...sent, deadTags: ['*|X|*'] }, 'a reader sees *|X|*'],
  ])('%s: not sound', (_, fate, line) => {
    expect(isSound([sent, fate])).toBe(false);
    expect(reportOf([fate])).toContain(line);
  });
});
