import { describe, expect, test } from 'vitest';
import { missingIn } from '#clients/typescript/src/index.ts';

const piece = (pointer: string) => ({
  pointer,
  sentence: { fr: 'Il manque ceci.', en: 'This is missing.' },
  remedy: { sentence: { fr: 'Ajoutez-le.', en: 'Add it.' } },
});

describe('missingIn', () => {
  test('says for each channel what is missing, where and what to do', () => {
    const usable = { email: { missing: [piece('/form/shown'), piece('')] }, sms: true } as const;
    expect(missingIn(usable)).toEqual([
      'email /form/shown: This is missing. Add it.',
      'email: This is missing. Add it.',
    ]);
    expect(missingIn(usable, 'fr')).toContain('email /form/shown: Il manque ceci. Ajoutez-le.');
  });

  test('says nothing of what is usable', () => {
    expect(missingIn({ email: true })).toEqual([]);
  });
});
