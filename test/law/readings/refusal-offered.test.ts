import { describe, expect, test } from 'vitest';
import { CHANNELS, type Channel } from '#shared/domain/message/channel.ts';
import { refusedOfPartners } from '#shared/law/readings/wording/agreeing/refused-of-partners.ts';
import { faultOfRefusal, isFreelyOffered, offersRefusal } from '#shared/law/readings/wording/refusal-offered.ts';
import refusals from '#test/labelled/wordings/refusals.json' with { type: 'json' };
import atSale from '#test/labelled/wordings/refused-at-sale.json' with { type: 'json' };
import { growth } from '#test/support/growth.ts';
import { aFormVersion, aProposedMessage, aSale, aStanding, aVetRequest } from '../../support/builders.ts';
import { anSms, MOBILE } from '../../support/proposed.ts';
import { said } from '../said.ts';

const offering = (words: string, channel: Channel = 'email', more: Parameters<typeof aFormVersion>[0] = {}) =>
  offersRefusal(aFormVersion({ refusal: { words }, ...more }), channel);

describe('L. 34-5, al. 4: the refusal that a checkout offers', () => {
  test.each([
    'Cochez pour ne pas recevoir nos offres.',
    'Je refuse.',
    'Je ne souhaite pas recevoir vos offres commerciales.',
    'Vous pouvez refuser nos offres en nous écrivant par e-mail à stop@valmy.example.',
    'Si vous ne souhaitez pas recevoir nos offres, envoyez STOP par SMS au 36105.',
    'Pour refuser nos offres, appelez le 0 805 00 00 00 (appel gratuit).',
    'Je m’oppose à la prospection par voie électronique.',
    'Tick here if you do not want to receive our offers.',
    'Ich möchte keine Werbung erhalten.',
    'Votre adresse e-mail et votre numéro peuvent servir à vous adresser nos offres. ☐ Je m’y oppose.',
    'Pour refuser nos offres, décochez la case dans l’application.',
    'Vous pouvez refuser nos offres depuis votre compte ou l’application.',
    'Pour refuser nos offres, modifiez vos préférences dans l’application.',
    'Vous pouvez refuser nos offres par simple e-mail à dpo@valmy.example.',
    'Vous pouvez refuser nos offres par téléphone au 01 84 80 00 00.',
    'Vous pouvez refuser nos offres par courrier à l’adresse 12 rue des Saules, 08200 Sedan.',
    'Écrivez-nous par e-mail pour refuser.',
    'Sauf opposition de votre part (cochez la case ci-contre), nous vous enverrons nos offres.',
    'Sauf refus de votre part en cochant cette case, vous recevrez nos offres.',
    'Si vous refusez, vous ne perdez pas vos points de fidélité. ☐ Je refuse les offres',
    'Cochez pour ne pas recevoir nos offres. Vous pourrez aussi vous désabonner dans chacun de nos e-mails.',
    'Cochez cette case si vous ne souhaitez pas recevoir nos offres. Un lien de désinscription figure aussi dans chaque e-mail.',
  ])('is one of every electronic mail: %s', (words) => {
    expect((['email', 'sms', 'mms'] as const).filter((channel) => !offering(words, channel))).toEqual([]);
  });
  test.each<[string, readonly Channel[]]>([
    ['Je ne souhaite pas recevoir vos offres par e-mail.', ['email']],
    ['Je refuse les offres par e-mail.', ['email']],
    ['Je ne veux pas recevoir la newsletter.', ['email']],
    ['Je ne souhaite pas recevoir vos offres par SMS.', ['sms']],
    ['Je ne veux pas de SMS.', ['sms']],
    ['Pas de SMS, merci.', ['sms']],
    ['Non aux SMS de Maison Valmy', ['sms']],
    ['Cliquez pour refuser les SMS.', ['sms']],
    ['No texts, please.', ['sms']],
    ['Je refuse de recevoir vos offres par e-mail à l’adresse indiquée ci-dessus.', ['email']],
    [
      'Vos coordonnées servent à vous envoyer nos offres par SMS et e-mail. Je refuse les offres par e-mail.',
      ['email'],
    ],
    ['Je ne souhaite pas recevoir vos offres par e-mail, SMS et téléphone.', ['email', 'sms', 'automated-call']],
    ['Je ne souhaite pas recevoir vos offres par courrier postal.', []],
    ['Je refuse la prospection téléphonique.', ['automated-call']],
    ['Je ne souhaite pas recevoir le catalogue papier', []],
    ['Je ne souhaite pas recevoir vos offres dans ma boîte aux lettres', []],
    ['Je ne souhaite pas recevoir vos offres sur Facebook', []],
    ['Je ne souhaite pas recevoir vos offres par e-mail ni dans ma boîte aux lettres', ['email']],
    ['I do not want to receive offers by email.', ['email']],
    ['Ich möchte keine Angebote per SMS erhalten.', ['sms']],
    ['No quiero recibir ofertas por correo electrónico.', ['email']],
  ])('is of the means that it names beside the offers alone: %s', (words, channels) => {
    const asked = ['email', 'sms', 'mms', 'automated-call'] as const;
    expect(asked.filter((channel) => offering(words, channel))).toEqual(channels);
  });
  test.each([
    'Pour refuser nos offres, appelez le 0 899 12 34 56.',
    'Pour refuser nos offres, appelez le 0 899… (3 €/appel).',
    'Pour vous opposer, appelez le 0825 12 34 56.',
    'Pour refuser, composez le 01 84 80 00 00 (0,80 € par minute).',
    'Pour refuser, envoyez NON au 81234.',
    'To refuse our offers, call our premium-rate line.',
    'Pour refuser nos offres, appelez le 3260.',
    'Pour refuser nos offres, appelez-nous au 32 60.',
    'Pour refuser, composez le 01 84 80 00 00 (20 centimes par minute).',
    'Pour refuser, composez le 01 84 80 00 00 (0,80 € la minute).',
    'Pour refuser, composez le 01 84 80 00 00 (0,80 € TTC/min).',
    'Pour refuser, composez le +33 (0)8 92 12 34 56.',
    'To refuse, call 01 84 80 00 00 (€0.80 per minute).',
    '☐ Refuser (+ 2 €)',
    'Refus : 2 €',
    '☐ Je refuse (perte de la remise de 5 €)',
    '☐ Non merci (+ 2 €)',
    '☐ Decline (+ £2)',
    '☐ Ablehnen: 2 €',
  ])('is none where it costs: %s', (words) => {
    expect(offering(words)).toBe(false);
    expect(isFreelyOffered(aFormVersion({ refusal: { words } }))).toBe(false);
  });
  test.each([
    'Pour refuser nos offres, appelez le 01 84 80 00 00.',
    'Pour refuser nos offres, appelez le 09 69 39 00 00 (appel non surfacturé).',
    'Commande de 30 € : cochez pour ne pas recevoir nos offres.',
    'Pour refuser nos offres, appelez le 03 24 08 12 34.',
    'Pour refuser nos offres, appelez le 3020.',
    'Pour refuser nos offres, appelez le 01 84 80 00 00 (0 € la minute).',
    'Pour refuser nos offres avant le 08-12-2026, cochez ici.',
    'Pour refuser nos offres, contactez-nous au 3260 route de Lyon.',
    'Refusez nos offres : Maison Valmy, 12 rue des Saules, 08200 Sedan.',
    'Envoyez STOP au 36105 pour ne pas recevoir nos offres.',
    'Refuser nos offres (commande de 30 €)',
    'Refus : 0 €',
    'Je refuse vos offres, sans perte de points.',
    'Je refuse vos offres (livraison : 2 €).',
  ])('is one where a call or a text costs what they always cost: %s', (words) => {
    expect(offering(words)).toBe(true);
  });
  test('is none where a human found that refusing had a price, or that the design misleads', () => {
    const words = 'Je refuse.';
    expect(offering(words, 'email', { lacking: ['freedom'] })).toBe(false);
    expect(offering(words, 'email', { design: { misleading: true } })).toBe(false);
    expect(offering(words, 'email', { lacking: ['information'] })).toBe(true);
    expect(offersRefusal(aFormVersion({ refusal: undefined }), 'email')).toBe(false);
  });
});

