import { describe, expect, test } from 'vitest';
import { carries } from '#shared/law/facts/wording.ts';

describe('L10: words that carry a channel', () => {
  test.each([
    'J’accepte de recevoir vos offres par SMS.',
    'J’accepte de recevoir vos offres par e-mail, par SMS et par MMS.',
    'J’accepte de recevoir, sans engagement, vos offres par SMS.',
    'J’accepte de recevoir vos offres par SMS sans engagement.',
    'Pour ne pas manquer nos ventes, j’accepte de recevoir vos offres par SMS.',
    'Je ne veux pas de courrier. J’accepte vos offres par SMS.',
    'J’accepte vos offres par SMS, jamais par e-mail.',
    'J’accepte vos offres par SMS, non par e-mail.',
    'Pas par e-mail, mais j’accepte par SMS.',
    'J’accepte vos offres : ☐ par e-mail ☐ par SMS',
    'J’accepte vos offres par e-mail, jamais par SMS. Ou bien : j’accepte par SMS.',
    'I agree to get offers par SMS. I do not want calls.',
    'J’accepte vos offres par e-mail et par SMS. ☐ Je ne veux pas recevoir d’offres.',
  ])('are said: %s', (wording) => {
    expect(carries(wording, 'par SMS')).toBe(true);
  });
  test.each([
    'J’accepte vos offres par e-mail, jamais par SMS.',
    'J’accepte vos offres par e-mail mais pas par SMS.',
    'J’accepte vos offres par e-mail (jamais par SMS).',
    'J’accepte vos offres, sauf par SMS.',
    'J’accepte vos offres par e-mail, et non par SMS.',
    'Je ne souhaite pas recevoir vos offres par SMS.',
    'Je ne veux pas recevoir vos offres par e-mail, par SMS.',
    'Je ne veux pas recevoir vos offres par e-mail, par MMS, par SMS.',
    'Je ne veux ni e-mail ni offre par SMS.',
    'Nous n’envoyons aucune offre par SMS.',
    'Vos offres par e-mail : oui ; par SMS : non.',
    'Vos offres par e-mail, par SMS jamais.',
    'I agree to offers by mail, but never par SMS.',
    'I don’t agree to offers par SMS.',
    'Vos offres par e-mail.',
  ])('are denied, or not there: %s', (wording) => {
    expect(carries(wording, 'par SMS')).toBe(false);
  });
  test('stay quick in long texts', () => {
    const started = performance.now();
    carries(`${'par SMS, '.repeat(400)}jamais`.slice(0, 4000), 'par SMS');
    expect(performance.now() - started).toBeLessThan(500);
  });
});
