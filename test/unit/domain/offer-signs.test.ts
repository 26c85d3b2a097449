import { describe, expect, test } from 'vitest';
import { offerSignsIn } from '#shared/domain/message/offer-signs.ts';
import type { SaidFor } from '#shared/domain/message/said-for.ts';
import { outrightSigns } from '#shared/domain/message/signs/listed.ts';
import { passagesOf } from '#shared/domain/message/signs/reading.ts';
import type { TransactionalReason } from '#shared/domain/message/transactional-reason.ts';
import { valuesCarryOffer } from '#shared/domain/message/value-signs.ts';
import { growth } from '#test/support/growth.ts';

const ORDER: SaidFor = {
  reason: 'order',
  ownHosts: ['caves-dubois.example', 'www.dubois.example'],
  products: ['glassware'],
};
const signsOf = (text: string, changes: Partial<SaidFor> = {}) => offerSignsIn([text], { ...ORDER, ...changes });

describe('the signs in a transactional template', () => {
  test.each<[string, string, readonly string[]]>([
    ['an order confirmation', 'Votre commande {{numero}} est confirmée. Total : 96,30 €.', []],
    ['a list with prices', 'Votre commande :\nChablis 2022, 75 cl × 6\n89,40 €', []],
    ['a price of something else', 'Votre commande est confirmée. Le Chablis est à 12 € cette semaine.', ['price']],
    ['a verb that transactions take', 'Présentez cet e-mail à l’accueil.', []],
    ['a verb that they do not', 'Humez ce parfum de figue.', ['call-to-buy']],
    ['the same verb, told of the reader', 'Vous humez le parfum de votre commande.', []],
    ['a question that they ask', 'Une question ? Répondez à ce message.', []],
    ['a question that they do not', 'Et la terrasse, elle est prête ?', ['other-topic']],
    ['a surcharged number', 'Votre commande est confirmée. Appelez le 08 99 12 34 56.', ['number', 'surcharge']],
    ['an ordinary number', 'Votre commande est confirmée. Appelez le 04 78 00 00 00.', []],
    [
      'a language that is not read',
      'Ihre Bestellung ist bei uns eingegangen und wird morgen an die angegebene Adresse verschickt.',
      ['other-topic', 'language'],
    ],
  ])('%s', (_, text, signs) => {
    expect(signsOf(text)).toEqual(signs);
  });

  test.each<[string, string, boolean]>([
    ['the order on the advertiser’s host', 'https://caves-dubois.example/commandes/12', false],
    ['below that host', 'https://compte.caves-dubois.example/mes-commandes/12', false],
    ['the host without www', 'https://dubois.example/', false],
    ['a carrier', 'https://www.laposte.fr/outils/suivre-vos-envois?code=6A', false],
    ['a page of the shop', 'https://caves-dubois.example/nos-champagnes', true],
    ['another host', 'https://caves-dubois.example.ailleurs.test/commandes', true],
    ['a host that ends alike', 'https://mescaves-dubois.example/commandes', true],
  ])('a link to %s', (_, url, isSign) => {
    expect(signsOf(`Votre commande est confirmée : ${url}`).includes('link')).toBe(isSign);
    expect(
      signsOf(`<p>Votre commande est confirmée.</p><a href="${url}">Suivre ma commande</a>`).includes('link'),
    ).toBe(isSign);
  });

  test('the words of a link and of a picture count', () => {
    const own = 'https://caves-dubois.example/commandes/12';
    expect(signsOf(`<p>Votre commande est confirmée.</p><a href="${own}">Les champagnes</a>`)).toContain('link');
    expect(signsOf('<p>Votre commande est confirmée.</p><img alt="Les foires aux vins" src="a.png">')).toContain(
      'call-to-buy',
    );
  });

  test('a text that a merge field brings is a sign, a fact or a list is none', () => {
    expect(signsOf('Bonjour {{prenom}},\n{{texte}}')).toEqual(['merge-field']);
    expect(signsOf('{{a}} {{b}} {{c}} : {{d}}')).toEqual(['merge-field']);
    expect(signsOf('Votre commande contient :\n{{articles}}')).toEqual([]);
    expect(signsOf('Votre code est {{code}}.', { reason: 'security' })).toEqual([]);
  });

  test('what a mail says that it is, and runs on from, is no request: what is asked after it is', () => {
    const asked = (line: string) =>
      signsOf(
        `Hello, Souhaitez-vous rester en contact avec nous ? ${line} You are receiving this email because you know us.`,
        {
          reason: undefined,
        },
      );
    expect(asked('Advertisement © If you no longer want to receive these emails, click here: privacy notice')).toEqual(
      [],
    );
    expect(asked('Courriel © If you no longer want to receive these emails, click here: privacy notice')).toEqual([]);
    for (const label of ['Newsletter', 'Marketing email', 'Commercial communication', 'Promotional message']) {
      expect(asked(`${label} © If you no longer want to receive these emails, click here: privacy notice`)).toEqual([]);
      expect(asked(`${label} © Repaint the whole shed with colour this spring.`)).toEqual(['call-to-buy']);
    }
    expect(asked(', Niort, France Advertisement How we use your data is written on this page of ours.')).toEqual([]);
    expect(
      asked('Le mot du jardinier If you no longer want to receive these emails, click here: you know us.'),
    ).toEqual([]);
    for (const foot of [
      'To unsubscribe, write to stop@maison-ablette.example This is an advertisement.',
      'To opt out of these emails, write to us.',
      'If you no longer want to receive these emails, write to us.',
      'If you want to stop, write to us please.',
      'You’re getting this because you agreed to hear from us.',
      'You receive this message as you gave us your consent.',
      'How we use your data is written on this page of ours.',
      'Please do not reply to this marketing email.',
      'Would you like to stay in touch with us?',
    ])
      expect(asked(`, Niort, France ${foot}`), foot).toEqual([]);
    for (const offer of [
      'Repaint the whole shed with colour this spring.',
      'Stop by the shop and repaint the whole shed.',
      'Prune roses to stop aphids in the garden this spring.',
      'If you garden, repaint the whole shed this spring.',
    ])
      expect(asked(`, Niort, France ${offer}`), offer).toEqual(['call-to-buy']);
    expect(asked('Newsletter sign-up: read it every week.')).toEqual(['call-to-buy']);
    expect(asked('Advertisement © Repaint the whole shed with colour this spring.')).toEqual(['call-to-buy']);
  });
  describe('what a mail says that it is and of whom, before the way to stop, is no sign', () => {
    const IN_ENGLISH = (line: string) =>
      `Hello, your order is confirmed and comes on Tuesday. ${line} You are receiving this email because you ordered.`;
    const IN_FRENCH = (line: string) =>
      `Bonjour, votre commande est confirmée. ${line} Vous recevez ce message parce que vous avez commandé.`;
    const WAYS_TO_STOP = [
      [IN_ENGLISH, 'If you no longer want to receive these emails, click here: privacy notice'],
      [IN_ENGLISH, 'To unsubscribe from these emails, click here: privacy notice'],
      [IN_FRENCH, 'Si vous ne souhaitez plus recevoir ces messages, cliquez ici : politique de confidentialité'],
      [IN_FRENCH, 'Pour ne plus recevoir ces messages, cliquez ici : politique de confidentialité'],
      [IN_FRENCH, 'Pour vous désabonner, cliquez ici : politique de confidentialité'],
    ] as const;
    const signs = (text: string) => signsOf(text, { reason: undefined });
    test.each([
      'Publicité © Alba',
      'Publicité © Maison Valmy',
      'Publicité Alba, 12 rue des Halles, 51100 Reims',
      'Publicité de Maison Valmy',
      'Publicité de la Maison des Thés',
      'Advertisement by The Body Shop',
      'Advertisement © Alba SAS - 12 rue des Halles -',
      'Newsletter Alba',
      'Marketing email from Alba & Sons',
      'Courriel publicitaire de Maison Valmy',
    ])('%s', (label) => {
      for (const [told, way] of WAYS_TO_STOP) expect([way, signs(told(`${label} ${way}`))]).toEqual([way, []]);
    });
    test.each([
      'Advertisement © Repaint the whole shed with this colour',
      'Publicité © Tout est à -20 % chez Alba',
      'Newsletter Alba The new collection has arrived',
    ])('but what it offers there is: %s', (line) => {
      const [[told, way]] = WAYS_TO_STOP;
      expect(signs(told(`${line} ${way}`))).not.toEqual([]);
    });
    test('and what is no way to stop ends nothing', () => {
      const asked = 'Publicité Alba If you want the shed to look like new again, repaint it with this colour.';
      expect(signs(IN_ENGLISH(asked))).toEqual(['call-to-buy']);
    });
  });
  test('goods by their name are a sign where the reason speaks of none', () => {
    expect(signsOf('Votre commande glassware est prête.')).toEqual([]);
    expect(signsOf('Votre compte glassware est ouvert.', { reason: 'account' })).toEqual(['product']);
  });

  test('of what is not transactional offers alone are looked for', () => {
    const asked = { reason: undefined };
    expect(signsOf('Souhaitez-vous rester en contact avec nous cet hiver, à la ferme ?', asked)).toEqual([]);
    expect(signsOf('Souhaitez-vous rester ? Les agneaux sont à 12 €.', asked)).toEqual(['price']);
  });
  test('that the message is no advertising offers nothing; that goods have none praises them', () => {
    const asked = { reason: undefined };
    for (const subject of ['Sans publicité', 'Votre dossier, sans publicité', 'Message sans publicité.'])
      expect([subject, signsOf(subject, asked)]).toEqual([subject, []]);
    for (const subject of [
      'Nos radios, sans publicité',
      'La musique sans publicité',
      'Votre abonnement sans publicité',
    ])
      expect([subject, signsOf(subject, asked)]).toEqual([subject, ['call-to-buy']]);
  });
});

