import { describe, expect, test } from 'vitest';
import { saidByReply } from '#shared/app/replies/said-by-reply.ts';

const LINK = `https://stop.example.fr/o/${'AbCdEf0123456789'.repeat(8)}`;
const FOOT = `Vins d’hiver\n\nPublicité de Maison Valmy.\n\nSe désinscrire (gratuit) : ${LINK}\n`;
const ANSWERS = [
  { name: 'in-reply-to', value: '<x@mail.example>' },
  { name: 'return-path', value: '<jean@perso.example>' },
];

const saidBy = (mail: Partial<Parameters<typeof saidByReply>[0]>) =>
  saidByReply({
    from: ['jean@perso.example'],
    subject: 'Re: Vins d’hiver',
    headers: ANSWERS,
    attached: [],
    isCut: false,
    ...mail,
  } as Parameters<typeof saidByReply>[0]).meaning;

const HEARD = /^(opposition|doubtful)$/;

describe('one word of refusal is heard', () => {
  test.each([
    ['Outlook for iOS', 'Non\n\nObtenir Outlook pour iOS<https://aka.ms/o0ukef>\n'],
    ['Outlook for Android', 'Non\n\nTélécharger Outlook pour Android<https://aka.ms/AAb9ysg>\n'],
    ['Outlook in English', 'No\n\nGet Outlook for iOS<https://aka.ms/o0ukef>\n'],
    ['Outlook in German', 'Nein\n\nHolen Sie sich Outlook für iOS<https://aka.ms/o0ukef>\n'],
    ['Outlook in Dutch', 'Nee\n\nOutlook voor Android downloaden<https://aka.ms/AAb9ysg>\n'],
    ['Outlook in Spanish', 'No\n\nObtener Outlook para iOS <https://aka.ms/o0ukef>\n'],
    ['Windows', 'Fin\n\nProvenance : Courrier<https://go.microsoft.com/fwlink/?LinkId=550986> pour Windows 10\n'],
    ['Yahoo', 'Non\n\nEnvoyé à partir de Yahoo Mail pour iPhone<https://mail.onelink.me/107872968?pid=x>\n'],
    ['Proton', 'Non\n\nEnvoyé avec la messagerie sécurisée Proton Mail.\n'],
    ['a telephone in German', 'Nein\n\nVon meinem/meiner Galaxy gesendet\n'],
  ])('above the line of %s', (_, text) => {
    expect(saidBy({ text })).toBe('opposition');
  });

  test.each([
    [
      'name, function and address',
      'Non\n\nJean Dupont\nDirecteur commercial\nSociété Martin SARL\n12 rue de la Paix 75002 Paris\nTél. 01 23 45 67 89\n',
    ],
    [
      'a greeting before it',
      'Bonjour,\n\nNon.\n\nCordialement,\nJean Dupont\nDirecteur commercial, Société Martin SARL\n12 rue de la Paix 75002 Paris',
    ],
    [
      'a name in Dutch',
      'Nee dank u\n\nMet vriendelijke groet,\nPieter de Vries\nHoofd inkoop, De Vries en Zonen BV\nKeizersgracht 1, Amsterdam',
    ],
    [
      'a name in German',
      'Kein Interesse\n\nMit freundlichen Grüßen\nDr. Hanna Weber\nGeschäftsführerin der Weber und Söhne GmbH, Lindenstraße 4, Köln',
    ],
  ])('above %s', (_, text) => {
    expect(saidBy({ text })).toMatch(HEARD);
  });

  test('a long line of a person that begins as that of a telephone is theirs', () => {
    expect(saidBy({ text: 'Envoyé de mon iPhone, et désinscrivez-moi enfin\n' })).toMatch(HEARD);
    expect(saidBy({ text: `Obtenir Outlook, non merci : désinscrivez-moi <https://aka.ms/o0ukef>\n` })).toMatch(HEARD);
  });
});

