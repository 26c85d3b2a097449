import { describe, expect, test } from 'vitest';
import { saysCommercialNature } from '#shared/channels/automated-call/commercial-nature.ts';
import { readExternalCall } from '#shared/channels/automated-call/external.ts';
import { spokenMeans } from '#shared/channels/automated-call/spoken-means.ts';
import { CALL_WORDS } from '#shared/words/calls.ts';
import { EVERYTHING_SAID } from '../../../support/mentions.ts';
import { ON_A_PHONE } from './on-a-phone.ts';

const route = {
  to: '+33612345678',
  acceptsKeyPress: true,
  oppositionNumber: '+33800123456',
  names: ['Caves Dubois SARL', 'Caves Dubois'],
  noticeUrl: 'https://caves-dubois.example/donnees',
  sources: ['Salon des vins'],
};
const means = (text: string, changes: object = {}) =>
  spokenMeans(text, { ...route, ...changes }).map(({ target, isOurs }) => [target || 'key', isOurs]);
const KEY = [['key', true]];
const NUMBER = [['+33800123456', true]];

describe('the means of opposition in a spoken text', () => {
  test.each([
    ['Pour ne plus être appelé, tapez 9.', KEY],
    ['Tapez 9 pour ne plus être appelée.', KEY],
    ['Appuyez sur la touche étoile pour vous opposer à ces appels.', KEY],
    ['Vous ne voulez plus recevoir nos appels ? Tapez neuf.', KEY],
    ['Opposition : tapez #.', KEY],
    ['Si vous ne souhaitez plus être démarché, faites le 9.', KEY],
    ['Pour être retiré de nos listes, tapez 9.', KEY],
    ['Pour ne plus être appelé, faites 9.', KEY],
    ['Pour refuser nos appels et être oublié, à tout moment, appuyez sur 9.', KEY],
    ['To stop these calls, press 9.', KEY],
    ['Pour ne plus être appelé, appelez gratuitement le 0 800 123 456.', NUMBER],
    ['Pour n’être plus contacté, composez le 08.00.12.34.56.', NUMBER],
    ['To no longer be called, dial +33 800 123 456.', NUMBER],
    ['Pour ne plus être appelé, tapez 9 ou appelez le 0800 123 456.', [...KEY, ...NUMBER]],
    ['Pour ne plus être appelé, appelez le 01 99 00 12 34.', [['+33199001234', false]]],
    ['Pour ne plus être appelé, appelez le 3103.', [['3103', false]]],
    ['Tapez 1 pour commander, tapez 9 pour ne plus être appelé.', KEY],
    ['Pour commander, tapez 1, pour ne plus être appelé, tapez 2.', KEY],
  ])('%s', (text, expected) => {
    expect(means(text)).toEqual(expected);
  });

  test.each([
    'Pour commander, tapez 1.',
    'Appelez le 0 800 123 456 et commandez.',
    'Vous pouvez vous opposer à ces appels par courrier.',
    'Vous pouvez vous opposer par courrier. Pour commander, tapez 1.',
    'Vous pouvez vous opposer par courrier. Nos vins sont arrivés. Commandez vite. Tapez 1.',
    'Pour ne plus être appelé, dites stop à votre conseiller.',
    'Pour ne plus être appelé, appuyez sur un bouton.',
    'Soldes non-stop. Tapez 1.',
    'À l’opposé des autres, nos prix baissent : tapez 1.',
    'N’hésitez plus à nous appeler au 0 800 123 456.',
    'Venez retirer de beaux cadeaux : tapez 1.',
    'You will not be disappointed. Press 1.',
  ])('none in: %s', (text) => {
    expect(means(text)).toEqual([]);
  });

  test('a key that the route does not accept is no means of ours, and leads nowhere', () => {
    const [first] = spokenMeans('Pour ne plus être appelé, tapez 9.', { to: route.to, acceptsKeyPress: false });
    expect(first).toEqual({ target: '', isOurs: false });
  });

  test.each(ON_A_PHONE)('with what it is on, before or after: %s, %s', (stop, key) => {
    expect(means(`${stop}, ${key}.`)).toEqual(KEY);
    expect(means(`${stop}, ${key}.`, { acceptsKeyPress: false })).toEqual([['key', false]]);
    expect(means(`${key} ${stop.toLowerCase()}.`)).toEqual(KEY);
  });

  test('the number for orders in a sentence of its own is none', () => {
    const text = 'Pour ne plus être appelé, tapez 9. Pour commander, appelez le 08 99 12 34 56.';
    expect(means(text)).toEqual(KEY);
  });
});

