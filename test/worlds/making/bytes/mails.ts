import type { Random } from '../../random.ts';
import type { Founding } from '../base.ts';
import type { Draft } from '../draft.ts';
import { type BytesDraft, type Layout, type Piece, words } from './bytes-draft.ts';
import { linkFor } from './links.ts';
import {
  AD,
  BODIES,
  GREETINGS,
  type Language,
  MORE_LINKS,
  NOTICE_LINKS,
  OTHER_WHY,
  PLAIN_AD,
  SOURCES,
  SUBJECTS,
  WHO,
  WHY,
} from './mail-words.ts';
import { anchor, goodStop, inText } from './stops.ts';

export const NOTICE_URL = 'https://maison-ablette.example/donnees-personnelles';

const layoutOf = (random: Random, offersNothing: boolean): Layout => ({
  html: random.pick(['paragraphs', 'table', 'one-line', 'bare']),
  text: random.pick(['lines', 'lines', 'paragraphs', 'wrapped', 'one-line']),
  style: random.pick(['', 'p { margin: 0 0 12px } .legal { font-size: 11px; color: #666 }']),
  preheader: offersNothing
    ? ''
    : random.pick(['', '', 'Dix sachets de semences pour le prix de huit.', 'Au jardin ce mois-ci']),
  isSsml: false,
});

/** A link to the notice; a text ends its sentence now and then. */
export const noticeOf = (random: Random, language: Language, url = NOTICE_URL): Piece =>
  noticeLink(random, random.pick(NOTICE_LINKS[language]), url);

const noticeLink = (random: Random, shown: string, url = NOTICE_URL): Piece => {
  const text = inText(random, shown, url);
  return {
    says: 'notice',
    html: anchor(url, shown),
    text: random.chance(0.2) && text.endsWith(url) ? `${text}.` : text,
  };
};

/** Links to another page that sentences on stopping are beside. */
const BESIDE_STOPPING: readonly string[] = ['→', '»', '➡️'].flatMap((mark) => {
  const page = `<a href="https://maison-ablette.example/magasins">${mark}</a>`;
  return [
    `Nous trouver ${page}<br>Pour ne plus recevoir nos messages, suivez le lien`,
    `Pour ne plus recevoir nos messages, suivez le lien<br>Nous trouver ${page}`,
    `Pour ne plus recevoir nos messages, suivez le lien<br>\n${page} Nous trouver`,
  ];
});

const moreOf = (random: Random, language: Language): Piece => {
  const shown = random.pick(MORE_LINKS[language]);
  const url = random.pick([
    'https://maison-ablette.example/boutique',
    'https://maison-ablette.example/conseils?mois=4&page=2',
    'https://reseau.example/maison-ablette',
  ]);
  const image =
    '<img src="https://img.maison-ablette.example/bandeau.jpg" width="600" height="200" alt="Le potager en avril">';
  if (random.chance(0.1)) return { says: 'more', html: random.pick(BESIDE_STOPPING), text: `${shown} : ${url}` };
  return {
    says: 'more',
    html: random.chance(0.4) ? `<a href="${url}">${image}</a>` : anchor(url, shown),
    text: `${shown} : ${url}`,
  };
};

/** Many articles, each with its picture and its link. */
const catalogue = (random: Random, count: number): readonly Piece[] =>
  Array.from({ length: count }, (_, index): Piece => {
    const url = `https://maison-ablette.example/p/${random.int(1000, 9999)}`;
    const named = `Graines n° ${index + 1}`;
    const html = `<a href="${url}"><img src="${url}.jpg" width="180" height="180" alt="${named}"></a> ${named} <b>${random.int(2, 9)},90 €</b>`;
    return { says: 'more', html, text: `${named}, ${random.int(2, 9)},90 € – ${url}` };
  });

const headersOf = (draft: Draft, random: Random): BytesDraft['headers'] => {
  if (random.chance(0.4)) return [];
  const list = { name: random.pick(['List-Unsubscribe', 'list-unsubscribe']), value: `<${linkFor(draft, random)}>` };
  return [list, { name: 'List-Unsubscribe-Post', value: 'List-Unsubscribe=One-Click' }];
};

const FROM_NAMES = ['Maison Ablette', 'MAISON ABLETTE', 'Hélène de Maison Ablette', 'Maison Ablette SAS'] as const;

const OWED_SUBJECT = 'Votre dossier';
/** They are told what they must be, and nothing beside it. */
const WITHOUT_OFFERS: readonly Founding[] = ['transactional', 'relational'];
const PLAIN_NOTICE = ['Politique de confidentialité', 'Vos données personnelles'] as const;
const PLAIN_WHO = ['Maison Ablette SAS, 3 rue du Marais, 79000 Niort', 'L’équipe Maison Ablette'] as const;

/** A mail that says all that it must; `source`: who the address came from, where that has to be said. */
export const layMail = (draft: Draft, random: Random, founding: Founding, source: string | undefined): BytesDraft => {
  const isOwed = WITHOUT_OFFERS.includes(founding);
  const language: Language = isOwed || random.chance(0.75) ? 'fr' : 'en';
  const pick = (list: Readonly<Record<Language, readonly string[]>>): string => random.pick(list[language]);
  const asks = founding === 'renewal';
  const body = [
    words('greeting', isOwed ? 'Bonjour,' : pick(GREETINGS)),
    words('body', pick(BODIES)),
    ...(isOwed || asks ? [] : Array.from({ length: random.int(0, 3) }, () => moreOf(random, language))),
    ...(isOwed || asks || !random.chance(0.08) ? [] : catalogue(random, random.int(20, 60))),
  ];
  const footer = [
    words('who', isOwed ? random.pick(PLAIN_WHO) : pick(WHO)),
    ...(isOwed ? [] : [words('ad', pick(asks ? PLAIN_AD : AD)), words('why', pick(WHY[founding] ?? OTHER_WHY))]),
    ...(founding === 'transactional' ? [] : [goodStop(draft, random, language)]),
    isOwed ? noticeLink(random, random.pick(PLAIN_NOTICE)) : noticeOf(random, language),
    ...(source === undefined ? [] : [words('source', `${pick(SOURCES)} ${source}.`)]),
  ];
  const inOrder = random.chance(0.5) ? footer : footer.toSorted(() => random.next() - 0.5);
  return {
    parts: random.weighted<BytesDraft['parts']>([
      [6, ['html', 'text']],
      [3, ['html']],
      [1, ['text']],
    ]),
    pieces: [...body, ...inOrder],
    ...(random.chance(0.85) ? { fromName: random.pick(FROM_NAMES) } : {}),
    ...(isOwed ? { subject: OWED_SUBJECT } : {}),
    usualSubject: asks ? OWED_SUBJECT : pick(SUBJECTS),
    headers: isOwed ? [] : headersOf(draft, random),
    layout: layoutOf(random, isOwed || asks),
  };
};
