import { describe, expect, test } from 'vitest';
import { tagMarksIn } from '../../../support/tags/crude-marks.ts';
import { faultsOf, MENTIONS, newsletter, sent, shownOf } from '../../../support/tags/put.ts';
import { WAYS_TO_STOP } from '../../../support/tags/ways-to-stop.ts';

const url = MENTIONS.oppositionUrl;
const become = (what: string) => WAYS_TO_STOP.filter(([, , becomes]) => becomes === what);

describe('the way to stop of an author who comes from another tool', () => {
  test('the table holds all that were asked for', () => {
    expect(WAYS_TO_STOP.length).toBeGreaterThanOrEqual(99);
  });

  test.each(become('link'))('%s: %s becomes our link, in both parts', (_, html) => {
    const content = newsletter(html);
    expect(faultsOf(content)).toEqual([]);
    const mail = sent(content);
    const shown = shownOf(mail);
    expect(tagMarksIn(shown)).toEqual([]);
    // The author's link and no other: nothing before it, nothing after it.
    const [own = ''] = mail.html?.split('data-aval-footer') ?? [];
    expect(own.match(/href="([^"]*)"/g)).toEqual([`href="${url}"`]);
    const [ofText = ''] = mail.text.split('____');
    expect(ofText.match(/\S*https?:\S*/g)).toEqual([url]);
  });

  test.each([
    ['<a href="#"><unsubscribe>Unsubscribe</unsubscribe></a>', `<a href="${url}">Unsubscribe</a>`],
    [
      '<a class="b" href="https://shop.example/"><b><unsubscribe>Click <i>here</i></unsubscribe></b></a>',
      `<a class="b" href="${url}"><b>Click <i>here</i></b></a>`,
    ],
    ["<a href='#'>{unsubscribe}ici{/unsubscribe}</a> pour ne plus recevoir", `<a href='${url}'>ici</a> pour`],
    ['<a href="[unsubscribe]">{unsubscribe}ici{/unsubscribe}</a>', `<a href="${url}">ici</a>`],
  ])('a tag with words inside of a link: %s', (html, expected) => {
    const content = newsletter(html);
    expect(faultsOf(content)).toEqual([]);
    const { html: own = '', text } = sent(content);
    expect(own).toContain(expected);
    expect(text.split('____')[0]?.match(/\S*https?:\S*/g)).toEqual([url]);
  });

  test.each(become('refused'))('%s: %s is refused with its line', (_, html) => {
    const faults = faultsOf(newsletter(html));
    expect(faults.length).toBeGreaterThan(0);
    for (const { pointer, detail } of faults)
      expect([pointer, detail]).toEqual(['/content/email/html', expect.stringMatching(/^Line 4, column \d+: /)]);
  });
});
