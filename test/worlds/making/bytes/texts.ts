import type { Random } from '../../random.ts';
import type { Founding } from '../base.ts';
import type { Draft } from '../draft.ts';
import { choose, hasChosen } from '../settings.ts';
import { type BytesDraft, type Piece, spoken } from './bytes-draft.ts';
import { linkFor } from './links.ts';

/** A text is its pieces on one line. */
export const PLAIN_LAYOUT: BytesDraft['layout'] = {
  html: 'bare',
  text: 'one-line',
  style: '',
  preheader: '',
  isSsml: false,
};

const NAMES = [
  'Maison Ablette :',
  'MAISON ABLETTE:',
  'Maison Ablette -',
  'Maison Ablette vous dit bonjour.',
  '[Maison Ablette]',
] as const;
const BODIES = [
  'nos graines de tomates anciennes sont de retour.',
  '-20% sur les semences jusqu’à dimanche !',
  'Dix sachets pour le prix de huit ce samedi. Infos : https://maison-ablette.example/s',
  'Jeanne, votre potager vous attend.',
  'Seeds are back: ten for the price of eight.',
] as const;

/** Where a text says that one writes STOP. */
export const STOPS: readonly ((code: string) => string)[] = [
  (code) => `STOP au ${code}`,
  (code) => `STOP ${code}`,
  (code) => `STOP SMS ${code}`,
  (code) => `Stop par SMS au ${code}.`,
  (code) => `Pour ne plus recevoir nos SMS : STOP au ${code}`,
  (code) => `Stop pub: STOP ${code}`,
  (code) => `Envoyez STOP au ${code}`,
  (code) => `Refus : stop au ${code}`,
  (code) => `Pour vous opposer, répondez STOP au ${code}`,
  (code) => `STOP ${code.slice(0, 2)} ${code.slice(2)}`,
  (code) => `Text STOP to ${code}`,
  (code) => `To opt out send STOP to ${code}`,
];
/** The code that every sender of made worlds has. */
export const CODE = '36180';

/** Characters of a token in a text. */
export const SHORT = 22;

/** `isShort`: as short as it may be, where the text says more beside it. */
const stopOf = (draft: Draft, random: Random, isShort: boolean): Piece => {
  if (!random.chance(0.08)) return spoken('stop', random.pick(STOPS)(CODE));
  choose(draft.settings, 'link-only-opposition-in-sms');
  const before = random.pick(['Se désabonner :', 'Pour ne plus recevoir nos SMS', 'Stop:', 'Unsubscribe:']);
  return spoken('stop', `${isShort ? 'Stop:' : before} ${linkFor(draft, random, 0, SHORT)}`);
};

/** A text by SMS or MMS that says all that it must. */
export const layText = (draft: Draft, random: Random, founding: Founding, source: string | undefined): BytesDraft => {
  const name = spoken('who', random.pick(NAMES));
  const body = spoken('body', random.pick(BODIES));
  const stop = founding === 'transactional' ? [] : [stopOf(draft, random, source !== undefined)];
  const said = source === undefined ? '' : random.pick(['transmis par', 'via', 'reçu de']);
  // A letter that SMS has only in UCS-2 would take a fourth segment beside a link.
  const by = said === 'reçu de' && hasChosen(draft.settings, 'link-only-opposition-in-sms') ? 'via' : said;
  const from = source === undefined ? [] : [spoken('source', `Contact ${by} ${source}.`)];
  const isNamedFirst = random.chance(0.85);
  return {
    parts: ['text'],
    pieces: isNamedFirst
      ? [name, body, ...from, ...stop]
      : [body, ...from, spoken('who', random.pick(['L’équipe Maison Ablette.', 'Maison Ablette.'])), ...stop],
    headers: [],
    usualSubject: '',
    layout: PLAIN_LAYOUT,
  };
};
