import { describe, expect, test } from 'vitest';
import { readMailReply } from '#shared/domain/opposition/mail-reply/read-mail-reply.ts';
import { readReply } from '#shared/domain/opposition/sms-reply.ts';

/** A stop that was a mistake, or that its sender takes back: a human may lift it. */
const TAKEN_BACK = [
  ...['STOP envoyé par erreur, je veux rester abonné', 'désabonné par erreur, réabonnez-moi', 'stop par erreur'],
  ...[
    'Je souhaite recevoir à nouveau vos offres, désabonnement par erreur',
    'désinscription par mégarde, remettez-moi svp',
  ],
  ...[
    'STOP\nEnvoyé par erreur, je veux rester abonné',
    'STOP. Oups, envoyé par erreur',
    'STOP 36105 envoyé par erreur',
  ],
  ...['stop envoyé par mon fils par erreur', 'Désolé pour le STOP, c’était une erreur', 'mon STOP était une erreur'],
  ...[
    'J’ai envoyé par erreur STOP',
    'désabonnement : annulez ma désinscription svp',
    'Je me suis désabonnée par\nerreur',
  ],
  ...['I unsubscribed by mistake, please add me back', 'STOP sent by mistake', 'I accidentally unsubscribed'],
  ...['Unsubscribe was a mistake. Sign me up again', 'STOP was by mistake', 'STOP - sorry, please ignore my stop'],
  ...['STOP versehentlich gesendet', 'STOP aus Versehen geschickt', 'Abmeldung war ein Irrtum, bitte wieder anmelden'],
  ...['me he dado de baja por error', 'STOP enviado por error', 'baja por error, quiero volver a recibir sus ofertas'],
  ...['mi sono disiscritto per errore', 'STOP inviato per errore', 'disiscritto, ma vorrei continuare a ricevere'],
  ...['STOP per ongeluk gestuurd', 'afmelden was een vergissing', 'afmelding per abuis, meld me weer aan'],
];

/** A stop, and a mistake of another: that somebody was put on the list, or that it is the wrong person. */
const FINAL = [
  ...[
    'vous m’avez inscrit par erreur, STOP',
    'STOP inscrit par erreur',
    'STOP, inscrit par erreur',
    'STOP erreur de numéro',
  ],
  ...[
    'inscrite par erreur, désinscrivez-moi',
    'Je me suis inscrit par erreur, désabonnez-moi',
    'STOP ajouté par erreur',
  ],
  ...['Je me suis réabonné par erreur, STOP', 'désabonnez-moi, abonnement par erreur', 'STOP. Vous ignorez mon STOP !'],
  ...['STOP, ne me réabonnez pas', 'Je continue à recevoir vos messages, STOP', 'STOP encore reçu un sms'],
  ...['I subscribed by mistake, STOP', 'I was accidentally signed up, STOP', 'unsubscribe me, I signed up by mistake'],
  ...['STOP, you put me back on your list', 'STOP. I keep receiving your texts', 'STOP it is a mistake'],
  ...['Ich wurde versehentlich angemeldet, STOP', 'abmelden, ich habe mich aus Versehen angemeldet'],
  ...['me suscribieron por error, BAJA', 'baja, me suscribí por error', 'STOP es un error'],
  ...['mi avete iscritto per errore, STOP', 'disiscrivimi, mi sono iscritto per errore', 'STOP è un errore'],
  ...['per ongeluk aangemeld, STOP', 'afmelden, ik heb me per ongeluk aangemeld'],
];

describe('a stop by mistake', () => {
  test.each(TAKEN_BACK)('%j is in doubt, by text and by mail', (said) => {
    expect(readReply(said)).toMatchObject({ isDoubtful: true });
    expect(readMailReply(said)).toBe('doubtful');
  });

  test('one to everything is in doubt as well, and stays one to everything', () => {
    expect(readReply('Ne me contactez plus : envoyé par erreur')).toEqual({
      of: { scope: 'global' },
      isDoubtful: true,
    });
  });

  test.each(FINAL)('P2: %j is final: the mistake is another', (said) => {
    expect(readReply(said)).toMatchObject({ isDoubtful: false });
  });

  test.each([
    'désinscrivez-moi, inscrite par erreur',
    'unsubscribe me, I signed up by mistake',
    'STOP, inscrit par erreur',
  ])('P2: so is the mail %j', (said) => {
    expect(readMailReply(said)).toBe('opposition');
  });

  test.each(['réabonnez-moi svp', 'please add me back', 'aangemeld blijven graag'])(
    '%j alone is no opposition',
    (said) => {
      expect(readReply(said)).toBeUndefined();
    },
  );
});
