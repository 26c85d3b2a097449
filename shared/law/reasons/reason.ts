import type { Words } from '../texts/text.ts';

/** The order in which reasons are shown (docs/readings.md). */
export const GROUPS = [
  'input',
  'rule-pack',
  'message-class',
  'opposition',
  'protection',
  'recipient',
  'basis-allowed',
  'basis',
  'evidence',
  'retention',
  'form',
  'frequency',
  'time',
  'hand-off',
  'positive',
] as const;
type Group = (typeof GROUPS)[number];

/**
 * What to do about it: one sentence, and where it is done. `pointer` names the part of the request (`/subject`); `route`
 * names the call that mends it (`POST /v1/consents`). Neither: it is done outside Aval, or cannot be mended.
 */
export interface Remedy {
  readonly sentence: Words;
  readonly pointer?: string;
  readonly route?: string;
}

/** What a code says, to a marketer or a DPO in French and to a developer in English; and what to do about it. */
export interface Reason extends Words {
  readonly group: Group;
  /** Absent: nothing is to be done, since the message is allowed or goes out as it is. */
  readonly remedy?: Remedy;
}
