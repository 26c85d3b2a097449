import { describe, expect, test } from 'vitest';
import { missingMergeFields } from '#shared/channels/content/merge-fields.ts';
import { tagMarksIn } from '../../../support/tags/crude-marks.ts';
import { TAGS_OF_TOOLS } from '../../../support/tags/other-tools.ts';
import { faultsOf, newsletter, sent, shownOf } from '../../../support/tags/put.ts';

const REFUSED = TAGS_OF_TOOLS.filter(([, , becomes]) => becomes === 'refused');
const FIELDS = TAGS_OF_TOOLS.flatMap(([tool, written, becomes]) =>
  becomes === 'refused' ? [] : [[tool, written, becomes[0], becomes[1]] as const],
);
/** Ways in which an editor writes the same in HTML. */
const encoded = (written: string): string =>
  written.replaceAll('"', '&quot;').replaceAll("'", '&#39;').replaceAll('é', '&eacute;').replaceAll(' ', '&nbsp;');

describe('tags of other tools', () => {
  test.each(FIELDS)('%s: %s is the field %s', (_, written, name, fallback) => {
    for (const html of [`<p>Bonjour ${written}.</p>`, `<p>Bonjour ${encoded(written)}.</p>`]) {
      const content = { ...newsletter(html), subject: `Pour ${written}`, text: `Bonjour ${written}.` };
      expect(faultsOf(content)).toEqual([]);
      expect(missingMergeFields(content, {})).toEqual(fallback === undefined ? [name] : []);
      const values = fallback === undefined ? { [name.toUpperCase()]: 'Léa' } : {};
      const mail = sent(content, values);
      expect(tagMarksIn(shownOf(mail))).toEqual([]);
      expect([mail.subject, mail.text]).toEqual([
        `Pour ${fallback ?? 'Léa'}`,
        expect.stringContaining(`Bonjour ${fallback ?? 'Léa'}.`),
      ]);
      expect(mail.html).toContain(`Bonjour ${(fallback ?? 'Léa').replace('’', '&#8217;')}.`);
    }
  });

  test.each(['[LINK]', '[link]', '{link}'])('%s as the whole address of a link or picture is a field', (written) => {
    for (const html of [
      `<a href="${written}">Suivre</a>`,
      `<img alt="" src='${written}'>`,
      `<a href=${written}>Suivre</a>`,
    ]) {
      const content = newsletter(`<p>Bonjour</p>${html}`);
      expect([faultsOf(content), missingMergeFields(content, {})]).toEqual([[], [written.slice(1, -1)]]);
      const shown = sent(content, { [written.slice(1, -1)]: 'https://caves-dubois.example/suivi' }).html;
      expect(shown).toContain('https://caves-dubois.example/suivi');
      expect(shown).not.toContain(written);
    }
    // In a sentence an author may write words in such marks.
    expect(sent(newsletter(`<p>Voir [link] ci-dessous</p>`), {}).html).toContain('[link]');
  });

  test.each(REFUSED)('%s: %s is refused where it stands', (tool, written) => {
    const html = faultsOf(newsletter(`<p>Bonjour</p>\n<p>${written}</p>`));
    expect(html.length).toBeGreaterThan(0);
    for (const fault of html)
      expect([fault.pointer, fault.detail]).toEqual([
        '/content/email/html',
        expect.stringMatching(/^Line 5, column \d+: /),
      ]);
    if (tool === 'Editors that format' || written.startsWith('&')) return;
    const text = faultsOf({ subject: written, text: `Bonjour\nvoici ${written}` });
    const positions = text.map(({ pointer, detail }) => `${pointer} ${detail.split(':')[0]}`);
    expect(positions.some((at) => /^\/content\/email\/subject Line 1, column \d+$/.test(at))).toBe(true);
    expect(positions.some((at) => /^\/content\/email\/text Line 2, column \d+$/.test(at))).toBe(true);
  });
});
