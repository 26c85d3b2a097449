import { describe, expect, test } from 'vitest';
import { law } from '#console/law/law.ts';
import { search } from '#console/law/search.ts';
import { lawPage } from '#tools/law/page/page.ts';

const countIn = (page: string): number =>
  Number(/<p role="status">(\d+) result|<p role="status">(\d+) résultat/.exec(page)?.slice(1).join('') || 0);

describe('a plural finds what its singular finds', () => {
  test.each([
    ['fr', 'consentements', 'consentement'],
    ['fr', 'mineurs', 'mineur'],
    ['en', 'consents', 'consent'],
    ['en', 'parties', 'party'],
  ] as const)('in %s: %s', (language, plural, singular) => {
    const found = countIn(law(language, plural));
    expect(found).toBeGreaterThan(0);
    expect(found).toBeGreaterThanOrEqual(countIn(law(language, singular)));
  });

  test('a short word and a code are as they are', () => {
    expect(countIn(law('fr', 'SMS'))).toBeGreaterThan(0);
    expect(countIn(law('fr', 'OPPOSED_GLOBAL'))).toBeGreaterThan(0);
  });
});

describe('an article is found by its whole number', () => {
  test.each(['L223-8', 'l.223-8', 'L.\u00a0223-8'])('%s finds what “L. 223-8” finds', (asked) => {
    const page = lawPage('fr');
    expect(search(page, [], 'L. 223-8').length).toBeGreaterThan(0);
    expect(search(page, [], asked)).toEqual(search(page, [], 'L. 223-8'));
  });

  test('and not where one article and the paragraph of another have its figures between them', () => {
    const page = { ...lawPage('fr'), sanctionNotes: ['L. 223-1, al. 8, et L. 34-5'] };
    const anchors = (asked: string) => search(page, [], asked).map(({ anchor }) => anchor);
    expect(anchors('L. 223-1')).toContain('sanctions-note-1');
    expect(anchors('L. 223')).toContain('sanctions-note-1');
    expect(anchors('34-5')).toContain('sanctions-note-1');
    expect(anchors('L. 223-8')).not.toContain('sanctions-note-1');
    expect(anchors('L. 34-8')).not.toContain('sanctions-note-1');
  });
});

test('French has no line break before a sign of two parts or within quotation marks, and the style stays as it is', () => {
  const page = law('fr', '');
  const body = page.slice(page.indexOf('<body>'));
  expect(body).not.toMatch(/ [:;?!»]|« /);
  expect(body).toMatch(/\u00a0:/);
  expect(page).toContain('; } :target {');
});

test.each([
  ['fr', 'essayez un mot plus général'],
  ['en', 'try a more general one'],
] as const)('what is not there is said with what to do, in %s', (language, said) => {
  expect(law(language, 'zzyzx')).toContain(said);
  expect(law(language, 'consentement')).not.toContain(said);
});
