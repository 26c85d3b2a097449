import { describe, expect, test } from 'vitest';
import { readReply } from '#shared/domain/opposition/sms-reply.ts';

const each = (texts: string): readonly string[] => texts.split('|').map((text) => text.trim());

const FRENCH = each(
  'je ne souhaite pas recevoir vos messages|merci de ne pas m’envoyer de sms|je veux pas de vos sms|ne m’envoyez rien|pas de pub|' +
    'je refuse vos sms|retire-moi de ta liste|enlève-moi|desinscire|déinscrire|désabbonner|ST OP',
);
const ENGLISH = each('not interested|leave me alone|delete my number|I don’t want these messages|get me off this list');
const TAUGHT = each(
  'abmelden|abbestellen|keine SMS mehr|Widerspruch|aufhören|nein|nee|baja|darse de baja|no quiero más|basta|cancella|cancellami|' +
    'disiscrivi|afmelden|uitschrijven|geen sms meer|bezwaar|opposizione|oposición|alto|quiero oponerme|mi oppongo|opporsi|' +
    'I object|je refuse toute publicité|refuser toute publicité|no gracias|no grazie|Je ne veux pas de votre publicité|' +
    'remove my number|Hören Sie auf|Melden Sie mich ab|meld me af|schrijf mij uit|keine SMS|arrête|arrêtez|aret|unsuscribe|unsubcribe',
);
const OTHERWISE = each(
  'Can you get me a table for two|ça m’intéresse pas mal|je viens enlever ma commande|je passe retirer mon colis|' +
    'je n’ai pas de sms de confirmation|vous ne m’envoyez pas la facture ?|geen bezwaar|planta baja|oposiciones de maestro|' +
    'cancella la prenotazione ?|Can I take meals away?|Do you take messages?|Can you take me on Friday?|Please don’t send it before Monday|' +
    'Don’t add sugar|Je ne reçois pas de SMS de confirmation|C’est intéressant, pas cher !|Avez-vous encore des inscriptions ouvertes ?|' +
    'un sucrier|poisson sans arête|Bajamos ahora|Bezwaarlijk|Pourquoi ne pas me contacter avant ?|le contact passe|Do you want me to send more photos?|je ne veux pas de gluten',
);

describe('what people write, in plainer words and other languages', () => {
  test.each([
    ['French', FRENCH],
    ['English', ENGLISH],
    ['the words that our messages teach', TAUGHT],
  ])('P2: %s: each is an opposition', (_, texts) => {
    expect(texts.filter((text) => readReply(text)?.of === undefined)).toEqual([]);
  });

  test.each(['Ne me contactez pas', 'me contactez pas', 'merci de ne pas me contacter'])(
    '%j opposes everything',
    (text) => {
      expect(readReply(text)?.of).toEqual({ scope: 'global' });
    },
  );

  test('what says nothing of the kind is none', () => {
    expect(OTHERWISE.filter((text) => readReply(text)?.of !== undefined)).toEqual([]);
  });
});
