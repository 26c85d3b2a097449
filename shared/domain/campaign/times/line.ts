import type { Instant } from '../../ids.ts';

/** What bounds how fast a run goes. */
export interface Speed {
  /** Recipients in a minute; 0: none, and nobody takes a turn. */
  readonly perMinute: number;
  /** Recipients on its first day, its second, and so on; after the last: no such limit. */
  readonly ramp: readonly number[];
  /** From when on the days of its ramp count, the first with all before it. Absent: its start. */
  readonly rampFrom?: Instant | undefined;
  /** Recipients in any 24 hours. Absent: no such limit. */
  readonly perDay?: number | undefined;
  /** What was sent before anything was foreseen counts towards its 24 hours until then. */
  readonly spent?: { readonly count: number; readonly until: Instant } | undefined;
}

/** As it is stored: how many take their turn one after the other from an instant on, and how many leave by the hour of the run. */
export interface StoredLine {
  readonly startsAt: Instant;
  readonly planned: Readonly<Record<string, number>>;
  readonly leaving: Readonly<Record<string, number>>;
}

/** Those of a run whose turn is known. */
export interface Line {
  readonly startsAt: Instant;
  /** So many take their turn one after the other from a minute on; minutes are those since the epoch. */
  readonly stretches: Map<number, number>;
  /** The minutes with which stretches begin, in their order. */
  readonly begins: number[];
  /** Who leaves by the hour of the run, from 0. */
  readonly leavers: number[];
  /** The first hour with room, of those from which it was asked: room only ever becomes less. */
  readonly roomFrom: Map<number, number>;
  /** Those alone count towards ramp and quota who have left by an hour, and not who is foreseen to leave after it. */
  readonly isAsItComes?: true;
}

/** A turn: when, in the stretch that begins with which minute, and how many turns a minute has. */
export interface Turn {
  readonly at: Instant;
  readonly stretch: number;
  readonly perMinute: number;
}
