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

/** What a code says, to a marketer or a DPO in French and to a developer in English. */
export interface Reason extends Words {
  readonly group: Group;
}
