import { describe, expect, test } from 'vitest';
import { law } from '#console/law/law.ts';

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