const HELLO = 'Bonjour, ceci est un appel publicitaire des Caves Dubois.';
const OFFER = 'Nos vins d’hiver sont arrivés, et chacun est à goûter sur place tous les samedis de novembre. '.repeat(
  6,
);
const STOP = 'Pour ne plus être appelé, tapez 9 ou appelez le 0 800 123 456.';
const BYE = 'À bientôt aux Caves Dubois.';
const facts = (script: string, changes: object = {}) => readExternalCall(script, { ...route, ...changes });

describe('P3: the words of a call that is made elsewhere', () => {
  test('say who calls and how to stop, first and last', () => {
    expect(facts(`${HELLO} ${STOP} ${OFFER} ${STOP} ${BYE}`)).toMatchObject(EVERYTHING_SAID);
  });

  test('of a short call stand in both', () => {
    expect(facts(`${HELLO} Nos vins d’hiver sont arrivés. ${STOP}`)).toMatchObject(EVERYTHING_SAID);
    expect(facts(`${HELLO}\nNos vins sont là\n${STOP}`)).toMatchObject(EVERYTHING_SAID);
  });

  test.each([
    ['how to stop only at the end', `${HELLO} ${OFFER} ${STOP} ${BYE}`, { carriesOppositionMeans: false }],
    ['how to stop only at the start', `${HELLO} ${STOP} ${OFFER} ${BYE}`, { carriesOppositionMeans: false }],
    [
      'who calls only at the end',
      `Bonjour. ${STOP} ${OFFER} ${STOP} ${BYE}`,
      { namesAdvertiser: false, carriesOppositionMeans: true },
    ],
    ['who calls only at the start', `${HELLO} ${STOP} ${OFFER} ${STOP}`, { namesAdvertiser: false }],
    ['nothing at all', '', { namesAdvertiser: false, carriesOppositionMeans: false }],
  ])('that say %s do not', (_, script, lacking) => {
    expect(facts(script)).toMatchObject(lacking);
  });

  test('a key alone works where the route hears keys, and nowhere else', () => {
    const script = `${HELLO} Pour ne plus être appelé, tapez 9.`;
    expect(facts(script)).toMatchObject({ oppositionMeansWork: true });
    expect(facts(script, { acceptsKeyPress: false })).toMatchObject({
      carriesOppositionMeans: true,
      oppositionMeansWork: false,
      externalMeans: undefined,
    });
  });

  test('a number that is not registered is named for a human', () => {
    const script = `${HELLO} Pour ne plus être appelé, appelez le 01 99 00 12 34.`;
    expect(facts(script)).toMatchObject({ oppositionMeansWork: false, externalMeans: ['+33199001234'] });
  });

  test.each([
    ['0 800 123 456', true],
    ['09 69 39 12 34', true],
    ['08 99 12 34 56', false],
    ['08 20 12 34 56', false],
    ['3103', true],
    ['3639', false],
  ])('%s costs no more than a call: %s', (number, isFree) => {
    expect(facts(`${HELLO} Pour ne plus être appelé, appelez le ${number}.`).oppositionIsFree).toBe(isFree);
  });

  test('name their source where it is asked for', () => {
    expect(facts(`${HELLO} Votre numéro vient du Salon des vins. ${STOP}`).namesSource).toBe(true);
    expect(facts(`${HELLO} ${STOP}`).namesSource).toBe(false);
  });
});

