import { describe, expect, test } from 'vitest';
import { readExternalCall } from '#shared/channels/automated-call/external.ts';
import { externalEmail } from '#shared/channels/email/external.ts';
import { factsOfText } from '#shared/channels/sms/external.ts';
import type { Advertiser } from '#shared/domain/advertiser/advertiser.ts';
import { aComparison } from '#test/support/channels/comparison.ts';

const OURS = 'https://stop.example/o/abc';
const NOTICE = 'https://ablette.example/donnees';
const ROUTE = aComparison({
  isOurLink: (url) => url === OURS,
  isOurHost: (url) => url.startsWith('https://stop.example/'),
  linkAloneSuffices: true,
});
const ADVERTISER = {
  senders: { email: [], sms: [{ senderId: 'ABLETTE', replyCode: '36180' }] },
} as unknown as Advertiser;

const factsOfMail = (parts: { readonly html?: string; readonly text?: string; readonly subject?: string }) =>
  externalEmail({
    email: { from: { address: 'a@ablette.example' }, subject: 'Au jardin', headers: [], ...parts },
  }).factsFor(ROUTE, ADVERTISER);
const html = (inside: string) => `<p>Maison Ablette. Publicité.</p>${inside}<a href="${NOTICE}">Données</a>`;

describe('a mail says why its reader gets it', () => {
  test.each([
    'Ce courriel vous est adressé suite à votre inscription.',
    'Cet e-mail vous a été envoyé car vous avez donné votre accord.',
    'Cet e-mail vous est envoyé suite à votre achat.',
    'Ce courriel vous est adressé en tant que client.',
    'Pourquoi ce message ? Vous avez coché la case de notre formulaire.',
    'Nous vous écrivons parce que vous avez acheté chez nous.',
    'Nous vous écrivons car votre maison achète ce que nous semons.',
    'Vous êtes inscrit à nos envois depuis mars.',
    'Vous nous avez demandé de vous écrire : voilà pourquoi nous vous envoyons ce message.',
    'This email was sent to you as a customer of ours.',
    'You’re getting this because you signed up.',
    'Why did I get this? You subscribed on our website.',
    'We are writing to you because of the work that you do.',
  ])('%s', (text) => {
    expect(factsOfMail({ text }).saysWhy).toBe(true);
  });
  test.each([
    'Merci de votre fidélité.',
    'Nous prenons soin de vos données.',
    'Votre commande vous est adressée par la poste.',
    'Nous vous écrivons de Niort.',
    'Pourquoi attendre ? Semez dès maintenant.',
    'Why wait? Sow now.',
  ])('and not by: %s', (text) => {
    expect(factsOfMail({ text }).saysWhy).toBe(false);
  });
});

describe('a mail says that it is advertising', () => {
  const isRecognisable = (text: string) => [
    factsOfMail({ text }).isRecognisableAsAdvertising,
    factsOfMail({ html: `<p>${text}</p>` }).isRecognisableAsAdvertising,
  ];
  test.each([
    'Publicité',
    'Ce message est une publicité.',
    'Cette newsletter est la nôtre.',
    'Merci de ne pas répondre à ce message publicitaire.',
    'Pour ne plus recevoir nos publicités, écrivez-nous.',
    'Si vous ne souhaitez pas recevoir nos offres, écrivez-nous.',
    'Ce message n’est pas une facture : c’est une publicité.',
    'Ceci n’est pas qu’une publicité.',
    'Ne plus recevoir ces messages Courriel publicitaire',
    'Et pourquoi pas une publicité ?',
    'Courriel de prospection',
    'This is a marketing email.',
    'Please do not reply to this marketing email.',
    'This is not just an advertisement.',
    'Dies ist Werbung.',
    'Publicidad',
    'Comunicación comercial',
    'Questa è una pubblicità.',
    'Dit is een reclamebericht.',
    'Advertentie',
  ])('%s', (text) => {
    expect(isRecognisable(text)).toEqual([true, true]);
  });
  test.each([
    'Ceci n’est pas une publicité.',
    "Ce courriel n'est en aucun cas une sollicitation commerciale.",
    'Ceci n’est ni une publicité, ni une offre.',
    'Ce message n’est pas un message commercial ou publicitaire.',
    'Message sans publicité',
    'Aucune publicité dans ce courriel.',
    'Message à caractère non commercial',
    'Ce courriel n’a rien de publicitaire.',
    'Cet envoi n’est pas à caractère promotionnel, mais nous vous saluons.',
    'This is not an advertisement.',
    'This isn’t a marketing email.',
    'No advertising in this email.',
    'An ad without advertising.',
    'This email was not sent for marketing purposes.',
    'An advertising-free email.',
    'Dies ist keine Werbung.',
    'Esto no es publicidad.',
    'Messaggio senza pubblicità',
    'Dit is geen reclamebericht.',
  ])('and not by: %s', (text) => {
    expect(isRecognisable(text)).toEqual([false, false]);
  });
  test('also by its subject alone, unless that denies it', () => {
    const of = (subject: string) => factsOfMail({ text: 'Bonjour.', subject }).isRecognisableAsAdvertising;
    expect(of('[Publicité] Les souliers')).toBe(true);
    expect(of('Sans publicité : les souliers')).toBe(false);
    expect(of('Les souliers')).toBe(false);
  });
});

