import type { World } from '../../oracle/world.ts';
import { type Random, randomOf } from '../random.ts';
import { BYTES_SPOILINGS } from '../spoilings/bytes/bytes.ts';
import { CLASS_SPOILINGS } from '../spoilings/classes.ts';
import { CONSENT_SPOILINGS } from '../spoilings/consent.ts';
import { FORM_SPOILINGS } from '../spoilings/form.ts';
import { LOOKED_AT_SPOILINGS } from '../spoilings/looked-at.ts';
import { MESSAGE_SPOILINGS } from '../spoilings/message.ts';
import { MOMENT_SPOILINGS, someEdge, untilSoon } from '../spoilings/moment.ts';
import { MOVE_SPOILINGS } from '../spoilings/moved.ts';
import { OPPOSITION_SPOILINGS } from '../spoilings/opposition.ts';
import { PROFESSIONAL_SPOILINGS } from '../spoilings/professional.ts';
import { REBUILT_SPOILINGS } from '../spoilings/rebuilt.ts';
import { SALE_SPOILINGS } from '../spoilings/sale.ts';
import { type Spoiling, spoils } from '../spoilings/spoiling.ts';
import { USE_SPOILINGS } from '../spoilings/use.ts';
import { agreeOnHour } from './agreed-calls.ts';
import { type Base, declare, type Kind, setAddress, whereaboutsOf } from './base.ts';
import { layBytes } from './bytes/lay.ts';
import { CONSENTS } from './consents.ts';
import type { Draft } from './draft.ts';
import { finish } from './finish.ts';
import { dayOf, usualMoment } from './moments.ts';
import { moveAround, seeOnOurPage } from './moves.ts';
import { addNoise } from './noise.ts';
import { OTHER_BASES } from './other-bases.ts';
import { ROLE_MAILBOX } from './people.ts';
import { registerMore } from './senders.ts';
import { usualSettings } from './settings.ts';

const KINDS: readonly (readonly [weight: number, Kind])[] = [...CONSENTS, ...OTHER_BASES];
/** Everything that can be wrong with a base. */
const SPOILINGS: readonly (readonly [weight: number, Spoiling])[] = [
  ...FORM_SPOILINGS,
  ...CONSENT_SPOILINGS,
  ...SALE_SPOILINGS,
  ...REBUILT_SPOILINGS,
  ...PROFESSIONAL_SPOILINGS,
  ...CLASS_SPOILINGS,
  ...LOOKED_AT_SPOILINGS,
  ...OPPOSITION_SPOILINGS,
  ...USE_SPOILINGS,
  ...MESSAGE_SPOILINGS,
  ...MOMENT_SPOILINGS,
];

/** Bytes are drawn apart, so that a world is the same with them and without. */
const BYTES_APART = 0xb17e5;
const WITH_BYTES = 0.25;
/** Changes of address, and consents on our pages, are drawn apart as well. */
const MOVES_APART = 0x307e5;
const MOVING = 0.14;
const ON_OUR_PAGE = 0.12;
const SPOILT_BY_A_MOVE = 0.3;
/** And how the address of somebody came to whom a relational message goes, which rests on no basis. */
const ORIGIN_APART = 0x0a16e;
const WITH_ORIGIN = 0.3;
const AT_AN_OFFICE = 0.2;
/** And what few bases can be spoilt by, in worlds that nothing else spoils: their codes would hardly ever come first. */
const RARE_APART = 0x4a4e5;
const SPOILT_RARELY = 0.1;
const ARE_RARE = ['four calls in thirty days', 'it passed through other hands', 'its proof is held elsewhere'];
const RARE = SPOILINGS.filter(([, { name }]) => ARE_RARE.includes(name));

/** How the moment of a base is chosen. */
type Moments = 'usual' | 'any';

/** A base, drawn and laid. */
const layBase = (seed: number, random: Random, moments: Moments): Base => {
  const kind = random.weighted(KINDS);
  const channel = random.pick(kind.channels);
  const where = whereaboutsOf(kind, random);
  const date = dayOf(seed, random);
  const oftenEdgy = where.zones.length > 1 ? 0.8 : 0.3;
  const isEdgy = moments === 'any' && random.chance(channel === 'email' ? 0.05 : oftenEdgy);
  const draft: Draft = {
    at: isEdgy ? someEdge(random, date, where.zones) : usualMoment(random, date, where.zones),
    channel,
    settings: usualSettings(random),
    forms: [],
    templates: [],
    addresses: [{}],
    declared: [{ ...where.declared }],
    acts: [],
    decisions: [],
    sent: [],
    links: [],
    message: {
      channel,
      ...(channel === 'email' && random.chance(0.5) ? { subject: 'Nos semences de printemps' } : {}),
    },
  };
  const laid = kind.lay({ random, draft, where });
  return { draft, founding: kind.founding, where, ...laid };
};

