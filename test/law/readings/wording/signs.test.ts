import { expect, test } from 'vitest';
import { saidOf } from './means.ts';

// A "no" that denies nothing: one misses nothing by it, pays nothing, is obliged to nothing, or it is not only that.
test.each([
  ['fr sms', 'Je n’y vois pas d’inconvénient et je reçois volontiers vos offres [par SMS].'],
  ['fr sms', 'N’ayant pas moins de 15 ans j’accepte vos offres [par SMS].'],
  ['en sms', 'Being not under 18 I agree to your offers [by text].'],
  ['fr sms', 'Oui, pourquoi pas vos offres [par SMS] !'],
  ['fr sms', 'Recevoir nos offres [par SMS] n’est pas obligatoire. ☐ J’accepte'],
  ['fr sms', 'Pour nos offres [par SMS] vous n’êtes pas tenu de commander. ☐ J’accepte'],
  ['fr sms', 'J’accepte sans aucune obligation vos offres [par SMS].'],
  ['en sms', 'I agree with no obligation to receive your offers [by text].'],
  ['en email', 'I agree to receive your offers not only [by e-mail] but also by text.'],
  ['en sms', 'I agree to no more than two offers a week [by text].'],
  ['de email', 'Um kein Angebot mehr zu verpassen möchte ich Ihre Werbung [per E-Mail] erhalten.'],
  ['de email', 'Ich möchte Ihre Angebote nicht nur [per E-Mail] sondern auch per SMS erhalten.'],
  ['de sms', 'Ihre Angebote [per SMS] verursachen keine Kosten. ☐ Ich stimme zu'],
  ['es sms', 'Para no perderme nada acepto sus ofertas [por SMS].'],
  ['es email', 'Acepto recibir ofertas no solo [por correo electrónico] sino también por SMS.'],
  ['es sms', 'Acepto no más de dos ofertas al mes [por SMS].'],
  ['es sms', 'Acepto sin ningún compromiso sus ofertas [por SMS].'],
  ['it sms', 'Per non perdere nulla accetto le vostre offerte [via SMS].'],
  ['it email', 'Accetto le vostre offerte non solo [via e-mail] ma anche via SMS.'],
  ['it sms', 'Accetto senza nessun impegno le vostre offerte [via SMS].'],
  ['nl email', 'Ik wil uw aanbiedingen niet alleen [per e-mail] maar ook per sms.'],
  ['nl sms', 'Ik wil uw aanbiedingen [per sms] als er geen kosten zijn.'],
  ['nl sms', 'Om niets te missen wil ik uw aanbiedingen [per sms].'],
  // What only says that one may refuse later.
  ['en sms', 'You can object at any time to our offers [by text]. ☐ I agree'],
  ['en sms', 'You may refuse our offers [by text] later. ☐ I agree'],
  ['en sms', 'You are free to decline our offers [by text] later. ☐ I agree'],
  ['en sms', 'You have the right to object to our offers [by text]. ☐ I agree'],
  ['es sms', 'Puede oponerse en cualquier momento a las ofertas [por SMS]. ☐ Acepto'],
  ['es sms', 'Tiene derecho a oponerse a las ofertas [por SMS]. ☐ Acepto'],
  ['es sms', 'Podrá rechazar más tarde las ofertas [por SMS]. ☐ Acepto'],
  ['it sms', 'Può opporsi in qualsiasi momento alle offerte [via SMS]. ☐ Accetto'],
  ['it sms', 'Ha diritto di opporsi alle offerte [via SMS]. ☐ Accetto'],
  ['it sms', 'Potrà rifiutare in seguito le offerte [via SMS]. ☐ Accetto'],
  ['nl sms', 'U kunt zich later afmelden voor aanbiedingen [per sms]. ☐ Ik ga akkoord'],
  ['nl sms', 'U mag aanbiedingen later weigeren, ook [per sms]. ☐ Ik ga akkoord'],
  ['fr sms', 'Désinscription à tout moment de nos offres [par SMS]. ☐ J’accepte'],
  ['en sms', 'Unsubscribe at any time from our offers [by text]. ☐ I agree'],
  ['de email', 'Abmeldung jederzeit möglich von Angeboten [per E-Mail]. ☐ Ich stimme zu'],
  ['it sms', 'Disiscrizione in qualsiasi momento dalle offerte [via SMS]. ☐ Accetto'],
  ['nl sms', 'Afmelden kan later voor aanbiedingen [per sms]. ☐ Ik ga akkoord'],
])('named: %s, %s', (of, quoting) => {
  expect(saidOf(of, quoting)).toBe('named');
});

test.each([
  ['it sms', 'Vi prego di non usare il mio numero per offerte [via SMS].'],
  ['it sms', 'Accetto le e-mail, mai offerte [via SMS].'],
  ['nl sms', 'Aanbiedingen per post noch [per sms], alstublieft.'],
])('denied: %s, %s', (of, quoting) => {
  expect(saidOf(of, quoting)).toBe('not-named');
});
