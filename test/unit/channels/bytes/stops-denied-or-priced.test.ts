import { describe, expect, test } from 'vitest';
import type { Comparison } from '#shared/channels/content/external.ts';
import { factsOfText } from '#shared/channels/sms/external.ts';
import { renderSms } from '#shared/channels/sms/render-sms.ts';
import { verifySms } from '#shared/channels/sms/verify-sms.ts';
import type { Advertiser } from '#shared/domain/advertiser/advertiser.ts';
import { EVERYTHING_SAID, mentionsOf } from '../../../support/mentions.ts';

const CODE = '36180';
const ROUTE: Comparison = {
  names: ['Maison Ablette'],
  noticeUrl: 'https://ablette.example/donnees',
  address: '+33639980101',
  sources: [],
  isOurLink: () => false,
  isOurHost: () => false,
  linkAloneSuffices: false,
};
const factsOf = (text: string, senderId = 'ABLETTE') =>
  factsOfText({ text: `Maison Ablette: nos vins. ${text}`, senderId }, ROUTE, {
    senders: { email: [], sms: [{ senderId: 'ABLETTE', replyCode: CODE }] },
  } as unknown as Advertiser);
const mentions = mentionsOf({ replyCode: CODE });
const rendered = (text: string) => renderSms({ text }, {}, mentions).text;

