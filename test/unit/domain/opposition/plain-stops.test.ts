import { describe, expect, test } from 'vitest';
import { readMailReply } from '#shared/domain/opposition/mail-reply/read-mail-reply.ts';
import { readReply } from '#shared/domain/opposition/sms-reply.ts';

const each = (texts: string): readonly string[] => texts.split('|').map((text) => text.trim());
const isFinal = (text: string): boolean => readReply(text)?.isDoubtful === false;

/** The keyword, alone and with its kin; and the words for it that mean nothing else. */
const PLAIN = each(
  'STOP|stop|Stop.|Stop ?|STOP SMS|stop sms ?|stop svp|stop s’il vous plaît|STOP 36180|STOP36180|STOP au 36180|stoppub|stop pub merci|stop stop stop|' +
    'Bonjour, stop merci|ok stop|non, stop|Non ! Stop|mais stop quoi|STOP !! je l’ai déjà dit trois fois|Stop. C’est la dernière fois que je le demande.|' +
    'Stop\nMerci d’avance et bonne journée à toute l’équipe du magasin|STOP je ne veux plus rien recevoir de votre part|stop maman|please stop|pls stop texting me|' +
    'Non merci, STOP|sotp|STOB|Stob 36180|Sto|annuler|Annulez !|dtop|ST0P|S.T.O.P|stooooop|ＳＴＯＰ|🛑|arrêt|Arrêtez svp|arrêtez de m’envoyer des sms|merci d’arrêter vos messages|' +
    'désabonnement|je veux me désabonner|me désinscrire svp|pouvez-vous me désinscrire ?|unsubscribe|please unsubscribe me|opt out|' +
    'supprimez mon numéro|effacez-moi de vos fichiers|retirez-moi de la liste|résiliation|opposition|je m’oppose|fin|non|END|' +
    'stopp bitte|abmelden|bitte abmelden|Widerspruch|aufhören|nein danke|baja|darme de baja|me opongo|no gracias|basta|disiscrivimi|mi oppongo|afmelden|uitschrijven|stoppen aub|nee bedankt|' +
    'STOP SVP MERCI D’AVANCE|stop merci par avance svp|STOP please thanks in advance|Stop bitte, vielen Dank im Voraus|stop bitte danke im voraus|STOP por favor gracias de antemano|' +
    'stop per favore grazie in anticipo|stop aub alvast bedankt|STOP merci de votre compréhension|Stop svp bien à vous et bonne journée',
);

/** A word of them in a question, on a condition, or in a sentence about something else. */
const IN_DOUBT_AT_THE_MOST = each(
  'stop by the shop?|Could you stop the delivery until Friday?|Stop the delivery until Friday please|Stop la livraison de ma commande|arrêt de bus|Je suis en arrêt maladie, on peut décaler le rdv ?|' +
    'mon colis est arrêté en douane|vous pouvez supprimer l’article 2|La batterie s’arrête toute seule|Pourquoi ma commande a été supprimée ?|ouvert non stop ?|' +
    'j’ai supprimé votre message par erreur, c’était quoi le code ?|je ne veux pas me désabonner|comment me désabonner ?|arrêtez de me faire rêver|votre message est tombé dans mes spams|' +
    'faire opposition sur ma carte|Wann hören die Angebote auf?|Die Heizung hört nicht auf|mich vom Kurs abmelden|cancellate il mio ordine|basta così grazie, a domani|no quiero más pan gracias|' +
    'keine Werbung bis Freitag|tengo oposición mañana|non stop|non stop !|NON-STOP|no stop|annuler ma commande|sto bene, grazie|nee bedankt, tot morgen|je sors au prochain stop',
);

/** The same words for everything, and none of them. */
const OF_EVERYTHING = each(
  'Ne me contactez plus|ne plus me contacter svp|stop tout|stop à tout, ne me contactez plus|arrêtez tout|don’t contact me|n’envoyez plus rien',
);
const OF_NO_EVERYTHING = each(
  'La batterie s’arrête toute seule|le contact plus bas dans le mail c’est vous ?|pouvez-vous me contacter plus tard ?|me contacter plus tard svp|contactez-moi plus souvent|je n’ai plus aucun problème avec ma commande|' +
    'il n’y a plus rien en stock|merci de ne pas me contacter avant 18h|you never contacted me back|arrêtez tout de suite vos sms|stop tout de suite',
);

describe('what nobody can lift', () => {
  test('the keyword, and what means nothing else, is final at once', () => {
    expect(PLAIN.filter((text) => !isFinal(text))).toEqual([]);
  });

  test('a word of it in a question, or about something else, is not', () => {
    expect(IN_DOUBT_AT_THE_MOST.filter(isFinal)).toEqual([]);
  });
});

test('letters that somebody spread over a line are read as words', () => {
  expect(isFinal('M E R C I   de   m e   d é s i n s c r i r e')).toBe(true);
  expect(isFinal('S T O P  s v p')).toBe(true);
  expect(readReply('il y a à boire')).toBeUndefined();
  expect(readMailReply('Merci de me  d é s i n s c r i r e')).toBe('opposition');
});

describe('everything', () => {
  test('is opposed where the words say so', () => {
    expect(OF_EVERYTHING.filter((text) => readReply(text)?.of.scope !== 'global')).toEqual([]);
  });

  test('is not where they speak of a time, a place or a thing', () => {
    expect(OF_NO_EVERYTHING.filter((text) => readReply(text)?.of.scope === 'global')).toEqual([]);
  });
});
