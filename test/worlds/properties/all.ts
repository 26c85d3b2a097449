import { cures } from './cures.ts';
import { kept } from './kept.ts';
import { stopsAfterMoves } from './moved.ts';
import { orderOfTelling } from './order.ts';
import type { Property } from './property.ts';
import { refusals } from './refusals.ts';
import { timePassing } from './time.ts';
import { voidRecords } from './void-records.ts';

/** The sentences about whole worlds. */
export const PROPERTIES: readonly Property[] = [
  voidRecords,
  refusals,
  timePassing,
  orderOfTelling,
  cures,
  stopsAfterMoves,
  kept,
];
