import { describe, expect, test } from 'vitest';
import { CHANNELS, type Channel } from '#shared/domain/message/channel.ts';
import { channelSaid } from '#shared/law/readings/wording/channel-said.ts';
import { aFormVersion } from '#test/support/builders.ts';
import { growth } from '#test/support/growth.ts';

const said = (wording: string, { channel, words }: { channel: Channel; words: string }) =>
  channelSaid(aFormVersion({ wording, channels: [{ channel, words }] }), channel);
const carries = (wording: string, quoted: { channel: Channel; words: string }) => said(wording, quoted) === 'named';

const BY_TEXT = { channel: 'sms', words: 'par SMS' } as const;

describe('L10: words that carry a channel', () => {
  test.each([
    'J’accepte de recevoir vos offres par SMS.',
    'J’accepte de recevoir vos offres par e-mail, par SMS et par MMS.',
    'J’accepte de recevoir, sans engagement, vos offres par SMS.',
    'J’accepte de recevoir vos offres par SMS sans engagement.',
    'J’accepte sans engagement de recevoir vos offres par SMS.',
    'J’accepte non sans plaisir vos offres par SMS.',
    'Pour ne pas manquer nos ventes, j’accepte de recevoir vos offres par SMS.',
    'Je ne veux pas de courrier. J’accepte vos offres par SMS.',
    'J’accepte vos offres par SMS, jamais par e-mail.',
    'J’accepte vos offres par SMS, non par e-mail.',
    'Pas par e-mail, mais j’accepte par SMS.',
    'Jamais d’appels, vos offres par SMS.',
    'Aucun courrier, la newsletter par SMS.',
    'J’accepte vos offres : ☐ par e-mail ☐ par SMS',
    'J’accepte vos offres par e-mail, jamais par SMS. Ou bien : j’accepte par SMS.',
    'I agree to get offers par SMS. I do not want calls.',
    'J’accepte vos offres par e-mail et par SMS. ☐ Je ne veux pas recevoir d’offres.',
  ])('are said: %s', (wording) => {
    expect(carries(wording, BY_TEXT)).toBe(true);
  });
  test.each([
    'J’accepte vos offres par e-mail, jamais par SMS.',
    'J’accepte vos offres par e-mail mais pas par SMS.',
    'J’accepte vos offres par e-mail (jamais par SMS).',
    'J’accepte vos offres, sauf par SMS.',
    'J’accepte vos offres par e-mail, et non par SMS.',
    'Je ne souhaite pas recevoir vos offres par SMS.',
    'Je ne veux pas recevoir vos offres par e-mail, par SMS.',
    'Je ne veux pas recevoir vos offres par e-mail, par MMS, par SMS.',
    'Je ne veux ni e-mail ni offre par SMS.',
    'Je ne veux pas recevoir vos offres par e-mail, ou par SMS.',
    'Je ne veux pas recevoir vos offres par e-mail, via MMS, et par SMS.',
    'Nous n’envoyons aucune offre par SMS.',
    'Vos offres par e-mail : oui ; par SMS : non.',
    'Vos offres par e-mail, par SMS jamais.',
    'I agree to offers by mail, but never par SMS.',
    'I don’t agree to offers par SMS.',
    'Vos offres par e-mail.',
  ])('are denied, or not there: %s', (wording) => {
    expect(carries(wording, BY_TEXT)).toBe(false);
  });
  // What says no in a clause: each word by itself, in French and English.
  test.each([
    ...[
      'jamais',
      'pas',
      'ni',
      'aucun',
      'aucune',
      'aucuns',
      'sauf',
      'excepté',
      'exceptée',
      'exceptés',
      'hormis',
      'hors',
    ],
    ...['je refuse', 'never', 'not', 'nor', 'no', 'except', 'without', 'don’t', "won't"],
  ])('are denied by “%s” before them, and by no longer word that holds it', (no) => {
    expect(carries(`Vos offres par e-mail, ${no} par SMS.`, BY_TEXT)).toBe(false);
    expect(carries(`Vos offres par e-mail, x${no}x par SMS.`, BY_TEXT)).toBe(true);
  });
  test.each([
    'Vos offres par e-mail : oui ; par SMS : non ; par MMS : oui.',
    'Vos offres par SMS : non',
    'Vos offres par SMS : non merci.',
    'Offers by mail: yes, par SMS: never',
    'Vos offres par e-mail, sans  SMS.',
    'Vos offres par e-mail, et non par  SMS.',
    'Je ne veux pas recevoir vos offres par e-mail, et  via  MMS, par SMS.',
  ])('are denied by an answer, or in a list of means: %s', (wording) => {
    expect(carries(wording, { channel: 'sms', words: 'SMS' })).toBe(false);
  });
  test('are not denied by the answer on another means', () => {
    expect(carries('Vos offres par SMS : oui, par e-mail : non.', BY_TEXT)).toBe(true);
  });
  test('are read in a time that grows with the text', () => {
    // What is read is kept by its words: each of these is another text.
    let read = 0;
    const readOf = (text: string) => {
      read += 1;
      return carries(`${read} ${text} jamais`, BY_TEXT);
    };
    expect(growth('par SMS, ', 4000, readOf)).toBeLessThan(40);
  });
});

