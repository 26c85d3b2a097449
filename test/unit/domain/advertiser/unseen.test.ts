import { describe, expect, test } from 'vitest';
import { fold } from '#shared/channels/content/fold.ts';
import { identityKey } from '#shared/domain/advertiser/identity.ts';
import { isBlank, plainName, withoutUnseen } from '#shared/domain/text/unseen.ts';

const UNSEEN = [...'\u200B\u3164\u2060\u00AD\u2800\u115F\u1160\uFFA0\u034F\uFE0F\u180E\u{1D159}\u{E0020}'];

describe('what nobody sees', () => {
  test.each(UNSEEN)('%j alone is blank, and makes no other name of one', (unseen) => {
    expect(isBlank(` ${unseen}${unseen}\n`)).toBe(true);
    expect(withoutUnseen(`Ann${unseen} Roy`)).toBe('Ann Roy');
    expect(plainName(`Ann Roy${unseen}`)).toBe('ann roy');
    const keys = ['Maison Valmy', `Maison${unseen} Valmy`].map((value) => identityKey({ kind: 'name', value }));
    expect(new Set(keys).size).toBe(1);
  });

  test.each(['a', '.', '한', 'ا', '👍', '\u0301', '0', '—'])('%j is seen', (seen) => {
    expect(isBlank(seen)).toBe(false);
  });

  test('fillers within words hide no words', () => {
    expect(fold('dés\u3164ins\u115Fcrip\u200Btion')).toBe('desinscription');
  });
});