describe('words are the same on two lines, and around a space that does not break', () => {
  const said = [
    'Ce message est une publicité de Maison',
    'Ablette. Vous recevez ce message parce',
    'que vous avez acheté.',
  ];
  test.each(['\n', '\r\n', '\u00a0', '  '])('in a text part: %j', (space) => {
    const facts = factsOfMail({ text: said.join(space) });
    expect([facts.namesAdvertiser, facts.isRecognisableAsAdvertising, facts.saysWhy]).toEqual([true, true, true]);
  });
  test('in an SMS', () => {
    const text = 'MAISON\u00a0ABLETTE : soldes. STOP 36180';
    expect(factsOfText({ text, senderId: 'ABLETTE' }, ROUTE, ADVERTISER).namesAdvertiser).toBe(true);
  });
});

describe('a link ends where its sentence goes on', () => {
  test.each(['.', ',', ' ;', '!', ' (PDF).'])('the notice, before "%s"', (end) => {
    expect(factsOfMail({ text: `Vos données : ${NOTICE}${end}` }).carriesProcessingNotice).toBe(true);
  });
  test.each(['.', ',', '!'])('the way to stop, before "%s"', (end) => {
    const facts = factsOfMail({ text: `Se désabonner : ${OURS}${end}` });
    expect([facts.carriesOppositionMeans, facts.oppositionMeansWork]).toEqual([true, true]);
  });
});

describe('a way to stop in HTML', () => {
  const meansOf = (inside: string) => {
    const { carriesOppositionMeans, oppositionMeansWork, externalMeans } = factsOfMail({ html: html(inside) });
    return [carriesOppositionMeans, oppositionMeansWork, externalMeans];
  };
  test('is none where its picture is invisible', () => {
    const picture = `<a href="${OURS}"><img src="https://i.example/s.png" width="99" height="20" alt="Se désabonner"></a>`;
    expect(meansOf(picture)).toEqual([true, true, undefined]);
    expect(meansOf(`<span style="visibility:hidden">${picture}</span>`)[0]).toBe(false);
    expect(meansOf(`<span style="visibility:hidden"><b style="visibility:visible">${picture}</b></span>`)[0]).toBe(
      true,
    );
    expect(meansOf(`<span style="font-size:0">${picture}</span>`)[0]).toBe(true);
  });
  test('that leads elsewhere is one that a human decides on, by whatever words', () => {
    const elsewhere = (before: string, words: string) =>
      meansOf(`${before} <a href="https://desabo.example/u">${words}</a>.`);
    const asked = [true, false, ['desabo.example']];
    expect(elsewhere('Pour ne plus recevoir nos messages,', 'cliquez ici')).toEqual(asked);
    expect(elsewhere('Vous pouvez vous opposer à tout moment :', 'c’est ici')).toEqual(asked);
    expect(elsewhere('You can opt out at any time:', 'this link')).toEqual(asked);
    expect(elsewhere('', 'Je m’oppose à ces envois')).toEqual(asked);
    expect(elsewhere('If you no longer want to receive these emails,', 'click here')).toEqual(asked);
    const mailbox = '<a href="mailto:contact@desabo.example">contact@desabo.example</a>';
    expect(meansOf(`Pour ne plus recevoir nos messages, écrivez à ${mailbox}.`)).toEqual(asked);
  });
  test('that leads elsewhere, and is hidden, is none', () => {
    const hidden =
      '<p style="opacity:0">Pour vous désabonner, <a href="https://desabo.example/u?h=1">cliquez ici</a></p>';
    const [carries] = meansOf(`${hidden} <a href="https://desabo.example/boutique">Boutique</a>`);
    expect(carries).toBe(false);
  });
  test('in a text part that leads elsewhere is asked about beside ours', () => {
    const text = (last: string) => factsOfMail({ text: `Se désabonner : ${OURS}\n${last}` }).externalMeans;
    expect(text('Désabonnez-vous en un clic: https://desabo.example/u')).toEqual(['desabo.example']);
    expect(
      text('Pour ne plus recevoir nos messages, suivez le lien.\nRGPD : https://ablette.example/r'),
    ).toBeUndefined();
    expect(
      text('Pour ne plus recevoir nos messages, suivez le lien. Nos magasins https://ablette.example/m'),
    ).toBeUndefined();
  });
  test('beside ours that leads elsewhere is asked about as well', () => {
    const ours = `<a href="${OURS}">Se désabonner</a>`;
    expect(meansOf(`${ours} <a href="https://desabo.example/u">Je m’oppose à ces envois</a>`)[2]).toEqual([
      'desabo.example',
    ]);
    expect(meansOf(`${ours} <a href="https://loi.example/p">Je m’oppose au projet de loi</a>`)[2]).toBeUndefined();
  });
});

