import { describe, expect, test } from 'vitest';
import { foldReply, oppositionIn } from '#shared/domain/opposition/sms-reply.ts';

const TEXT = { scope: 'channel', channels: ['sms', 'mms', 'rcs'] };

describe('oppositionIn', () => {
  test.each([
    'STOP',
    ' stop ',
    'Stop.',
    'STOP 36105',
    'STOP36105',
    'stop pub',
    'StopPub',
    'non stop',
    'S.T.O.P',
    'ＳＴＯＰ',
    'ARRET',
    'Arrêt',
    'arrêtez svp',
    'UNSUBSCRIBE',
    'Désinscription',
    'je veux me désabonner',
    'Je m’oppose',
    'opt-out',
    'END',
    'QUIT',
    'non',
    'Non merci !',
    'pas intéressée',
    'je ne veux plus de vos sms',
    'plus de pub',
    'Laissez-moi tranquille',
    'Please stop',
  ])('%j opposes SMS, MMS and RCS', (reply) => {
    expect(oppositionIn(reply)).toEqual(TEXT);
  });

  test.each(['Ne me contactez plus', 'plus aucune publicité', 'STOP tout', 'ne plus me contacter'])(
    '%j opposes everything',
    (reply) => {
      expect(oppositionIn(reply)).toEqual({ scope: 'global' });
    },
  );

  test.each(['', '👍', 'Oui', 'Merci beaucoup', 'Vous êtes ouverts samedi ?', 'plus d’infos ?', 'The weekend', 'Noël'])(
    '%j is no opposition',
    (reply) => {
      expect(oppositionIn(reply)).toBeUndefined();
    },
  );
});

describe('foldReply', () => {
  test('case, accents, punctuation and white space of any kind do not count', () => {
    expect(foldReply('  «Arrêt» \u00A0!\n')).toBe('arret');
  });
});
