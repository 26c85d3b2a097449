import { describe, expect, test } from 'vitest';
import { channelSaid } from '#shared/law/readings/wording/channel-said.ts';
import { aFormVersion } from '#test/support/builders.ts';
import { saidOf } from './means.ts';

test.each([
  ['fr sms', 'Sans engagement ni obligation d’achat, et pour ne rien manquer : par e-mail oui, [par SMS] non.'],
  ['fr sms', 'Vos offres : jamais par e-mail, [SMS] ou téléphone.'],
  ['fr automated-call', 'Vos offres : jamais par e-mail, par SMS, [par téléphone].'],
  ['nl sms', 'Ik ga akkoord met aanbiedingen per post, maar [per sms] wil ik ze niet.'],
  ['fr sms', 'Vous ne voulez plus de nos offres ? ☐ par e-mail ☐ [par SMS]'],
  ['fr sms', 'Vous ne voulez plus de nos offres ?☐ par e-mail ☐ [par SMS]'],
  ['fr sms', 'Vous ne voulez plus de nos offres ?  ☐ par e-mail ☐ [par SMS]'],
  ['fr email', 'Je refuse vos offres :\n[par e-mail]\npar SMS'],
  ['fr email', 'Je refuse vos offres : \n[par e-mail]\npar SMS'],
  ['de sms', 'Angebote [per SMS] und per Post nicht.'],
  ['fr sms', 'Vos offres [par SMS] ou par courrier, je les refuse.'],
  ['fr sms', 'Vos offres [par SMS], je les refuse, mais je veux les invitations.'],
  ['fr sms', 'J’accepte vos offres par e-mail, et mon numéro sert uniquement à me prévenir [par SMS] de la livraison.'],
  ['fr sms', 'J’accepte vos offres par e-mail pendant 6 mois, jamais [par SMS].'],
])('denied: %s, %s', (of, quoting) => {
  expect(saidOf(of, quoting)).toBe('not-named');
});

test.each([
  ['de email', 'Ich möchte Ihre Angebote [per E-Mail] und keine Werbung anderer Firmen.'],
  ['fr email', 'Recevez nos offres [par e-mail] et jamais celles d’autrui. ☐ J’accepte'],
  ['de sms', 'Post: nie – [per SMS]: ja'],
  ['fr sms', 'Je ne souhaite pas d’appels – [par SMS] : oui.'],
  ['fr sms', 'Vous refusez le courrier ? Nos offres viennent [par SMS]. ☐ J’accepte'],
  ['fr sms', 'Je refuse le courrier\nVos offres viennent [par SMS]\n☐ J’accepte'],
  ['fr sms', 'J’accepte vos offres [par SMS] et vos conseils pour mes commandes.'],
  ['fr sms', 'J’accepte que mon numéro serve uniquement à me tenir au courant [par SMS].'],
  ['fr sms', 'J’accepte vos offres [par SMS] et que mon adresse serve uniquement à mes rendez-vous.'],
  ['fr email', 'Nos soldes durent jusqu’au 31 janvier. J’accepte vos offres [par e-mail].'],
  ['fr email', 'J’accepte vos offres [par e-mail]. Nos magasins sont fermés jusqu’au 30 juin.'],
  ['en sms', 'I agree to your offers [by text] on Mondays.'],
])('named: %s, %s', (of, quoting) => {
  expect(saidOf(of, quoting)).toBe('named');
});

describe('hours of calls', () => {
  test.each([
    ['fr live-call', 'J’accepte vos offres [par téléphone] le lundi.'],
    ['fr voicemail-drop', 'J’accepte vos offres et vos [messages vocaux] le matin.'],
    ['fr automated-call', 'J’accepte vos offres par des [appels] entre 9 h et 12 h.'],
    ['fr automated-call', 'J’accepte vos offres par des [appels] du lundi au jeudi.'],
    ['en automated-call', 'I agree to [calls] about your offers on Mondays.'],
    ['en automated-call', 'I agree to [calls] about your offers between 9 am and noon.'],
    ['en automated-call', 'I agree to [calls] about your offers after 6 pm.'],
    ['de automated-call', 'Ich möchte montags [Anrufe] mit Angeboten erhalten.'],
    ['de automated-call', 'Ich möchte nach 18 Uhr [Anrufe] mit Angeboten erhalten.'],
  ])('wait for a human: %s, %s', (of, quoting) => {
    expect(saidOf(of, quoting)).toBe('no-channel-named');
  });
});

test('words that do not occur carry nothing, in whatever language; words of another channel carry none', () => {
  const polish = 'Zgadzam się na otrzymywanie ofert przez e-mail od was.';
  const form = aFormVersion({ wording: polish, language: 'pl', channels: [{ channel: 'email', words: 'par e-mail' }] });
  expect(channelSaid(form, 'email')).toBe('not-named');
  const ofBoth = aFormVersion({
    wording: 'J’accepte vos offres par e-mail ou SMS.',
    channels: [{ channel: 'sms', words: 'par e-mail ou SMS' }],
  });
  expect([channelSaid(ofBoth, 'sms'), channelSaid(ofBoth, 'email')]).toEqual(['named', 'not-named']);
});

test('a form that names no means names none; each means is read for itself, and for whoever asks', () => {
  expect(channelSaid(aFormVersion({ channels: [] }), 'email')).toBe('no-channel-named');
  const ofPartners = aFormVersion({
    wording: 'J’accepte les offres de vos partenaires par e-mail, jamais par SMS.',
    channels: [
      { channel: 'email', words: 'par e-mail' },
      { channel: 'sms', words: 'par SMS' },
    ],
  });
  const said = [
    channelSaid(ofPartners, 'email'),
    channelSaid(ofPartners, 'email', 'anyone'),
    channelSaid(ofPartners, 'sms', 'anyone'),
  ];
  expect(said).toEqual(['no-channel-named', 'named', 'not-named']);
});
