import { describe, expect, test } from 'vitest';
import { readExternalCall } from '#shared/channels/automated-call/external.ts';
import type { Comparison } from '#shared/channels/content/external.ts';
import { externalEmail } from '#shared/channels/email/external.ts';
import type { Advertiser } from '#shared/domain/advertiser/advertiser.ts';

const OURS = 'https://stop.example/o/abc';
const ROUTE: Comparison = {
  names: ['Maison Ablette'],
  noticeUrl: 'https://ablette.example/donnees',
  address: 'jeanne@exemple.example',
  sources: [],
  isOurLink: (url) => url === OURS,
  isOurHost: () => false,
  linkAloneSuffices: false,
};
const isFree = (parts: { readonly html?: string; readonly text?: string }) =>
  externalEmail({
    email: { from: { address: 'a@ablette.example' }, subject: 'Au jardin', headers: [], ...parts },
  }).factsFor(ROUTE, { senders: { email: [], sms: [] } } as unknown as Advertiser).oppositionIsFree;

const PRICED = [
  'Le désabonnement est facturé 5 €.',
  'Se désabonner coûte 2 euros.',
  'Pour vous désabonner, appelez le 0899 123 456.',
  'Pour vous désabonner : 0,50 € par SMS.',
  'Le désabonnement est un service payant.',
  'Vous pouvez vous désabonner. Ce service est facturé 3 €.',
  'Unsubscribing costs €5.',
  'Vous désabonner (frais : 1 €)',
  'Désabonnement : 3 €',
  'Se désabonner (3 €)',
  'Désabonnement 3 €',
  'Pour vous désabonner, réglez 5 €',
  'Pour 3 €, désabonnez-vous',
  'Payez 5 € pour vous désabonner',
  'Désabonnement moyennant 5 €',
  'Désabonnement payant',
  'Désabonnement au tarif de 5 €',
  'Opposez-vous. Cette opération coûte 2 €.',
  'Vous désabonner. Coût : 3 €',
  'Vous désabonner. Le prix du désabonnement est de 3 €.',
  'Pour vous désabonner, appelez le service client au 0 892 123 456',
  'Envoyez STOP au 36180 (0,50 €)',
  'Opt out: €2',
  'Votre opposition sera facturée 5 €',
  'Se désabonner pour 3 €',
  'Abbestellen: 3 €',
  'Darse de baja cuesta 3 €',
  '3 € pour se désabonner',
  'Pour 1 € seulement, désabonnez-vous',
  'Une participation de 3 € est demandée pour vous désabonner',
  'Désabonnement sous réserve du paiement de 5 €',
  'Se désabonner (service à 3 €)',
];
const FREE = [
  'Se désabonner est gratuit.',
  'Le désabonnement n’est pas facturé.',
  'Vous désabonner : service non surtaxé.',
  'Vous pouvez vous opposer sans frais autres que le coût de transmission.',
  'Nos vins dès 5 € la bouteille. Se désabonner',
  'Prix : 5 € | Se désabonner',
  'Se désabonner. Livraison : 4,90 €.',
  'Se désabonner coûte 0 €.',
  'Vous désabonner par SMS au prix d’un SMS',
  'Vol non-stop Paris-Nice, prix 49 €',
  'Non-stop : frais de livraison 2 €',
  'One-stop shop: prices from €5',
  'Full stop: price €5',
  'Stop aux moustiques : prise anti-moustiques, prix mini 9,90 €',
  'STOP au gaspillage : prix mini 2 €',
  'Dites stop au froid avec nos radiateurs, au prix de 49 €',
  'Butée stop-porte – prix 5 €',
  'Stop pub : autocollant payant 2 €',
  'Des couleurs opposées, prix 20 €',
  'Opposez deux styles : chaise et table, prix 49 €',
  'Se désabonner. Prix TTC valables jusqu’au 31/12, port 4,90 €',
  'Se désabonner, prix TTC à partir de 5 €',
  'Se désabonner. Service client : 0 892 123 456 (0,35 €/min)',
  'Se désinscrire. Cette offre payante est réservée aux clients.',
  'Se désabonner. Cet e-mail concerne une offre à 5 € (frais 3 €).',
  'Pour vous désabonner cliquez ici. Ce mois-ci, tout est à moins de 5 € et les frais de port sont à 2 €.',
  'Se désabonner Contact Mentions (frais de port : 4,90 €)',
  'Se désabonner Prix conseillé : 12 €',
  'Se désabonner Nous contacter : 0 892 123 456 (0,35 €/min)',
  'Se désabonner ici ou payez en 3 fois 5 €',
  'Opposez-vous gratuitement. Ce service est gratuit.',
  'Vous désabonner par courrier au tarif en vigueur (1,39 €)',
  'Se désabonner (5 € offerts à qui reste)',
  'Votre opposition est gratuite, l’envoi de la lettre au prix du timbre (1,39 €)',
  'Vous pouvez vous opposer par courrier (frais de timbre 1,39 € remboursés)',
  'Opposition carte bancaire : votre opposition est facturée 15 €',
  'Contre 5 €/mois, vous pouvez vous opposer au prélèvement, frais 20 €',
  'Désabonnement de la box : frais de résiliation 49 €',
  'Une carte à 3 € pour vous. Se désabonner',
];

