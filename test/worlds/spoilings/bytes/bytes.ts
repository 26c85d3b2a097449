import type { Spoiling } from '../spoiling.ts';
import { CALL_SPOILINGS } from './calls.ts';
import { MAIL_STOP_SPOILINGS } from './mail-stops.ts';
import { MAIL_SPOILINGS } from './mails.ts';
import { TEXT_SPOILINGS } from './texts.ts';

/** Everything that can be wrong with final bytes. */
export const BYTES_SPOILINGS: readonly (readonly [weight: number, Spoiling])[] = [
  ...MAIL_STOP_SPOILINGS,
  ...MAIL_SPOILINGS,
  ...TEXT_SPOILINGS,
  ...CALL_SPOILINGS,
];
