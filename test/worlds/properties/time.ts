import type { StoredVerdict } from '#shared/domain/message/verdict.ts';
import { wallClock } from '#shared/domain/time/calendar.ts';
import { RULEBOOK } from '#shared/law/register.ts';
import type { World } from '../../oracle/world.ts';
import { build } from '../ledger.ts';
import { DAY, HOUR, iso } from '../making/draft.ts';
import { randomOf } from '../random.ts';
import { isOfTheMoment } from './moment.ts';
import { excluded, type Found, type Given, givenAt, HELD, inWords, isMilder, type Property } from './property.ts';

const dayOf = (at: number): string => wallClock(at, 'Europe/Paris').date;

/** A sentence begins or ends between the two moments: the law is another one then. */
const lawChanges = (from: number, until: number): boolean =>
  RULEBOOK.prohibitions.some(({ article: { inForce } }) =>
    [inForce.from, inForce.until].some((day) => day !== undefined && dayOf(from) < day && day <= dayOf(until)),
  );

/** A decision ends between the two moments. */
const decisionEnds = ({ decisions }: World, from: number, until: number): boolean =>
  decisions.some(({ body }) => {
    const end = Date.parse(String(body.until));
    return from < end && end <= until;
  });

/** Mail came back, and not for good: a provider's block ends, and days on which nothing was taken are forgotten. */
const mayRecover = ({ reasons }: StoredVerdict): boolean =>
  reasons.some(({ code, detail }) => code === 'ADDRESS_UNDELIVERABLE' && detail !== 'permanent');

/** The exceptions, in the order in which they are looked for. */
const exceptionFor = (world: World, was: StoredVerdict, from: number, until: number): string | undefined => {
  if (isOfTheMoment(was)) return 'the earlier verdict holds a reason of the moment';
  if (decisionEnds(world, from, until)) return 'a decision ends in between';
  if (mayRecover(was)) return 'an address that may recover';
  return lawChanges(from, until) ? 'the law changes in between' : undefined;
};

/** Without an end of its own, a message is as valid later as now. */
export const withoutValidity = (world: World): World => {
  const { validUntil: _, ...message } = world.message;
  return { ...world, message };
};

const LATER = [1, HOUR, DAY, 7 * DAY, 28 * DAY, 364 * DAY, 1092 * DAY] as const;

/** Something is recorded after the message: then it is not time alone that passes. */
export const hasMoreToCome = ({ acts, at }: World): boolean =>
  acts.some(({ recordedAt }) => Date.parse(recordedAt) > Date.parse(at));

const tryAt = async (seed: number, given: Given = givenAt(seed)): Promise<Found> => {
  if (hasMoreToCome(given.world)) return excluded('more is recorded later');
  const isEndless = given.world.message.validUntil === undefined;
  const world = withoutValidity(given.world);
  const from = Date.parse(world.at);
  const until = from + randomOf(seed + 0x7177e).pick(LATER);
  const { verdictAt } = isEndless ? await given.built() : await build(world);
  const [was, is] = [isEndless ? await given.verdict() : await verdictAt(from), await verdictAt(until)];
  if (!isMilder(was, is)) return HELD;
  const why = exceptionFor(world, was, from, until);
  if (why !== undefined) return excluded(why);
  const later = { ...world, at: iso(until) };
  return { found: 'broken', says: `later: ${inWords(was)} became ${inWords(is)}`, worlds: [world, later] };
};

/** (c) Time that passes without an act of the person never helps. */
export const timePassing: Property = {
  name: 'time',
  says: 'time passing without an act of the person makes no verdict milder, but for the exceptions',
  tryAt,
};
