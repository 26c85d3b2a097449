import { describe, expect, test } from 'vitest';
import type { Channel } from '#shared/domain/message/channel.ts';
import { faultOfRefusal, isFreelyOffered, offersRefusal } from '#shared/law/readings/wording/refusal-offered.ts';
import { aFormVersion } from '#test/support/builders.ts';

const ASKED = ['email', 'sms', 'mms', 'automated-call'] as const;
const ALL_MAIL = ['email', 'sms', 'mms'] as const;
const refusesBy = (words: string): readonly Channel[] =>
  ASKED.filter((channel) => offersRefusal(aFormVersion({ refusal: { words } }), channel));

describe('L. 34-5, al. 4: by which means', () => {
  test.each([
    // An address or a number is named as a datum, and what is refused is whatever is sent to it.
    'I object to my email address or my number being used to send me marketing.',
    'Do not use my email or my mobile to text or send me offers.',
    'Je refuse que mon e-mail ou mon numéro servent à me solliciter.',
    'Ich möchte nicht, dass meine E-Mail-Adresse und meine Nummer für Werbung genutzt werden.',
    'No quiero que mi correo ni mi móvil se usen para publicidad.',
    'Non voglio che la mia e-mail e il mio numero siano usati per pubblicità.',
    'Ik wil niet dat mijn e-mailadres en mijn nummer voor reclame worden gebruikt.',
    // How one says it is no means of offers.
    'Pour refuser, contactez-nous par e-mail.',
    'Wenn Sie keine Angebote erhalten möchten, schreiben Sie uns per E-Mail.',
    'Si no quiere recibir ofertas, escríbanos por correo electrónico.',
    'Se non vuole ricevere offerte, ci scriva via e-mail.',
    'Wilt u geen aanbiedingen ontvangen, schrijf ons dan per e-mail.',
    'If you do not want our offers, change your choice in our app or by email.',
    'Untick offers in your account or in the app: we will then not write to you.',
    'Je refuse vos communications électroniques.',
    'De Maison Alba et de ses partenaires, je ne veux rien recevoir.',
  ])('every mail: %s', (words) => {
    expect(ALL_MAIL.filter((channel) => !refusesBy(words).includes(channel))).toEqual([]);
  });
  test.each<[string, readonly Channel[]]>([
    ['Offres par SMS : non merci.', ['sms']],
    ['Pas d’offres par texto. Pas d’offres par e-mail.', ['email', 'sms']],
    ['Ik maak bezwaar tegen aanbiedingen per sms.', ['sms']],
    ['Ofertas por SMS: me opongo.', ['sms']],
    ['Me opongo a las ofertas por SMS. Mi correo electrónico es para el pedido.', ['sms']],
    ['Mi disiscrivo dalle offerte via e-mail. Il telefono serve per la consegna.', ['email']],
  ])('those that are named beside what is refused: %s', (words, channels) => {
    expect(refusesBy(words)).toEqual(channels);
  });
});

describe('L. 34-5, al. 4: what is said beside costs, and what is not', () => {
  test.each([
    'Je refuse vos offres (livraison : + 3 € par colis).',
    'Livraison + 3 € par colis, et je ne veux pas de vos offres.',
    'Aucune pièce d’identité n’est demandée pour refuser nos offres : écrivez à stop@valmy.example.',
    'Stop aux offres, sans frais.',
    'Nessun problema: mi disiscrivo dalle offerte.',
    'Sin compromiso: me opongo a recibir ofertas.',
    'Geen probleem: ik maak bezwaar tegen aanbiedingen.',
    'Kein Problem: ich will mich von den Angeboten abmelden.',
  ])('free: %s', (words) => {
    expect(faultOfRefusal(words)).toBeUndefined();
  });
  test.each([
    'Lettre recommandée pour refuser nos offres.',
    'Copie de la carte d’identité à joindre pour refuser nos offres.',
    'Je refuse vos offres : + 3 € sur la commande.',
  ])('dear: %s', (words) => {
    expect(faultOfRefusal(words)).toBe('costs');
    expect(isFreelyOffered(aFormVersion({ refusal: { words } }))).toBe(false);
  });
});

/** In whole sentences that say as well that one may refuse whenever one likes. */
const NOW = [
  'Sie können der Werbung jederzeit widersprechen, indem Sie das Kästchen unten ankreuzen.',
  'Sie können der Werbung jederzeit widersprechen, am einfachsten jetzt.',
  'Puede oponerse a las ofertas en cualquier momento: marque la casilla.',
  'Puede oponerse a las ofertas en cualquier momento, también aquí y ahora.',
  'Può opporsi alle offerte in qualsiasi momento: basta barrare la casella.',
  'Può opporsi alle offerte in qualsiasi momento, anche adesso.',
  'U kunt op elk moment bezwaar maken tegen aanbiedingen: zet een kruis in dit vakje.',
  'U kunt op elk moment bezwaar maken tegen aanbiedingen, ook hieronder.',
  'You may object to our offers at any time, and can write to us now.',
  'Vous pourrez refuser nos offres à tout moment en nous écrivant : dites-le dès à présent.',
];
const LATER = [
  'You can refuse our offers in any of our e-mails.',
  'You can refuse our offers in one of our texts.',
  'You can refuse our offers at the bottom of our e-mails.',
  'You can refuse our offers by a reply to any message.',
  'Vous pourrez refuser nos offres à tout moment. ☐ J’ai lu les conditions.',
  'Refuser nos offres à tout moment ? Vous le pourrez. ☐ J’ai lu les conditions.',
];
describe('L. 34-5, al. 4: when the address is collected', () => {
  test.each(NOW)('offered: %s', (words) => {
    expect(faultOfRefusal(words)).toBeUndefined();
  });
  test.each(LATER)('later alone: %s', (words) => {
    expect(faultOfRefusal(words)).toBe('later');
  });
});

describe('L. 34-5, al. 4: own offers', () => {
  test.each([
    'I refuse to receive the updates.',
    'I do not want to receive the suggestions of your team.',
    'Maison Alba et Maison Valmy vendent ensemble. Je refuse leurs offres.',
    'Nous vous écrirons de temps en temps. ☐ Cochez pour refuser. Les cookies ont leur propre réglage.',
    'De vous ni de vos partenaires, je ne veux rien recevoir.',
    'Je ne veux pas de pub.',
    'Je ne veux pas de nouvelles de votre part.',
    'I want nothing from you, please do not send it.',
  ])('of them: %s', (words) => {
    expect(faultOfRefusal(words)).toBeUndefined();
  });
  test.each([
    'I do not want to receive a plastic cover.',
    'Plus de deux e-mails par semaine, je n’en veux pas.',
    'Je refuse les offres de vos partenaires.',
    'Votre adresse est transmise à nos partenaires. ☐ Cochez pour refuser.',
    'Nous utilisons des cookies. ☐ Cochez pour refuser.',
  ])('of something else: %s', (words) => {
    expect(faultOfRefusal(words)).toBe('something-else');
  });
});