describe('a text that offers in so many words', () => {
  test.each([
    ['Votre panier vous attend.', 'call-to-buy'],
    ['Utilisez le code BIENVENUE10 chez nous.', 'call-to-buy'],
    ['La vente flash est là.', 'call-to-buy'],
    ['Your basket misses you.', 'call-to-buy'],
    ['Tout est à -20 % chez nous.', 'discount'],
  ])('%s counts where there are few words', (sentence, sign) => {
    expect(outrightSigns(passagesOf([sentence]), true)).toEqual([sign]);
    expect(signsOf(sentence, { reason: 'request' })).not.toEqual([]);
  });

  test('what is taken off a price counts in a text of any length', () => {
    const told =
      'Bonjour, nous avons bien reçu votre dossier complet et nous vous répondrons par courrier avant la fin du mois.';
    expect(signsOf(`${told} Tout est à -20 %.`, { reason: 'request' })).toContain('discount');
    expect(outrightSigns(passagesOf(['Tout est à -20 %.', 'Votre cadeau vous attend.']), false)).toEqual(['discount']);
  });

  test.each([
    'Vous aviez créé une alerte pour un T3 à Angers à moins de 700 €.',
    'Nous vous versons 1 312 € : 1 462 € estimés, moins 150 € de franchise.',
    'La remise de 15 % annoncée au moment de votre achat n’avait pas été déduite.',
    'Votre consommation est de 310 kWh, soit 12 % de plus que l’an passé.',
    'Votre essai gratuit se termine demain.',
  ])('%s: none', (sentence) => {
    expect(outrightSigns(passagesOf([sentence]), true)).toEqual([]);
  });
});

