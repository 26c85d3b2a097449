import type { Base } from '../../making/base.ts';
import { linkFor } from '../../making/bytes/links.ts';
import { CODE, SHORT, STOPS } from '../../making/bytes/texts.ts';
import { EVERY, PROSPECTING, type Spoiling } from '../spoiling.ts';
import { allowMeans, onBytes, STOPPABLE, sayOtherwise } from './on-bytes.ts';

const TEXTS = ['sms', 'mms'] as const;
const said = (text: string) => ({ html: text, text });

const NO_STOP = [
  '',
  'STOP PUB',
  'Répondez STOP à ce message.',
  'Ouvert non-stop 36180 heures par an !',
  'Désabonnement : voir notre site.',
  'STOP par SMS',
] as const;
/** Codes and numbers of others; of the second list, those that cost more than a text. */
const OTHER_CODES = ['36999', '33700', '0612345678', '+33939401122'] as const;
const PAID_CODES = ['81234', '71234', '0892701234'] as const;
/** What incites to a paid text is prospecting, whatever else it is (L. 34-5, al. 3): such messages are spoilt by their templates. */
const paidCodes = ({ founding }: Base): readonly string[] =>
  founding === 'renewal' || founding === 'relational' ? OTHER_CODES : PAID_CODES;
/** Seven hundred characters that all say the same. */
const LONG = 'Au jardin, tout pousse, et nos semences vous attendent chaque jour en magasin. '.repeat(9);

/** What is wrong with the bytes of a text. */
export const TEXT_SPOILINGS: readonly (readonly [weight: number, Spoiling])[] = [
  [
    6,
    onBytes(STOPPABLE, TEXTS, 'the text does not say how to stop', ({ bytes, random }) =>
      sayOtherwise(bytes, 'stop', ['text'], said(random.pick(NO_STOP))),
    ),
  ],
  [
    5,
    onBytes(STOPPABLE, TEXTS, 'a STOP goes to somebody else', ({ bytes, base, random }) => {
      const code = random.pick(random.chance(0.6) ? OTHER_CODES : paidCodes(base));
      sayOtherwise(bytes, 'stop', ['text'], said(random.pick(STOPS.slice(0, 9))(code)));
    }),
  ],
  [
    2,
    onBytes(STOPPABLE, TEXTS, 'beside the STOP that is ours, another', ({ bytes, base, random }) =>
      bytes.pieces.push({
        says: 'more',
        ...said(
          `Pour nos partenaires : ${random.pick(STOPS.slice(0, 3))(random.pick([...OTHER_CODES, ...paidCodes(base)]))}`,
        ),
      }),
    ),
  ],
  [
    3,
    onBytes(
      STOPPABLE,
      TEXTS,
      'the text has a link to stop alone',
      ({ bytes, base, random }) =>
        sayOtherwise(bytes, 'stop', ['text'], said(`Se désabonner : ${linkFor(base.draft, random, 0, SHORT)}`)),
      ({ draft }) => !JSON.stringify(draft.settings.readings ?? []).includes('link-only'),
    ),
  ],
  [
    4,
    onBytes(EVERY, TEXTS, 'the text does not say who writes', ({ bytes, random }) =>
      sayOtherwise(bytes, 'who', ['text'], said(random.pick(['', 'Bonjour,', 'Votre jardinerie :']))),
    ),
  ],
  [
    3,
    onBytes(STOPPABLE, ['sms'], 'the text takes more segments than it may', ({ bytes }) =>
      bytes.pieces.splice(1, 0, { says: 'more', ...said(LONG) }),
    ),
  ],
  [
    4,
    onBytes(EVERY, TEXTS, 'the text comes from a sender that nobody registered', ({ bytes, random }) => {
      bytes.sender = random.pick(['0612345678', '+33612345678', 'PROMO', 'INFO', 'ABLETTES']);
    }),
  ],
  [
    4,
    onBytes(
      PROSPECTING,
      TEXTS,
      'a STOP costs more than a text, to a code that a human allowed',
      ({ bytes, base, random }) => {
        const code = random.pick(['81234', '71234']);
        allowMeans(base.draft, code);
        sayOtherwise(bytes, 'stop', ['text'], said(random.pick(STOPS.slice(0, 3))(code)));
      },
      ({ founding }) => founding !== 'renewal',
    ),
  ],
  [
    2,
    onBytes(PROSPECTING, TEXTS, 'a STOP without the code', ({ bytes, random }) =>
      sayOtherwise(
        bytes,
        'stop',
        ['text'],
        said(random.pick([`STOP (${CODE.slice(0, 3)}…)`, 'Envoyez STOP', 'Stop SMS'])),
      ),
    ),
  ],
];
