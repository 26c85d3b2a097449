import { describe, expect, test } from 'vitest';
import { readMailReply } from '#shared/domain/opposition/mail-reply/read-mail-reply.ts';
import { readReply } from '#shared/domain/opposition/sms-reply.ts';
import { ACCENTED } from '#shared/domain/opposition/words/accented.ts';
import { legible } from '#shared/domain/opposition/words/legible.ts';

/** Stops of which the way lost a letter, in the six languages. */
const STOPS = [
  ...['ARR?T', 'Arr?t', 'Arr\u{fffd}t', 'Arr\u{fffd}\u{fffd}t', 'Arr¿t', 'ArrÃªt', 'ARRÃŠT', 'ARRÃ\u008aT', 'ArrÃƒÂªt'],
  ...[
    'Arr?tez svp',
    'arr?t sms',
    'd?sinscription',
    'D\u{fffd}sabonner',
    'D?SABONNEMENT',
    'je veux me d?sabonner',
    'd?sinscrire',
  ],
  ...['je m?oppose', 'je m\u{fffd}\u{fffd}\u{fffd}oppose', 'mâ€™enlever de la liste', 'R?siliation'],
  ...[
    'aufh?ren',
    'Bitte aufh\u{fffd}ren',
    'aufhÃ¶ren',
    'no quiero m?s',
    'No quiero m\u{fffd}s mensajes',
    'd?me de baja',
    'd\u{fffd}nme de baja',
  ],
  ...['non voglio pi? messaggi', 'non voglio piÃ¹ messaggi', 'ðŸ›‘'],
];

/** The same in words that are doubtful when they are whole. */
const DOUBTFUL = [
  ...[
    'int?ress? par rien',
    'plus int?ress\u{fffd}e',
    'l?chez-moi',
    'ne m??crivez plus',
    "ne m'?crivez plus",
    'pas int?ress?',
  ],
  ...[
    'l?schen Sie mich',
    'unerw?nschte Werbung',
    'b?rrame',
    'no me env?en m?s',
    'niet ge?nteresseerd',
    'd?jenme en paz',
  ],
];

/** What wants nothing stopped, with the same marks in it. */
const HARMLESS = [
  ...[
    "je n'ai rien re?u",
    'j\u{fffd}ai bien re\u{fffd}u, merci',
    'pas de probl?me',
    'c?est d?j? ouvert ?',
    'Ok?A demain',
    'd?accord',
  ],
  ...[
    '? quelle heure fermez-vous ?',
    'A quelle heure?Merci',
    'tr?s bien',
    "je n'ai pas trouv? la promo",
    'vous ?tes ouverts samedi ?',
    'Das ist sch?n, danke',
  ],
  ...[
    'k?nnen wir sp?ter kommen',
    'ma?ana a las 9',
    'perch? no, va bene',
    'je serai l? ? 18h',
    'Noël',
    'un café ? demain',
    'la fête ?',
    'stationnement?gratuit',
  ],
];

/** What may be of something else, whole or not. */
const OF_SOMETHING_ELSE = [
  'arr?t de bus',
  'Je suis en arr?t maladie',
  'mon colis est arr?t? en douane',
  'je ne veux pas me d?sabonner',
  'la batterie s?arr?te toute seule',
];

describe('a letter that was lost on the way', () => {
  test.each(STOPS)('P2: %j is heard, and needs nobody to read it', (said) => {
    expect(readReply(said)?.isDoubtful).toBe(false);
  });

  test.each([...STOPS, ...DOUBTFUL])('P2: %j is heard, by text and by mail', (said) => {
    expect(readReply(said)).toBeDefined();
    expect(readMailReply(said)).not.toBe('none');
  });

  test.each(HARMLESS)('%j is no opposition', (said) => {
    expect(readReply(said)).toBeUndefined();
    expect(readMailReply(said)).toBe('none');
  });

  test.each([...DOUBTFUL, ...OF_SOMETHING_ELSE])('a text that says %j is not final', (said) => {
    expect(readReply(said)?.isDoubtful).not.toBe(false);
  });

  test.each(OF_SOMETHING_ELSE)('a mail that says %j is not final', (said) => {
    expect(readMailReply(said)).not.toBe('opposition');
  });
});

describe('STOP in letters that look or sound like it', () => {
  test.each(['СТОП', 'стоп', 'SТОP', 'STОP', 'ЅТОР', 'ΣΤΟΠ', 'STΟP 36105', 'СТОП, пожалуйста'])(
    'P2: %j is final',
    (said) => {
      expect(readReply(said)?.isDoubtful).toBe(false);
    },
  );

  test.each(['сторона', 'стопка', 'Спасибо', 'просто'])('%j is no opposition', (said) => {
    expect(readReply(said)).toBeUndefined();
  });
});

describe('a sign alone', () => {
  test.each([
    ...['👎', '👎🏽', '👎👎👎', '❌', '❌ svp', '✖️', '👎 pub', '✋', '🖕', '🙅‍♀️', '🖐️', '🖐🏽', '🤚', '🤚🏿', '⏹️', '⏹'],
    ...['🔕', '🔕 merci', '🔇', '📵', '🗑️', '✗', '✘'],
    ...['✋ svp', 'merci 🤚', 'bonjour 🤚 svp', '👎 bonjour', 'bonjour 🔕', 'ok 🖐️ ❌', '🖕 bonjour'],
  ])('%j is in doubt', (said) => {
    expect(readReply(said)?.isDoubtful).toBe(true);
    expect(readMailReply(said)).toBe('doubtful');
  });

  test.each([
    '👍',
    '❤️',
    'J’ai eu un ❌ sur le code promo, comment faire ?',
    'à demain ✋',
    '👏',
    'à demain 🖐️',
    '🔔',
    '👋',
    ...['Bonjour 🤚', 'hello 🖐️', 'ok 🖐️', 'oui 🖐️', 'hola 🤚', 'Hi 🖐🏽', 'Salut ✋'],
  ])('%j is no opposition', (said) => {
    expect(readReply(said)).toBeUndefined();
    expect(readMailReply(said)).toBe('none');
  });
});

describe('a word that lost its accents is known', () => {
  /** Of the Spanish day French is made: "d’ça". */
  const WORDS = ACCENTED.map((word) => word.replace('$', '')).filter((word) => /[^a-z]/.test(word) && word !== 'día');

  test.each<[string, (word: string) => string]>([
    ['as it is', (word) => word],
    ['in capitals', (word) => word.toUpperCase()],
    ['with a long s, and the sign of kelvin for a k', (word) => word.replaceAll('s', 'ſ').replaceAll('k', '\u{212a}')],
    ['behind others', (word) => `Je l'ai dit 3 fois, ${word}`],
  ])('%s', (_how, written) => {
    expect(WORDS.length).toBeGreaterThan(150);
    const lost = (word: string): string => written(word.replaceAll(/[^a-z]/g, '\u{fffd}'));
    expect(WORDS.filter((word) => !legible(lost(word)).endsWith(word))).toEqual([]);
  });
});
