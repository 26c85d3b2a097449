import { expect, test } from 'vitest';
import { speaksOfOffersOfOthers } from '#shared/law/readings/wording/of-others.ts';
import { saidOf } from './means.ts';

test.each([
  // Terms are one thing, and messages that somebody agrees to beside them another.
  ['es sms', 'Acepto también los [SMS].'],
  ['it email', 'Accetto anche le [e-mail].'],
  ['it sms', 'Accetto gli [SMS].'],
  ['fr sms', 'J’accepte d’être recontacté par e-mail. [Par SMS] aussi.'],
  ['fr sms', 'J’accepte les conditions générales. Vos messages viennent [par SMS]. J’accepte d’être contacté.'],
  ['fr sms', 'Vos messages viennent [par SMS]. J’accepte : ☐'],
  // Of a service, and of what only sounds like one.
  ['nl sms', 'Ik ga akkoord met de verzending van berichten [per sms].'],
  ['fr sms', 'Entre deux commandes, nous vous donnons de nos nouvelles [par SMS]. ☐ J’accepte'],
  ['fr sms', 'Livraison : la boutique vous donne de ses nouvelles [par SMS]. ☐ J’accepte'],
  ['fr sms', 'Oui à vos offres, que je lirai [par SMS] en attendant ma livraison.'],
  ['fr sms', 'J’accepte vos offres par e-mail. Une fois par mois, [par SMS] aussi.'],
  ['fr sms', 'J’accepte de recevoir vos offres. Un [SMS] vous parviendra.'],
  ['fr sms', 'J’accepte d’être contacté. Nos offres viennent par e-mail. Un [SMS] suivra.'],
  ['fr sms', 'Oui à vos offres, que je lirai [par SMS] devant ma livraison.'],
  ['fr sms', 'J’accepte la charte. ☐ [Par SMS], tout simplement'],
  // Own offers beside those of others.
  ['fr email', 'J’accepte vos nouveautés et les offres [par e-mail] de vos partenaires.'],
  ['fr sms', 'J’accepte d’être invité avec vos partenaires à vos ventes [par SMS].'],
  ['fr sms', 'J’accepte vos offres, que vous enverrez [par SMS] avec celles de vos partenaires.'],
  // One box, and what it says.
  ['fr email', 'Nos offres viennent [par e-mail]. ☐ Oui, et je ne veux plus de papier.'],
  ['fr email', '☐ Recevoir vos offres [par e-mail] (non merci pour le courrier)'],
  // What is denied is something else, or another means.
  ['de sms', 'Ich möchte Ihre Angebote [per SMS] und nicht per Post erhalten.'],
  ['nl sms', 'Ik wil uw aanbiedingen [per sms] en niet per post ontvangen.'],
  ['fr sms', 'Je refuse le courrier. Et vos offres [par SMS] ?\n☐ Oui'],
  ['fr email', 'Je ne suis pas client et j’accepte vos offres [par e-mail].'],
])('named: %s, %s', (of, quoting) => {
  expect(saidOf(of, quoting)).toBe('named');
});

