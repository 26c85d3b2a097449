/** A sentence says no more than the text that it rests on. */
import { expect, test } from 'vitest';
import { remedyFor } from '#shared/law/reasons/remedies/remedy-for.ts';
import { CNIL_ON_L34_5 } from '#shared/law/texts/administrative.ts';

test('L. 34-5, al. 6 is of prospecting by the particulars of a subscriber or a natural person, and says so', () => {
  const { says, texts } = CNIL_ON_L34_5;
  expect(texts[0]?.quote).toContain('les coordonnées d’un abonné ou d’une personne physique');
  expect(says.fr).toContain('les coordonnées d’un abonné ou d’une personne physique');
  expect(says.en).toContain('of a subscriber or a natural person');
});

test('R. 223-4 is of calls, since 11 August 2026, and what it allows is no prospecting', () => {
  const said = remedyFor('SECTOR_BAN_HOME_ENERGY')?.sentence;
  expect(said?.fr).toContain('n’est pas prospecter (R. 223-4, des appels depuis le 11 août 2026)');
  expect(said?.en).toContain('is no prospecting (R. 223-4, of calls since 11 August 2026)');
});

test('L. 221-16 asks a word of calls to consumers, and art. 20 LCEN of none', () => {
  const said = remedyFor('AD_NOT_RECOGNISABLE')?.sentence;
  expect(said?.fr).toContain('si c’est un consommateur');
  expect(said?.en).toContain('to a consumer');
});
