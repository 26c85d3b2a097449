import { describe, expect, test } from 'vitest';
import { readMailReply } from '#shared/domain/opposition/mail-reply/read-mail-reply.ts';
import { readReply } from '#shared/domain/opposition/sms-reply.ts';

/** What wants nothing stopped, or something else: nobody may be opposed for good by it. */
const NOT_FINAL = [
  'Je ne vous dois plus rien',
  'il ne manque plus rien',
  "tout est livré, je n'attends plus rien",
  'ne changez plus rien !',
  "Vous ne m'envoyez pas mon colis",
  'I had to stop by the shop to get it',
  "Merci de ne pas m'envoyer ma commande 4521 avant le 12",
  'Je ne reçois plus de mails de votre part.',
  'ne me désinscrivez pas svp',
  "n'arrêtez surtout pas vos promos!",
  "don't stop sending these, love them",
  "Je voudrais annuler mon inscription à l'atelier",
  'Je me suis désinscrite par erreur, remettez moi sur la liste',
  "Don't remove me from the list please!",
  "I don't want to opt out",
  'Bitte melden Sie mich nicht ab',
  'Supprimez mon ancien numéro et mettez celui ci 0612345678',
  'Stop attendez moi',
];

const REFUSALS = [
  ...['Nein, viele Grüße', 'No, un saludo', 'Nee, met vriendelijke groet', 'No, cordiali saluti', 'Non, bien à vous'],
  'Suppression de mes données svp',
  'Merci de procéder à la suppression de mon adresse de votre base',
  'Merci de me laisser tranquille',
  "je veux qu'on me laisse tranquille",
  'mettre fin à vos sms',
  'interdiction de me contacter',
  "inutile de m'envoyer vos offres",
  "pas la peine de m'envoyer vos promos",
  "j'en peux plus de vos sms",
  'gardez vos pubs',
  "merci de plus m'écrire",
  "pk vous continuez a m'ecrire",
  'g rien demander',
  'STO P',
  's top',
  'halte',
  'Raus aus dem Verteiler',
  'Nummer falsch',
  'drop us from your mailings',
  "Madame Durand n'habite plus ici",
];

/** Plain ones: a human has nothing to read. */
const FINAL = [
  'Je me désabonne',
  'Ne m’envoyez plus de mails',
  'Please remove me from your list',
  'Désinscrivez-moi',
  'Je ne veux pas recevoir vos mails',
  'Ne me contactez pas',
  "Au titre de l'article 21 du RGPD je m'oppose à l'utilisation de mes données à des fins de prospection.",
];

/** Whoever says it of everything is opposed altogether. */
const EVERYTHING = ['envoyez moi plus rien', "N'envoyez plus rien svp", 'je ne veux plus rien recevoir de vous'];

describe('by text and by mail', () => {
  test.each(NOT_FINAL)('nobody is opposed for good by "%s"', (said) => {
    expect(readReply(said)?.isDoubtful).not.toBe(false);
    expect(readMailReply(said)).not.toBe('opposition');
  });

  test.each(REFUSALS)('P2: "%s" is heard', (said) => {
    expect(readReply(said)).toBeDefined();
    expect(readMailReply(said)).not.toBe('none');
  });

  test.each(EVERYTHING)('OPP-3: "%s" is of everything', (said) => {
    expect(readReply(said)).toMatchObject({ of: { scope: 'global' }, isDoubtful: false });
  });

  test.each(FINAL)('P2: "%s" is plain', (said) => {
    expect(readMailReply(said)).toBe('opposition');
  });
});
