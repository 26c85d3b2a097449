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
  ...[
    'STOP. Je l’ai envoyé par erreur.',
    'STOP, j’ai envoyé ça par erreur',
    'stop, erreur de ma part',
    'STOP fausse manip',
  ],
  ...[
    'STOP. Finalement je l’ai envoyé sans le vouloir',
    'STOP ! Non je voulais pas l’envoyer',
    'STOP, mince, fausse manip',
  ],
  ...['STOP (oups)', 'Désinscription. Fausse manipulation, désolé', 'Le STOP que j’ai envoyé était une erreur'],
  ...['Le STOP de tout à l’heure était une erreur', 'Mon désabonnement est une erreur', 'STOP pas fait exprès'],
  ...['STOP envoyé par erreur, je veux recevoir vos offres', 'STOP envoyé par erreur désolé de vous déranger'],
  ...[
    'I texted “STOP” by mistake',
    'unsubscribe. My mistake, sorry',
    'I didn’t mean to unsubscribe',
    'STOP, wrong button',
  ],
  ...['STOP. I sent it by accident', 'STOP. I want to keep getting your offers', 'STOP sent by mistake thank you'],
  ...['Ich habe mich aus Versehen abgemeldet', 'per ongeluk afgemeld', 'STOP, das habe ich aus Versehen geschickt'],
  ...['BAJA. Perdón, error mío', 'STOP, l’ho inviato per errore', 'STOP, dat heb ik per ongeluk gestuurd'],
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
  ...['STOP par erreur de numéro', 'STOP par erreur dans votre liste', 'Stop par erreur vous avez mon numéro'],
  ...['STOP accidentally signed up', 'STOP it was a mistake to give you my number', 'STOP, my mistake signing up'],
  ...['STOP versehentlich angemeldet', 'STOP un errore vostro', 'afmelden per ongeluk aangemeld'],
  ...['Sent in error. Unsubscribe', 'Bonjour, envoyé par erreur. STOP', 'STOP. Vous m’avez envoyé ça par erreur'],
  ...['STOP, you never intended to stop texting me', 'STOP il voulait pas me désinscrire'],
  ...['STOP. I want to get emails from nobody', 'STOP. Mon fils a rempli le formulaire par erreur'],
  ...['sorry STOP', 'STOP vous avez ignoré mon stop', 'STOP merci de me remettre en liste rouge'],
  ...['Désabonnez-moi. Je veux recevoir mes données personnelles', 'STOP je veux recevoir aucun sms'],
  ...['Unsubscribe me. I want to receive confirmation', 'STOP. I want to get my money back'],
  ...['I want to get off this list. Unsubscribe', 'STOP je veux recevoir moins de messages'],
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
    'Baja por error me apunté',
    'Sent in error. Unsubscribe',
    'Sorry stop',
    'Désabonnez-moi. Je veux recevoir mes données personnelles',
    'Unsubscribe please, I would like to get fewer emails in my life',
  ])('P2: so is the mail %j', (said) => {
    expect(readMailReply(said)).toBe('opposition');
  });

  test('P2: a stop by mistake is heard, and who comes by is none', () => {
    expect(readReply('STOP by mistake I signed up')).toMatchObject({ of: { scope: 'channel' } });
    expect(readReply('We will stop by tomorrow')).toBeUndefined();
  });

  test('P2: one to everything stays final where something else is to be received', () => {
    expect(readReply('Ne me contactez plus. Je veux recevoir mon colis')).toEqual({
      of: { scope: 'global' },
      isDoubtful: false,
    });
  });

  test.each([
    'envoyé par erreur',
    'fausse manip',
    'oups',
    'réabonnez-moi svp',
    'please add me back',
    'aangemeld blijven graag',
  ])('%j alone is no opposition', (said) => {
    expect(readReply(said)).toBeUndefined();
  });
});
