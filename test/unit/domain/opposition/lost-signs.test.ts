import { describe, expect, test } from 'vitest';
import { readMailReply } from '#shared/domain/opposition/mail-reply/read-mail-reply.ts';
import { readReply } from '#shared/domain/opposition/sms-reply.ts';
import { legible } from '#shared/domain/opposition/words/legible.ts';

/** Refusals beside which an emoji, a space or a mark was lost on the way. */
const REFUSALS = [
  ...['NON\u{fffd}', 'Non\u{fffd}\u{fffd}', 'Non\u{fffd} !', 'Nein\u{fffd}\u{fffd}', 'FIN\u{fffd}', 'BAJA\u{fffd}'],
  ...['basta\u{fffd}', 'Alto\u{fffd}', 'Annuler\u{fffd}', 'Cancel\u{fffd}', 'Assez\u{fffd}\u{fffd}', 'END\u{fffd}'],
  ...[
    'Ça suffit\u{fffd}\u{fffd}',
    'remove\u{fffd}',
    'RGPD\u{fffd}',
    'CNIL\u{fffd}',
    'Non¿',
    'non\u25a1',
    '\u{fffd}NON',
  ],
  ...['NON\u{fffd}MERCI', 'plus\u{fffd}de\u{fffd}sms', 'Ne\u{fffd}m\u{fffd}écrivez\u{fffd}plus', 'nada\u{fffd}'],
  ...[
    'Bonjour\u{fffd} NON\u{fffd}',
    'non\u{fffd}\u{fffd}\u{fffd}\u{fffd}',
    'Marre\u{fffd}',
    'désabonner\u{fffd}\u{fffd}',
  ],
  ...[
    'Laissez-moi tranquille\u{fffd}',
    'n? danke',
    'N?, danke',
    'n\u{fffd} danke',
    'n\u{fffd}',
    'n\u{fffd}, kein Interesse',
  ],
];

/** What wants nothing stopped, with the same marks. */
const HARMLESS = [
  ...[
    'Merci\u{fffd}\u{fffd}',
    'Super\u{fffd}',
    'OK\u{fffd}',
    'Oui\u{fffd}\u{fffd}',
    'A demain \u{fffd}\u{fffd}',
    'c not¿',
  ],
  ...[
    'C’est pas press¿',
    'je ne suis pas encore arriv\u{fffd}',
    'j’ai rien re\u{fffd}u\u{fffd}',
    'pas de souci\u{fffd}\u{fffd}',
  ],
  ...[
    'Le n? de tel svp',
    'Mon n? 45',
    'Le n\u{fffd} de tel svp',
    'Mon n\u{fffd} est le 45',
    'n? 45',
    'n\u{fffd} 45',
    'votre n? svp ?',
  ],
  ...['n? du magasin ?', 'n?', 'N?', 'n??', 'oui ou n?', 'votre n\u{fffd} svp', 'vous ouvrez\u{fffd}samedi'],
];

describe('a sign that was lost beside a refusal', () => {
  test.each(REFUSALS)('P2: %j is heard, by text and by mail', (said) => {
    expect(readReply(said)).toBeDefined();
    expect(readMailReply(said)).not.toBe('none');
  });

  test.each(REFUSALS.filter((said) => !said.includes('sabonner')))('%j is in doubt', (said) => {
    expect(readReply(said)?.isDoubtful).toBe(true);
  });

  test('P2: in the first paragraph of a mail it is heard', () => {
    expect(readMailReply('NON\u{fffd}\u{fffd}\n\nJean Dupont\n12 rue des Lilas\n44000 Nantes')).toBe('doubtful');
  });

  test.each(HARMLESS)('%j is no opposition', (said) => {
    expect(readReply(said)).toBeUndefined();
    expect(readMailReply(said)).toBe('none');
  });

  test('an answer beside our text stays one', () => {
    const said = '« MAISON VALMY : -20 % ce week-end ! STOP 36105 » je viens samedi\u{fffd}\u{fffd}';
    expect(readReply(said)).toBeUndefined();
  });
});

describe('a reply that nobody wrote by hand', () => {
  const long = (piece: string) => piece.repeat(30_000 / piece.length);

  test.each(['n? ', 'arr\u{fffd}t ', 'non\u{fffd} '])('of %j is mended at its beginning alone', (piece) => {
    expect(legible(`arr\u{fffd}t ${long(piece)}`).startsWith('arrêt ')).toBe(true);
    expect(legible(`${long('mot ')}${piece}`).endsWith(piece)).toBe(true);
  });

  test('P2: a stop at its end is heard', () => {
    expect(readMailReply(`${long('n? ')}\n\nDésabonnez-moi.`)).not.toBe('none');
  });
});