const DENIED = [
  'Livraison sans STOP 36180',
  'Ne repondez pas STOP 36180',
  'Ne répondez pas par STOP au 36180.',
  'Inutile d envoyer STOP 36180',
  'Inutile d’envoyer « STOP » au 36180',
  'Pas de STOP 36180',
  'Vous ne pouvez pas envoyer STOP au 36180',
  'No need to text STOP to 36180',
  'Do not reply STOP 36180',
  'Bitte nicht STOP 36180',
  'No envie STOP 36180',
  'Non inviare STOP 36180',
  'Geen STOP 36180',
  'N’envoyez plus STOP au 36180',
  'N’envoyez surtout pas STOP au 36180',
  'Ne plus envoyer STOP 36180',
  'Ne pas envoyer STOP au 36180',
  'Plus besoin d’envoyer STOP au 36180',
  'Il ne sert à rien d’envoyer STOP au 36180',
  'On ne dit pas STOP 36180',
  'Ne répondez jamais STOP 36180',
  'Ne nous envoyez pas STOP au 36180',
  'Ne nous répondez pas STOP 36180',
  'N’envoyez plus jamais STOP au 36180',
  'Il est interdit d’envoyer STOP au 36180',
  'Évitez d’envoyer STOP au 36180',
];
const IN_VAIN = [
  'STOP 36180 ne marche plus',
  'STOP au 36180 ne fonctionne pas.',
  'STOP 36180 n’est plus valable',
  'STOP 36180 is no longer active',
  'STOP 36180 does not work',
  'STOP 36180 funktioniert nicht',
  'STOP 36180 no funciona',
  'STOP 36180 non funziona',
  'STOP 36180 werkt niet',
  'STOP 36180 (hors service)',
  'STOP 36180 (inactif)',
  'STOP 36180 est suspendu',
  'STOP 36180 est désormais inopérant',
  'STOP 36180. Ce numéro n’est plus actif.',
  'STOP 36180 - ce numéro ne marche plus',
  'STOP 36180 ne sera pas traite',
  'STOP 36180 ne sera pas pris en compte',
  'STOP 36180 sera ignore',
  'STOP 36180 (ignoré)',
  'STOP 36180 n existe plus',
  'STOP 36180. Ce code n existe pas',
  'STOP 36180 plus disponible',
  'STOP 36180 impossible',
  'STOP 36180 est impossible.',
  'STOP 36180 non pris en compte',
  'STOP 36180 (pas pris en compte)',
  'STOP 36180 plus actif',
  'STOP 36180 : code non valable',
  'STOP 36180 unavailable',
];
const PRICED = [
  'STOP 36180 (prix SMS + 0,35 €)',
  'STOP 36180 (cout SMS + 0,50€)',
  'STOP 36180 (prix d’un SMS + 0,35 €)',
  'STOP 36180 (tarif d’un SMS plus 0,35 €)',
  'STOP 36180 (prix SMS majoré de 0,35 €)',
  'STOP 36180 (SMS + 0,35 €)',
  'STOP 36180 (prix normal d’un SMS + 2€)',
  'STOP 36180 : prix du SMS + 0,35€ par envoi',
  'STOP 36180 (prix appel + 0,35€)',
  'STOP 36180 (cout d’un SMS et 0,35 € de service)',
  'STOP 36180 (tarif operateur + 1€)',
  'STOP to 36180 (cost of a text + £0.50)',
  'STOP 36180 (+ 0,35 €)',
  'STOP 36180 (prix SMS+0,35€)',
  'STOP 36180 - prix SMS + 0,35 EUR',
  'STOP 36180 (0,35 € + prix SMS)',
  'STOP 36180 (0,35 € en plus du prix SMS)',
  'STOP 36180 (prix SMS + 35 centimes)',
  'STOP 36180 (prix SMS, plus 0,35 €)',
  'STOP 36180 (prix d’un SMS auquel s’ajoute 0,35 €)',
  'STOP 36180 (0,50 EUR + prix SMS)',
  'STOP 36180 : 0,50 €',
  'STOP au 36180, 0,50 € par SMS',
  'STOP 36180 (coût : 1 €)',
  'STOP 36180, SMS surtaxé',
  'STOP 36180 (service payant)',
  'STOP 36180. Ce service est facturé 0,50 €.',
  'STOP to 36180 (costs 1 euro)',
  'STOP 36180 0,50€',
  'STOP 36180 = 2€',
  'STOP 36180 - 2€/SMS',
  'STOP 36180. 0,50 € par SMS.',
  'STOP 36180. Coût : 0,50 €',
  'Pour 0,50 € envoyez STOP au 36180',
  'SMS payant : STOP 36180',
  'STOP 36180 (tarif : 1€)',
  'STOP 36180 a 0,50€ le SMS',
  'STOP 36180 (SMS a 0,50€)',
  'STOP 36180 tarif majore',
  'STOP 36180 (numero a tarif majoré)',
  'STOP 36180. Prix : 1€ par SMS',
  'STOP 36180. Tarif : 1€/SMS',
  'STOP 36180 (non gratuit)',
  'Contre 1€ envoyez STOP au 36180',
  '1€/SMS : STOP 36180',
];
const PLAIN = [
  'STOP 36180 (prix SMS)',
  'STOP 36180 (prix SMS + 0 €)',
  'STOP 36180 (prix SMS) + 10€ offerts',
  'STOP 36180 (prix SMS). +5€ offerts',
  'STOP 36180 prix SMS - 10€ offerts des 50€',
  'STOP 36180 (cout d’un SMS, sans supplement)',
  'STOP 36180 (tarif operateur)',
  'STOP 36180 (prix SMS non surtaxé)',
  '5€ offerts. STOP 36180 (prix SMS)',
  'STOP au 36180',
  'Pr ne plus recevoir: STOP 36180',
  'Pour ne pas recevoir nos offres : STOP 36180',
  'STOP SMS 36180',
  'Stop pub? STOP 36180 (non surtaxé)',
  'STOP 36180 (non surtaxe)',
  'STOP 36180 gratuit hors coût SMS',
  'STOP 36180 (prix d’un SMS)',
  'STOP 36180 au tarif normal',
  'STOP 36180 (0 €)',
  'Livraison sans frais STOP 36180',
  'Sans engagement STOP 36180',
  'Pas intéressé ? STOP 36180',
  'Vins dès 5 € la bouteille STOP 36180',
  'Ne pas répondre. STOP 36180',
  'Si non repondez STOP 36180',
  'OUVERT NON-STOP. STOP 36180',
  'Pas de pub : STOP 36180',
  'No more? Text STOP to 36180',
  'Keine Werbung mehr: STOP 36180',
  'STOP 36180 Nos vins dès 5 €',
  'Ne ratez rien STOP 36180',
  'Ne dites plus non STOP 36180',
  'Ne dites pas non STOP 36180',
  'On ne dit plus jamais non STOP 36180',
  'STOP 36180 il est impossible de faire mieux',
  'STOP 36180 Impossible de ne pas craquer',
  'STOP 36180 offre plus disponible lundi',
  'STOP 36180 non pris en compte avant 24 h',
  'Ne ratez rien envoyez STOP au 36180',
  'Des vins comme jamais STOP 36180',
  'vous aimez ou pas - STOP 36180',
  'Avec glaçons ou sans STOP 36180',
  'SMS auto, ne pas repondre - STOP 36180',
  ' - STOP 36180',
  'STOP 36180 : 5 € offerts dès 50 €',
  'STOP 36180 contre 5 € de remise',
  'STOP 36180. Service client 0,35 €/min',
  'STOP 36180. Prix 5 EUR',
  'STOP 36180, livraison gratuite, prix 10 €',
  'STOP 36180, 5 € la bouteille',
  'STOP 36180. Cette offre n’est plus valable.',
  'STOP au 36180 Cette offre ne marche pas le lundi',
  'STOP 36180 offre non valable en magasin',
  'Pour 10 € un verre offert STOP 36180',
  'Se non vuoi, invia STOP al 36180',
  'Invia STOP a 36180',
  'Envoyez STOP a 36180',
  'STOP 36180 (prix normal d un SMS, 0,10€)',
  'STOP 36180 (tarif normal)',
  'STOP 36180 Notre concurrent n existe plus',
  'STOP 36180 le code promo n existe plus',
  'Contre 1€ de don un arbre STOP 36180',
  'STOP 36180 Un SMS gratuit, 10€ le menu',
  'STOP 36180. Tarif : 12€ le menu',
];