describe('a text that says of itself that it promotes nothing', () => {
  test.each([
    'Ceci n’est ni une publicité, ni un message promotionnel.',
    'Ce courriel n’est pas une communication promotionnelle.',
    'This is not a promotional message.',
    'This is neither an advertisement nor a promotional email.',
  ])('%s: none', (sentence) => {
    expect(signsOf(sentence, { reason: 'request' })).not.toContain('discount');
  });
  test.each([
    'Pas un message promotionnel, mais une promotion exceptionnelle.',
    'Voici notre message promotionnel du mois.',
    'This is not a promotional message, and everything is 20% off.',
  ])('%s: it does', (sentence) => {
    expect(signsOf(sentence, { reason: 'request' })).toContain('discount');
  });
});

describe('a text of few words', () => {
  test.each<[string, string, TransactionalReason]>([
    ['Votre panier vous attend', 'Vous avez laissé des articles dans votre panier. Finalisez votre commande.', 'order'],
    ['Your cart', 'You left something behind. Complete your purchase.', 'order'],
    ['Votre liste d’envies', 'Un article de votre liste est de nouveau en stock.', 'account'],
    ['Votre réservation', 'Votre chambre est réservée. Ajoutez le petit-déjeuner ou le spa.', 'order'],
  ])('%s: promotes', (subject, html, reason) => {
    expect(offerSignsIn([subject, `<p>${html}</p>`], { ...ORDER, reason })).not.toEqual([]);
  });

  test.each<[string, string, TransactionalReason]>([
    ['Votre commande', 'Votre commande {{ref}} est prête en magasin. Retirez-la avec ce code.', 'order'],
    ['Votre colis vous attend', 'Il est au point relais jusqu’à samedi.', 'delivery'],
    ['Your order', 'Your order {{ref}} is ready. Collect it by Saturday.', 'order'],
    ['Votre facture', 'Votre facture est jointe. Prélèvement le 5.', 'invoice'],
  ])('%s: does not', (subject, html, reason) => {
    expect(offerSignsIn([subject, `<p>${html}</p>`], { ...ORDER, reason })).toEqual([]);
  });
});

