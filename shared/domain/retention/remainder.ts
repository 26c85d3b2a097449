import type { Bilingual } from '../missing.ts';

/** What remains of a contact after its erasure. */
export interface Remainder {
  /** Of the register, by their names there. */
  readonly kinds: readonly string[];
  readonly where: 'table' | 'journal' | 'bucket' | 'queue' | 'backup';
  readonly what: Bilingual;
  readonly why: Bilingual;
  /** Days after the erasure when it is gone at the latest. Absent: `untilWhen` says it. */
  readonly days?: number;
  readonly untilWhen?: Bilingual;
}