describe('bytes of a text made by another system', () => {
  test.each([...DENIED, ...IN_VAIN])('name no means where it is denied: %s', (text) => {
    expect(factsOf(text).carriesOppositionMeans).toBe(false);
  });
  test.each(PRICED)('name one that costs: %s', (text) => {
    expect(factsOf(text)).toMatchObject({ carriesOppositionMeans: true, oppositionIsFree: false });
  });
  test.each(PLAIN)('name one that is free: %s', (text) => {
    expect(factsOf(text)).toMatchObject({
      carriesOppositionMeans: true,
      oppositionMeansWork: true,
      oppositionIsFree: true,
    });
  });
  test('name one behind an answer that is not wanted, which may forbid it', () => {
    expect(factsOf('SMS auto, ne pas repondre STOP 36180').carriesOppositionMeans).toBe(true);
    expect(rendered('SMS auto, ne pas repondre STOP 36180')).toMatch(/STOP 36180\. STOP 36180$/);
  });
  test('name one that is not denied beside one that is', () => {
    const facts = factsOf('STOP 36999 ne marche plus, envoyez STOP au 36180');
    expect(facts).toMatchObject({ carriesOppositionMeans: true, oppositionMeansWork: true });
  });
  test.each([
    ['Répondez STOP', true],
    ['Ne répondez pas STOP', false],
    ['Inutile de répondre STOP', false],
    ['Vous pouvez répondre STOP', true],
  ])('ask to answer whoever wrote, or not to: %s', (text, isMeans) => {
    expect(factsOf(text, '38180').carriesOppositionMeans).toBe(isMeans);
  });
});

describe('a text of ours', () => {
  test.each([...DENIED, ...IN_VAIN])('gets our STOP behind one that is denied: %s', (text) => {
    const words = rendered(`Maison Ablette: nos vins. ${text}`);
    expect(words).toMatch(/\. STOP 36180$/);
    expect(verifySms({ text: words }, mentions).carriesOppositionMeans).toBe(true);
  });
  test.each(['Tournez au STOP 36180', 'Notre bus STOP 36180', 'Après le STOP 36180'])(
    'gets it behind a word of a sentence: %s',
    (text) => {
      expect(rendered(text)).toMatch(/STOP 36180\. STOP 36180$/);
    },
  );
  test.each(PRICED)('does not leave with a price on it: %s', (text) => {
    expect(verifySms({ text: rendered(text) }, mentions).oppositionIsFree).toBe(false);
  });
  test.each(PLAIN.filter((text) => /STOP(?: SMS| au| to)? 36180\.?$/.test(text)))('is left as it is: %s', (text) => {
    const words = rendered(text);
    expect(words.endsWith(text)).toBe(true);
    expect(verifySms({ text: words }, mentions)).toMatchObject(EVERYTHING_SAID);
  });
});

describe('what shops write before our own STOP, and behind theirs', () => {
  test.each(['Menu du midi, pour 15€', '2 pizzas, pour 15€', 'Ce soir: pour 20€', 'Cette semaine, envoi payant'])(
    'is no price of it: %s',
    (text) => {
      const whole = rendered(text);
      expect(whole.endsWith(`STOP ${CODE}`)).toBe(true);
      expect(factsOf(text.concat(` STOP ${CODE}`)).oppositionIsFree).toBe(true);
    },
  );
  test.each([
    `STOP ${CODE} : 5€ en caisse sur presentation du SMS`,
    `STOP ${CODE} 15€/pers`,
    `STOP ${CODE}. Ce message vous offre 5€ contre 50€ d achat`,
  ])('is no price behind it: %s', (text) => expect(factsOf(text).oppositionIsFree).toBe(true));
  test.each([`STOP ${CODE} Service indisponible le lundi`, `STOP ${CODE} invalide si achat inferieur a 20€`])(
    'does not make it vain: %s',
    (text) => expect(factsOf(text).carriesOppositionMeans).toBe(true),
  );
});