describe('lines shaped as items', () => {
  const order = (line: string) =>
    signsOf(`Bonjour, votre commande 1042 est confirmée et part demain de notre entrepôt :\n${line}\nTotal : 80,00 €`);

  test.each([
    '1 × Coffret découverte — 30,00 €',
    '2 × Chocolat noir 70 % de cacao — 4,00 €',
    '2 × Chemise pour toute la famille en 100 % coton, été comme hiver — 40,00 €',
    '1 × Vin rouge - 12 % vol — 9,00 €',
    '1 x Bon cadeau - 50 €',
    '1 x Remise fidélité - 5 €',
    '1 x Livraison offerte - 0 €',
    '1 x Sac de voyage été - 39,90 €',
    '1 x Clavier sans fil pour PC et Mac avec pavé numérique - 49 €',
    '1 x Osez la couture - 12 €',
  ])('%s: goods', (line) => {
    expect(order(line)).toEqual([]);
  });

  test.each([
    ['1 x Profitez de -20 % sur tout le site - 0 €', ['discount', 'call-to-buy']],
    ['1 x Venez découvrir nos nouveautés en boutique samedi - 0 €', ['call-to-buy']],
    ['2 x Courez en boutique samedi - 0,00 €', ['call-to-buy']],
    ['1 × Toute la boutique à moitié prix – 0 €', ['discount']],
    ['1 x La nouvelle collection vous attend dès samedi en boutique - 1 €', ['call-to-buy']],
  ])('%s: none', (line, signs) => {
    expect(order(line)).toEqual(signs);
  });

  test('are read where nothing else is said', () => {
    const line = '1 x Profitez de -20 % sur tout le site - 0 €';
    expect(signsOf([line, line, line].join('\n'))).toEqual(['discount', 'call-to-buy']);
  });

  test('in English as in French', () => {
    const order = (line: string) =>
      signsOf(`Hello, your order 1042 is confirmed and will leave our warehouse tomorrow:\n${line}\nTotal: £80.00`);
    expect(order('1 x Linen duvet cover, king - £89'.replace('£89', '89 £'))).toEqual([]);
    expect(order('1 x Enjoy 20% off everything in our shop this weekend - 0 £')).toEqual(['discount', 'call-to-buy']);
  });
});

