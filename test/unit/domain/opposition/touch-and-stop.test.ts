import { describe, expect, test } from 'vitest';
import { readReply } from '#shared/domain/opposition/sms-reply.ts';

const OURS = 'MAISON VALMY : -20 % sur les bordeaux ce week-end ! STOP 36105';

describe('a touch on a message, and a stop', () => {
  test.each([
    ...['Liked “x” STOP “please”', 'A aimé « x » stop « svp »', 'a souligné "x" STOP "y"', 'A aimé « x » « STOP »'],
    ...[`A aimé « ${OURS} » stop « svp »`, `Liked "${OURS}" but STOP "please"`, `A aimé « ${OURS} »\n« stop »`],
    ...['A aimé « x » non merci « y »', 'A aimé « x » « non merci »', 'Liked "x" no more "y"'],
    ...[`A adoré « ${OURS} » arrêtez « merci »`, `Liked "${OURS}" "Stop"`, `Gefällt „${OURS}“ STOP „bitte“`],
    ...[`A aimé « ${OURS} »\n« STOP 36105 »`, `Liked “${OURS}” “STOP 36105”`, `Gefällt „${OURS}“ „STOP 36105“`],
    ...[`👍 à « ${OURS} »\n« stop au 36105 »`, 'Liked "x" "STOP 36105"', `A aimé "${OURS}"\n"STOP 36105"`],
  ])('P2: %j is heard', (said) => {
    expect(readReply(said)).toBeDefined();
  });

  test.each([
    ...['A aimé « Offre « Noël » chez vous, STOP 36105 »', 'Liked “Promo “flash” -20 %, STOP 36105”'],
    ...[
      'A retiré un « J’aime » de « Soldes « folles » STOP 36105 »',
      'Hat „Soldes, STOP 36105“ mit „Gefällt mir“ markiert',
    ],
    ...[
      'Ha messo “Mi piace” a “Saldi “pazzi”, STOP 36105”',
      'A aimé « STOP »',
      'Liked "Soldes "Noël" ce week-end STOP 36105"',
    ],
  ])('%j is no opposition', (said) => {
    expect(readReply(said)).toBeUndefined();
  });

  test.each([
    ...[`Removed a like from "${OURS}". Please stop "texting"`, `Removed a like from “${OURS}”. STOP 36105 “please”`],
    ...[
      `A supprimé un "J’aime" de "${OURS}" arrêtez "merci"`,
      `A retiré un « J’aime » de « ${OURS} » STOP 36105 « svp »`,
    ],
    ...[`A retiré un « J’aime » de « ${OURS} »\n« STOP 36105 »`, `A supprimé un 👎 de « ${OURS} » « STOP 36105 »`],
    ...[`Hat „${OURS}“ stopp „bitte“ entfernt`, `Quitó un me gusta de "${OURS}" no más "gracias"`],
    ...[`Ha rimosso un cuore da "${OURS}" basta sms "grazie"`, `Heeft "${OURS}" stop "aub" verwijderd`],
  ])('P2: behind a touch taken back %j is heard', (said) => {
    expect(readReply(said)).toBeDefined();
  });

  test.each(['Liked "Ecran 27" chez Valmy. STOP 36105"', 'A aimé "VALMY : les "Vins" de "Mai". STOP 36105"'])(
    'a code between two quotations is anybody’s, so that a human reads it: %j',
    (said) => {
      expect(readReply(said)).toMatchObject({ isDoubtful: true });
    },
  );

  // Read as any other text they were in doubt as well: these two guard.
  test.each(['A aimé "VALMY : TV 55" à -20 %. STOP 36105"', 'A aimé « x » STOP 36105 « svp »'])(
    'P2: it is never final, nor unheard: %j',
    (said) => {
      expect(readReply(said)).toMatchObject({ isDoubtful: true });
    },
  );
});
