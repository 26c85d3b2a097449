import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fieldNames } from '#shared/channels/content/merge-fields.ts';
import { numberOfSeed, shareOfCommit, shareOfCount } from '#test/support/shares/share.ts';
import { tagMarksIn } from '../../../support/tags/crude-marks.ts';
import { TAGS_OF_TOOLS } from '../../../support/tags/other-tools.ts';
import { faultsOf, newsletter, sent, shownOf } from '../../../support/tags/put.ts';
import { WAYS_TO_STOP } from '../../../support/tags/ways-to-stop.ts';

const written = fc.constantFrom(...TAGS_OF_TOOLS.map(([, tag]) => tag));
const ways = fc.constantFrom(...WAYS_TO_STOP.map(([, html]) => html));
const marks = fc.constantFrom(
  '{{',
  '}}',
  '{',
  '}',
  '[[',
  ']]',
  '[',
  ']',
  '*|',
  '|*',
  '%',
  '%%',
  '{%',
  '%}',
  '<%',
  '%>',
  '$',
  '#',
);
const words = fc.constantFrom(
  'prénom',
  'NOM',
  'unsubscribe',
  'if',
  'else',
  'end',
  ' ',
  '|',
  ':',
  '"x"',
  '.',
  '10',
  'é',
  '_',
);
/** Tags whole, cut and glued together, as copying leaves them. */
const piece = fc.oneof(
  { weight: 3, arbitrary: written },
  { weight: 2, arbitrary: ways },
  fc.tuple(written, fc.nat({ max: 12 })).map(([tag, cut]) => tag.slice(0, cut)),
  fc.tuple(written, fc.nat({ max: 6 })).map(([tag, cut]) => tag.slice(cut)),
  fc.array(fc.oneof(marks, words), { maxLength: 6 }).map((parts) => parts.join('')),
  fc.tuple(marks, words, marks).map((parts) => parts.join('')),
);
/** Where in a mail it is written. */
const around = fc.constantFrom(
  (tag: string) => `<p>${tag}</p>`,
  (tag: string) => `<p>Bonjour <b>${tag}</b> et ${tag}</p>`,
  (tag: string) => `<p title="${tag.replaceAll('"', '&quot;')}">a</p>`,
  (tag: string) => `<img src="https://caves.example/a.png" alt='${tag.replaceAll("'", '’')}'>`,
  (tag: string) => `<!--[if mso]><p>${tag}</p><![endif]-->`,
  (tag: string) => `<td>${tag.replaceAll(' ', '&nbsp;')}</td>`,
);

describe('whatever was accepted', () => {
  test('shows no tag once it is filled', () => {
    let accepted = 0;
    const shows = fc.property(
      fc.array(fc.tuple(piece, around), { minLength: 1, maxLength: 2 }),
      piece,
      (inside, plain) => {
        const html = inside.map(([tag, put]) => put(tag)).join('\n');
        const content = { ...newsletter(html), text: `Bonjour ${plain}.` };
        if (faultsOf(content).length > 0) return;
        accepted += 1;
        const values = Object.fromEntries(fieldNames(content).map((name) => [name, 'Léa']));
        const mail = sent(content, values);
        const outlook = (mail.html ?? '').match(/<!--\[if mso\]>.*?<!\[endif\]-->/gs)?.join(' ') ?? '';
        expect(tagMarksIn(`${shownOf(mail)}\n${outlook.replace(/<!--\[if mso\]>|<!\[endif\]-->/g, '')}`)).toEqual([]);
      },
    );
    // The same for each commit, and others with each.
    fc.assert(shows, { numRuns: 700, seed: 1 });
    fc.assert(shows, { numRuns: shareOfCount(1000, 300), seed: numberOfSeed(shareOfCommit()) });
    expect(accepted).toBeGreaterThan(100);
  }, 60_000);
});

describe('what is left of tags that were cut, or glued together', () => {
  test.each([
    '{prénomprénom}',
    '{prénom[}',
    '{10 prénom}',
    '{"x"first_name}',
    '[$unsubscribe]',
    '["x"unsubscribe]',
    '[10firstname]',
    '[% remise',
    '[%&nbsp;remise',
    '[%{{ prenom }}',
    '[%été',
    '{%else}',
    '[[else]',
  ])('is refused: %s', (cut) => {
    expect(faultsOf(newsletter(`<p>Bonjour ${cut}</p>`)).length).toBeGreaterThan(0);
    if (!cut.includes('&'))
      expect(faultsOf({ ...newsletter('<p>Bonjour</p>'), text: `Bonjour ${cut}.` }).length).toBeGreaterThan(0);
  });
});
