import { describe, expect, test } from 'vitest';
import { useLack } from '#shared/law/readings/wording/use-said.ts';
import { aFormVersion } from '#test/support/builders.ts';

/** `[…]` is what is quoted for the use. */
const lackOf = (quoting: string, language = 'fr', names: readonly string[] = ['Maison Valmy']) => {
  const words = quoting.match(/\[(.*)\]/)?.[1] ?? quoting;
  const wording = quoting.replace(/[[\]]/g, '');
  const form = aFormVersion({ wording, language, explicitWords: [{ category: 'hearing-aids', words }] as never });
  return useLack(form, 'hearing-aids', names) ?? 'named';
};

describe('SENS-1: what a wording says of a use', () => {
  test.each([
    ['fr', '✔️ J’accepte des offres pour les appareils [auditifs].'],
    ['fr', 'J’accepte des offres [de santé], que je peux refuser à tout moment.'],
    ['fr', 'Je peux me désinscrire à tout moment, mais j’accepte des offres [de santé].'],
    ['de', 'Ich möchte Angebote für [Schwerhörige oder nicht gut Sehende] per E-Mail erhalten.'],
    ['nl', 'Ik wil graag aanbiedingen voor [slechthorenden of niet goed zienden] ontvangen.'],
    ['de', 'Ich möchte Angebote zur [Alternativmedizin] per E-Mail erhalten.'],
    ['de', 'Ich möchte Angebote wegen [meiner Gehbehinderung] per E-Mail erhalten.'],
    ['nl', 'Ik wil graag aanbiedingen voor [mijn mondgezondheid] ontvangen.'],
    ['en', 'I agree to receive offers of [Christian books].'],
    ['en', 'I agree to receive offers for [our church].'],
    ['en', 'Yes, send me offers of [prayer books and Bibles].'],
  ])('named: %s, %s', (language, quoting) => {
    expect(lackOf(quoting, language)).toBe('named');
  });
  test.each([
    ['fr', 'Je ne veux pas d’offres. Vos conseils de santé sont utiles. J’accepte [vos invitations] par e-mail.'],
    ['fr', 'J’accepte [vos invitations] par e-mail. Vos conseils de santé sont utiles.'],
    ['fr', 'J’accepte que [mes données de san]té servent à vos offres.'],
    ['fr', 'J’accepte vos offres. Elles viennent par e-mail. Je peux m’opposer à l’usage de [mes données de santé].'],
    ['fr', 'J’accepte vos offres. Je peux m’opposer à l’usage de [mes données de santé].'],
    ['fr', 'Possibilité de refuser l’usage de [mes données de santé]. J’accepte vos offres.'],
    ['fr', 'J’accepte vos offres [d’autodiagnostic de chaudière].'],
    ['de', 'Ich möchte [Angebote der Handyklinik] per E-Mail erhalten.'],
    ['de', 'Ich möchte [Angebote zu Klobrillen] per E-Mail erhalten.'],
    ['de', 'Ich möchte [Angebote, die wir brauchen auf Reisen,] per E-Mail erhalten.'],
    ['fr', 'J’accepte [les offres] de Maison Valmy.'],
  ])('words that name nothing: %s, %s', (language, quoting) => {
    expect(lackOf(quoting, language)).toBe('words-name-nothing');
  });
  test.each([
    ['fr', '[Les offres pour mon audition ne m’intéressent pas].'],
    ['fr', 'Les vins, oui. [Les offres pour mon audition ne m’intéressent plus].'],
    ['de', '☐ [Werbung für Hörgeräte nicht erhalten]'],
    ['nl', '☐ [Aanbiedingen voor hoortoestellen niet ontvangen]'],
    ['fr', 'Je [ne veux pas d’appareils auditifs]. Vos vins sont bons.'],
    ['fr', 'J’accepte [vos offres d’audition. Je ne veux pas d’offres de santé].'],
  ])('denied: %s, %s', (language, quoting) => {
    expect(lackOf(quoting, language)).toBe('denied');
  });
  test('in a language that is not read', () => {
    expect(lackOf('Zgadzam się na oferty [aparatów słuchowych] przez e-mail od was.', 'pl')).toBe('language');
  });
  test('by no words, or by a category alone', () => {
    const wording = 'J’accepte vos offres d’audition.';
    const former = aFormVersion({ wording, explicitFor: ['hearing-aids'] as never });
    expect(useLack(former, 'hearing-aids', [])).toBe('former-category');
    expect(useLack(former, 'glasses', [])).toBe('unsaid');
    expect(useLack(aFormVersion({ wording }), 'hearing-aids', [])).toBe('unsaid');
  });
  test('a quotation is sought without the space around it', () => {
    const form = aFormVersion({
      wording: 'J’accepte vos offres d’audition.',
      explicitWords: [{ category: 'hearing-aids', words: ' audition ' }] as never,
    });
    expect(useLack(form, 'hearing-aids', [])).toBeUndefined();
  });
});

describe('SENS-1: a name of the advertiser', () => {
  test.each([
    ['at the beginning', '[Audition Conseil : j’accepte vos offres]', 'Audition Conseil'],
    ['at the end', '[J’accepte les offres d’Audition Conseil]', 'Audition Conseil'],
    ['in small letters', 'J’accepte [les offres de maison santé].', 'Maison Santé'],
    ['that is written in small letters', 'J’accepte [les offres de santé].', 'santé'],
    ['with space around it', 'J’accepte [les offres d’Audition Conseil].', ' Audition Conseil '],
  ])('names no use: %s', (_, quoting, name) => {
    expect(lackOf(quoting, 'fr', ['', ' ', name])).toBe('words-name-nothing');
  });
  test.each([
    ['within another word', 'fr', 'J’accepte [des offres de télévision santé].', 'Vision Santé'],
    ['before a figure', 'fr', 'J’accepte [des offres de santé 24 heures sur 24].', 'Santé 2'],
    ['that is a part of what is named', 'en', '[Hearing aids]: yes, I agree to your offers about them.', 'Hearing'],
    ['in small letters, of one word', 'fr', 'J’accepte [les offres de santé].', 'Santé'],
  ])('is none: %s', (_, language, quoting, name) => {
    expect(lackOf(quoting, language, [name])).toBe('named');
  });
});