test.each(['offered', 'later', 'something-else', 'costs'])(
  'L. 34-5, al. 4: the refusal is of own offers and offered when the address is collected: %s',
  (said) => {
    const rows = refusals.filter((row) => row.said === said);
    expect(rows.length).toBeGreaterThan(20);
    const read = ({ words }: { words: string }) =>
      faultOfRefusal(words) ?? (offering(words) ? 'offered' : 'of other means');
    expect(rows.filter((row) => read(row) !== said).map((row) => [read(row), row.words])).toEqual([]);
  },
);

test.each([
  'je ne ',
  'je ne veux me pas ',
  'plus d’un e-mail ',
  'vous perdez la ',
  'informer de vos ',
  'offres de la ',
  'copie de ',
  'laissez ',
  'ne, ',
  'conformément ',
  'gérez ',
])('the words of a refusal are read in a time that grows with their length, however they are made: %s', (part) => {
  // What is read is kept by its words: each of these is another refusal.
  let read = 0;
  const readOf = (text: string) => {
    read += 1;
    return faultOfRefusal(`Je refuse ${read} ${text}`);
  };
  expect(growth(part, 4000, readOf)).toBeLessThan(40);
});

test.each(['partners', 'everything'])('L7: what a refusal at a sale is of, where nobody recorded it: %s', (said) => {
  const rows = atSale.filter((row) => row.said === said);
  expect(rows.length).toBeGreaterThan(20);
  const read = ({ words }: { words: string }) => (refusedOfPartners(words) === undefined ? 'everything' : 'partners');
  expect(rows.filter((row) => read(row) !== said)).toEqual([]);
  expect(refusedOfPartners('Je refuse les offres de vos partenaires.')).toEqual({
    scope: 'purpose',
    channels: CHANNELS,
    purpose: 'partner-offers',
  });
});

describe('a sale with a refusal of e-mail alone', () => {
  const forms = [aFormVersion({ refusal: { words: 'Je ne souhaite pas recevoir vos offres par e-mail.' } })];
  test('carries no text, and carries mail', () => {
    const standing = aStanding({ sales: [aSale()], addressKind: 'phone' });
    const text = aVetRequest({ address: MOBILE, standing, forms });
    expect(said({ ...text, message: anSms() })).toEqual(['refuse', 'SOFT_OPT_IN_NO_REFUSAL_OFFERED other-means']);
    const mail = aVetRequest({ standing: aStanding({ sales: [aSale()] }), forms });
    expect(said({ ...mail, message: aProposedMessage() })).toEqual(['allow', 'OK_SOFT_OPT_IN declared']);
  });
});
