import { describe, expect, test } from 'vitest';
import { readReply } from '#shared/domain/opposition/sms-reply.ts';

const OURS = 'MAISON VALMY : -20 % sur les bordeaux ce week-end ! STOP 36105';
const INVITING = 'MAISON VALMY : on vous attend, -20 % avec votre carte ! STOP 36105';
const QUOTED = [`« ${OURS} »`, `"${OURS}"`, `“${OURS}”`];

/** What says nothing but who sends it, or that it is meant. */
const BEHIND = [
  ...[
    'Envoyé de mon iPhone',
    'Envoyé depuis mon Galaxy',
    'Sent from my iPhone',
    'Jean Dupont',
    '--\nMme Dupont 06 39 98 00 01',
  ],
  ...['pour ce numéro', 'je confirme', 'voilà', 'c’est fait', 'je le fais', 'comme demandé', '3eme fois', 'das reicht'],
  ...[
    'vous comprenez le français ?',
    'c’est clair ?',
    'je viens de vous le dire',
    'je passe',
    'ça va durer longtemps ?',
  ],
  ...['ça m’intéresse peu', 'j’achète ailleurs', 'valable pour toutes vos pubs', 'vous êtes ouverts d’esprit ?'],
  ...['j’arrive à saturation', 'je vais en venir aux mains', 'je vais prendre mes dispositions', 'ça m’intéresse zéro'],
  ...['j’achète chez vos concurrents', 'ça m’intéresse moyen', 'ça m’intéresse bof', 'ça m’intéresse très peu'],
  ...['j’arrive à bout', 'j’arrive au bout de ma patience', 'j’arrive à ma limite', 'je commande peu chez vous'],
  ...['je prends ton message comme une agression', 'je viens, j’ai reçu vos 10 messages', 'je prends ça mal'],
  ...['je prends mes dispositions', 'je prends des mesures', 'je viens demain et après c’est fini'],
  ...['alles klar? ich komme vorbei und dann reicht es', 'ich komme und dann ist das klar', 'ich kaufe woanders'],
  ...['I will take this to court', 'I’ll take it elsewhere', 'I am coming and that’s it', 'I will take legal action'],
  ...['compro en otro sitio', 'voy mañana y ya está bien', 'compro altrove', 'vengo domani e poi basta'],
  ...['merci pour vos messages je commande la paix', 'j’arrive à peine à dormir', 'je commande pas mal moins'],
  ...['je passe au commissariat demain', 'I’ll order less', 'ich komme kaum zum Schlafen', 'I want to buy some peace'],
  ...['ik koop elders', 'ik kom langs en dan is het genoeg'],
  ...['je viens vous le dire demain', 'fermez la', 'combien de fois ?', 'je ne viens pas', 'je passe à autre chose'],
];

/** Behind a colon, or in quotation marks: the words of the one who writes. */
const OWN = [
  ...[
    'Demande : retrait de votre liste STOP 36105 Mme Petit',
    'Re : merci de respecter ma demande de STOP 36105, Mme Petit',
  ],
  ...[
    'Madame, Monsieur : ma demande est STOP 36105, Jean Dupont',
    'Message : je souhaite le STOP 36105 pour ce numéro',
  ],
  ...[
    'Suite à votre sms : je réponds bien STOP 36105 bonne soirée',
    'Maison Valmy : vous etes relous STOP 36105 allez',
  ],
  ...[
    'Bonjour : je vous le dis encore STOP 36105 vous comprenez le français',
    'SVP : enfin pour le 06 39 98 00 01 STOP 36105 au nom de Durand',
  ],
  ...[
    'Rappel : troisième demande ce mois-ci STOP 36105 cordialement Jean Dupont',
    'Réponse : oui je suis sûr STOP 36105 bien à vous',
  ],
  ...[
    'Note : mon mari est mort STOP 36105 respectez notre deuil',
    'Pour Valmy : plus rien de votre part STOP 36105 Paul',
  ],
  ...['PS : vous me saoulez grave là STOP 36105 ok', 'Valmy : vous êtes trop lourds STOP 36105 je viens demain'],
  ...['Je répète : « arrêtez de m’écrire, STOP 36105 »', 'J’ai déjà dit "plus de sms svp STOP 36105"'],
  ...['Vous dites « pour ne plus recevoir, STOP 36105 » : je le fais', '« Pour ne plus recevoir, STOP 36105 » ok'],
  ...['« Merci de noter ma demande : STOP 36105 » je viens demain'],
];

/** The same text of ours, and an answer to it. */
const ANSWERS = [
  ...[
    'je passe demain',
    'Oui je viens samedi',
    'vous êtes ouverts samedi ?',
    'c’est encore valable ?',
    'j’en prends deux',
  ],
  ...[
    'ça m’intéresse',
    'je voudrais réserver',
    'I’ll come tomorrow',
    'are you open on Sunday?',
    'ich komme morgen',
    'wir kommen gerne',
  ],
  ...['vengo domani', 'ik kom morgen', 'voy mañana'],
  ...['j’arrive à 18h', 'J’arrive à 10h30 demain', 'j’arrive à la boutique', 'on vient, j’arrive à pied'],
  ...['merci pour vos messages je commande deux caisses', 'pas mal, je commande', 'j’arrive à Lyon, je passe samedi'],
  ...['je prends mes dispositions pour venir samedi', 'je viens à peu près à midi', 'j’en prends un peu'],
  ...['je suis intéressé par un peu de tout', 'ça m’intéresse, il y a moyen de payer par carte ?'],
  ...['ça m’intéresse pas mal', 'je viens sans faute samedi', 'j’ai reçu votre message, je passe demain'],
  ...['merci pour le sms, je passe demain', 'merci pour vos messages, je passe samedi', 'je viens avec le sms'],
  ...['alles klar, ich komme morgen', 'I’ll come tomorrow, thanks for the message', 'danke für die SMS, ich komme'],
  ...['gracias por el sms, voy mañana', 'grazie per il messaggio, vengo domani', 'bedankt voor de sms, ik kom morgen'],
];

describe('our text, and words that say nothing else', () => {
  test.each([OURS, INVITING, ...QUOTED].flatMap((text) => BEHIND.map((behind) => `${text}\n${behind}`)))(
    'P2: %j is heard',
    (said) => {
      expect(readReply(said)).toBeDefined();
    },
  );

  test.each([OURS, INVITING, ...QUOTED].flatMap((text) => [text, `${text}\nJean Dupont`, `${text}\nvoilà`]))(
    'P2: nobody is opposed for good by %j',
    (said) => {
      expect(readReply(said)?.isDoubtful).toBe(true);
    },
  );

  test.each(OWN)('P2: the own words %j are heard', (said) => {
    expect(readReply(said)).toBeDefined();
  });
});

describe('our text, and an answer to it', () => {
  test.each([OURS, ...QUOTED, `« ${INVITING} »`].flatMap((text) => ANSWERS.map((answer) => `${text}\n${answer}`)))(
    '%j is no opposition',
    (said) => {
      expect(readReply(said)).toBeUndefined();
    },
  );

  test.each(ANSWERS.map((answer) => `${answer}\n${INVITING}`))('%j may be of both, and is not final', (said) => {
    expect(readReply(said)?.isDoubtful).not.toBe(false);
  });
});
