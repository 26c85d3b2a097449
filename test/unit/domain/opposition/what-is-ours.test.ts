import { describe, expect, test } from 'vitest';
import { readMailReply } from '#shared/domain/opposition/mail-reply/read-mail-reply.ts';
import { readReply } from '#shared/domain/opposition/sms-reply.ts';

const OURS = 'MAISON VALMY : -20 % sur les bordeaux ce week-end ! STOP 36105';
/** Of which the words look like a refusal. */
const UNLUCKY = 'MAISON VALMY : ne manquez plus rien, -20 % ce week-end ! STOP 36105';
const CUT = 'MAISON VALMY : -20 % sur les bordeaux, arrêtez tout et venez ce week-e…';

/** What telephones write for a touch on a message, in the six languages. */
const REACTIONS: readonly ((quoted: string) => string)[] = [
  (text) => `A aimé « ${text} »`,
  (text) => `A adoré « ${text} »`,
  (text) => `A ri de « ${text} »`,
  (text) => `A mis l’accent sur « ${text} »`,
  (text) => `A posé une question sur « ${text} »`,
  (text) => `A réagi par ❤️ à « ${text} »`,
  (text) => `A réagi avec 😂 à « ${text} »`,
  (text) => `👍 à « ${text} »`,
  (text) => `❤️ à “${text}”`,
  (text) => `A supprimé un « J’aime » de « ${text} »`,
  (text) => `A retiré un cœur de « ${text} »`,
  (text) => `Liked “${text}”`,
  (text) => `Loved "${text}"`,
  (text) => `Laughed at “${text}”`,
  (text) => `Emphasized “${text}”`,
  (text) => `Questioned “${text}”`,
  (text) => `Reacted 👍 to “${text}”`,
  (text) => `👍 to “ ${text} ”`,
  (text) => `Removed a heart from “${text}”`,
  (text) => `Removed a dislike from “${text}”`,
  (text) => `Gefällt „${text}“`,
  (text) => `Hat „${text}“ mit „Gefällt mir“ markiert`,
  (text) => `👍 zu „${text}“`,
  (text) => `Le gustó “${text}”`,
  (text) => `Le encantó “${text}”`,
  (text) => `Ha messo “Mi piace” a “${text}”`,
  (text) => `Piace “${text}”`,
  (text) => `Vond “${text}” leuk`,
  (text) => `Liked “${text}`,
  (text) => `🇫🇷 à « ${text} »`,
  (text) => `1️⃣ à « ${text} »`,
  (text) => `ℹ️ to “${text}”`,
  (text) => `A ajouté un ❤️ à « ${text} »`,
  (text) => `A mis un ❤️ à « ${text} »`,
  (text) => `A réagi avec un autocollant à « ${text} »`,
  (text) => `A réagi avec ❤️ à votre message « ${text} »`,
  (text) => `Réaction 👍 à « ${text} »`,
  (text) => `A annulé son « J’aime » sur « ${text} »`,
  (text) => `A retiré 👎 de « ${text} »`,
  (text) => `Added a ❤️ to “${text}”`,
  (text) => `Reacted with 👍 to your message “${text}”`,
  (text) => `Removed 👎 from “${text}”`,
  (text) => `Hat ❤️ zu „${text}“ hinzugefügt`,
  (text) => `Hat 👎 von „${text}“ entfernt`,
  (text) => `Ha reaccionado con 👍 a “${text}”`,
  (text) => `Añadió un ❤️ a “${text}”`,
  (text) => `Quitó 👎 de “${text}”`,
  (text) => `Ha aggiunto un ❤️ a “${text}”`,
  (text) => `Ha rimosso 👎 da “${text}”`,
  (text) => `Heeft 👍 gereageerd op “${text}”`,
  (text) => `Heeft met 👍 gereageerd op “${text}”`,
  (text) => `Heeft een ❤️ toegevoegd aan “${text}”`,
  (text) => `Heeft 👎 van “${text}” verwijderd`,
];

const DISLIKES: readonly ((quoted: string) => string)[] = [
  (text) => `N’a pas aimé « ${text} »`,
  (text) => `N'a pas aimé "${text}"`,
  (text) => `👎 à « ${text} »`,
  (text) => `A réagi par 👎 à « ${text} »`,
  (text) => `Disliked “${text}”`,
  (text) => `👎 to “${text}”`,
  (text) => `Hat „${text}“ mit „Gefällt mir nicht“ markiert`,
  (text) => `Gefällt nicht: „${text}“`,
  (text) => `No le gustó “${text}”`,
  (text) => `Ha messo “Non mi piace” a “${text}”`,
  (text) => `Vond “${text}” niet leuk`,
  (text) => `A ajouté un 👎 à « ${text} »`,
  (text) => `A mis un 👎 à « ${text} »`,
  (text) => `Added a 👎 to “${text}”`,
  (text) => `Hat 👎 zu „${text}“ hinzugefügt`,
  (text) => `Ha reaccionado con 👎 a “${text}”`,
  (text) => `Ha aggiunto un 👎 a “${text}”`,
  (text) => `Heeft 👎 gereageerd op “${text}”`,
  (text) => `🔕 à « ${text} »`,
];