describe('L. 221-16, al. 1: a call says at its beginning that it is commercial', () => {
  const saysIt = (script: string, changes: object = {}) => facts(script, changes).hidesCommercialNature === undefined;
  test.each([
    `${HELLO} ${STOP}`,
    `Bonjour, appel commercial des Caves Dubois. ${STOP}`,
    'Caves Dubois. Pour ne plus recevoir nos offres, tapez 9.',
    `Les Caves Dubois vous proposent six bouteilles. Nous vous proposons de les goûter. ${STOP}`,
    `Ici les Caves Dubois. Moins vingt pour cent sur nos vins. ${STOP}`,
    `Ici les Caves Dubois : -20 % sur nos vins. ${STOP}`,
    `Ce n’est pas un sondage : c’est une publicité des Caves Dubois. ${STOP}`,
    'This is an advertising call from Caves Dubois. Press 9 to stop these calls.',
    'Caves Dubois. Press 9 to stop receiving these sales calls.',
    'Werbeanruf der Caves Dubois.',
    'Llamada comercial de Caves Dubois.',
    'Chiamata pubblicitaria di Caves Dubois.',
    'Commercieel gesprek van Caves Dubois.',
  ])('by: %s', (script) => {
    expect(saysIt(script)).toBe(true);
  });
  test.each([
    `Bonjour, ici les Caves Dubois. ${STOP}`,
    `Ici les Caves Dubois. Ceci n’est pas un appel publicitaire. ${STOP}`,
    `Ici les Caves Dubois, sans but commercial. ${STOP}`,
    `Ici les Caves Dubois, au centre commercial des Lices. ${STOP}`,
    `Ici les Caves Dubois, au sujet de votre dossier. ${STOP}`,
    'Ici les Caves Dubois. Pour ne plus être appelé, appelez gratuitement le 0 800 123 456.',
    'This is no advertising call. Caves Dubois. Press 9 to stop these calls.',
    'Dies ist kein Werbeanruf. Caves Dubois.',
  ])('and not by: %s', (script) => {
    expect(saysIt(script)).toBe(false);
  });
  test('at its beginning: what is said after fifty words comes too late', () => {
    expect(saysIt(`${HELLO} ${STOP} ${OFFER} ${STOP} ${BYE}`)).toBe(true);
    expect(saysIt(`Ici les Caves Dubois. ${STOP} ${OFFER} Ceci est un appel publicitaire. ${BYE} ${STOP}`)).toBe(false);
  });
  test('beside the names of who calls', () => {
    const names = ['Promo Jardin'];
    expect(saysIt('Ici Promo Jardin. Pour vous opposer, tapez 9.', { names })).toBe(false);
    expect(saysIt('Ici Promo Jardin, une promotion. Pour vous opposer, tapez 9.', { names })).toBe(true);
  });
  test.each([
    'C’est un appel de télévente.',
    'C’est un appel de télé-vente.',
    'Nous vous faisons bénéficier d’une remise.',
    'Profitez de cette remise.',
    'La remise vaut jusqu’à samedi.',
    'Une remise de dix euros.',
    'Remise de dix euros.',
    'Samedi, tout est à moitié prix.',
    'Profitez de nos bonnes affaires.',
    'Achetez trois bouteilles, payez-en deux.',
    'Un cadeau vous attend pour tout achat.',
    'Nous vendons du vin.',
    'Wir verkaufen Wein.',
  ])('it sells: %s', (words) => {
    expect(saysIt(`Ici les Caves Dubois. ${words} ${STOP}`)).toBe(true);
  });
  test.each([
    'C’est le service après-vente.',
    'C’est le service après vente.',
    'Nous ne vendons rien.',
    'Nous ne vendons pas de vin.',
    'Wir verkaufen nichts.',
    'We sell nothing.',
    'Wij verkopen niets.',
    'Votre dossier de vente est prêt.',
    'Votre acte de vente est prêt.',
    'La remise des clés aura lieu lundi.',
    'La remise en main propre aura lieu lundi.',
    'La remise de votre colis aura lieu lundi.',
  ])('it sells nothing: %s', (words) => {
    expect(saysIt(`Ici les Caves Dubois. ${words} ${STOP}`)).toBe(false);
  });

  /** Each part of what is said, of two letters or more, and each word: a name that lies within it. */
  const within = (said: string): readonly string[] => {
    const words = said.split(/[^\p{L}]+/u).filter((word) => word !== '');
    const parts = words.flatMap((word) =>
      [...word].flatMap((_, from) => [...word].map((__, size) => word.slice(from, from + size + 2))),
    );
    return [...new Set([...parts, said.split('@')[0]?.trim() ?? ''])];
  };
  test.each(Object.entries(CALL_WORDS))('Aval’s own words in %s, whatever the name is', (_, words) => {
    const names = [
      ...within(words.who('@')),
      'Pub',
      'Promo',
      'Offre',
      'Vert',
      'Sing',
      'CIT',
      'AME',
      'Mer',
      'Com',
      'Off',
    ];
    const hidden = names.filter((name) => !saysCommercialNature(`${words.who(name)} ${words.last(name)}`, [name]));
    expect(hidden).toEqual([]);
  });
  test('and a name that is a word of it says nothing by itself', () => {
    for (const name of ['Pub', 'Promo', 'L’Offre', 'Soldes', 'Publicité (SARL)', 'C+ Promo'])
      expect([name, saysCommercialNature(`Bonjour, ici ${name}. Votre colis est arrivé.`, [name])]).toEqual([
        name,
        false,
      ]);
    expect(saysCommercialNature('Ici Pub Promo. Votre colis est arrivé.', ['Pub', 'Pub Promo'])).toBe(false);
    expect(saysCommercialNature('Ceci n’est pas un message publicitaire automatique de Pub.', ['Pub'])).toBe(false);
    expect(saysCommercialNature('Ici Com. C’est un appel commercial.', ['Com', ''])).toBe(true);
  });
});
