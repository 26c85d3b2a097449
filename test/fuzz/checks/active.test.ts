import { expect, test } from 'vitest';
import { activeIn } from './active.ts';

/** The judge of pages finds what would run, and takes nothing that is escaped for it. */
const TYPED = '<svg><math><mtext><table><mglyph><style><!--</style><img src=x onerror=x>';
const page = (value: string, text: string) => `<!doctype html><form><input value="${value}"><p>${text}</p></form>`;
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

test.each([TYPED, '"><script>x</script>', '" onfocus=x autofocus', 'a onerror=x', 'javascript:x'])(
  'escaped, it is text: %s',
  (typed) => {
    expect(activeIn(page('', escaped(typed)))).toEqual([]);
  },
);
test('escaped in a value, it is text', () => {
  for (const typed of [TYPED, '"><script>x</script>', '" onfocus=x autofocus', 'javascript:x'])
    expect(activeIn(page(escaped(typed), ''))).toEqual([]);
});

test.each([
  ['as text', page('', TYPED), 'svg'],
  ['as a value', page('" onfocus=x autofocus', ''), 'input onfocus'],
  ['as an element behind a value', page('"><script>x</script>', ''), 'script'],
  ['as a link', page('', '<a href=" javascript:x">x</a>'), 'a href'],
])('written as it came, it is found: %s', (_, html, said) => {
  expect(activeIn(html)).toContain(said);
});
