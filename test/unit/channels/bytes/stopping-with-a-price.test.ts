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
    'Um nicht mehr angerufen zu werden, drücken Sie die 9, das kostet 2 Euro.',
  ])('says that stopping has a price: %s', (script) => {
    expect(isFreeCall(script)).toBe(false);
  });
  test.each([
    'Pour ne plus être appelé, tapez 9, c’est gratuit.',
    'Nos vins coûtent 3 euros. Pour ne plus être appelé, tapez 9.',
    'Pour ne plus être appelé, tapez 9. Nos vins coûtent 3 euros.',
    'Pour ne plus être appelé, appelez le 0 800 123 456, au prix d’un appel local.',
    'Pour ne plus être appelé, tapez 9, service non surtaxé.',
  ])('or not: %s', (script) => {
    expect(isFreeCall(script)).toBe(true);
  });
});
