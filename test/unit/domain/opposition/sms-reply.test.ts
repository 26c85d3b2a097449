import { describe, expect, test } from 'vitest';
import { mappingOf, readReply } from '#shared/domain/opposition/sms-reply.ts';
import { foldReply } from '#shared/domain/opposition/words/fold-reply.ts';

const TEXT = { scope: 'channel', channels: ['sms', 'mms', 'rcs'] };

describe('readReply', () => {
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
    'STOP\u3164',
    'ST\u2800OP',
    'S\u200BTOP',
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
    expect(readReply(reply)?.of).toEqual(TEXT);
  });

  test.each(['Ne me contactez plus', 'plus aucune publicité', 'STOP tout', 'ne plus me contacter'])(
    '%j opposes everything',
    (reply) => {
      expect(readReply(reply)?.of).toEqual({ scope: 'global' });
    },
  );

  test.each(['', '👍', 'Oui', 'Merci beaucoup', 'Vous êtes ouverts samedi ?', 'plus d’infos ?', 'The weekend', 'Noël'])(
    '%j is no opposition',
    (reply) => {
      expect(readReply(reply)?.of).toBeUndefined();
    },
  );
});

describe('what is doubtful of a reply (D20)', () => {
  test.each([
    ...['Non merci !', 'pas intéressée', 'je ne veux plus de vos sms', 'plus de pub', 'Laissez-moi tranquille'],
    ...['no thanks', 'not interested', 'Ne m’envoyez rien', 'je refuse tout'],
  ])('%j is an opposition, and named as a doubtful one', (reply) => {
    const read = readReply(reply);
    expect([read?.of, read?.isDoubtful]).toEqual([TEXT, true]);
    expect(mappingOf({ isDoubtful: true })).toBe('sms-reply/4 doubtful');
  });

  test.each([
    ...['STOP', 'sotp', 'arrêtez svp', 'non', 'END', '🛑', 'Non merci, STOP', 'je veux me désabonner', 'nein danke'],
    ...['Ne me contactez plus', 'plus aucune publicité'],
  ])('%j is in no doubt', (reply) => {
    expect(readReply(reply)?.isDoubtful).toBe(false);
    expect(mappingOf({ isDoubtful: false })).toBe('sms-reply/4');
  });
});

describe('foldReply', () => {
  test('case, accents, punctuation and white space of any kind do not count', () => {
    expect(foldReply('  «Arrêt» \u00A0!\n')).toBe('arret');
    expect(foldReply('S\u200bT\u00adO\u2060P')).toBe('stop');
  });
});
