import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { COMPILED } from '#demo/campaign/compile-newsletter.ts';
import { textFromHtml } from '#shared/channels/email/html/text-from-html.ts';

describe('the plain reading of a mail', () => {
  test('keeps the texts of MJML, whose columns have a size of nothing', () => {
    const text = textFromHtml(readFileSync(COMPILED, 'utf8'));

    expect(text).toContain('Les sacs sont entrés dans l’atelier lundi');
    expect(text).toContain('Ne plus recevoir ces lettres : {{ unsubscribe }}');
  });

  test('leaves out the hidden line that mailboxes show beside the subject', () => {
    expect(textFromHtml(readFileSync(COMPILED, 'utf8'))).not.toContain('Trois cafés torréfiés ce matin');
  });

  test('leaves out text of no size that shows itself nowhere below', () => {
    expect(textFromHtml('<p style="font-size:0">unseen<b>unseen</b></p><p>seen</p>')).toBe('seen');
  });
});
