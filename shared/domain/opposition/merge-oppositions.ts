import type { Channel } from '../message/channel.ts';
import type { Opposition, OppositionScope } from './opposition.ts';

/** True where whoever opposes the first also opposes the second. */
export const covers = (wide: OppositionScope, narrow: OppositionScope): boolean => {
  if (wide.scope === 'global') return true;
  if (narrow.scope === 'global') return false;
  if (wide.scope === 'purpose' && (narrow.scope !== 'purpose' || narrow.purpose !== wide.purpose)) return false;
  return narrow.channels.every((channel) => wide.channels.includes(channel));
};

/** Covers it in scope and in time: a consent that lifts the first would have lifted the second as well (OPP-4). */
const makesNeedless = (kept: Opposition, other: Opposition): boolean =>
  kept.seq > other.seq &&
  kept.occurredAt >= other.occurredAt &&
  covers(kept.of, other.of) &&
  (kept.of.scope === 'global' || kept.coversRelational === true || other.coversRelational !== true);

/** Without those that a later one covers in scope and in time. Nothing is lost and nothing is widened. */
export const withoutCovered = (oppositions: readonly Opposition[]): readonly Opposition[] =>
  oppositions.filter((each) => !oppositions.some((other) => makesNeedless(other, each)));

const channelsOf = (oppositions: readonly Opposition[]): Channel[] => [
  ...new Set(oppositions.flatMap(({ of }) => (of.scope === 'global' ? [] : of.channels))),
];

/** One opposition in place of several, as late as the latest of them, so that what lifted none lifts nothing now. */
const joined = (oppositions: readonly Opposition[], of: OppositionScope): readonly Opposition[] => {
  const [first, ...others] = oppositions;
  if (first === undefined) return [];
  const latest = others.reduce((a, b) => (b.seq > a.seq ? b : a), first);
  const [occurredAt = first.occurredAt] = oppositions
    .map((each) => each.occurredAt)
    .toSorted()
    .reverse();
  const coversRelational = oppositions.some((each) => each.coversRelational === true);
  return [{ ...latest, of, occurredAt, ...(coversRelational && { coversRelational }) }];
};

const byPurpose = (oppositions: readonly Opposition[]): readonly Opposition[] => {
  const purposes = new Set(oppositions.map(({ of }) => (of.scope === 'purpose' ? of.purpose : undefined)));
  return [...purposes].flatMap((purpose) => {
    const alike = oppositions.filter(({ of }) => (of.scope === 'purpose' ? of.purpose : undefined) === purpose);
    return purpose === undefined ? alike : joined(alike, { scope: 'purpose', channels: channelsOf(alike), purpose });
  });
};

const byChannel = (oppositions: readonly Opposition[]): readonly Opposition[] => {
  const global = oppositions.filter(({ of }) => of.scope === 'global');
  const others = oppositions.filter(({ of }) => of.scope !== 'global');
  return [
    ...joined(global, { scope: 'global' }),
    ...joined(others, { scope: 'channel', channels: channelsOf(others) }),
  ];
};

/**
 * Fewer oppositions that cover at least as much, for a standing that has no room: first those that say nothing more are
 * left out, then narrower ones are joined into wider ones, up to a single global one. The first step that `fits` is
 * taken; the last is taken anyway, because an opposition is never refused for want of room.
 */
export const mergeOppositions = (
  oppositions: readonly Opposition[],
  fits: (oppositions: readonly Opposition[]) => boolean,
): readonly Opposition[] => {
  const needed = withoutCovered(oppositions);
  const steps = [oppositions, needed, byPurpose(needed), byChannel(needed)];
  return steps.find(fits) ?? joined(needed, { scope: 'global' });
};