/** Writes the bytes of a world that has some; what is drawn of them further comes from what is returned. */
const layBytesOf = (seed: number, base: Base): Random => {
  const random = randomOf(seed ^ BYTES_APART);
  if (random.chance(WITH_BYTES)) layBytes(base, random);
  return random;
};

const sayOrigin = ({ draft, founding, where }: Base, random: Random): void => {
  if (founding !== 'relational' || !random.chance(WITH_ORIGIN)) return;
  if (draft.channel === 'email' && random.chance(AT_AN_OFFICE)) setAddress(draft, where, ROLE_MAILBOX);
  declare(draft, { source: random.pick(['scraped', 'scraped', 'guessed', 'public-source', 'data-subject']) });
};

const chooseSpoilings = (base: Base, random: Random, count: number, among = SPOILINGS): readonly Spoiling[] => {
  const chosen = new Set<Spoiling>();
  const possible = among.filter(([, spoiling]) => spoils(spoiling, base));
  for (let index = 0; index < count && possible.length > 0; index++) chosen.add(random.weighted(possible));
  const alone = [...chosen].find(({ isAlone }) => isAlone === true);
  return alone === undefined ? [...chosen] : [alone];
};

/** The world of a seed: some base, spoilt or not, among other records that may matter or not. */
export const worldOf = (seed: number): World => {
  const random = randomOf(seed);
  const base = layBase(seed, random, 'any');
  const count = random.weighted([
    [45, 0],
    [40, 1],
    [12, 2],
    [3, 3],
  ]);
  for (const spoiling of chooseSpoilings(base, random, count)) spoiling.spoil(base, random);
  const ofRare = randomOf(seed ^ RARE_APART);
  if (count === 0 && ofRare.chance(SPOILT_RARELY))
    for (const spoiling of chooseSpoilings(base, ofRare, 1, RARE)) spoiling.spoil(base, ofRare);
  if (random.chance(0.2)) untilSoon(base, random);
  if (base.draft.channel === 'automated-call' && random.chance(0.25)) agreeOnHour(base.draft, random);
  if (random.chance(0.15)) registerMore(base.draft, random);
  addNoise(base, random);
  sayOrigin(base, randomOf(seed ^ ORIGIN_APART));
  const ofMoves = randomOf(seed ^ MOVES_APART);
  if (ofMoves.chance(ON_OUR_PAGE)) seeOnOurPage(base, ofMoves);
  if (ofMoves.chance(MOVING)) moveAround(base, ofMoves);
  const ofBytes = layBytesOf(seed, base);
  const wrong = ofBytes.weighted([
    [45, 0],
    [47, 1],
    [8, 2],
  ]);
  for (const spoiling of chooseSpoilings(base, ofBytes, wrong, BYTES_SPOILINGS)) spoiling.spoil(base, ofBytes);
  return finish(base.draft);
};

/** A base of a seed, and up to three spoilings of it, so that every choice of them can be applied to the same base. */
export interface Spoilt {
  readonly spoilings: readonly string[];
  /** The world in which these of the spoilings happened, by index. */
  readonly worldWith: (indices: readonly number[]) => World;
}

export const spoiltWorldOf = (seed: number): Spoilt => {
  const random = randomOf(seed);
  const blank = layBase(seed, random, 'usual');
  const ofMessage = chooseSpoilings(blank, random, 3);
  const ofBytes = layBytesOf(seed, blank);
  const ofMoves = randomOf(seed ^ MOVES_APART);
  const chosen = [
    ...ofMessage,
    ...chooseSpoilings(blank, ofBytes, 2, BYTES_SPOILINGS),
    ...(ofMoves.chance(SPOILT_BY_A_MOVE) ? chooseSpoilings(blank, ofMoves, 1, MOVE_SPOILINGS) : []),
  ];
  const worldWith = (indices: readonly number[]): World => {
    const base = layBase(seed, randomOf(seed), 'usual');
    layBytesOf(seed, base);
    for (const [index, spoiling] of chosen.entries())
      if (indices.includes(index)) spoiling.spoil(base, randomOf(seed + index + 1));
    return finish(base.draft);
  };
  return { spoilings: chosen.map(({ name }) => name), worldWith };
};