describe('a long template', () => {
  // Ten times the text: in linear time ten times the work, in quadratic time a hundred.
  test.each([
    ['of many sentences', 'Votre colis part demain. '],
    ['of one sentence', 'venez choisir, '],
    ['in HTML', '<p>Votre <b>colis</b> part.</p>'],
  ])('%s is read in time that grows as its length', (_, piece) => {
    expect(growth(piece, piece.length * 10_000, signsOf)).toBeLessThan(18);
  });
});

describe('merge values', () => {
  test.each<[string, string, boolean]>([
    ['a name of goods', 'Coffret découverte', false],
    ['a list of goods', '1 × Les Misérables, tome I (poche)\n1 × Atlas des oiseaux', false],
    ['names of goods beside a sentence', 'Votre commande 1042 part demain matin.\nCoffret découverte', false],
    ['a few words beside a sentence', 'Votre commande 1042 part demain matin.\nVin chaud offert', true],
    ['a place', 'Tabac de la Gare, 2 place de la Gare, 35000 Rennes', false],
    ['a discount', '-20 % sur tout', true],
    ['a sentence that invites', 'Et demain, c’est la braderie : venez tôt !', true],
    ['a sentence on another topic', 'Les agneaux gambadent déjà dans les prés fleuris', true],
    ['a link to the shop', 'https://caves-dubois.example/nos-champagnes', true],
    ['a farewell', 'Votre dossier est complet. Nous restons en contact.', false],
    ['what a repairer says', 'We will keep in touch about your repair.', false],
    ['an answer of an agent', 'Sorry, we have missed you today. Your parcel is at the depot.', false],
    ['an ask to get letters again', 'Réabonnez-vous à notre lettre.', true],
    ['an ask to get messages again', 'Réactivez la réception de nos e-mails.', true],
    ['a link to the order', 'https://caves-dubois.example/commandes/12', false],
  ])('%s', (_, value, carries) => {
    expect(valuesCarryOffer({ note: value }, ORDER)).toBe(carries);
  });

  test.each([
    '70 % de cacao',
    'Tablette de chocolat noir du Pérou, 70 % de cacao',
    '2 × Chocolat noir 70 % de cacao, 4,00 €',
    '100 % coton',
    'Drap-housse pour votre grand lit, en 100 % coton',
    'Pull en 80 % de laine et 20 % de cachemire',
    '12 % vol.',
    'Vin rouge - 12,5 % vol.',
    'Bière 6 % d’alcool',
    'Crème hydratante 0 % de parabènes',
    '70% of cocoa',
    'Shirt, 100% cotton, to be washed at thirty degrees',
    'TVA à 20 % sur le montant',
    'Acompte de 30 % sur la commande 1042',
    'Coussin pour votre salon, en 100 % lin lavé sur les deux faces',
  ])('%s: what goods are made of, or a rate', (value) => {
    expect(valuesCarryOffer({ note: value }, ORDER)).toBe(false);
  });

  test.each([
    '-70 % sur le cacao',
    '-70 % de cacao',
    '− 70 % sur le cacao',
    'Cacao à -70 %',
    'Chocolat - 20 % ce samedi',
    'Chocolat noir 70 % de cacao, -20 % aujourd’hui',
    'Chocolat noir 70 % de cacao : 20 % de remise',
    '20 % de réduction',
    '20 % d’économies',
    '20 % de points en plus',
    '10 % de plus',
    '10 % de votre commande en bon d’achat',
    '20 % sur le coton',
    '20% off cotton',
    'Ce week-end, 30 % de remise sur le coton dans toutes nos boutiques',
    'Acompte de 30 %, et -20 % sur tout',
    'Dès ce soir, 30 % immédiatement sur votre panier de vins',
    'Avec la carte de la maison, 30 % immédiatement en caisse',
    'Pour vous et votre famille, jusqu’à 50 % partout ce samedi',
    'Pour vous et votre famille, 10 % supplémentaires ce samedi',
    'Pour vous et votre famille, 25 % aujourd’hui et demain',
    'For you and your family it is 25% sitewide this week',
    'For you and your family, up to 70% selected wines this week',
    'For you and your family it is 30% today and tomorrow',
  ])('%s: something taken off', (value) => {
    expect(valuesCarryOffer({ note: value }, ORDER)).toBe(true);
  });
});

