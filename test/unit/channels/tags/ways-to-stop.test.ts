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

  test.each(become('refused'))('%s: %s is refused with its line', (_, html) => {
    const faults = faultsOf(newsletter(html));
    expect(faults.length).toBeGreaterThan(0);
    for (const { pointer, detail } of faults)
      expect([pointer, detail]).toEqual(['/content/email/html', expect.stringMatching(/^Line 4, column \d+: /)]);
  });
});