describe('a link alone in a text', () => {
  const facts = (text: string) => factsOfText({ text, senderId: 'ABLETTE' }, ROUTE, ADVERTISER);
  test('is ours, whatever other links there are', () => {
    const text = `Maison Ablette : soldes, https://ablette.example/s Se désabonner : ${OURS}`;
    expect([facts(text).carriesOppositionMeans, facts(text).oppositionMeansWork]).toEqual([true, true]);
  });
  test('is none where it leads to a shop', () => {
    expect(facts('Maison Ablette. Infos : https://ablette.example/s Stop SMS').carriesOppositionMeans).toBe(false);
    expect(facts('Maison Ablette. https://desabo.example/u pour se désabonner').externalMeans).toEqual([
      'desabo.example',
    ]);
  });
  test('is asked about where words of stopping lead to it', () => {
    const text = 'Maison Ablette : soldes. Se désabonner : https://desabo.example/u';
    expect(facts(text).externalMeans).toEqual(['desabo.example']);
  });
});

describe('a text that asks to be answered', () => {
  const to = (senderId: string, sms: readonly object[]) =>
    factsOfText({ text: 'Maison Ablette : soldes. Répondez STOP', senderId }, { ...ROUTE, linkAloneSuffices: false }, {
      senders: { email: [], sms },
    } as unknown as Advertiser);
  test('needs no code where its sender is one that receives answers', () => {
    const facts = to('36180', [{ senderId: '36180', replyCode: '36180' }]);
    expect([facts.carriesOppositionMeans, facts.oppositionMeansWork]).toEqual([true, true]);
    expect(to('+33938001122', [{ senderId: '+33938001122', replyCode: '36180' }]).externalMeans).toEqual([
      '+33938001122',
    ]);
    expect(to('ABLETTE', [{ senderId: 'ABLETTE', replyCode: '36180' }]).carriesOppositionMeans).toBe(false);
  });
  test('may have any code of the advertiser, where its sender is not registered: that is another reason', () => {
    const text = 'Maison Ablette : soldes. STOP 36180';
    const sms = [
      { senderId: 'ABLETTE', replyCode: '36180' },
      { senderId: 'ABLETTE2', replyCode: '36275' },
    ];
    const judged = (senderId: string) =>
      factsOfText({ text, senderId }, ROUTE, { senders: { email: [], sms } } as unknown as Advertiser)
        .oppositionMeansWork;
    expect([judged('ABLETTE'), judged('INCONNU'), judged('ABLETTE2')]).toEqual([true, true, false]);
  });
});

describe('a call', () => {
  const route = { ...ROUTE, to: '+33612345678', acceptsKeyPress: false, oppositionNumber: '+33805123456' };
  const words = (count: number) => Array.from({ length: count }, (_, index) => `mot${index}`).join(' ');
  test.each([20, 25, 30, 33, 34, 35, 36, 37, 38, 39, 40, 41, 45])(
    'whose number is cut by its fiftieth word: %i words before',
    (count) => {
      const stop = 'Pour ne plus être appelé, composez le 08 05 12 34 56.';
      const script = `Maison Ablette. ${stop} ${words(count - 14)}. Maison Ablette. ${stop}`;
      const facts = readExternalCall(script, route);
      expect([facts.carriesOppositionMeans, facts.oppositionMeansWork, facts.oppositionIsFree]).toEqual([
        true,
        true,
        true,
      ]);
    },
  );
  test.each(['téléphonez au', 'joignez le', 'contactez le'])('says a short number to call: %s', (call) => {
    const stop = `Si vous ne voulez plus recevoir d’appels, ${call} 3020.`;
    const facts = readExternalCall(`Maison Ablette. ${stop}`, { ...route, oppositionNumber: '3020' });
    expect([facts.carriesOppositionMeans, facts.oppositionMeansWork]).toEqual([true, true]);
  });
});