describe('two languages in one text', () => {
  const ENGLISH = 'Hello, you are receiving this email because you know us. This is an advertisement.';
  const FOOT = 'You are receiving this because you are with us, and this is from all of the team.';
  test.each<[string, string, Partial<SaidFor>]>([
    [
      'a French question',
      '<p>Hello, | Souhaitez-vous rester en contact avec nous ? | The team | This is an advertisement. | Merci de votre fidélité. | You can opt out at any time</p>',
      { reason: undefined },
    ],
    [
      'the way to stop',
      'Unsubscribe in one click Sent by us You are receiving this email because you know us.',
      { reason: undefined },
    ],
    ['the same in French', 'Désabonnez-vous en un clic, à tout moment.', { reason: undefined }],
    [
      'a French link in an English foot',
      `Votre facture est jointe. <a href="https://caves-dubois.example/donnees">Politique de confidentialité</a> ${FOOT}`,
      { reason: 'invoice' },
    ],
    [
      'an English link in a French text',
      'Votre facture est jointe à ce message. <a href="https://caves-dubois.example/data">Privacy policy</a>',
      { reason: 'invoice' },
    ],
  ])('%s offers nothing', (_, text, changes) => {
    expect(signsOf(text, changes)).toEqual([]);
  });

  test.each(['Privacy', 'Terms of use', 'Cookie policy', 'View in browser', 'Returns policy', 'Unsubscribe here'])(
    '"%s" is of the foot of a French text',
    (label) => {
      const text = 'Votre commande 12 est confirmée. Vous recevrez un message à son départ.';
      expect(signsOf(`${text} <a href="https://caves-dubois.example/commandes/1">${label}</a>`)).toEqual([]);
    },
  );
  test.each(['Voir en ligne', 'Confidentialité', 'Charte de confidentialité', 'Aide', 'Retours', 'CGV', 'Cookies'])(
    '"%s" is of the foot of an English text',
    (label) => {
      const text = 'Your order 12 is confirmed. You will get a message when it is on its way.';
      expect(signsOf(`${text} <a href="https://caves-dubois.example/orders/1">${label}</a>`)).toEqual([]);
    },
  );

  test.each<[string, string, Partial<SaidFor>, string]>([
    [
      'a French offer',
      `${ENGLISH} Humez avec nous ce parfum de figue pour vos soirées.`,
      { reason: undefined },
      'call-to-buy',
    ],
    [
      'what begins with a stop',
      'Unsubscribe from dull coffee and taste it. Savour this roast with us today.',
      { reason: undefined },
      'call-to-buy',
    ],
    [
      'a French link that offers',
      `Votre facture est jointe. <a href="https://caves-dubois.example/x">Le muscat du dimanche</a> ${FOOT}`,
      { reason: 'invoice' },
      'link',
    ],
    ...['Nos vins', 'Best sellers', 'Gift cards', 'You may also like', 'Our insurance', 'See the collection'].map(
      (label): [string, string, Partial<SaidFor>, string] => [
        `"${label}" in a French text`,
        `Votre commande 12 est confirmée. Vous recevrez un message à son départ. <a href="https://caves-dubois.example/commandes/1">${label}</a>`,
        {},
        'link',
      ],
    ),
    ...['Soldes', 'Vente flash', 'Carte cadeau', 'Nos vins', 'Nos offres', 'Nouveautés'].map(
      (label): [string, string, Partial<SaidFor>, string] => [
        `"${label}" in an English text`,
        `Your order 12 is confirmed. You will get a message when it is on its way. <a href="https://caves-dubois.example/orders/1">${label}</a>`,
        {},
        'link',
      ],
    ),
  ])('%s is seen', (_, text, changes, sign) => {
    expect(signsOf(text, changes)).toContain(sign);
  });
});