test.each([
  ['nl email', 'Ik ga akkoord met een antwoord [per e-mail].'],
  ['nl email', 'Ik ga akkoord met een bevestiging [per e-mail].'],
  ['nl email', 'Ik ontvang graag de uitslag [per e-mail].'],
  ['nl email', 'Ik ontvang graag mijn kassabon [per e-mail].'],
  ['nl sms', 'Ik wil graag een weeralarm [per sms].'],
  ['nl email', 'Ik wil graag dat u mijn vragen beantwoordt [per e-mail].'],
  ['fr sms', 'J’accepte vos offres. Livraison : [par SMS].'],
  ['fr sms', 'J’accepte vos offres. Livraison : [SMS].'],
  ['en sms', 'I agree to your offers. Delivery: [by text].'],
  [
    'fr sms',
    'J’accepte vos offres par e-mail. Votre numéro, demandé pour la livraison, permet de vous joindre [par SMS].',
  ],
  ['de sms', 'Ihre Nummer brauchen wir für die Lieferung, und Sie hören [per SMS] davon. ☐ Ich stimme zu'],
  ['en email', 'I agree to receive offers [by e-mail] from our partners.'],
  ['fr sms', 'Un [SMS] vous informera de votre inscription ☐ J’accepte vos offres par e-mail'],
  ['en sms', 'I agree to your offers by e-mail. A [text] will follow.'],
  ['en sms', 'I agree to your offers by e-mail. [Texts]: your deliveries.'],
  ['fr sms', 'J’accepte vos offres par e-mail. Un  [SMS] vous confirmera l’inscription.'],
  ['fr sms', 'J’accepte d’être contacté. J’accepte vos offres par e-mail. Un [SMS] vous confirmera l’inscription.'],
  ['fr email', '☐ J’accepte la charte. Les gagnants sont prévenus [par e-mail].'],
  ['nl email', 'Ik wil graag een bericht met de uitslag [per e-mail] ontvangen.'],
  ['fr email', 'J’accepte la charte. Réponse [par e-mail]. ☐'],
  // Whose offers they are, and who gets the data.
  ['fr email', 'J’accepte que mon adresse soit donnée à des partenaires, qui m’écriront [par e-mail].'],
  ['fr sms', 'J’accepte que mes coordonnées soient vendues à des tiers, et que ces tiers m’écrivent [par SMS].'],
  ['en sms', 'I agree that my number is shared with your partners for their offers [by text].'],
  ['de sms', 'Ich stimme zu, dass meine Nummer für Angebote [per SMS] an Partner weitergegeben wird.'],
  ['es sms', 'Acepto que mi número sea cedido a terceros para ofertas [por SMS].'],
  ['it sms', 'Accetto che il mio numero sia ceduto a terzi per offerte [via SMS].'],
  ['nl sms', 'Ik ga akkoord dat mijn nummer [per sms] wordt gedeeld met derden.'],
  ['fr sms', 'J’accepte les offres d’assureurs, de banques et de mutuelles partenaires [par SMS].'],
  ['fr sms', 'J’accepte [par SMS] les offres des assureurs, banques et mutuelles partenaires.'],
  ['de automated-call', 'Ich möchte Ihre Angebote per E-Mail. Ein [Anruf] folgt.'],
  ['de sms', 'Ich möchte Ihre Angebote per E-Mail. Eine [SMS] folgt.'],
])('of something else: %s, %s', (of, quoting) => {
  expect(saidOf(of, quoting)).toBe('no-channel-named');
});

test.each([
  ['fr email', 'En commandant, vous  acceptez nos offres [par e-mail]. ☐ Je refuse'],
  ['fr email', 'Votre adresse sert à la commande. Nous vous écrirons [par e-mail]. Je m’y oppose :\n☐'],
  ['fr email', 'Votre adresse sert à la commande. Nous vous écrirons [par e-mail]. Je m’y oppose : ☐'],
])('denied: %s, %s', (of, quoting) => {
  expect(saidOf(of, quoting)).toBe('not-named');
});

test.each([
  'J’accepte les offres de vos partenaires.',
  'J’ACCEPTE LES OFFRES DE VOS PARTENAIRES.',
  'J’accepte vos offres et celles de vos partenaires, sans engagement.',
  'I agree to offers from your partners.',
  'Sans engagement, j’accepte les offres de vos partenaires.',
  'Le refuseur est Paul : j’accepte les offres de vos partenaires.',
])('offers of others are spoken of: %s', (wording) => {
  expect(speaksOfOffersOfOthers(wording)).toBe(true);
});
test.each([
  'J’accepte vos offres.',
  'Nom _ prénom _ : j’accepte vos offres.',
  'J’accepte vos offres, sans les offres de vos partenaires.',
  'J’accepte vos offres, sans aucune offre de vos partenaires.',
  'J’accepte vos offres, aucun message de vos partenaires.',
  'J’accepte vos offres, je refuse toutes les offres de vos partenaires.',
  'J’accepte vos offres et refuse les offres de vos partenaires.',
  'J’accepte vos offres et ne veux pas  recevoir les offres de vos partenaires.',
  'I agree to your offers, without any offers from your partners.',
  'I agree to your offers, no offers from your partners please.',
])('and are not, or are left out: %s', (wording) => {
  expect(speaksOfOffersOfOthers(wording)).toBe(false);
});