describe('a quote that begins with its date', () => {
  test.each([
    [
      'GMX',
      'Danke, ich komme',
      'Gesendet: Dienstag, 24. November 2026 um 11:30 Uhr\nVon: "Maison Valmy" <a@b.example>\nAn: j@gmx.example\nBetreff: Weine',
    ],
    [
      'Orange',
      'Merci je passe samedi',
      'envoyé : 24 novembre 2026 à 11:30\nde : Maison Valmy <a@b.example>\nà : jean@orange.example\nobjet : Vins',
    ],
    [
      'a Spanish one',
      'Gracias, paso el sábado',
      'Enviado: martes, 24 de noviembre de 2026 11:30\nDe: Maison Valmy <a@b.example>\nPara: j@correo.example\nAsunto: Vinos',
    ],
    [
      'a Dutch one',
      'Tot zaterdag',
      'Verzonden: dinsdag 24 november 2026 11:30\nVan: Maison Valmy <a@b.example>\nAan: j@post.example\nOnderwerp: Wijn',
    ],
  ])('%s: what is friendly above it says nothing, and a stop is plain', (_, friendly, headers) => {
    expect(saidBy({ text: `${friendly}\n\n\n\n${headers}\n\n${FOOT}` })).toBe('none');
    expect(saidBy({ text: `Merci de me désinscrire\n\n\n\n${headers}\n\n${FOOT}` })).toBe('opposition');
  });

  test('a date that somebody writes about begins none', () => {
    expect(saidBy({ text: 'Date : samedi 28\nMerci de me désinscrire avant.\n' })).toMatch(HEARD);
  });
});

describe('what is not meant', () => {
  test.each([
    'Pour vous désinscrire de notre newsletter, cliquez ici.',
    'To unsubscribe from our newsletter, click here.',
    'Wenn Sie sich von unserem Newsletter abmelden möchten, klicken Sie hier.',
    'Per disiscriverti dalla nostra newsletter clicca qui.',
    'Om u af te melden voor onze nieuwsbrief, klik hier.',
    'Para darse de baja de nuestro boletín, haga clic aquí.',
  ])('a signature of theirs, %j, is no plain stop', (signature) => {
    expect(saidBy({ text: `Merci, je confirme.\n\nJean Dupont\n${signature}` })).not.toBe('opposition');
    expect(saidBy({ text: `Désinscrivez-moi.\n\nJean Dupont\n${signature}` })).toBe('opposition');
  });

  test('nor is a slogan beneath it anything', () => {
    const text = 'Merci, je confirme.\n\nPensez à l’environnement avant d’imprimer ce message. Stop au gaspillage !';
    expect(saidBy({ text })).toBe('none');
  });

  test.each([
    ...[
      'Absent du bureau Re: Vins d’hiver',
      'Absente de mon bureau',
      'Out of the office: Vins',
      'Nicht im Büro: Weine',
    ],
    ...[
      'Abwesend: AW: Weine',
      'Fuori ufficio: Vini',
      'Fuera de oficina: Vinos',
      'Afwezig: Wijn',
      'Réponse automatique : Vins',
    ],
  ])('an absence: %j', (subject) => {
    const text = 'Je suis en congés. Ne me contactez pas avant lundi. Pour toute urgence : M. X.';
    expect(saidBy({ subject, text })).toBe('automatic');
  });

  test.each(['Je suis en vacances Re: Vins', 'Absence : Re: Vins', 'En congés jusqu’au 5', 'Im Urlaub: Weine'])(
    '%j may be a person’s: what is said in it is doubtful at most',
    (subject) => {
      expect(saidBy({ subject, text: 'Merci de me désinscrire.' })).toBe('doubtful');
      expect(saidBy({ subject, text: 'Je reviens le 5 décembre.' })).toBe('none');
    },
  );
});

describe('postmaster@', () => {
  const from = ['postmaster@petite-pme.example'];

  test('may be a person, who is heard', () => {
    expect(saidBy({ from, text: 'Merci de me désinscrire' })).toMatch(HEARD);
    expect(saidBy({ from, text: 'Merci, à samedi' })).toBe('none');
  });

  test('is a program where it says so, or came from nowhere', () => {
    const text = 'Le message n’a pas pu être remis. Merci de ne plus envoyer.';
    const nowhere = [{ name: 'return-path', value: '<>' }];
    expect(saidBy({ from, headers: nowhere, text })).toBe('automatic');
    const report = [...ANSWERS, { name: 'content-type', value: 'multipart/report; report-type=delivery-status' }];
    expect(saidBy({ from, headers: report, text })).toBe('automatic');
    expect(saidBy({ from, subject: 'Undeliverable: Vins', text })).toBe('automatic');
    expect(saidBy({ from: ['mailer-daemon@mx.example'], text })).toBe('automatic');
  });
});

describe('a few words by mail', () => {
  test.each(['STOP SVP', 'Stop pub', 'stop mails merci', 'Arrêtez svp', 'Bonjour\nStop svp\nMerci'])(
    '%j is plain',
    (text) => {
      expect(saidBy({ text })).toBe('opposition');
    },
  );
});
