import { describe, expect, test } from 'vitest';
import { readReply } from '#shared/domain/opposition/sms-reply.ts';

const OURS = 'MAISON VALMY : -20 % sur les bordeaux ce week-end ! STOP 36105';

describe('a touch on a message, and a stop', () => {
  test.each([
    ...['Liked “x” STOP “please”', 'A aimé « x » stop « svp »', 'a souligné "x" STOP "y"', 'A aimé « x » « STOP »'],
    ...[`A aimé « ${OURS} » stop « svp »`, `Liked "${OURS}" but STOP "please"`, `A aimé « ${OURS} »\n« stop »`],
    ...['A aimé « x » non merci « y »', 'A aimé « x » « non merci »', 'Liked "x" no more "y"'],
    ...[`A adoré « ${OURS} » arrêtez « merci »`, `Liked "${OURS}" "Stop"`, `Gefällt „${OURS}“ STOP „bitte“`],
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
    ...['Liked "Ecran 27" chez Valmy. STOP 36105"', 'A aimé "VALMY : les "Vins" de "Mai". STOP 36105"'],
    ...['A aimé "VALMY : TV 55" à -20 %. STOP 36105"', 'A aimé « x » STOP 36105 « svp »'],
  ])('a code between two quotations is anybody’s, so that a human reads it: %j', (said) => {
    expect(readReply(said)).toMatchObject({ isDoubtful: true });
  });
});