describe('L10: a wording that is quoted as a whole', () => {
  const isCarried = (channel: Channel, wording: string) => carries(wording, { channel, words: wording });

  test.each<[Channel, string]>([
    ['sms', 'J’accepte par courriel mais jamais par SMS'],
    ['sms', 'J’accepte vos offres par courriel, sauf par SMS.'],
    ['sms', 'J’accepte vos courriels, pas de SMS.'],
    ['sms', 'J’accepte vos offres par courriel et non par SMS.'],
    ['sms', 'J’accepte vos offres par courriel (aucun SMS).'],
    ['sms', 'Par courriel : oui. Par SMS : non.'],
    ['sms', 'J’accepte vos courriels, sans SMS.'],
    ['sms', 'J’accepte vos courriels, sans vos SMS.'],
    ['sms', 'J’accepte vos courriels, jamais rien sur mon téléphone portable.'],
    ['sms', 'Vos offres par e-mail, jamais par texto.'],
    ['sms', 'Je ne souhaite pas recevoir vos offres par e-mail, par SMS.'],
    ['sms', 'I agree to offers by e-mail but never by text.'],
    ['sms', 'Offers by e-mail, no text messages.'],
    ['mms', 'J’accepte vos SMS mais pas de MMS.'],
    ['email', 'J’accepte vos SMS, jamais de courrier électronique.'],
    ['email', 'Text me your offers but don’t send me e-mails.'],
    ['automated-call', 'I agree to offers by e-mail, but not by phone.'],
    ['automated-call', 'J’accepte vos courriels mais pas vos appels automatisés.'],
    ['automated-call', 'J’accepte l’envoi de courriels et non d’appels.'],
    ['automated-call', "J’accepte l’envoi de courriels et non d'appels."],
    ['rcs', 'Vos offres par e-mail, jamais autrement.'],
    ['email', 'Vos offres par SMS, jamais par voie électronique.'],
    ['sms', 'J’accepte d’être sollicité par voie électronique mais jamais par SMS'],
    ['sms', 'J’accepte d’être sollicité par voie électronique, pas par téléphone.'],
  ])('denies the channel %s itself: %s', (channel, wording) => {
    expect(isCarried(channel, wording)).toBe(false);
  });

  test.each<[Channel, string]>([
    ['email', 'J’accepte par courriel mais jamais par SMS'],
    ['email', 'I agree to offers by e-mail, but not by phone.'],
    ['sms', 'Je n’ai rien à payer pour recevoir vos SMS : je les accepte.'],
    ['sms', 'J’accepte vos offres par SMS, je n’ai rien à payer pour recevoir vos SMS.'],
    ['sms', 'Je ne veux pas manquer vos ventes : j’accepte vos offres par SMS.'],
    ['sms', 'Aucun SMS sans votre accord : j’accepte de recevoir vos offres par SMS.'],
    ['sms', 'J’accepte vos offres par SMS (pas de SMS après 20 heures).'],
    ['sms', 'J’accepte vos offres par SMS, mais pas plus de deux par mois.'],
    ['sms', 'J’accepte de recevoir, sans engagement, vos offres par SMS.'],
    ['sms', 'Pas de courrier, mais des textos !'],
    ['sms', 'I don’t want e-mails but I agree to text messages.'],
    ['mms', 'Pas de SMS, mais j’accepte vos MMS.'],
    ['automated-call', 'J’accepte d’être appelé par un automate, jamais par SMS.'],
    ['automated-call', 'Vos offres par téléphone, pas par courriel.'],
    ['email', 'J’accepte d’être sollicité par voie électronique mais jamais par SMS'],
    ['email', 'Vos offres à mon adresse électronique, pas par téléphone.'],
    ['email', 'Offers by electronic means, but not by phone.'],
  ])('carries the channel %s although something is denied: %s', (channel, wording) => {
    expect(isCarried(channel, wording)).toBe(true);
  });

  test('leaves it to a human where it names no means, and denies none', () => {
    const words = 'Vos offres par tout moyen.';
    expect(said(words, { channel: 'rcs', words })).toBe('no-channel-named');
  });

  test('carries it where the words are said again, without the denial', () => {
    const words = 'vos offres par courriel, jamais par SMS';
    expect(carries(`J’accepte ${words}. Ou : j’accepte par SMS.`, { channel: 'sms', words })).toBe(false);
    expect(carries(`J’accepte ${words}. Ou : j’accepte par SMS.`, { channel: 'sms', words: 'j’accepte par SMS' })).toBe(
      true,
    );
  });

  test('has a name of every channel in it', () => {
    const names = ['par e-mail', 'par SMS', 'par MMS', 'par RCS', 'par automate d’appel', 'par appel', 'sur répondeur'];
    const others = ['par fax', 'par notification', 'dans l’application', 'par messagerie', 'par courrier'];
    const named = [...names, ...others].map(
      (name, index) => [CHANNELS[index], `Jamais autrement : ${name}, volontiers.`] as const,
    );
    for (const [channel = 'email', wording] of named)
      expect([channel, isCarried(channel, wording)]).toEqual([channel, true]);
  });
});
