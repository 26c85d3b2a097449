import { describe, expect, test } from 'vitest';
import { fold } from '#shared/channels/content/fold.ts';
import { identityKey } from '#shared/domain/advertiser/identity.ts';
import { whoIsMeant } from '#shared/domain/advertiser/who-is-meant.ts';
import type { AdvertiserId } from '#shared/domain/ids.ts';
import { AnnulmentContent } from '#shared/domain/ledger/annulment.ts';
import { readReply } from '#shared/domain/opposition/sms-reply.ts';
import { isBlank, plainName, withoutUnseen } from '#shared/domain/text/unseen.ts';

const UNSEEN = [...'\u200B\u3164\u2060\u00AD\u2800\u115F\u1160\uFFA0\u034F\uFE0F\u180E\u{1D159}\u{E0020}\uFFF9\uFFFB'];
/** Without a sign of their own, and as wide as a space. */
const AS_SPACES = [...'\u2800\u3164\u115F\u1160\uFFA0'];

const CAVES = { advertiserId: 'adv_caves' as AdvertiserId, names: ['Caves Dubois'] };
const VALMY = { advertiserId: 'adv_valmy' as AdvertiserId, names: ['Maison Valmy'] };
const approved = (one: string, other: string): boolean =>
  AnnulmentContent.safeParse({
    cause: 'wrong-import',
    explanation: 'Mauvaise colonne.',
    evidence: { sha256: 'a'.repeat(64) },
    approvers: [{ name: one }, { name: other }],
  }).success;

describe('what nobody sees', () => {
  test.each(UNSEEN)('%j alone is blank, and makes no other name of one', (unseen) => {
    expect(isBlank(` ${unseen}${unseen}\n`)).toBe(true);
    expect(withoutUnseen(`Ann${unseen} Roy`)).toBe('Ann Roy');
    expect(plainName(`Ann Roy${unseen}`)).toBe('ann roy');
    const keys = ['Maison Valmy', `Maison${unseen} Valmy`].map((value) => identityKey({ kind: 'name', value }));
    expect(new Set(keys).size).toBe(1);
  });

  test.each(AS_SPACES)('%j is between words as a space is', (space) => {
    expect(plainName(`Jeanne${space}Roy`)).toBe('jeanne roy');
    expect(readReply(`Ne${space}plus${space}m’envoyer${space}de${space}SMS`)).toEqual(
      readReply('Ne plus m’envoyer de SMS'),
    );
    expect(readReply(`STOP${space}merci`)).toMatchObject({ isDoubtful: false });
    expect(whoIsMeant(`Caves${space}Dubois`, [CAVES, VALMY])).toEqual([CAVES.advertiserId]);
    for (const other of [`Jeanne${space}Roy`, `Jea${space}nne Roy`, `${space}roy jeanne`, `Jea\u1160nne${space}Roy`])
      expect(approved('Jeanne Roy', other), other).toBe(false);
    expect(approved('Jeanne Roy', `Jeanne${space}Le Roy`)).toBe(true);
  });

  test.each([
    ['Ann Li', 'Anna Li'],
    ['Jeanne Roy', 'Jean Roy'],
    ['한국', '한글'],
    ['.', 'Jeanne Roy'],
  ])('%s and %s are two', (one, other) => {
    expect(approved(one, other)).toBe(true);
  });

  test('a name is one with and without its hyphen', () => {
    expect(approved('Jean-Luc Roy', 'Roy JeanLuc')).toBe(false);
  });

  test.each(['a', '.', '한', 'ا', '👍', '\u0301', '0', '—'])('%j is seen', (seen) => {
    expect(isBlank(seen)).toBe(false);
  });

  test('fillers within words hide no words', () => {
    expect(fold('dés\u3164ins\u115Fcrip\u200Btion')).toBe('desinscription');
  });
});