describe('a mail made by another system', () => {
  test.each(PRICED)('says that stopping has a price: %s', (text) => {
    expect(isFree({ text: `${text}\n${OURS}` })).toBe(false);
    expect(isFree({ html: `<p>${text}</p><a href="${OURS}">Se désabonner</a>` })).toBe(false);
    expect(isFree({ html: `<p><b>${text}</b></p>`, text: 'Se désabonner' })).toBe(false);
  });
  test.each(FREE)('or not: %s', (text) => {
    expect(isFree({ text: `${text}\n${OURS}` })).toBe(true);
    expect(isFree({ html: `<p>${text}</p><a href="${OURS}">Se désabonner</a>` })).toBe(true);
  });
  test('keeps what another cell or block says apart', () => {
    const link = `<a href="${OURS}">Se désabonner</a>`;
    expect(isFree({ html: `<table><tr><td>${link}</td><td>Prix : 5 €</td></tr></table>` })).toBe(true);
    expect(isFree({ html: `<div>${link}</div><div>Livraison payante</div>` })).toBe(true);
  });
});

const CALL = { names: ['Maison Ablette'], noticeUrl: 'https://x.example', sources: [], to: '+33639980101' };
const isFreeCall = (script: string) =>
  readExternalCall(`Ici Maison Ablette. ${script}`, { ...CALL, acceptsKeyPress: true }).oppositionIsFree;

describe('a call made by another system', () => {
  test.each([
    'Pour ne plus être appelé, tapez 9, service facturé 3 euros.',
    'Pour ne plus être appelé, tapez 9. Ce service est facturé trois euros.',
    'Pour ne plus être appelé, tapez 9, c’est un service payant.',
    'Pour ne plus être appelé, tapez 9, réglez 3 euros.',
    'Pour vous opposer : 3 euros, tapez 9.',
    'Um nicht mehr angerufen zu werden, drücken Sie die 9, das kostet 2 Euro.',
    'Payez 3 euros pour ne plus être appelé : tapez 9.',
    'Pour trois euros, tapez 9 pour ne plus être appelé.',
    'Contre 3 euros, vous pouvez ne plus être appelé en tapant 9.',
  ])('says that stopping has a price: %s', (script) => {
    expect(isFreeCall(script)).toBe(false);
  });
  test.each([
    'Pour ne plus être appelé, tapez 9, c’est gratuit.',
    'Nos vins coûtent 3 euros. Pour ne plus être appelé, tapez 9.',
    'Pour ne plus être appelé, tapez 9. Nos vins coûtent 3 euros.',
    'Pour ne plus être appelé, appelez le 0 800 123 456, au prix d’un appel local.',
    'Pour ne plus être appelé, tapez 9, service non surtaxé.',
    'Pour ne plus être appelé, tapez 9. Service client, prix 3 euros.',
    'Pour ne plus être appelé, tapez 9. Cette offre est payante.',
    'Pour 3 euros, goûtez nos vins, et pour ne plus être appelé, tapez 9.',
  ])('or not: %s', (script) => {
    expect(isFreeCall(script)).toBe(true);
  });
});
