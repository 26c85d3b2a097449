import { describe, expect, test } from 'vitest';
import { checkCall } from '#shared/channels/automated-call/check.ts';
import { ON_A_PHONE } from './on-a-phone.ts';

describe('an author’s own key, in whichever language', () => {
  const isTaken = (script: string) => checkCall({ script }).length === 0;

  test.each([
    'Drücken Sie die 1, um zu bestellen.',
    'Wählen Sie die 1, um zu bestellen.',
    'Wählen Sie die Taste eins für eine Beratung.',
    'Pulse 1 para hacer su pedido.',
    'Para hacer su pedido, marque el 1.',
    'Marque 1 si desea hacer un pedido.',
    'Marque el número 1 para hacer su pedido.',
    'Prema 1 per ordinare.',
    'Druk op 1 om te bestellen.',
    'Kies de toets één voor een afspraak.',
    'Om te bestellen kiest u de 1.',
    'Faites le 1 pour commander.',
    'Composez le un.',
    'Composez 1 pour commander.',
    'Tapez 1 dès maintenant.',
    'Appuyez sur la touche 1 de votre téléphone.',
    ...ON_A_PHONE.map(([, key]) => `${key}.`),
  ])('is refused: %s', (script) => {
    expect(isTaken(script)).toBe(false);
  });

  test.each([
    'Wählen Sie 2 Weine aus 6 Regionen, und rufen Sie uns an.',
    'Wählen Sie die 2 besten Weine, und drücken Sie uns die Daumen.',
    'Marque el 3 de mayo en su agenda.',
    'Premi 3 volte al mese.',
    'Druk 3 foto’s af.',
    'Elija 2 vinos de 6 regiones y llame a su tienda.',
    'Scelga 2 vini di 6 regioni e ci chiami.',
    'Kies 2 wijnen uit 6 streken en bel ons.',
    'Drukwerk in 3 kleuren, vanaf 10 euro.',
    'Valmy, la marque numéro 1 du vélo en France.',
    'La marque 1, c’est nous.',
    'Valmy, la marca número 1 de España.',
    'Marca numero 1 in Italia.',
    'Wählen Sie zwei für den Preis von einem.',
    'Wählen Sie 2 für den Preis von 1.',
    'Wählen Sie drei, zahlen Sie zwei.',
    'Wählen Sie 3, zahlen Sie 2.',
    'Kies twee voor de prijs van één.',
    'Kies 2, betaal 1.',
    'Kies een. Betaal later.',
    'Faites deux heureux avec un seul cadeau.',
    'Faites deux pour un.',
    'Faites 3, payez 2.',
    'Faites 2 pour le prix d’un.',
    'Wählen Sie die zwei für den Preis von einem.',
    'Kies de 2 voor de prijs van 1.',
    'Composez 2 menus à votre goût.',
    'La hausse touche deux foyers sur trois.',
    'Composez deux menus sur votre téléphone.',
    'Faites les deux sur votre mobile.',
    'Wählen Sie zwei Weine auf Ihrem Telefon.',
    'Wählen Sie die 2 Telefone, die Sie mögen.',
    'Kies twee wijnen op uw telefoon.',
    'Hit six of our shops.',
    'La hausse touche deux téléphones sur trois.',
    'Choisissez 2 vins de 6 régions, en magasin ou en ligne.',
  ])('a number of goods is none: %s', (script) => {
    expect(isTaken(script)).toBe(true);
  });
});