/** Answers that want nothing stopped, beside our text. */
const HARMLESS = [
  ...[`« ${OURS} » Merci pour votre message, je passe demain`, `« ${OURS} » alles klar, ich komme morgen`],
  ...[`« ${OURS} » j’en prends un peu`, `« ${OURS} » Merci pour le sms, je viens samedi`],
  ...[`${OURS}\nje passe demain`, `je passe demain\n${OURS}`, `${OURS} je passe demain`, `« ${OURS} » je passe demain`],
  ...[
    `> ${OURS}\n\nOui je viens samedi`,
    `Vous m’avez écrit "${OURS}", c’est encore valable ?`,
    `“${OURS}” ok`,
    `« ${UNLUCKY} » je passe demain`,
  ],
  ...['MAISON VALMY : soldes\n-20 % ce jour\nSTOP au 36105\nvous êtes ouverts samedi ?'],
];

/** The same words around it, and a stop. */
const STOPS = [
  ...[`${OURS}\nSTOP`, `STOP\n${OURS}`, `« ${OURS} » STOP`, `« ${OURS} » arrêtez svp`, 'STOP 36105', '« STOP 36105 »'],
  ...['Bonjour, STOP 36105', 'STOP au 36105 merci', 'stop SMS au 36 105', 'Merci STOP 36105', 'Je dis « STOP »'],
];

/** A person's own words that name the code, whatever is beside it: never unheard. */
const HEARD = [
  ...[
    'Vous êtes lourds STOP 36105',
    'Je ne suis pas Mme Durand STOP 36105',
    'Encore 3 SMS à -20% aujourd’hui ! STOP 36105',
  ],
  ...['Mme Durand : je vous ai dit d’arrêter trois fois STOP 36105 Lyon', 'Sophie : encore vous STOP 36105', OURS],
  ...['Objet : pour la dernière fois je vous le demande STOP 36105 merci', `${OURS} svp`, `« ${OURS} »`],
  ...['Vous écrivez « STOP 36105 » et je reçois encore des SMS', `« ${OURS} » plus jamais ça`, `${OURS}\nnon merci`],
  ...['J’ai aimé au début mais « STOP »', 'A aimé vos offres. STOP 36105', 'Liked it once. STOP 36105'],
];

const QUESTIONS = [
  ...[
    'C’est quoi STOP 36105',
    'C’est quoi STOP 36105 ?',
    'STOP 36105 c’est quoi ?',
    'STOP 36105 c’est quoi',
    'c quoi stop 36105 ?',
  ],
  ...[
    'ça veut dire quoi STOP 36105',
    'What is STOP 36105?',
    'STOP 36105 what is that',
    'Was ist STOP 36105',
    'qué es STOP 36105',
    'cos’è STOP 36105?',
    'wat is STOP 36105',
  ],
];

describe.each([OURS, UNLUCKY, CUT])('a touch on "%s"', (text) => {
  test.each(REACTIONS.map((said) => said(text)))('%j is no opposition', (said) => {
    expect(readReply(said)).toBeUndefined();
  });

  test.each(DISLIKES.map((said) => said(text)))('P2: %j is in doubt', (said) => {
    expect(readReply(said)).toMatchObject({ of: { scope: 'channel' }, isDoubtful: true });
  });
});

describe('our own text in a reply', () => {
  test.each(HARMLESS)('%j is no opposition', (said) => {
    expect(readReply(said)).toBeUndefined();
  });

  test.each(STOPS)('P2: %j is final', (said) => {
    expect(readReply(said)?.isDoubtful).toBe(false);
  });

  test.each(HEARD)('P2: %j is heard', (said) => {
    expect(readReply(said)).toBeDefined();
  });
});

describe('what nobody may be opposed by for good', () => {
  test.each(QUESTIONS)('P2: the question %j is in doubt', (said) => {
    expect(readReply(said)?.isDoubtful).toBe(true);
  });

  test.each(['STOP, c’est quoi ces pubs !', 'mais stop quoi', 'stop c’est bon', 'Stop ?', 'STOP 36105 ?'])(
    'P2: %j is final',
    (said) => {
      expect(readReply(said)?.isDoubtful).toBe(false);
    },
  );

  test.each(['UNSTOP', 'unstop svp', 'UNSTOP 36105'])('%j asks for messages again', (said) => {
    expect(readReply(said)).toBeUndefined();
    expect(readMailReply(said)).toBe('none');
  });

  test.each(['un stop svp', 'unstop. STOP'])('P2: %j is heard', (said) => {
    expect(readReply(said)).toBeDefined();
  });
});