describe('a text of another system names who writes, wherever it does (L. 34-5, al. 5)', () => {
  const names = (text: string, senderId = '36180', known = true) =>
    factsOfText({ text, senderId }, ROUTE, {
      senders: { email: [], sms: known ? [{ senderId, replyCode: '36180' }] : [] },
    } as unknown as Advertiser).namesAdvertiser;
  test.each([
    ['Maison Ablette : -20 %. STOP 36180', true],
    ['MAISON ABLETTE -20 %. STOP 36180', true],
    ['« Maison Ablette » -20 %. STOP 36180', true],
    ['Maison\u00a0Ablette : -20 %. STOP 36180', true],
    ['Bonne nouvelle ! -20 % chez Maison Ablette STOP 36180', true],
    ['Votre potager vous attend. L’équipe Maison Ablette. STOP 36180', true],
    ['-20 % STOP 36180', false],
  ])('%s: %s', (text, isNamed) => {
    expect(names(text)).toBe(isNamed);
  });
  test('and comes from no name of somebody else, where the sender is registered', () => {
    expect(names('Maison Ablette : -20 %. STOP 36180', 'ABLETTE')).toBe(true);
    expect(names('Maison Ablette : -20 %. STOP 36180', 'BONSPLANS')).toBe(false);
    expect(names('Maison Ablette : -20 %. STOP 36180', 'BONSPLANS', false)).toBe(true);
  });
});

describe('a denial turns round', () => {
  const FILE = { ...ROUTE, sources: ['Compar Jeux'] };
  const of = (text: string) =>
    [{ text }, { html: `<p>${text}</p>` }].map((parts) =>
      externalEmail({
        email: { from: { address: 'a@ablette.example' }, subject: 'Au jardin', headers: [], ...parts },
      }).factsFor(FILE, ADVERTISER),
    );
  test.each<[string, boolean]>([
    ['Votre adresse nous a été transmise par Compar Jeux.', true],
    ['Ne répondez pas : votre adresse vient de Compar Jeux.', true],
    ['Pourquoi pas Compar Jeux ?', true],
    ['Votre adresse ne nous a pas été transmise par Compar Jeux.', false],
    ['Votre adresse ne provient pas de Compar Jeux.', false],
    ['Your address was not given to us by Compar Jeux.', false],
  ])('from where an address came: %s', (text, isNamed) => {
    expect(of(text).map(({ namesSource }) => namesSource)).toEqual([isNamed, isNamed]);
  });
  test.each<[string, boolean]>([
    ['Maison Ablette vous écrit.', true],
    ['Ne manquez pas les bêches de Maison Ablette.', true],
    ['Ne manquez pas Maison Ablette !', true],
    ['Vous ne connaissez pas Maison Ablette ?', true],
    ['Que serait le printemps sans Maison Ablette ?', true],
    ['Nous ne sommes pas Maison Ablette.', false],
    ['Ce message ne vient pas de Maison Ablette.', false],
    ['This message is not from Maison Ablette.', false],
    ['We are not affiliated with Maison Ablette.', false],
    ['Nous ne sommes pas Maison Ablette. Signé : Maison Ablette', true],
  ])('who writes: %s', (text, isNamed) => {
    expect(of(text).map(({ namesAdvertiser }) => namesAdvertiser)).toEqual([isNamed, isNamed]);
    const ofText = factsOfText({ text, senderId: 'ABLETTE' }, ROUTE, ADVERTISER);
    expect(ofText.namesAdvertiser).toBe(isNamed);
  });
  test.each<[string, boolean]>([
    ['Se désabonner', true],
    ['Vous ne pouvez pas vous désabonner par téléphone, suivez ce lien', true],
    ['You cannot unsubscribe by replying, use this link', true],
    ['Si vous ne pouvez pas cliquer pour vous désabonner, copiez ceci', true],
    ['Vous ne voulez pas manquer nos envois. Se désabonner', true],
    ['Vous ne pouvez pas vous désabonner, même ici', false],
    ['Il est impossible de se désinscrire à', false],
    ['You cannot unsubscribe here', false],
    ['No unsubscribe', false],
    ['Aucun désabonnement', false],
  ])('how to stop: %s', (words, isThere) => {
    expect(factsOfMail({ text: `${words} : ${OURS}` }).carriesOppositionMeans).toBe(isThere);
    expect(factsOfMail({ text: `Bonjour.\n\n${words} :\n${OURS}` }).carriesOppositionMeans).toBe(isThere);
    expect(factsOfMail({ html: html(`<p>${words} <a href="${OURS}">ici</a></p>`) }).carriesOppositionMeans).toBe(
      isThere,
    );
    expect(factsOfMail({ html: html(`<a href="${OURS}">${words}</a>`) }).carriesOppositionMeans).toBe(isThere);
  });
});
