import type { BytesDraft, Says } from '../../making/bytes/bytes-draft.ts';
import { isInFrenchPlan, KEYS, NUMBERS, stopCallsBy } from '../../making/bytes/calls.ts';
import type { Random } from '../../random.ts';
import { EVERY, PROSPECTING, type Spoiling, TO_CONSUMERS } from '../spoiling.ts';
import { allowMeans, onBytes, type Spoilt } from './on-bytes.ts';

const CALLS = ['automated-call'] as const;
/** Some sixty words that say nothing of it, so that the beginning of a call is not its end as well. */
const LONG =
  'Cette semaine nous avons reçu des semences de fleurs des champs, des oignons, des pommes de terre, des haricots et des courges, que nos maraîchers ont choisis un par un dans les fermes de la région, et que vous pourrez voir au magasin tous les jours sauf le lundi. Nous avons aussi des arrosoirs, des gants, des sécateurs et des paniers en osier.';

/** At the beginning, at the end, or at neither, it says something else. */
const sayElse = ({ bytes, random }: Spoilt, says: Says, otherwise: readonly string[]): void => {
  const at = random.pick([[0], [1], [0, 1]]);
  let place = 0;
  bytes.pieces = bytes.pieces.flatMap((piece) => {
    if (piece.says === 'body') return [piece, { says: 'more' as const, html: '', text: LONG }];
    if (piece.says !== says) return [piece];
    if (!at.includes(place++)) return [piece];
    return [{ ...piece, html: '', text: random.pick(otherwise) }];
  });
};

const sayAll = (bytes: BytesDraft, says: Says, otherwise: (random: Random) => string, random: Random): void => {
  bytes.pieces = bytes.pieces.map((piece) =>
    piece.says === says ? { ...piece, html: '', text: otherwise(random) } : piece,
  );
};

const NO_STOP = [
  'Merci de votre écoute.',
  'Pour commander, tapez 9.',
  'Vous pouvez refuser ces appels.',
  'Rappelez-nous quand vous voulez.',
];
const NO_NATURE = [
  'Ceci est un message important.',
  'Cet appel n’est pas publicitaire.',
  'C’est un appel sans but commercial.',
  'Nous vous appelons au sujet de votre jardin.',
  'This is no advertising call.',
];
/** Numbers that no settings can register: a human found that oppositions are received there. */
const NOT_FREE: readonly (readonly [stored: string, said: string])[] = [
  ['+33892701234', '0 892 70 12 34'],
  ['+33899123456', '08 99 12 34 56'],
  ['+33810123456', '0 810 12 34 56'],
  ['3900', '3900'],
  ['3232', '3232'],
];

/** What is wrong with the words of a call. */
export const CALL_SPOILINGS: readonly (readonly [weight: number, Spoiling])[] = [
  [4, onBytes(PROSPECTING, CALLS, 'the call does not say how to stop', (spoilt) => sayElse(spoilt, 'stop', NO_STOP))],
  [
    4,
    onBytes(EVERY, CALLS, 'the call does not say who calls', (spoilt) =>
      sayElse(spoilt, 'who', ['Bonjour.', 'Ici votre jardinerie.', 'Nous vous souhaitons une belle journée.']),
    ),
  ],
  [
    4,
    onBytes(TO_CONSUMERS, CALLS, 'the call does not say that it sells', ({ bytes, random }) =>
      sayAll(bytes, 'ad', (each) => each.pick(NO_NATURE), random),
    ),
  ],
  [
    3,
    onBytes(PROSPECTING, CALLS, 'no key is listened to', ({ bytes, base, random }) => {
      stopCallsBy(base.draft, random.chance(0.5) ? {} : { oppositionNumber: '3020' });
      sayAll(bytes, 'stop', (each) => each.pick(KEYS), random);
    }),
  ],
  [
    3,
    onBytes(
      PROSPECTING,
      CALLS,
      'the number to stop by is somebody else’s',
      ({ bytes, base, random }) => {
        stopCallsBy(base.draft, { acceptsKeyPress: random.chance(0.5) });
        const number = random.pick(['0 805 99 88 77', '01 62 00 77 77', '3021', '0 892 99 88 77']);
        sayAll(bytes, 'stop', (each) => each.pick(NUMBERS)(number), random);
      },
      ({ draft }) => isInFrenchPlan(draft),
    ),
  ],
  [
    10,
    onBytes(
      PROSPECTING,
      CALLS,
      'it costs something to call the number to stop by',
      ({ bytes, base, random }) => {
        const [number, said] = random.pick(NOT_FREE);
        allowMeans(base.draft, number);
        sayAll(bytes, 'stop', (each) => each.pick(NUMBERS)(said), random);
      },
      ({ draft }) => isInFrenchPlan(draft),
    ),
  ],
  [
    2,
    onBytes(PROSPECTING, CALLS, 'how to stop is not spoken', ({ bytes, random }) => {
      const [from, to] = random.pick([
        ['<prosody volume="silent">', '</prosody>'],
        ['<audio src="https://sons.example/stop.mp3">', '</audio>'],
      ] as const);
      Object.assign(bytes.layout, { isSsml: true });
      bytes.pieces = bytes.pieces.map((piece) =>
        piece.says === 'stop' ? { ...piece, html: `${from}${piece.text}${to}` } : piece,
      );
    }),
  ],
  [
    3,
    onBytes(EVERY, CALLS, 'the call shows a number that nobody registered', ({ bytes, random }) => {
      bytes.sender = random.pick(['+33612345678', '+33162999999', '+33899123456']);
    }),
  ],
];
